"""Which paragraphs of a section are still last year's, by the limits of the check that looks at the whole."""

from __future__ import annotations

import msgspec

from reportdesk.checks.rules import text_similar
from reportdesk.prose.text.likeness import Copied, copied_paragraphs
from reportdesk.report.model import Report


def copied_in(report: Report, section: str) -> tuple[Copied, ...]:
    """Return a section's paragraphs that are much like one of last year's; none where nobody compares."""
    told = next((rule for rule in report.form.checks.rule if rule.code == text_similar.RULE.code), None)
    if told is None or report.last is None:
        return ()
    limits = msgspec.convert(told.options, text_similar.Limits)
    if section not in limits.sections:
        return ()
    return copied_paragraphs(report.texts.get(section, ""), report.last.texts.get(section, ""), limits.least)
