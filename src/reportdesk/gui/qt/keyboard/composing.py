"""What is being composed is typed where it is left: input methods would lose it.

A click elsewhere, another page or another program takes the focus away while pinyin is still underlined.
The method then forgets the words or goes on in the next field, as it likes. Before the focus goes, the
words are typed as they stand; whoever meant others sees them and can put them right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView
from shiboken6 import isValid

#: They come while the field still has the focus.
_LEAVING = frozenset({QEvent.Type.FocusAboutToChange, QEvent.Type.Hide})


def finish_composing() -> None:
    """Type what is being composed in the field with the focus; nothing happens where nothing is."""
    app = QCoreApplication.instance()
    for keeper in app.findChildren(CompositionKeeper) if app is not None else ():
        keeper.finish()


class CompositionKeeper(QObject):
    """Watches the one field with the focus, until the program ends."""

    def __init__(self, app: QGuiApplication, commit: Callable[[], None] | None = None) -> None:
        """Follow the focus of an application; `commit` asks the input method to type, Qt's by default."""
        super().__init__(app)
        self._ask_to_commit = commit or app.inputMethod().commit
        self._field: QObject | None = None
        self._composed = ""
        #: What was composed until this turn of the event loop: Qt lets the method forget it before it says
        #: that the focus goes.
        self._dropped = ""
        self._is_committed = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._forget)
        app.focusObjectChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what is being composed, and type it when its field is left."""
        if watched is self._field:
            if event.type() == QEvent.Type.InputMethod:
                self._hear(cast("QInputMethodEvent", event))
            elif event.type() in _LEAVING:
                self.finish()
        return False

    def finish(self) -> None:
        """Let the method type what is being composed, or do so where it only forgets it."""
        field, words = self._field, self._composed or self._dropped
        if field is None:
            return
        self._is_committed = False
        self._ask_to_commit()
        self._composed = self._dropped = ""
        if words and not self._is_committed and isValid(field):
            event = QInputMethodEvent()
            event.setCommitString(words)
            QCoreApplication.sendEvent(field, event)

    def _hear(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._is_committed, self._dropped = True, ""
        elif self._composed and not event.preeditString():
            self._dropped = self._composed
            self._soon.start()
        self._composed = event.preeditString()

    def _forget(self) -> None:
        self._dropped = ""

    def _watch(self, field: QObject | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        # A cell hands what is being composed to the field that opens over it: it has none of its own.
        self._field = None if isinstance(field, QAbstractItemView) else field
        self._composed = self._dropped = ""
        if self._field is not None and field is not None:
            field.installEventFilter(self)
