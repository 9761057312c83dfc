"""The sum as the form's grids: a cell chosen shows its addends by unit, with shares and last year's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reportdesk.collect.addends import Addends
from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.comparison import LastSum
from reportdesk.form.parts import Table
from reportdesk.form.place import place_of
from reportdesk.form.spans import Box, Sheet, lay_out
from reportdesk.gui.desk.side.addends_table import AddendsTable
from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.qt.widgets.item_models import DataRole

_KEY = DataRole.UserRole
_ROW_PX, _HEAD_ROW_PX, _COLUMN_PX = 30, 36, 44
#: How the page is shared: the grids are empty when it is laid out, and would get nearly nothing.
_GRIDS_PX, _ADDENDS_PX = 360, 240


class _Paper(QTableWidget):
    """A table as wide as there is room, its columns in the proportions of the paper."""

    def __init__(self, table: Table, sheet: Sheet) -> None:
        super().__init__(sheet.rows, sheet.columns)
        self._widths = table.widths
        for row in range(sheet.rows):
            self.setRowHeight(row, _HEAD_ROW_PX if row in sheet.head_rows else _ROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out among the columns."""
        super().resizeEvent(event)
        room, whole = self.viewport().width(), sum(self._widths)
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, max(_COLUMN_PX, room * width // whole))


class SumPage(QWidget):
    """The tables of the sum, and the addends of the cell chosen."""

    adjust_asked = Signal(str)
    unadjust_asked = Signal(str)
    #: The file of the unit that somebody wants to see.
    unit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._collection: Collection | None = None
        self._last: LastSum | None = None
        self._addends: Addends | None = None
        self._addends_last: LastSum | None = None
        self._items: dict[str, QTableWidgetItem] = {}
        self.key = ""
        self.grids = QTabWidget(self)
        self.addends = AddendsTable(self)
        self.addends.unit_asked.connect(self.unit_asked)
        self.place = QLabel("选一格，下面列出它由哪些单位加成", self)
        self.place.setWordWrap(True)
        self.adjust = QPushButton("调整这一格…", self)
        self.adjust.clicked.connect(lambda: self.adjust_asked.emit(self.key))
        self.adjust.setEnabled(False)
        self.unadjust = QPushButton("去掉调整", self)
        self.unadjust.clicked.connect(lambda: self.unadjust_asked.emit(self.key))
        self.unadjust.hide()
        self._lay_out()

    def show_collection(self, collection: Collection | None, last: LastSum | None) -> None:
        """Show another sum; the cell chosen stays, and the grids while the form is the same."""
        before, self._collection, self._last = self._collection, collection, last
        is_same = before is not None and collection is not None and before.total is collection.total
        if is_same and self._addends is not None and last is self._addends_last:
            return
        self._addends = None
        if collection is None or before is None or before.form is not collection.form:
            self._draw()
        elif not is_same:
            for key, item in self._items.items():
                self._fill(collection, key, item)
        self._show_addends()

    def _draw(self) -> None:
        """Draw the grids anew; the one in front stays in front."""
        collection, turned = self._collection, self.grids.currentIndex()
        self._items.clear()
        while self.grids.count():
            widget = self.grids.widget(0)
            self.grids.removeTab(0)
            widget.deleteLater()
        if collection is not None:
            for table in collection.form.tables:
                self.grids.addTab(self._grid(collection, table), table.name)
            self.grids.setCurrentIndex(max(turned, 0))

    def choose(self, key: str) -> None:
        """Show the addends of a cell."""
        self.key = key
        self._show_addends()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        head.addWidget(self.unadjust)
        head.addWidget(self.adjust)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(8, 4, 8, 8)
        column.addLayout(head)
        column.addWidget(self.addends)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.grids)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([_GRIDS_PX, _ADDENDS_PX])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _grid(self, collection: Collection, table: Table) -> QTableWidget:
        sheet = lay_out(table)
        grid = _Paper(table, sheet)
        grid.setAccessibleName(f"{table.name}汇总")
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.horizontalHeader().hide()
        grid.verticalHeader().hide()
        for box in sheet.boxes:
            grid.setItem(box.row, box.column, self._item(collection, box))
            if box.rows > 1 or box.columns > 1:
                grid.setSpan(box.row, box.column, box.rows, box.columns)
        grid.currentItemChanged.connect(self._follow)
        return grid

    def _item(self, collection: Collection, box: Box) -> QTableWidgetItem:
        theme = theme_of(self.palette())
        item = QTableWidgetItem(box.text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if not box.key:
            item.setToolTip(box.text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setBackground(theme.header.ground)
            item.setForeground(theme.header.ink)
            return item
        item.setData(_KEY, box.key)
        item.setToolTip(place_of(collection.form, box.key))
        if collection.form.cells[box.key].is_derived:
            item.setBackground(theme.derived.ground)
        self._items[box.key] = item
        self._fill(collection, box.key, item)
        return item

    def _fill(self, collection: Collection, key: str, item: QTableWidgetItem) -> None:
        """Say what a cell's sum is, in another colour where units left the cell blank."""
        theme, cell = theme_of(self.palette()), collection.form.cells[key]
        item.setText(cell.kind.show(collection.total.cells.get(key)))
        is_blank = key in collection.total.blank_in
        ink = theme.warning.ink if is_blank else theme.derived.ink if cell.is_derived else theme.ink
        item.setForeground(ink)

    def _follow(self, current: QTableWidgetItem | None) -> None:
        key = current.data(_KEY) if current is not None else None
        if key:
            self.choose(str(key))

    def _show_addends(self) -> None:
        collection = self._collection
        cell = collection.form.cells.get(self.key) if collection else None
        self.adjust.setEnabled(cell is not None and not cell.is_derived)
        made = collection.decisions.adjustments if collection else ()
        self.unadjust.setVisible(any(one.cell == self.key for one in made))
        if collection is None or cell is None:
            self.addends.addends.show_addends((), str)
            return
        if self._addends is None:
            self._addends = Addends.of_collection(collection, self._last)
            self._addends_last = self._last
        total = cell.kind.show(collection.total.cells.get(self.key)) or "空"
        self.place.setText(f"{place_of(collection.form, self.key)}　合计 {total}")
        self.addends.addends.show_addends(self._addends.rows(self.key), cell.kind.show)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the grids anew for another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "addends"):
            self._draw()
