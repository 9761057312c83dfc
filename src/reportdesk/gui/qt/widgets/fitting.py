"""Dialogs that stay on the screen: none is larger than what the desktop leaves of it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

#: What a window's frame and title take, in pixels.
_FRAME = QSize(16, 40)


def fit_to_screen(window: QWidget) -> None:
    """Make a window that is not shown yet as small as its screen, if it is larger."""
    window.resize(within(window.size(), window.screen().availableSize()))


def within(size: QSize, screen: QSize) -> QSize:
    """Return a size that a screen has room for, with a frame around it."""
    return size.boundedTo(screen - _FRAME)
