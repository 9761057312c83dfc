"""A cure for Qt's lost focus: a closed window that is deleted later says that nothing has the focus.

Such a window stays connected to the application's `focusObjectChanged` (Qt 6.8 and 6.9). When it goes,
Qt tells the input method that there is no field although the field of another window has the focus;
Windows then takes the input method away, and no Chinese can be typed until the focus moves elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow


class FocusKeeper(QObject):
    """Tells again what has the focus after it was said that nothing has, until the program ends."""

    def __init__(self, app: QGuiApplication) -> None:
        """Watch an application."""
        super().__init__(app)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_again)
        app.focusObjectChanged.connect(self._look)

    def _look(self, focus: QObject | None) -> None:
        if focus is None:
            self._soon.start()
        else:
            self._soon.stop()

    def _tell_again(self) -> None:
        # Its stubs don't know that there may be none.
        window = cast("QWindow | None", QGuiApplication.focusWindow())
        focus = cast("QObject | None", window.focusObject()) if window is not None else None
        if window is not None and focus is not None:
            window.focusObjectChanged.emit(focus)
