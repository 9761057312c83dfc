"""What an edit has changed in the findings, in a sentence for who does not see the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.form.severity import SEVERITIES

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.gui.findings.overview import Overview

_Known = frozenset[tuple[str, str]]


class FindingNews:
    """Compares each overview with the one before."""

    def __init__(self) -> None:
        """Know nothing yet: what is found in a report as it opens is no news of an edit."""
        self._known: _Known | None = None

    def of(self, overview: Overview | None) -> str:
        """Say which findings are new since the last time, or how many are settled; "" for no news."""
        if overview is None:
            self._known = None
            return ""
        found = [entry.finding for entry in overview.entries if entry.is_open]
        known = frozenset((finding.code, finding.message) for finding in found)
        before, self._known = self._known, known
        if before is None or before == known:
            return ""
        new = [finding for finding in found if (finding.code, finding.message) not in before]
        if new:
            return _news_in_words(new, len(found))
        settled = len(before) - len(known)
        return f"少了 {settled} 个问题，" + (f"还有 {len(found)} 个" if found else "没有问题了")


def _news_in_words(new: list[Finding], number: int) -> str:
    first = new[0]
    more = f"；新问题有 {len(new)} 个" if len(new) > 1 else ""
    return f"{SEVERITIES[first.severity]}：{first.message}{more}，共 {number} 个问题"
