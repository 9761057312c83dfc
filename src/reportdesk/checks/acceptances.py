"""Acceptances of files of before: a word on a quote, tied to the one place that it can mean.

They named the quote alone, so that one word silenced it everywhere. One that fits several places was given
for one of them, nobody knows which: it stays in the file and holds for none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportdesk.checks.finding import Finding
from reportdesk.form.model import Form
from reportdesk.report.model import Acceptance, Report


def has_former_acceptances(report: Report) -> bool:
    """Tell whether an acceptance names words without their place."""
    return any(_names_words(subject, report.form) for subject in report.accepted)


def with_places(report: Report, findings: Iterable[Finding]) -> Report:
    """Return the report with every such acceptance tied to its place, as far as one finding alone fits it."""
    former = {subject for subject in report.accepted if _names_words(subject, report.form)}
    if not former:
        return report
    fitting: dict[str, list[Finding]] = {}
    for finding in findings:
        word = report.accepted.get(finding.former_subject)
        if finding.mark and word is not None and word.figures == finding.former_figures:
            fitting.setdefault(finding.former_subject, []).append(finding)
    accepted = dict(report.accepted)
    for subject, found in fitting.items():
        if len(found) == 1 and found[0].subject not in accepted:
            word = accepted.pop(subject)
            place = found[0].subject
            accepted[place] = Acceptance(word.code, place, found[0].figures, word.note)
    return replace(report, accepted=accepted) if accepted != report.accepted else report


def _names_words(subject: str, form: Form) -> bool:
    """Tell a subject of before: `code:cell:quote`, `code:section:quote`, or `code:section:`."""
    _, _, rest = subject.partition(":")
    place, _, quote = rest.partition(":")
    return "#" not in place and (bool(quote) or place in form.text_keys)
