"""What is found in a document and what is left to do, looked at once after a change for all who show it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from reportdesk.agenda import Agenda, agenda_of, part_of
from reportdesk.checks.causes.grouping import Group
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
class Card:
    """Open findings to be dealt with at once, and the tabs that they are on.

    `lapsed` are words that the clerk gave on them before the figures or the sentence changed.
    """

    group: Group
    tabs: frozenset[str]
    lapsed: tuple[str, ...] = ()

    @property
    def is_unwritten(self) -> bool:
        """Tell whether nothing is wrong, but nobody has written there yet."""
        return self.group.first.is_unwritten

    @property
    def severity(self) -> SeverityName | None:
        """Return how grave the card is; None where something is only not written yet."""
        return None if self.is_unwritten else self.group.first.severity


@dataclass(frozen=True, slots=True)
class Overview:
    """The findings, grave ones first; how many figures there are, how many places wait for a word."""

    entries: tuple[Entry, ...]
    cards: tuple[Card, ...]
    agenda: Agenda
    progress: Progress
    unconfirmed: int
    has_last_year: bool

    @classmethod
    def of(cls, document: Document, today: date | None = None) -> Overview:
        """Look at a document as it is now, on a day (today by default)."""
        report, groups = document.report, document.groups
        agenda = agenda_of(
            report, [group.first for group in groups], today or datetime.now().astimezone().date()
        )
        unwritten = (item.finding for part in agenda.parts for item in part.items if item.is_unwritten)
        every = [group for group in groups if not group.first.is_unwritten]
        every += [Group((finding,)) for finding in unwritten if finding is not None]
        return cls(
            tuple(_entry(document, finding) for finding in document.findings),
            tuple(_card(document, group) for group in every),
            agenda,
            progress_of(report, document.figures),
            len(report.unconfirmed) + sum(map(len, report.inherited.values())),
            report.last is not None,
        )

    def counts(self, tab: str | None = None) -> dict[SeverityName, int]:
        """Return how many cards there are by severity, grave ones first; of one tab, or of all."""
        here = (card for card in self.cards if tab is None or tab in card.tabs)
        number = Counter(card.severity for card in here)
        return {name: number[name] for name in SEVERITIES if number[name]}

    def unwritten(self, tab: str | None = None) -> int:
        """Return how many things are not written yet; on one tab, or on all."""
        return sum(card.is_unwritten for card in self.cards if tab is None or tab in card.tabs)

    def is_done(self, tab: str) -> bool:
        """Tell whether nothing is left to do on a tab."""
        return any(part.key == tab and part.is_done for part in self.agenda.parts)


def _entry(document: Document, finding: Finding) -> Entry:
    word = acceptance_of(document.report, finding)
    return Entry(finding, part_of(finding, document.form), None if word is None else word.note)


def _card(document: Document, group: Group) -> Card:
    report = document.report
    tabs = frozenset(part_of(finding, document.form) for finding in group.findings)
    words = (report.accepted.get(finding.subject) for finding in group.findings)
    lapsed = dict.fromkeys(word.note for word in words if word is not None)
    return Card(group, tabs, tuple(lapsed))
