"""Which paragraphs of a section are still last year's, by the limits of the check that looks at the whole."""

from __future__ import annotations

from reportdesk.checks.rules.texts import text_similar
from reportdesk.prose.text.likeness import Copied, copied_paragraphs
from reportdesk.report.model import Report


def copied_in(report: Report, section: str) -> tuple[Copied, ...]:
    """Return a section's paragraphs that are much like one of last year's; none where nobody compares."""
    limits = report.form.checks.options_of(text_similar.RULE.code, text_similar.Similarity)
    if limits is None or report.last is None or section not in limits.sections:
        return ()
    return copied_paragraphs(report.texts.get(section, ""), report.last.texts.get(section, ""), limits.least)
