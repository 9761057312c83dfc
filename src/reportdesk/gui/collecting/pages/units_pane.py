"""The left of the window 汇总: its units, found by a part of their name and by how they stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView

from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.session import Session
from reportdesk.gui.collecting.pages.unit_list import FILTERS, UnitFilter, UnitModel
from reportdesk.gui.forms.collecting import Ui_Collecting

#: Of all columns but the first, which takes the rest.
_WIDTHS_PX = (76, 142, 42, 42, 92)
#: The room of the table from which on a column is shown: its group, when it was received.
_NEEDS_PX = {1: 520, 5: 440}
#: The keys of a list that has no columns to walk through, with the rows that they lead to.
_TO_ROW = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
#: The keys that lead from the search into what was found.
_INTO_LIST = {Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp}


class UnitsPane(QObject):
    """Shows the units of a collection, and which of them is chosen."""

    chosen = Signal()
    activated = Signal()

    def __init__(self, ui: Ui_Collecting, parent: QObject) -> None:
        """Fill the table that `collecting.ui` draws, the search and the filter above it."""
        super().__init__(parent)
        self._search, self._filter, self._table = ui.search, ui.filter, ui.units
        self.model = UnitModel(self._table.palette(), self)
        self.shown = UnitFilter(self.model, self)
        self._filter.addItems(list(FILTERS))
        self._is_told = False
        self._dress_table()
        self._search.textChanged.connect(self._let_through)
        self._search.returnPressed.connect(self._table.setFocus)
        self._filter.currentTextChanged.connect(self._let_through)
        self._table.selectionModel().currentRowChanged.connect(self._follow)
        self._table.doubleClicked.connect(lambda *_: self.activated.emit())

    @property
    def state(self) -> UnitState | None:
        """Return the unit chosen, None for none."""
        return self.shown.state(self._table.currentIndex())

    @property
    def name(self) -> str:
        """Return the name of the unit chosen, "" for none."""
        return self.state.unit.name if self.state else ""

    def show_session(self, session: Session) -> None:
        """Show the units of a session as they stand; the unit chosen stays."""
        name = self.name
        self.model.show_collection(session.collection, session.updates, session.settings.decisions)
        self.choose(name)

    def choose(self, name: str) -> None:
        """Choose a unit by its name; the first one where it is not shown."""
        self._is_told = False
        found = self.shown.mapFromSource(self.model.index(self.model.row_of(name), 0))
        if self.shown.rowCount():
            self._table.selectRow(found.row() if found.isValid() else 0)
        # What is chosen already may stand otherwise by now.
        if not self._is_told:
            self.chosen.emit()

    def _follow(self) -> None:
        self._is_told = True
        self.chosen.emit()

    def find(self, name: str) -> None:
        """Choose a unit by its name, whatever was searched for before."""
        self._search.clear()
        self._filter.setCurrentIndex(0)
        self.choose(name)

    def recolour(self) -> None:
        """Draw in the colours that the window has now."""
        self.model.recolour(self._table.palette())

    def search(self) -> None:
        """Let a unit be searched for."""
        self._search.setFocus()
        self._search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave out columns without room; take the keys that lead to a unit, from the search too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._lead(event) if watched is self._search else self._jump(event)
        if isinstance(event, QResizeEvent) and watched is self._table:
            for column, room in _NEEDS_PX.items():
                self._table.setColumnHidden(column, event.size().width() < room)
        return False

    def _lead(self, event: QKeyEvent) -> bool:
        """Give the list a key of its own that was pressed in the search."""
        if event.key() not in _INTO_LIST:
            return False
        self._table.setFocus()
        QApplication.sendEvent(self._table, event)
        return True

    def _jump(self, event: QKeyEvent) -> bool:
        """Go to the first or the last unit."""
        count = self.shown.rowCount()
        if event.key() not in _TO_ROW or not count:
            return False
        self._table.selectRow(_TO_ROW[Qt.Key(event.key())] % count)
        return True

    def _let_through(self) -> None:
        name = self.name
        self.shown.let_through(self._filter.currentText(), self._search.text())
        self.choose(name)

    def _dress_table(self) -> None:
        self._table.setModel(self.shown)
        for widget in (self._table, self._search):
            widget.installEventFilter(self)
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS_PX, start=1):
            self._table.setColumnWidth(column, width)
