"""How a window is left and the next one begins: its place, panels and zoom, the page of each report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.qt.remembering.remembered import placement_of

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.gui.qt.remembering.remembered import Remembered
    from reportdesk.gui.shell import Shell

_PANEL_PX = 340


class AsLeft:
    """Remembers it of one window."""

    def __init__(self, window: Shell, remembered: Remembered) -> None:
        """Lay a window's panels out as those of the last were left."""
        self._window, self._remembered = window, remembered
        ui = window.ui
        ui.splitter.setStretchFactor(0, 1)
        ui.splitter.setStretchFactor(1, 0)
        ui.splitter.setSizes(remembered.panels("desk", 2) or [window.width() - _PANEL_PX, _PANEL_PX])
        if sizes := remembered.panels("side", 2):
            ui.side.setSizes(sizes)

    def note(self) -> None:
        """Remember how the window is left, for the next one."""
        window = self._window
        self.note_page()
        splitters = {"desk": window.ui.splitter, "side": window.ui.side}
        if window.isVisible():
            sizes = {name: splitter.sizes() for name, splitter in splitters.items()}
            self._remembered.note_window(placement_of(window), sizes, window.desk.zoom)

    def note_untaken(self, words: str) -> None:
        """Remember what was being typed and no place could take, so that the next start tells it."""
        if words and self._window.document is not None:
            title = self._window.document.report.printed_title
            self._remembered.note_untaken({**self._remembered.untaken, title: words})

    def note_page(self) -> None:
        """Remember on which page the open report is left."""
        window = self._window
        path = window.document.path if window.document is not None else None
        if path is not None and window.desk.page is not None:
            self._remembered.note_page(path, window.desk.page.key)

    def page_of(self, document: Document | None) -> str:
        """Return the key of the page on which a report was left, empty where that is not known."""
        path = document.path if document is not None else None
        return self._remembered.page(path) if path is not None else ""
