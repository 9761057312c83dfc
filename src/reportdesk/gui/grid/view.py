"""One table of the open report as a widget: what the window knows of a grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reportdesk.document import Document
from reportdesk.form.place import place_of
from reportdesk.gui.grid.cells import CellsView
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.paper import Paper
from reportdesk.report.edit import Edit, confirm, fill_blanks, keep_unfit, take_sums


class TableView(QWidget):
    """A table laid out as on paper, typed into like a sheet of Excel or WPS; follows its document."""

    current_changed = Signal(str)
    refused = Signal(str)
    pasted = Signal(object)
    #: A menu is asked for, at a place of the screen.
    menu_asked = Signal(QPoint)

    def __init__(self, document: Document, table: str, parent: QWidget | None = None) -> None:
        """Show a table of a document; raise KeyError if its form has none of that key."""
        super().__init__(parent)
        self.document = document
        model = GridModel(document, table, self)
        self.cells = CellsView(model, self)
        self._percent = 100
        self._shows_last = True
        self._paper = Paper(document.form.section_of_table(table).heading, self.cells, self)
        self.setFocusProxy(self.cells)
        for part in (self, self.cells):
            part.setAccessibleName(document.form.table(table).name)
        model.refused.connect(self.refused)
        self.cells.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.cells.customContextMenuRequested.connect(
            lambda place: self.menu_asked.emit(self.cells.viewport().mapToGlobal(place))
        )
        self.cells.moved.connect(self.current_changed)
        self.cells.pasted.connect(self.pasted)
        self._look()

    def go_to(self, key: str) -> None:
        """Make a cell the current one, scroll to it and take the keyboard there."""
        self.cells.go_to(key)
        self.cells.setFocus()

    def finish_editing(self) -> bool:
        """Commit what is being typed (before a save); False if it is refused: it stays open, in view."""
        field = self.cells.field()
        if field is None or self.cells.delegate.finish(field):
            return True
        self.cells.scrollTo(self.cells.currentIndex())
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        place = place_of(self.document.form, self.cells.current_key())
        self.refused.emit(f"{place}还不对：{field.reason}")
        return False

    def keep_typed(self) -> str:
        """Commit what is being typed where nobody can be asked; return what its cell could not take.

        What a blank cell cannot hold stays beside it.
        """
        field, key = self.cells.field(), self.cells.current_key()
        words = field.text() if field is not None else ""
        if field is None or self.finish_editing():
            return ""
        if key in self.document.report.cells:
            return f"{place_of(self.document.form, key)}“{words}”"
        self.cells.grid.apply(keep_unfit(self.document.report, key, words))
        return ""

    def fill_selection_blanks(self) -> None:
        """Put 0 into the chosen cells that are blank."""
        self._act(lambda keys: fill_blanks(self.document.report, keys))

    def take_selected_sums(self) -> None:
        """Let the chosen derived cells take the sum of their parts in place of the printed figure."""
        self._act(lambda keys: take_sums(self.document.report, keys))

    def confirm_selected(self) -> None:
        """Confirm the chosen cells that were taken over from last year."""
        self._act(lambda keys: confirm(self.document.report, keys))

    @property
    def has_chosen_blanks(self) -> bool:
        """Tell whether a chosen cell that can be typed in is blank."""
        return bool(fill_blanks(self.document.report, self.cells.chosen_keys()))

    @property
    def has_chosen_stated(self) -> bool:
        """Tell whether a chosen sum shows a printed figure instead."""
        return bool(take_sums(self.document.report, self.cells.chosen_keys()))

    @property
    def has_chosen_unconfirmed(self) -> bool:
        """Tell whether a chosen cell was taken over from last year and not yet confirmed."""
        return any(key in self.document.report.unconfirmed for key in self.cells.chosen_keys())

    def set_zoom(self, percent: int) -> None:
        """Show the table at a zoom (100 is as designed)."""
        if percent != self._percent:
            self._percent = percent
            self._look()

    def set_show_last_year(self, shown: bool) -> None:
        """Show or hide last year's figures."""
        if shown != self._shows_last:
            self._shows_last = shown
            self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the paper out for the new room."""
        super().resizeEvent(event)
        self._paper.setGeometry(self.rect())

    def _act(self, edit_of: Callable[[Sequence[str]], Edit]) -> None:
        self.cells.act(lambda keys: self.cells.grid.apply(edit_of(keys)))

    def _look(self) -> None:
        self.cells.set_look(self._percent, shows_last=self._shows_last)
