"""Keys as X names them, turned into Qt's, for those that an input method types itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

#: X symbols of keys without a letter, what Qt calls them, and the character that they stand for.
_NAMED = {
    0xFF08: (Qt.Key.Key_Backspace, "\b"),
    0xFF09: (Qt.Key.Key_Tab, "\t"),
    0xFF0D: (Qt.Key.Key_Return, "\r"),
    0xFF8D: (Qt.Key.Key_Enter, "\r"),
    0xFF1B: (Qt.Key.Key_Escape, "\x1b"),
    0xFF50: (Qt.Key.Key_Home, ""),
    0xFF51: (Qt.Key.Key_Left, ""),
    0xFF52: (Qt.Key.Key_Up, ""),
    0xFF53: (Qt.Key.Key_Right, ""),
    0xFF54: (Qt.Key.Key_Down, ""),
    0xFF55: (Qt.Key.Key_PageUp, ""),
    0xFF56: (Qt.Key.Key_PageDown, ""),
    0xFF57: (Qt.Key.Key_End, ""),
    0xFF63: (Qt.Key.Key_Insert, ""),
    0xFFFF: (Qt.Key.Key_Delete, "\x7f"),
}
_HELD = {
    1 << 0: Qt.KeyboardModifier.ShiftModifier,
    1 << 2: Qt.KeyboardModifier.ControlModifier,
    1 << 3: Qt.KeyboardModifier.AltModifier,
    1 << 6: Qt.KeyboardModifier.MetaModifier,
}
#: Symbols above it are characters of Unicode, by their number.
_UNICODE = 0x01000000
#: Keys that are held with another give it another meaning than its character.
_MEANING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def key_event(kind: QEvent.Type, symbol: int, state: int) -> QKeyEvent | None:
    """Return the event of a key by its X symbol and state; None for one that types nothing here."""
    held = Qt.KeyboardModifier.NoModifier
    for bit, modifier in _HELD.items():
        if state & bit:
            held |= modifier
    if symbol in _NAMED:
        key, text = _NAMED[symbol]
        return QKeyEvent(kind, key, held, text)
    character = _character(symbol)
    if not character:
        return None
    # Qt calls a key by its capital letter.
    code = ord(character.upper()) if len(character.upper()) == 1 else ord(character)
    return QKeyEvent(kind, code, held, "" if held & _MEANING else character)


def _character(symbol: int) -> str:
    """Return the character that a symbol stands for; "" for another key."""
    number = symbol - _UNICODE if symbol > _UNICODE else symbol
    if symbol < _UNICODE and not (0x20 <= symbol <= 0x7E or 0xA0 <= symbol <= 0xFF):
        return ""
    return chr(number) if number <= 0x10FFFF and chr(number).isprintable() else ""
