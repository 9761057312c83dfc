"""A table of an open report as Qt sees it: the body of its sheet, every change through the document."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from reportdesk.document import Changed, Document
from reportdesk.form.kinds import Refusal
from reportdesk.form.place import column_of, place_of, row_of
from reportdesk.form.spans import Box
from reportdesk.gui.grid.frame import Frame, frame_of
from reportdesk.gui.grid.state import CellState, cell_findings, state_of
from reportdesk.gui.qt.widgets.item_models import NOWHERE, DataRole, Index
from reportdesk.report.edit import Edit, confirm, enter, keep_unfit


class GridModel(QAbstractTableModel):
    """The cells of one table; it keeps no figure of its own, only how the cells shown last stood."""

    refused = Signal(str)

    def __init__(self, document: Document, table: str, parent: QObject | None = None) -> None:
        """Follow a document's table until this object is destroyed."""
        super().__init__(parent)
        self.document = document
        self.frame: Frame = frame_of(document.form.table(table))
        self._findings = cell_findings(document)
        self._states: dict[str, CellState] = {}
        self.destroyed.connect(document.subscribe(_weakly(self._follow)))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of body rows."""
        return 0 if parent.isValid() else self.frame.rows

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of body columns."""
        return 0 if parent.isValid() else self.frame.columns

    def box(self, index: Index) -> Box:
        """Return the box of the sheet that covers an index."""
        return self.frame.box_at(index.row(), index.column())

    def key(self, index: Index) -> str:
        """Return the key of the cell at an index; empty for a label and for no index."""
        return self.box(index).key if index.isValid() else ""

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a cell; an invalid one if the table has no such cell."""
        place = self.frame.places.get(key)
        return self.index(*place) if place else QModelIndex()

    def state(self, key: str) -> CellState:
        """Return how a cell stands now."""
        if key not in self._states:
            self._states[key] = state_of(self.document, key, self._findings)
        return self._states[key]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be chosen, entered ones typed in; labels neither."""
        key = self.key(index)
        if not key:
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_fixed = self.document.is_read_only or self.document.form.cells[key].is_derived
        return chosen if is_fixed else chosen | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        """Return what an index shows, what is edited there, and what it says to a screen reader."""
        if not index.isValid():
            return None
        box = self.box(index)
        if not box.key:
            return box.text if role in {DataRole.DisplayRole, DataRole.AccessibleTextRole} else None
        match role:
            case DataRole.DisplayRole | DataRole.EditRole:
                return self.state(box.key).text
            case DataRole.AccessibleTextRole:
                state = self.state(box.key)
                value = state.text + self.document.form.cells[box.key].unit if state.text else ""
                return "，".join(filter(None, (place_of(self.document.form, box.key), value, state.words)))
            case DataRole.AccessibleDescriptionRole:
                return "".join(self._findings.messages.get(box.key, ()))
            case DataRole.ToolTipRole:
                return self._tooltip(box.key)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DataRole.DisplayRole) -> Any:
        """Return the labels of a body row or column in one string, for a screen reader."""
        if role not in {DataRole.DisplayRole, DataRole.AccessibleTextRole}:
            return None
        is_row = orientation == Qt.Orientation.Vertical
        words = row_of if is_row else column_of
        lines = self.frame.places.items()
        keys = (key for key, (row, column) in lines if (row if is_row else column) == section)
        return next((words(self.document.form, key) for key in keys), "")

    def setData(self, index: Index, value: Any, role: int = DataRole.EditRole) -> bool:
        """Put what was typed into the cell; say why where it cannot stand there, and leave the old value.

        A blank cell keeps it as it was typed, to be put right.
        """
        key = self.key(index)
        if role != DataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        try:
            figure = self.document.form.cells[key].kind.parse(str(value))
        except Refusal as refusal:
            self.refused.emit(str(refusal))
            if key not in self.document.report.cells:
                self.apply(keep_unfit(self.document.report, key, str(value)))
            return False
        report = self.document.report
        is_same = figure == report.cells.get(key) and key not in report.invalid
        confirms = is_same and key in report.unconfirmed
        self.apply(confirm(report, [key]) if confirms else enter(report, {key: figure}))
        return True

    def apply(self, edit: Edit) -> None:
        """Apply an edit made in this table; an edit that changes nothing leaves no trace."""
        if edit:
            self.document.apply(edit)

    def repaint(self, keys: Iterable[str]) -> None:
        """Have those of some cells painted anew that stand in this table."""
        for key in keys:
            index = self.index_of(key)
            if index.isValid():
                self._states.pop(key, None)
                self.dataChanged.emit(index, index)

    def _tooltip(self, key: str) -> str:
        state = self.state(key)
        return "\n".join(
            (place_of(self.document.form, key), state.words, *self._findings.messages.get(key, ()))
        )

    def _follow(self, changed: Changed) -> None:
        touched = set(changed.cells)
        if changed.findings or any(part == "accepted" for part, _ in changed.places):
            touched |= self._mark_again()
        self.repaint(touched)

    def _mark_again(self) -> set[str]:
        """Take the findings as they are now; return the cells whose marks are others now."""
        before, self._findings = self._findings, cell_findings(self.document)
        pairs = (
            (before.severities, self._findings.severities),
            (before.notes, self._findings.notes),
            (before.messages, self._findings.messages),
        )
        return {key for old, new in pairs for key in {*old, *new} if old.get(key) != new.get(key)}


def _weakly(method: Callable[[Changed], None]) -> Callable[[Changed], None]:
    """Return a listener that does not keep its owner alive."""
    reference = weakref.WeakMethod(method)

    def listen(changed: Changed) -> None:
        follow = reference()
        if follow is not None:
            follow(changed)

    return listen
