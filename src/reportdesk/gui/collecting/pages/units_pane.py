"""The left of the window 汇总: its units, found by a part of their name and by how they stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.session import Session
from reportdesk.gui.collecting.pages.unit_list import FILTERS, UnitFilter, UnitModel
from reportdesk.gui.forms.collecting import Ui_Collecting

#: Of all columns but the first, which takes the rest.
_WIDTHS_PX = (76, 142, 42, 42, 92)
#: The room of the table from which on a column is shown: its group, when it was received.
_NEEDS_PX = {1: 520, 5: 440}


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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Leave out the group and the time of receipt where there is no room for them."""
        if isinstance(event, QResizeEvent):
            for column, room in _NEEDS_PX.items():
                self._table.setColumnHidden(column, event.size().width() < room)
        return False

    def _let_through(self) -> None:
        name = self.name
        self.shown.let_through(self._filter.currentText(), self._search.text())
        self.choose(name)

    def _dress_table(self) -> None:
        self._table.setModel(self.shown)
        self._table.installEventFilter(self)
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS_PX, start=1):
            self._table.setColumnWidth(column, width)
