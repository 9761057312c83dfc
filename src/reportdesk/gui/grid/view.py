"""One table of the open report as a widget."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from reportdesk.document import Document
from reportdesk.form.place import place_of
from reportdesk.gui.grid.model import GridModel
from reportdesk.report.edit import fill_blanks


class TableView(QWidget):
    """A table laid out as on paper, typed into like a sheet of Excel or WPS; follows its document."""

    current_changed = Signal(str)
    refused = Signal(str)
    pasted = Signal(object)
    edited = Signal()

    def __init__(self, document: Document, table: str, parent: QWidget | None = None) -> None:
        """Show a table of a document."""
        super().__init__(parent)
        self.model = GridModel(document, table, self)
        self.model.edited.connect(self.edited)
        self.model.refused.connect(self.refused)
        self._cells = QTableView(self)
        self._cells.setModel(self.model)
        self._cells.selectionModel().currentChanged.connect(
            lambda *_: self.current_changed.emit(self.current_key())
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._cells)
        self.setFocusProxy(self._cells)

    def current_key(self) -> str:
        """Return the key of the current cell; empty while there is none."""
        return self.model.key(self._cells.currentIndex())

    def place_of(self, key: str) -> str:
        """Return in words where a cell stands."""
        return place_of(self.model.document.form, key)

    def go_to(self, key: str) -> None:
        """Make a cell the current one and scroll to it."""
        self._cells.setCurrentIndex(self.model.index_of(key))

    def light(self, keys: Iterable[str]) -> None:
        """Ring the cells that a finding concerns, until the next call; `light(())` takes the rings away."""

    def finish_editing(self) -> bool:
        """Commit what is being typed (call before saving or closing); False if it was refused and stays open."""
        return True

    def fill_selection_blanks(self) -> None:
        """Put 0 into the chosen cells that are blank."""
        chosen = (self.model.key(index) for index in self._cells.selectedIndexes())
        self.model.apply(fill_blanks(self.model.document.report, filter(None, chosen)))

    def take_selected_sums(self) -> None:
        """Let the chosen derived cells take the sum of their parts in place of the printed figure."""

    def select_all_cells(self) -> None:
        """Choose every cell."""
        self._cells.selectAll()

    def copy(self) -> None:
        """Copy the chosen block."""

    def cut(self) -> None:
        """Copy the chosen block and blank its cells."""

    def paste(self) -> None:
        """Paste a block from the current cell on; `pasted` tells what went where."""

    def delete(self) -> None:
        """Blank the chosen cells."""

    def set_zoom(self, percent: int) -> None:
        """Show the table at a zoom (100 is as designed)."""

    def set_show_last_year(self, shown: bool) -> None:
        """Show or hide last year's figures."""
