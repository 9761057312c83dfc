"""The field with the focus, as an input method writes into it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent, QTextCharFormat

from reportdesk.gui.qt.keyboard.fcitx.symbols import key_event

_ASKED = Qt.InputMethodQuery.ImEnabled | Qt.InputMethodQuery.ImHints
_SECRET = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData


def accepts(field: QObject) -> bool:
    """Return whether words may be composed in it; passwords are not shown to an input method."""
    query = QInputMethodQueryEvent(_ASKED)
    QCoreApplication.sendEvent(field, query)
    hints = query.value(Qt.InputMethodQuery.ImHints)
    is_secret = bool(Qt.InputMethodHint(hints or 0) & _SECRET)
    return bool(query.value(Qt.InputMethodQuery.ImEnabled)) and not is_secret


def compose(field: QObject, text: str, cursor: int) -> None:
    """Show underlined what is being composed, "" for nothing, with the cursor so many UTF-16 units in."""
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    length = len(text.encode("utf-16-le")) // 2
    kind = QInputMethodEvent.AttributeType
    attributes = [
        QInputMethodEvent.Attribute(kind.TextFormat, 0, length, underlined),
        QInputMethodEvent.Attribute(kind.Cursor, min(cursor, length), 1),
    ]
    QCoreApplication.sendEvent(field, QInputMethodEvent(text, attributes if text else []))


def commit(field: QObject, text: str) -> None:
    """Type words in place of what was being composed."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def type_key(field: QObject, symbol: int, state: int, is_release: bool) -> None:
    """Type a key by its X symbol and state; one that has no meaning here is left out."""
    kind = QEvent.Type.KeyRelease if is_release else QEvent.Type.KeyPress
    event = key_event(kind, symbol, state)
    if event is not None:
        QCoreApplication.sendEvent(field, event)


def caret() -> QRect | None:
    """Return where the caret is, in pixels of the screen; None while no window has the focus."""
    window = QGuiApplication.focusWindow()
    # The stubs know of no application without one.
    if cast("QObject | None", window) is None:
        return None
    inside = QGuiApplication.inputMethod().cursorRectangle().toRect()
    screen, ratio = window.screen().geometry().topLeft(), window.devicePixelRatio()
    place = (window.mapToGlobal(inside.topLeft()) - screen) * ratio + screen
    return QRect(place, inside.size() * ratio)
