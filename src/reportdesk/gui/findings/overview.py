"""What is found in a document and what is left to do, looked at once after a change for all who show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from reportdesk.agenda import Agenda, agenda_of, part_of
from reportdesk.checks.causes.grouping import CauseGroup
from reportdesk.checks.finding import Finding, acceptance_of
from reportdesk.form.severity import SEVERITIES
from reportdesk.frozen import Frozen
from reportdesk.report.progress import Progress, progress_of

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.form.severity import SeverityName


class FindingEntry(Frozen, frozen=True):
    """A finding with the key of its tab; `note` is the clerk's word on it, None while it is open."""

    finding: Finding
    tab: str
    note: str | None

    @property
    def is_open(self) -> bool:
        """Tell whether the clerk has not decided on the finding."""
        return self.note is None


class FindingCard(Frozen, frozen=True):
    """Open findings to be dealt with at once, with the gravest of each tab that they are on.

    `lapsed` are words that the clerk gave on them before the figures or the sentence changed.
    """

    group: CauseGroup
    on_tabs: Mapping[str, Finding]
    lapsed: tuple[str, ...] = ()

    @property
    def tabs(self) -> Collection[str]:
        """Return the keys of the tabs that it is on."""
        return self.on_tabs.keys()

    @property
    def is_unwritten(self) -> bool:
        """Tell whether nothing is wrong, but nobody has written there yet."""
        return self.group.first.is_unwritten

    @property
    def severity(self) -> SeverityName | None:
        """Return how grave the card is; None where something is only not written yet."""
        return self.severity_on(None)

    def severity_on(self, tab: str | None) -> SeverityName | None:
        """Return how grave it is on one tab, or at all; None where nothing is wrong there."""
        finding = self.group.first if tab is None else self.on_tabs.get(tab)
        return None if finding is None or self.is_unwritten else finding.severity


class Overview(Frozen, frozen=True):
    """The findings, grave ones first; how many figures there are, how many places wait for a word."""

    entries: tuple[FindingEntry, ...]
    cards: tuple[FindingCard, ...]
    agenda: Agenda
    progress: Progress
    unconfirmed: int
    has_last_year: bool

    @classmethod
    def of(cls, document: Document, today: date | None = None) -> Overview:
        """Look at a document as it is now, on a day (today by default)."""
        report = document.report
        cards = [_card(document, group) for group in document.groups]
        found = [finding for card in cards for finding in card.on_tabs.values()]
        agenda = agenda_of(report, found, today or datetime.now().astimezone().date())
        unwritten = (item.finding for item in agenda.due if item.is_unwritten)
        cards = [card for card in cards if not card.is_unwritten]
        cards += [_card(document, CauseGroup((finding,))) for finding in unwritten if finding is not None]
        return cls(
            tuple(_entry(document, finding) for finding in document.findings),
            tuple(cards),
            agenda,
            progress_of(report, document.figures),
            len(report.unconfirmed) + sum(map(len, report.inherited.values())),
            report.last is not None,
        )

    def counts(self, tab: str | None = None) -> dict[SeverityName, int]:
        """Return how many cards there are by severity, grave ones first; of one tab, or of all.

        On a tab a card counts as grave as what it has there.
        """
        number = Counter(card.severity_on(tab) for card in self.cards)
        return {name: number[name] for name in SEVERITIES if number[name]}

    def unwritten(self, tab: str | None = None) -> int:
        """Return how many things are not written yet; on one tab, or on all."""
        return sum(card.is_unwritten for card in self.cards if tab is None or tab in card.tabs)

    def is_done(self, tab: str) -> bool:
        """Tell whether nothing is left to do on a tab."""
        return any(part.key == tab and part.is_done for part in self.agenda.parts)


def _entry(document: Document, finding: Finding) -> FindingEntry:
    word = acceptance_of(document.report, finding)
    return FindingEntry(finding, part_of(finding, document.form), None if word is None else word.note)


def _card(document: Document, group: CauseGroup) -> FindingCard:
    report = document.report
    on_tabs: dict[str, Finding] = {}
    for finding in group.findings:
        on_tabs.setdefault(part_of(finding, document.form), finding)
    words = (report.accepted.get(finding.subject) for finding in group.findings)
    lapsed = dict.fromkeys(word.note for word in words if word is not None)
    return FindingCard(group, on_tabs, tuple(lapsed))
