"""Qt without a window: for calls that paint, wherever they are made."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication


def application() -> QGuiApplication:
    """Return the application that is running; where there is none, one without a screen.

    It lives as long as somebody holds it.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    # Where there is a display it is not asked: it may not answer.
    return QGuiApplication(["reportdesk", *(("-platform", "offscreen") if sys.platform == "linux" else ())])
