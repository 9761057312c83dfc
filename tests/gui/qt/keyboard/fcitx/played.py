"""An engine that plays fcitx: what each key brings is said beforehand."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent

from reportdesk.gui.qt.keyboard.fcitx.engine import Engine, PressedKey


class Played(Engine):
    """Composes letters, commits them in capitals at a space, and types all else plainly."""

    def __init__(self) -> None:
        super().__init__()
        self.ready = True
        self.text = ""
        self.calls: list[str] = []
        self.places: list[QRect] = []
        self.keys: list[PressedKey] = []
        self.before_answer: Callable[[], object] = lambda: None

    @property
    def is_ready(self) -> bool:
        return self.ready

    def takes(self, key: PressedKey) -> bool:
        self.keys.append(key)
        self.before_answer()
        if not self.ready or key.is_release:
            return False
        if chr(key.symbol).isalpha() and key.symbol < 0x80:
            self.text += chr(key.symbol)
            self.composed.emit(self.text, len(self.text))
            return True
        if self.text and key.symbol == ord(" "):
            text, self.text = self.text, ""
            self.composed.emit("", 0)
            self.committed.emit(text.upper())
            return True
        return bool(self.text)

    def focus(self, is_in: bool) -> None:
        self.calls.append("in" if is_in else "out")

    def reset(self) -> None:
        self.text = ""
        self.calls.append("reset")

    def place(self, caret: QRect) -> None:
        self.places.append(caret)

    def end(self) -> None:
        self.ready, self.text = False, ""
        self.ended.emit()


_SYMBOLS = {Qt.Key.Key_Escape: 0xFF1B, Qt.Key.Key_Return: 0xFF0D, Qt.Key.Key_Left: 0xFF51}


def press(
    field: QObject, key: str | Qt.Key, *, native: bool = True, kind: QEvent.Type = QEvent.Type.KeyPress
) -> bool:
    """Type a key as X sends it, its place on the keyboard aside; return whether it was accepted."""
    text = key if isinstance(key, str) else ""
    code = ord(key.upper()) if isinstance(key, str) else key.value
    symbol = ord(key) if isinstance(key, str) else _SYMBOLS[key]
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(kind, code, none, 9, symbol if native else 0, 0, text)
    QCoreApplication.sendEvent(field, event)
    return event.isAccepted()
