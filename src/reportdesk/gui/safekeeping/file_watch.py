"""Whether the open file is still what was read or saved here: looked at in a thread, told when it is not.

The system tells of changes on this machine; on shares, where it may not, coming back to the window and a look
now and then do.
"""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reportdesk.errors import FileError
from reportdesk.gui.safekeeping.futures import Futures
from reportdesk.project.errors import Missing

if TYPE_CHECKING:
    from reportdesk.project.format.project_bytes import ProjectFile
    from reportdesk.project.stamp import Stamp

#: Writing a file tells of it several times; one look for all of them.
_REST_MS = 400
_LOOK_MS = 30_000

Fate = Literal["same", "other", "gone", "unknown"]


class FileSeen(NamedTuple):
    """What became of a file: its digest, the project that it holds, or why that cannot be read."""

    fate: Fate
    sha256: str = ""
    project: ProjectFile | None = None
    trouble: str = ""


class Followed(Protocol):
    """What has a file of its own: a report's document, a collection that is open."""

    path: Path | None
    stamp: Stamp | None


def look_at(path: Path, sha256: str) -> FileSeen:
    """Return what became of a file that had this digest; that may take as long as its disk likes."""
    from reportdesk.project.disk.safe_write import read_bytes
    from reportdesk.project.format.json_text import MOST_BYTES
    from reportdesk.project.format.project_bytes import decode_project
    from reportdesk.project.stamp import digest

    try:
        data = read_bytes(path, MOST_BYTES)
    except Missing:
        return FileSeen("gone")
    except FileError:
        # No right, a server that is gone, a program that holds it: nobody knows.
        return FileSeen("unknown")
    found = digest(data)
    if found == sha256:
        return FileSeen("same", found)
    try:
        return FileSeen("other", found, decode_project(data, str(path)))
    except FileError as error:
        return FileSeen("other", found, trouble=error.what)


class FileWatch(QObject):
    """Looks after the file of one document; `seen` tells what became of it, once for each change."""

    seen = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Look after nothing yet."""
        super().__init__(parent)
        self._document: Followed | None = None
        self._last_sight: tuple[Fate, str] = ("same", "")
        self.is_looking = False
        self._futures = Futures(self)
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._now_and_then = QTimer(self, interval=_LOOK_MS)
        self._watcher.fileChanged.connect(self._rest.start)
        self._watcher.directoryChanged.connect(self._rest.start)
        self._rest.timeout.connect(self.look)
        self._now_and_then.timeout.connect(self.look)

    def follow(self, document: Followed | None) -> None:
        """Look after the file of a document from now on, as it was read or saved just now."""
        self._document = document
        self._last_sight = ("same", "")
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        if document is None or document.path is None:
            self._now_and_then.stop()
            return
        self._watch(document.path)
        self._now_and_then.start()

    def look(self) -> None:
        """Look at the file in a thread, unless the last look is not over yet."""
        document = self._document
        if self.is_looking or document is None or document.path is None or document.stamp is None:
            return
        path, sha256 = document.path, document.stamp.sha256
        self.is_looking = True
        over: Future[FileSeen] = Future()
        # A daemon: a dead share must not keep the program from ending.
        Thread(target=lambda: over.set_result(look_at(path, sha256)), daemon=True).start()
        self._futures.follow(over, lambda done: self._take(document, path, sha256, done.result()))

    def _take(self, document: Followed, path: Path, sha256: str, seen: FileSeen) -> None:
        self.is_looking = False
        stamp = document.stamp
        if document is not self._document or document.path != path or stamp is None or stamp.sha256 != sha256:
            # It was saved or left meanwhile: what was seen is of yesterday.
            return
        if seen.fate in {"same", "other"}:
            # A file that was replaced is not watched any more.
            self._watch(path)
        sight = (seen.fate, seen.sha256 if seen.fate == "other" else "")
        if seen.fate != "unknown" and sight != self._last_sight:
            self._last_sight = sight
            self.seen.emit(seen)

    def _watch(self, path: Path) -> None:
        known = {*self._watcher.files(), *self._watcher.directories()}
        new = [name for name in (str(path), str(path.parent)) if name not in known]
        if new:
            self._watcher.addPaths(new)
