"""Between the field with the focus and an input method that Qt has no plugin for.

It watches that one field, not the application. While the method writes, the focus may go from a cell to
the field that opens over it: the composition goes with it. When the focus goes otherwise, what was being
composed is typed as it stands, and so it is when the method is lost: no key is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea
from shiboken6 import isValid

from reportdesk.gui.qt.keyboard.fcitx import field
from reportdesk.gui.qt.keyboard.fcitx.engine import Engine, pressed_key

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
#: Keys held with another make it a command, which stays one while something is being composed.
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Bridge(QObject):
    """Brings keys to an engine, and what it answers into the field, until the application ends."""

    def __init__(self, app: QGuiApplication, engine: Engine) -> None:
        """Follow the focus of an application."""
        super().__init__(app)
        self._engine = engine
        self._field: QObject | None = None
        self._watched: list[QObject] = []
        self._composed = ""
        self._is_told = False
        self._is_writing = False
        self._place: QRect | None = None
        engine.began.connect(self._begin)
        engine.ended.connect(self._end)
        engine.composed.connect(self._compose)
        engine.committed.connect(self._commit)
        engine.forwarded.connect(self._forward)
        app.focusObjectChanged.connect(self._look)
        app.inputMethod().cursorRectangleChanged.connect(self._tell_place)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the engine have a key first; leave alone what a click or another field ends."""
        kind = event.type()
        if kind in _KEYS:
            return watched is self._field and self._meet_key(cast("QKeyEvent", event))
        if kind == QEvent.Type.ShortcutOverride:
            return self._is_of_composition(cast("QKeyEvent", event))
        if kind == QEvent.Type.InputMethod:
            self._hear(watched, cast("QInputMethodEvent", event))
        elif kind == QEvent.Type.MouseButtonPress:
            self._finish()
        elif watched is self._field and kind == QEvent.Type.FocusOut:
            self._leave()
        elif watched is self._field and kind == QEvent.Type.FocusIn:
            self._tell_focus(is_in=True)
        return False

    def _meet_key(self, event: QKeyEvent) -> bool:
        key = pressed_key(event)
        there = self._living()
        if self._is_writing or key is None or there is None or not self._engine.is_ready:
            return False
        if not field.accepts(there):
            return False
        is_taken = self._engine.takes(key)
        if is_taken:
            event.accept()
        return is_taken

    def _hear(self, watched: QObject, event: QInputMethodEvent) -> None:
        """Know of words that somebody else typed in place of what was being composed."""
        if watched is self._field and not self._is_writing and event.commitString():
            self._composed = ""
            self._engine.reset()

    def _is_of_composition(self, event: QKeyEvent) -> bool:
        """Keep Esc, Enter and letters that belong to a composition from being commands of the window."""
        if not self._composed or event.modifiers() & _COMMAND:
            return False
        event.accept()
        return True

    def _look(self) -> None:
        """Watch what has the focus now."""
        # The stubs know of no application without a focus.
        now = cast("QObject | None", QGuiApplication.focusObject())
        if now is self._field:
            return
        if self._is_writing:
            # A cell opened its field over what is being composed, and hands it on.
            self._watch(now)
            return
        self._leave()
        self._watch(now)
        if now is not None:
            self._tell_focus(is_in=True)

    def _watch(self, now: QObject | None) -> None:
        for each in self._watched:
            if isValid(each):
                each.removeEventFilter(self)
        self._field = now
        self._watched = [] if now is None else [now]
        if isinstance(now, QAbstractScrollArea):
            self._watched.append(now.viewport())
        for each in self._watched:
            each.installEventFilter(self)

    def _living(self) -> QObject | None:
        return self._field if self._field is not None and isValid(self._field) else None

    def _leave(self) -> None:
        if not self._is_writing:
            self._finish()
            self._tell_focus(is_in=False)

    def _finish(self) -> None:
        """Type what is being composed as it stands."""
        if self._composed and not self._is_writing:
            self._commit(self._composed)
            self._engine.reset()

    def _begin(self) -> None:
        self._is_told, self._place = False, None
        if self._living() is not None:
            self._tell_focus(is_in=True)

    def _end(self) -> None:
        self._is_told = False
        if self._composed:
            self._commit(self._composed)

    def _tell_focus(self, *, is_in: bool) -> None:
        if self._engine.is_ready and self._is_told != is_in:
            self._is_told = is_in
            self._engine.focus(is_in)
            if is_in:
                self._place = None
                self._tell_place()

    def _tell_place(self) -> None:
        if self._is_told and (place := field.caret()) is not None and place != self._place:
            self._place = place
            self._engine.place(place)

    def _compose(self, text: str, cursor: int) -> None:
        there = self._living()
        if there is None or (not text and not self._composed):
            return
        self._composed = text
        with self._writing():
            field.compose(there, text, cursor)

    def _commit(self, text: str) -> None:
        there = self._living()
        self._composed = ""
        if there is not None:
            with self._writing():
                field.commit(there, text)

    def _forward(self, symbol: int, state: int, is_release: bool) -> None:
        there = self._living()
        if there is not None:
            with self._writing():
                field.type_key(there, symbol, state, is_release)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Take what happens meanwhile for our own doing."""
        was = self._is_writing
        self._is_writing = True
        try:
            yield
        finally:
            self._is_writing = was
