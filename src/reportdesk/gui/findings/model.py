"""The rows of the findings panel: headings with counts, findings, and the accepted ones folded away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reportdesk.checks.finding import SEVERITIES, Finding, acceptance_of
from reportdesk.document import Document
from reportdesk.gui.look.theme import severity_label
from reportdesk.gui.qt.item_models import NOWHERE, DataRole, Index


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One row: a heading where it has no finding; `note` is the clerk's word on an accepted finding."""

    words: str
    finding: Finding | None = None
    note: str = ""
    is_fold: bool = False

    @property
    def is_accepted(self) -> bool:
        """Tell whether the clerk has said a word on the finding."""
        return bool(self.note)


class FindingModel(QAbstractListModel):
    """Findings under headings, in the order that F8 walks."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.open_findings: list[Finding] = []
        self.accepted: list[Finding] = []
        self._notes: dict[str, str] = {}
        self._lines: list[FindingRow] = []
        self._is_folded = True

    def show_findings(
        self, open_findings: list[Finding], accepted: list[Finding], document: Document
    ) -> None:
        """List other findings."""
        words = {f.subject: acceptance_of(document.report, f) for f in accepted}
        self._notes = {subject: word.note for subject, word in words.items() if word is not None}
        self.open_findings, self.accepted = open_findings, accepted
        self._list_again()

    def clear(self) -> None:
        """List nothing."""
        self.open_findings, self.accepted = [], []
        self._list_again()

    def fold(self) -> None:
        """Show the accepted findings, or hide them again."""
        self._is_folded = not self._is_folded
        self._list_again()

    def finding(self, index: Index) -> Finding | None:
        """Return the finding in a row; None for a heading and for no row."""
        return self._lines[index.row()].finding if self._has(index) else None

    def line(self, index: Index) -> FindingRow:
        """Return a row."""
        return self._lines[index.row()]

    def is_fold(self, index: Index) -> bool:
        """Tell whether a row is the heading of the accepted findings."""
        return self._has(index) and self._lines[index.row()].is_fold

    def index_of(self, finding: Finding) -> QModelIndex:
        """Return the row of a finding or of the one about the same subject; no row if it is not listed."""
        subjects = [line.finding.subject if line.finding else "" for line in self._lines]
        return self.index(subjects.index(finding.subject)) if finding.subject in subjects else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        """Return a row's words; to a screen reader the severity too."""
        if not self._has(index):
            return None
        line = self._lines[index.row()]
        if role == DataRole.DisplayRole:
            return line.words
        if role == DataRole.AccessibleTextRole:
            return f"{SEVERITIES[line.finding.severity]}：{line.words}" if line.finding else line.words
        if role == DataRole.ToolTipRole and line.note:
            return f"已说明：{line.note}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Findings and the fold can be chosen, headings not."""
        if self.finding(index) is None and not self.is_fold(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _has(self, index: Index) -> bool:
        return index.isValid() and index.row() < len(self._lines)

    def _list_again(self) -> None:
        lines = []
        for name in SEVERITIES:
            found = [finding for finding in self.open_findings if finding.severity == name]
            if found:
                lines.append(FindingRow(f"{severity_label(name)} {len(found)}"))
                lines += [FindingRow(finding.message, finding) for finding in found]
        if self.accepted:
            sign = "▸" if self._is_folded else "▾"
            lines.append(FindingRow(f"{sign} 已接受 {len(self.accepted)}", is_fold=True))
        if not self._is_folded:
            lines += [FindingRow(f.message, f, self._notes.get(f.subject, "")) for f in self.accepted]
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
