"""Entries whose meaning hangs on where the focus is: the clipboard, and what only a table's cells know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit

if TYPE_CHECKING:
    from reportdesk.gui.grid.cells import CellsView
    from reportdesk.gui.shell import Shell


class Focused:
    """Hands an entry to the field, editor or table of a window that has the focus."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def pass_on(self, name: str) -> None:
        """Give an edit of the clipboard to the field, editor or table that has the focus."""
        focus = QApplication.focusWidget()
        cells = self._cells_with_focus()
        target = cells if cells is not None and not isinstance(focus, QLineEdit) else focus
        method = getattr(target, "del_" if name == "delete" and isinstance(focus, QLineEdit) else name, None)
        if method is not None:
            method()

    def in_cells(self, name: str) -> None:
        """Do in the table that has the focus what only cells know."""
        cells = self._cells_with_focus()
        if cells is None:
            self._window.status.tell("先点一下表格里的格子")
        elif self._window.desk.finish_editing():
            getattr(cells, name)()

    def _cells_with_focus(self) -> CellsView | None:
        focus = QApplication.focusWidget()
        page = self._window.desk.page
        table = page.table if page is not None else None
        return table.cells if table is not None and focus is not None and table.isAncestorOf(focus) else None
