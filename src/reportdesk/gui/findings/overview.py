"""What is found in a document and what is left to do, looked at once after a change for all who show it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reportdesk.agenda import part_of
from reportdesk.checks.finding import SEVERITIES, Finding, acceptance_of
from reportdesk.document import Document
from reportdesk.form.checklist import SeverityName
from reportdesk.report.progress import Progress, progress_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with the key of its tab; `note` is the clerk's word on it, None while it is open."""

    finding: Finding
    tab: str
    note: str | None

    @property
    def is_open(self) -> bool:
        """Tell whether the clerk has not decided on the finding."""
        return self.note is None


@dataclass(frozen=True, slots=True)
class Overview:
    """The findings, grave ones first; how many figures there are, how many places wait for a word."""

    entries: tuple[Entry, ...]
    progress: Progress
    unconfirmed: int
    has_last_year: bool

    @classmethod
    def of(cls, document: Document) -> Overview:
        """Look at a document as it is now."""
        report = document.report
        return cls(
            tuple(_entry(document, finding) for finding in document.findings),
            progress_of(report, document.figures),
            len(report.unconfirmed) + sum(map(len, report.inherited.values())),
            report.last is not None,
        )

    def counts(self, tab: str | None = None) -> dict[SeverityName, int]:
        """Return how many findings are open by severity, grave ones first; of one tab, or of all."""
        here = (entry for entry in self.entries if entry.is_open and tab in {None, entry.tab})
        number = Counter(entry.finding.severity for entry in here)
        return {name: number[name] for name in SEVERITIES if number[name]}


def _entry(document: Document, finding: Finding) -> Entry:
    word = acceptance_of(document.report, finding)
    return Entry(finding, part_of(finding, document.form), None if word is None else word.note)
