"""The rows of the findings panel: headings with counts, cards, their parts, and the accepted ones folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reportdesk.frozen import Frozen
from reportdesk.gui.look.theme import MARKS, UNWRITTEN, MarkName, severity_label
from reportdesk.gui.qt.widgets.item_models import NOWHERE, DataRole, Index

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.form.model import Form
    from reportdesk.gui.findings.overview import FindingCard, FindingEntry


class FindingRow(Frozen, frozen=True):
    """One row: a heading where it has no finding; `note` is the clerk's word on an accepted finding.

    A card stands for its first finding, with `asides` below: what may be the cause, what else it concerns,
    words that lapsed. A row that `is_part` is one finding of an unfolded card.
    """

    words: str
    finding: Finding | None = None
    note: str | None = None
    is_fold: bool = False
    card: FindingCard | None = None
    is_part: bool = False
    asides: tuple[str, ...] = ()

    @property
    def is_accepted(self) -> bool:
        """Tell whether the clerk has said a word on the finding."""
        return self.note is not None

    @property
    def mark(self) -> MarkName:
        """Return how the row is marked."""
        assert self.finding is not None
        return UNWRITTEN if self.finding.is_unwritten else self.finding.severity


class FindingModel(QAbstractListModel):
    """Cards under headings, in the order that F8 walks; what is not written yet comes last."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.cards: list[FindingCard] = []
        self.open_findings: list[Finding] = []
        self.accepted: list[Finding] = []
        self._form: Form | None = None
        self._entries: Sequence[FindingEntry] = ()
        self._rows: list[FindingRow] = []
        self._is_folded = True
        self._unfolded: set[str] = set()

    def show_findings(
        self, form: Form | None, cards: Sequence[FindingCard], entries: Sequence[FindingEntry]
    ) -> None:
        """List other cards, and the accepted ones among the entries."""
        self._form = form
        self._entries = entries
        self.cards = [card for name in MARKS for card in cards if _mark(card) == name]
        self.open_findings = [card.group.first for card in self.cards]
        self.accepted = [entry.finding for entry in entries if not entry.is_open]
        self._list_again()

    def clear(self) -> None:
        """List nothing."""
        self._unfolded.clear()
        self.show_findings(None, (), ())

    def fold(self) -> None:
        """Show the accepted findings, or hide them again."""
        self._is_folded = not self._is_folded
        self._list_again()

    def unfold(self, card: FindingCard, shown: bool) -> None:
        """List the single findings of a card below it, or no longer."""
        subject = card.group.first.subject
        if shown:
            self._unfolded.add(subject)
        else:
            self._unfolded.discard(subject)
        self._list_again()

    def is_unfolded(self, card: FindingCard) -> bool:
        """Tell whether the single findings of a card are listed."""
        return card.group.first.subject in self._unfolded

    def finding(self, index: Index) -> Finding | None:
        """Return the finding in a row, a card's first; None for a heading and for no row."""
        return self._rows[index.row()].finding if self._has(index) else None

    def row(self, index: Index) -> FindingRow:
        """Return a row."""
        return self._rows[index.row()]

    def is_fold(self, index: Index) -> bool:
        """Tell whether a row is the heading of the accepted findings."""
        return self._has(index) and self._rows[index.row()].is_fold

    def index_of(self, finding: Finding) -> QModelIndex:
        """Return the row of a finding, of the one about the same place, or the same words; else no row.

        One that stands in a folded card has the card's.
        """
        for subject_of in (lambda f: f.subject, lambda f: (f.section, f.former_subject)):
            subjects = [subject_of(row.finding) if row.finding else "" for row in self._rows]
            if subject_of(finding) in subjects:
                return self.index(subjects.index(subject_of(finding)))
        for number, row in enumerate(self._rows):
            if row.card and any(one.subject == finding.subject for one in row.card.group.findings):
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        """Return a row's words; to a screen reader the severity too."""
        if not self._has(index):
            return None
        row = self._rows[index.row()]
        if role == DataRole.DisplayRole:
            return row.words
        if role == DataRole.AccessibleTextRole:
            said = "。".join((row.words, *row.asides))
            return f"{MARKS[row.mark]}：{said}" if row.finding else said
        if role == DataRole.ToolTipRole:
            return f"已说明：{row.note}" if row.note else row.words if row.is_part else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let findings and the fold be chosen, headings not."""
        if self.finding(index) is None and not self.is_fold(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _has(self, index: Index) -> bool:
        return index.isValid() and index.row() < len(self._rows)

    def _list_again(self) -> None:
        rows = list(self._listed())
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _listed(self) -> Iterator[FindingRow]:
        for name in MARKS:
            found = [card for card in self.cards if _mark(card) == name]
            if found:
                yield FindingRow(f"{severity_label(name)} {len(found)}")
            for card in found:
                yield from self._of_card(card)
        if self.accepted:
            sign = "▸" if self._is_folded else "▾"
            yield FindingRow(f"{sign} 已接受 {len(self.accepted)}", is_fold=True)
        if not self._is_folded:
            accepted = (entry for entry in self._entries if not entry.is_open)
            yield from (FindingRow(entry.finding.message, entry.finding, entry.note) for entry in accepted)

    def _of_card(self, card: FindingCard) -> Iterator[FindingRow]:
        first, *others = card.group.findings
        yield FindingRow(first.message, first, card=card, asides=tuple(self._asides(card)))
        if others and self.is_unfolded(card):
            for finding in others:
                yield FindingRow(finding.message, finding, card=card, is_part=True)

    def _asides(self, card: FindingCard) -> Iterator[str]:
        from reportdesk.checks.causes.wording import cause_in_words

        group = card.group
        if self._form is not None:
            for number, cause in enumerate(group.causes):
                said = cause_in_words(self._form, cause, group.explained)
                yield f"也{said}" if number else said
        if more := len(group.findings) - 1:
            yield f"同类的还有 {more} 处" if group.is_alike else f"同一个数还牵连 {more} 处"
        yield from (f"原来的说明已失效（数或句子改过）：{words}" for words in card.lapsed)


def _mark(card: FindingCard) -> MarkName:
    return card.severity or UNWRITTEN
