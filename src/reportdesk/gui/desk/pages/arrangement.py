"""How the parts of a page stand: one below the other, this year's words beside last year's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget


def stack(page: QWidget, *parts: QWidget) -> None:
    """Fill a page with parts from top to bottom; the one that is split takes the room left."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, 1 if isinstance(part, QSplitter) else 0)


def beside(editor: QWidget, last: QWidget) -> QSplitter:
    """Return an editor with last year's words at its right, both as wide."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(editor)
    splitter.addWidget(last)
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 1)
    return splitter
