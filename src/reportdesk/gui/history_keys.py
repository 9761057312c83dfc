"""Undo and redo belong to the document: fields with a short memory of their own leave them to the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence


class HistoryKeys(QObject):
    """Filters a field so that undo and redo reach the window, not the field's own short memory."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window have undo and redo."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def is_history_key(event: QEvent) -> bool:
    """Tell whether a key event means undo or redo."""
    keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in keys)
