"""The service of fcitx 4 on the session bus: one input context, keys that wait for an answer, and signals.

A key waits for a bounded time. Where no answer comes the context is given up and another is asked for,
without waiting: it comes when the service lives again, and what the old one still says is not heard.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    SLOT,
    QCoreApplication,
    QEvent,
    QMetaObject,
    QObject,
    QRect,
    Qt,
    Slot,
)
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusInterface,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusServiceWatcher,
)

from reportdesk.gui.qt.keyboard.fcitx.engine import Engine, PressedKey

#: A key waits for the answer: a service that needs more hangs, and typing goes on without it.
_PATIENCE_MS = 500
#: For a context: the bus says at once when the service ends, and one that hangs may wake whenever it likes.
_FOREVER_MS = 0x7FFFFFFF
_METHOD = "org.fcitx.Fcitx.InputMethod"
_CONTEXT = "org.fcitx.Fcitx.InputContext"
#: Its successor, which serves under the old name too.
_SUCCESSOR = "org.fcitx.Fcitx5"
_BUS = "org.freedesktop.DBus"
#: What is composed is shown in the field; and what is composed stays when the focus goes.
_SHOWS, _KEEPS = 1 << 1, 1 << 5
_SIGNALS = ("CommitString", "UpdatePreedit", "ForwardKey")
_Then: TypeAlias = Callable[[QDBusMessage], None]
# Its stubs speak of bytes, which it refuses.
_HEAR: Any = SLOT("hear(QDBusMessage)")


class Fcitx(Engine):
    """Fcitx 4 for a display, whether it runs already, starts later, or ends."""

    def __init__(
        self,
        parent: QObject,
        bus: QDBusConnection,
        display: str,
        patience_ms: int = _PATIENCE_MS,
        *,
        leaves_successor: bool = True,
    ) -> None:
        """Look for the service of a display such as "0" from now on.

        With `leaves_successor` fcitx 5, which takes its name too, is left to Qt's plugin for IBus.
        """
        super().__init__(parent)
        self._bus = bus
        self._service = f"org.fcitx.Fcitx-{display}"
        self._patience_ms = patience_ms
        self._left = _SUCCESSOR if leaves_successor else ""
        self._context: QDBusInterface | None = None
        self._is_asking = False
        self._is_looking = False
        self._abilities = 0
        self._watcher = QDBusServiceWatcher(
            self._service, bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self
        )
        self._watcher.addWatchedService(_SUCCESSOR)
        self._watcher.serviceOwnerChanged.connect(self._meet_owner)
        self._ask_who_is_there()

    @property
    def is_ready(self) -> bool:
        """Whether there is a context."""
        return self._context is not None

    @property
    def is_looking(self) -> bool:
        """Whether it is not known yet who is on the bus."""
        return self._is_looking

    def takes(self, key: PressedKey) -> bool:
        """Hand over a key; one that is not answered in time is not used up."""
        context = self._context
        if context is None:
            return False
        words = (("uint", key.symbol), ("uint", key.code), ("uint", key.state))
        taken = QMetaObject.invokeMethod(
            context,
            "ProcessKeyEvent",  # type: ignore[call-overload]
            Qt.ConnectionType.DirectConnection,
            Q_RETURN_ARG(int),
            *(Q_ARG(kind, value) for kind, value in words),
            Q_ARG(int, int(key.is_release)),
            Q_ARG("uint", key.time),
        )
        if context.lastError().isValid():
            self._give_up()
            self._ask_who_is_there()
            return False
        # Signals that came before the answer are waiting: a commit comes before the key that follows it.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return bool(taken)

    def focus(self, is_in: bool) -> None:
        """Tell it, without waiting."""
        self._tell("FocusIn" if is_in else "FocusOut")

    def reset(self) -> None:
        """Tell it, without waiting."""
        self._tell("Reset")

    def place(self, caret: QRect) -> None:
        """Tell it, without waiting."""
        self._tell("SetCursorRect", [caret.x(), caret.y(), caret.width(), caret.height()])

    @Slot(QDBusMessage)
    def hear(self, message: QDBusMessage) -> None:
        """Pass on a signal of the context; another context's is not heard."""
        if self._context is None or message.path() != self._context.path():
            return
        match message.member(), message.arguments():
            case "CommitString", [str(text)]:
                self.committed.emit(text)
            case "UpdatePreedit", [str(text), int(cursor)]:
                self.composed.emit(text, _utf16(text, cursor))
            case "ForwardKey", [int(symbol), int(state), int(kind)]:
                self.forwarded.emit(symbol, state, bool(kind))

    def _meet_names(self, message: QDBusMessage) -> None:
        """Ask for a context where fcitx 4 is among those on the bus."""
        self._is_looking = False
        names = message.arguments()[0] if message.arguments() else []
        # The successor tells what is composed in a shape that can't be read here: it shows that itself.
        self._abilities = _KEEPS if _SUCCESSOR in names else _KEEPS | _SHOWS
        if self._service in names and self._left not in names and not self.is_ready and not self._is_asking:
            self._is_asking = True
            self._call(
                QDBusMessage.createMethodCall(self._service, "/inputmethod", _METHOD, "CreateICv3"),
                ["reportdesk", os.getpid()],
                self._meet_context,
                _FOREVER_MS,
            )

    def _meet_context(self, message: QDBusMessage) -> None:
        """Begin with a context that was made for us; leave what refuses one alone."""
        self._is_asking = False
        if message.type() != QDBusMessage.MessageType.ReplyMessage or not message.arguments():
            return
        path = f"/inputcontext_{message.arguments()[0]}"
        context = QDBusInterface(self._service, path, _CONTEXT, self._bus, self)
        context.setTimeout(self._patience_ms)
        for name in _SIGNALS:
            self._bus.connect(self._service, path, _CONTEXT, name, self, _HEAR)
        QMetaObject.invokeMethod(
            context,
            "SetCapacity",  # type: ignore[call-overload]
            Qt.ConnectionType.DirectConnection,
            Q_ARG("uint", self._abilities),
        )
        if not context.isValid() or context.lastError().isValid():
            context.deleteLater()
            return
        self._context = context
        self.began.emit()

    def _ask_who_is_there(self) -> None:
        self._call(
            QDBusMessage.createMethodCall(_BUS, "/", _BUS, "ListNames"), [], self._meet_names, _FOREVER_MS
        )

    def _meet_owner(self, _: str, before: str, now: str) -> None:
        if before or now:
            self._give_up()
            self._ask_who_is_there()

    def _give_up(self) -> None:
        """Go on without the context that there is."""
        if self._context is None:
            return
        context = self._context
        self._tell("DestroyIC")
        self._context = None
        for name in _SIGNALS:
            self._bus.disconnect(self._service, context.path(), _CONTEXT, name, self, _HEAR)
        context.deleteLater()
        self.ended.emit()

    def _tell(self, method: str, words: Sequence[object] = ()) -> None:
        if self._context is not None:
            message = QDBusMessage.createMethodCall(self._service, self._context.path(), _CONTEXT, method)
            message.setArguments(list(words))
            message.setAutoStartService(False)
            self._bus.send(message)

    def _call(self, message: QDBusMessage, words: Sequence[object], then: _Then, patience_ms: int) -> None:
        """Ask, and go on; the answer, or that there is none, comes to `then`."""
        message.setArguments(list(words))
        message.setAutoStartService(False)
        answer = QDBusPendingCallWatcher(self._bus.asyncCall(message, patience_ms), self)
        answer.finished.connect(lambda: self._meet_answer(answer, then))

    def _meet_answer(self, answer: QDBusPendingCallWatcher, then: _Then) -> None:
        message = answer.reply()
        answer.deleteLater()
        then(message)


def _utf16(text: str, place: int) -> int:
    """Return a place in UTF-16 units; the service counts bytes of UTF-8."""
    before = text.encode("utf-8")[: max(place, 0)].decode("utf-8", "ignore")
    return len(before.encode("utf-16-le")) // 2
