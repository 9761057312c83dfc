"""The rows of the findings panel: headings with counts, findings, and the accepted ones folded away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reportdesk.checks.finding import SEVERITIES, Finding
from reportdesk.gui.findings.overview import Entry
from reportdesk.gui.look.theme import severity_label
from reportdesk.gui.qt.item_models import NOWHERE, DataRole, Index


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One row: a heading where it has no finding; `note` is the clerk's word on an accepted finding."""

    words: str
    finding: Finding | None = None
    note: str | None = None
    is_fold: bool = False

    @property
    def is_accepted(self) -> bool:
        """Tell whether the clerk has said a word on the finding."""
        return self.note is not None


class FindingModel(QAbstractListModel):
    """Findings under headings, in the order that F8 walks."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.open_findings: list[Finding] = []
        self.accepted: list[Finding] = []
        self._entries: Sequence[Entry] = ()
        self._rows: list[FindingRow] = []
        self._is_folded = True

    def show_findings(self, entries: Sequence[Entry]) -> None:
        """List other findings."""
        self._entries = entries
        self.open_findings = [entry.finding for entry in entries if entry.is_open]
        self.accepted = [entry.finding for entry in entries if not entry.is_open]
        self._list_again()

    def clear(self) -> None:
        """List nothing."""
        self.show_findings(())

    def fold(self) -> None:
        """Show the accepted findings, or hide them again."""
        self._is_folded = not self._is_folded
        self._list_again()

    def finding(self, index: Index) -> Finding | None:
        """Return the finding in a row; None for a heading and for no row."""
        return self._rows[index.row()].finding if self._has(index) else None

    def row(self, index: Index) -> FindingRow:
        """Return a row."""
        return self._rows[index.row()]

    def is_fold(self, index: Index) -> bool:
        """Tell whether a row is the heading of the accepted findings."""
        return self._has(index) and self._rows[index.row()].is_fold

    def index_of(self, finding: Finding) -> QModelIndex:
        """Return the row of a finding, of the one about the same place, or the same words; else no row."""
        for subject_of in (lambda f: f.subject, lambda f: (f.section, f.former_subject)):
            subjects = [subject_of(row.finding) if row.finding else "" for row in self._rows]
            if subject_of(finding) in subjects:
                return self.index(subjects.index(subject_of(finding)))
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
            return f"{SEVERITIES[row.finding.severity]}：{row.words}" if row.finding else row.words
        if role == DataRole.ToolTipRole and row.note:
            return f"已说明：{row.note}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Findings and the fold can be chosen, headings not."""
        if self.finding(index) is None and not self.is_fold(index):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _has(self, index: Index) -> bool:
        return index.isValid() and index.row() < len(self._rows)

    def _list_again(self) -> None:
        rows = []
        for name in SEVERITIES:
            found = [finding for finding in self.open_findings if finding.severity == name]
            if found:
                rows.append(FindingRow(f"{severity_label(name)} {len(found)}"))
                rows += [FindingRow(finding.message, finding) for finding in found]
        if self.accepted:
            sign = "▸" if self._is_folded else "▾"
            rows.append(FindingRow(f"{sign} 已接受 {len(self.accepted)}", is_fold=True))
        if not self._is_folded:
            accepted = (entry for entry in self._entries if not entry.is_open)
            rows += [FindingRow(entry.finding.message, entry.finding, entry.note) for entry in accepted]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
