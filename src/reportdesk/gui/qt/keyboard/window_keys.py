"""Keys that fields would take for themselves though they belong to the window, wherever the caret stands.

Undo and redo are the document's, not a field's short memory; on X11 fields use some letters as Emacs does.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
# There they would go to the end of the line and delete what follows: neither is known to clerks.
_LETTERS = frozenset({Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_K})


class WindowKeys(QObject):
    """Filters a field so that the window's keys reach the window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window have its keys."""
        if event.type() == QEvent.Type.ShortcutOverride and is_window_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def is_window_key(event: QEvent) -> bool:
    """Tell whether a key event is undo, redo, or a letter with Ctrl that a menu entry has."""
    is_history = isinstance(event, QKeyEvent) and any(event.matches(key) for key in _HISTORY)
    return is_history or is_menu_letter(event)


def is_menu_letter(event: QEvent) -> bool:
    """Tell whether a key event is a letter with Ctrl that a menu entry has."""
    with_control = Qt.KeyboardModifier.ControlModifier
    return isinstance(event, QKeyEvent) and event.modifiers() == with_control and event.key() in _LETTERS
