"""What a sum is made of, unit by unit, as a table: the figure, its share, last year's; Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reportdesk.gui.qt.widgets.item_models import NOWHERE, DataRole, Index

if TYPE_CHECKING:
    from reportdesk.collect.addends import Addend
    from reportdesk.form.formula import Number

_HEADINGS = ("单位", "本年", "占比", "上年")
_ROW_PX, _FIGURE_PX = 26, 56
_LAST = 3


class AddendModel(QAbstractTableModel):
    """The addends of one cell in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.addends: Sequence[Addend] = ()
        self._show: Callable[[Number | None], str] = str

    def show_addends(self, addends: Sequence[Addend], show: Callable[[Number | None], str]) -> None:
        """Show other addends, figures as `show` writes them."""
        self.beginResetModel()
        self.addends, self._show = addends, show
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of addends."""
        return 0 if parent.isValid() else len(self.addends)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DataRole.DisplayRole) -> Any:
        """Return a column's heading."""
        is_heading = orientation == Qt.Orientation.Horizontal and role == DataRole.DisplayRole
        return _HEADINGS[section] if is_heading else None

    def data(self, index: Index, role: int = DataRole.DisplayRole) -> Any:
        """Return what a place says; the name whole as its tip, with where the report lies."""
        if not index.isValid():
            return None
        addend = self.addends[index.row()]
        match role:
            case DataRole.DisplayRole:
                return self.words(addend)[index.column()]
            case DataRole.ToolTipRole:
                return "\n".join(filter(None, (addend.name, addend.file)))
            case DataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter if index.column() else None
        return None

    def words(self, addend: Addend) -> tuple[str, str, str, str]:
        """Return what the columns say of an addend."""
        share = "" if addend.share is None else f"{addend.share:.1%}"
        return addend.name, self._show(addend.figure) or "空", share, self._show(addend.last)


class AddendsTable(QTableView):
    """Shows the addends of a cell; `unit_asked` is the file of the unit that somebody wants to see."""

    unit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.addends = AddendModel(self)
        self.setModel(self.addends)
        self.addends.modelReset.connect(self._make_room)
        self.setAccessibleName("这一格由哪些单位加成")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(_HEADINGS)):
            self.setColumnWidth(column, _FIGURE_PX)
        self.doubleClicked.connect(self._ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go to the unit chosen."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._ask(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _make_room(self) -> None:
        """Show last year's column only where a unit has a figure there."""
        self.setColumnHidden(_LAST, all(addend.last is None for addend in self.addends.addends))

    def _ask(self, index: QModelIndex) -> None:
        if file := self.addends.addends[index.row()].file:
            self.unit_asked.emit(file)
