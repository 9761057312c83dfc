"""The folders of a collection watched: what comes, changes or goes is heard of after a moment's rest."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reportdesk.collect.incoming.sources import is_left_aside

#: Copying a file tells of it several times; one reading for all of them.
_REST_MS = 1500
#: Where the system tells of nothing (a share), looking now and then does.
_LOOK_MS = 60_000
_MOST_FOLDERS = 500


class FolderWatch(QObject):
    """Says `changed` once some folders have come to rest after a change."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._watcher.directoryChanged.connect(self._begin_rest)
        self._watcher.fileChanged.connect(self._begin_rest)
        self._rest.timeout.connect(self.changed)
        self._look.timeout.connect(self.changed)

    def _begin_rest(self) -> None:
        self._rest.start()

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these folders with those in them, and files."""
        watched = {*self._watcher.directories(), *self._watcher.files()}
        wanted = set(_watched(paths))
        if gone := sorted(watched - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(wanted - watched):
            self._watcher.addPaths(new)
        self._look.start()


def _watched(paths: Iterable[Path]) -> Iterable[str]:
    left = _MOST_FOLDERS
    for path in paths:
        if not path.is_dir():
            if path.exists():
                yield str(path)
            continue
        for folder, inside, files in os.walk(path):
            yield folder
            inside[:] = [name for name in inside if not is_left_aside(name)]
            # A file written over in place does not change its folder.
            yield from (os.path.join(folder, name) for name in files[:left] if not is_left_aside(name))  # noqa: PTH118
            left -= len(files) + 1
            if left <= 0:
                return
