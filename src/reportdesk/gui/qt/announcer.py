"""Words that a screen reader speaks though the focus stays, for who listens instead of looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleEvent


class Announcer(QObject):
    """Announces on behalf of a widget; `announced` tells what was said, for whoever keeps it."""

    announced = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        """Speak for a widget that stays in view; its name is what was said last."""
        super().__init__(widget)
        self._widget = widget
        self._last = ""

    @property
    def last(self) -> str:
        """Return what was said last."""
        return self._last

    def say(self, words: str) -> None:
        """Have some words spoken; nothing is said for none."""
        if not words.strip():
            return
        self._last = words
        self._widget.setAccessibleDescription(words)
        QtGui.QAccessible.updateAccessibility(_event(self._widget, words))
        self.announced.emit(words)


def _event(widget: QWidget, words: str) -> QAccessibleEvent:
    """Return an announcement; before Qt 6.8, which has none, an alert whose widget's description says it."""
    announcement = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if announcement is None:
        return QtGui.QAccessibleEvent(widget, QtGui.QAccessible.Event.Alert)
    made: QAccessibleEvent = announcement(widget, words)
    return made
