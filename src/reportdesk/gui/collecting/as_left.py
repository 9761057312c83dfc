"""How the window 汇总 is left and the next one begins: its place, and where its bar stands."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow

from reportdesk.gui.collecting.halves import SplitHalves
from reportdesk.gui.qt.remembering.remembered import Remembered, on_a_screen, placement_of

_PANELS = "collecting"
#: From this width on (in pixels) a screen has room for more than one window.
_ROOMY = 1500


class CollectingAsLeft:
    """Remembers it of one window."""

    def __init__(self, window: QMainWindow, halves: SplitHalves) -> None:
        """Act for a window and its bar."""
        self._window, self._halves = window, halves

    def take_place(self) -> None:
        """Let the window be where the last one was; all of a small screen where there was none."""
        remembered, window = Remembered(), self._window
        self._halves.restore(remembered.panels(_PANELS, 2))
        place = remembered.collecting
        if place is not None:
            screens = [each.availableGeometry() for each in QApplication.screens()]
            window.setGeometry(on_a_screen(place, screens))
        is_full = place.is_maximized if place else window.screen().availableSize().width() < _ROOMY
        if is_full:
            window.showMaximized()

    def note(self) -> None:
        """Remember how the window is left."""
        if self._window.isVisible():
            sizes = self._halves.sizes
            Remembered().note_collecting(placement_of(self._window), {_PANELS: sizes} if sizes else {})
