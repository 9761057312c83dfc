"""One program for one clerk: what is opened while it runs is handed to it, over a socket of her own.

Whoever starts asks first: a request, the answer that it can be taken, and the word that it shall be. The
program acts on the last alone, so that one that hung takes nothing, however late it wakes. What else comes
over the socket is bounded and ignored.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from reportdesk.errors import FileError
from reportdesk.gui.qt.background import wait_until
from reportdesk.gui.qt.instance.meeting import Meeting, meeting_place
from reportdesk.logbook import log
from reportdesk.project.disk.save_lock import save_lock

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_APP = "reportdesk"
_TAKEN, _DO = b"taken\n", b"do\n"
#: A program that does not answer for so long hangs: the clerk gets a window of her own.
_PATIENCE_S = 3.0
_MOST_BYTES = 256 * 1024
_MOST_FILES = 200
_MOST_CONNECTIONS = 8
#: Windows: any process may come to the front.
_ANY_PROCESS = -1


_Take: TypeAlias = Callable[[list[Path], str], object]


class Instance(QObject):
    """This program among those of the clerk.

    `arrived` brings files to open (none where somebody just started the program again) and the desktop's
    leave to come forward.
    """

    arrived = Signal(list, str)

    def __init__(self, parent: QObject, *, patience: float = _PATIENCE_S) -> None:
        """Neither ask nor serve yet; `patience` is in seconds."""
        super().__init__(parent)
        self._patience = patience
        self._server: QLocalServer | None = None
        self._held = contextlib.ExitStack()

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Give files to the program that runs already; False if none answers in time."""
        place = meeting_place()
        if place is None or not place.may_be_served:
            return False
        try:
            from PySide6.QtNetwork import QLocalSocket
        except ImportError:
            # A library that it needs is not on this machine: every start is a program of its own.
            return False
        _let_come_forward()
        socket = QLocalSocket()
        socket.connectToServer(place.name)
        request = _request(files)
        said = bytearray()
        is_asked = False

        def is_answered() -> bool:
            nonlocal is_asked
            if not is_asked and socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
                socket.write(request)
                is_asked = True
            if socket.bytesAvailable():
                said.extend(socket.readAll().data())
            return len(said) >= len(_TAKEN) or _is_over(socket)

        wait_until(is_answered, self._patience)
        is_taken = bytes(said) == _TAKEN
        if is_taken:
            socket.write(_DO)
            wait_until(lambda: not socket.bytesToWrite(), self._patience)
        socket.disconnectFromServer()
        socket.deleteLater()
        return is_taken

    def serve(self) -> None:
        """Take from now on what is handed over, unless another program does, or it can't be done here."""
        place = meeting_place()
        try:
            if place is None or not self._held.enter_context(save_lock(place.lock, patience=0)):
                return
            from PySide6.QtNetwork import QLocalServer
        except (OSError, FileError, ImportError):
            return
        self._listen(place, QLocalServer(self))

    def end(self) -> None:
        """Take nothing more."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._held.close()

    def _listen(self, place: Meeting, server: QLocalServer) -> None:
        server.setSocketOptions(server.SocketOption.UserAccessOption)
        server.setMaxPendingConnections(_MOST_CONNECTIONS)
        # Ours is the lock: what lies there is of a program that was ended.
        server.removeServer(place.name)
        if not server.listen(place.name):
            log("instance.none")
            return
        self._server = server
        server.newConnection.connect(self._meet)
        self.destroyed.connect(self._held.close)

    def _meet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            if len(self.findChildren(_Caller)) < _MOST_CONNECTIONS:
                _Caller(self._server.nextPendingConnection(), self, self.arrived.emit, self._patience)
            else:
                self._server.nextPendingConnection().abort()


class _Caller(QObject):
    """One who hands something over, or says what nobody understands."""

    def __init__(
        self,
        socket: QLocalSocket,
        parent: QObject,
        take: _Take,
        patience: float,
    ) -> None:
        super().__init__(parent)
        self._socket = socket
        self._take = take
        self._said = bytearray()
        self._asked: tuple[list[Path], str] | None = None
        socket.setParent(self)
        socket.setReadBufferSize(_MOST_BYTES)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(self.deleteLater)
        # Twice the time that the other one has: it goes first.
        QTimer.singleShot(round(patience * 2000), self, self._leave)
        self._hear()

    def _hear(self) -> None:
        if self._socket.bytesAvailable():
            self._said += self._socket.readAll().data()
        if self._asked is None:
            line, found, rest = bytes(self._said).partition(b"\n")
            if found:
                self._answer(line)
                self._said = bytearray(rest)
            elif len(self._said) >= _MOST_BYTES:
                self._refuse()
        if self._asked is not None and self._said:
            if bytes(self._said) == _DO:
                files, activation = self._asked
                self._leave()
                # In a turn of its own: opening takes its time, and whoever called is gone by then.
                QTimer.singleShot(0, self.parent(), partial(self._take, files, activation))
            elif not _DO.startswith(bytes(self._said)):
                self._refuse()

    def _answer(self, line: bytes) -> None:
        self._asked = _asked(line)
        if self._asked is None:
            self._refuse()
        else:
            self._socket.write(_TAKEN)

    def _refuse(self) -> None:
        log("instance.refused", bytes=len(self._said))
        self._said.clear()
        self._leave()

    def _leave(self) -> None:
        self._socket.disconnectFromServer()
        self.deleteLater()


def _is_over(socket: QLocalSocket) -> bool:
    return socket.state() == socket.LocalSocketState.UnconnectedState


def _request(files: Sequence[Path]) -> bytes:
    """Return the line that asks; JSON in ASCII holds any name of a file."""
    names = [str(file.absolute()) for file in files[:_MOST_FILES]]
    activation = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""
    return json.dumps({"app": _APP, "files": names, "activation": activation}).encode("ascii") + b"\n"


def _asked(line: bytes) -> tuple[list[Path], str] | None:
    """Return the files of a request, and the desktop's leave to come forward; None for anything else."""
    try:
        request = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError):
        return None
    match request:
        case {"app": "reportdesk", "files": list(names), "activation": str(activation)}:
            paths = [Path(name) for name in names if isinstance(name, str) and name and "\0" not in name]
            is_sound = len(paths) == len(names) <= _MOST_FILES and all(path.is_absolute() for path in paths)
            return (paths, activation if activation.isprintable() else "") if is_sound else None
    return None


def _let_come_forward() -> None:
    """Let the running program come to the front: Windows lets only the one that was started do so."""
    if sys.platform == "win32":
        import ctypes

        ctypes.WinDLL("user32").AllowSetForegroundWindow(_ANY_PROCESS)
