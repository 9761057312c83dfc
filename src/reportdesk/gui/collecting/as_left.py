"""How the window 汇总 is left and the next one begins: its place, and where its bar stands."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from reportdesk.gui.collecting.halves import SplitHalves
from reportdesk.gui.qt.remembering.remembered import Remembered, placement_of, take_place

_PANELS = "collecting"


class CollectingAsLeft:
    """Remembers it of one window."""

    def __init__(self, window: QMainWindow, halves: SplitHalves) -> None:
        """Act for a window and its bar."""
        self._window, self._halves = window, halves

    def take_place(self) -> None:
        """Let the window be where the last one was; all of a small screen where there was none."""
        remembered = Remembered()
        self._halves.restore(remembered.panels(_PANELS, 2))
        take_place(self._window, remembered.collecting)

    def note(self) -> None:
        """Remember how the window is left."""
        if self._window.isVisible():
            sizes = self._halves.sizes
            Remembered().note_collecting(placement_of(self._window), {_PANELS: sizes} if sizes else {})
