"""The keys of the findings' list: Enter and Space go to the one chosen, arrows list the parts of a card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView


class ListKeys(QObject):
    """Filters the keys of a list: `go` goes to what is chosen, `unfold` tells whether it could fold."""

    def __init__(self, cards: QListView, go: Callable[[], object], unfold: Callable[[bool], bool]) -> None:
        """Stand before a list."""
        super().__init__(cards)
        self._go, self._unfold = go, unfold
        cards.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Let Enter and Space go to the finding chosen, the arrows list the parts of a card."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
            if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._go()
                return True
            if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
                return self._unfold(event.key() == Qt.Key.Key_Right)
        return False
