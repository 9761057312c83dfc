"""Where files are that were used before, asked in threads: a dead share takes a minute to answer."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

Presence = Literal["there", "missing", "unreachable"]

#: A disk of this machine answers at once; a share that is gone takes minutes.
_MOMENT_S = 0.3
#: Soon at first, when most have answered; then ever more seldom, for a share that is gone.
_FIRST_LOOK_MS = 20
_LONGEST_LOOK_MS = 1000


def look_for(path: Path) -> Presence:
    """Tell whether a file is there; that may take as long as its disk or server likes."""
    try:
        return "there" if stat.S_ISREG(path.stat().st_mode) else "missing"
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except (OSError, ValueError):
        # No right to look, too long a name, a server that is gone: nobody knows.
        return "unreachable"


def answers_at_once(folder: Path) -> bool:
    """Tell whether a folder is there, as far as its disk says so in a moment."""
    found: list[bool] = []
    thread = Thread(target=lambda: found.append(_is_folder(folder)), daemon=True)
    thread.start()
    thread.join(_MOMENT_S)
    return found == [True]


class Presences(QObject):
    """What is known of where files are; `changed` tells that there are answers more."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin knowing nothing."""
        super().__init__(parent)
        self._known: dict[Path, Presence] = {}
        self._answers: dict[Path, Presence] = {}
        self._asked: set[Path] = set()
        self._again: set[Path] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._collect)

    def of(self, path: Path) -> Presence | None:
        """Return what was heard of a file last; None while nothing was."""
        return self._known.get(path)

    def ask(self, paths: Iterable[Path]) -> None:
        """Ask for files again; one that is still being asked for is asked once more when it has answered."""
        for path in set(paths):
            if path in self._asked:
                self._again.add(path)
            else:
                self._start(path)
        if self._asked and not self._timer.isActive():
            self._timer.start(_FIRST_LOOK_MS)

    def _start(self, path: Path) -> None:
        self._asked.add(path)
        # A daemon: the program does not wait for it when it ends.
        Thread(target=_answer, args=(path, self._answers), daemon=True).start()

    def _collect(self) -> None:
        heard = [path for path in self._asked if path in self._answers]
        is_news = False
        for path in heard:
            answer = self._answers.pop(path)
            is_news |= self._known.get(path) != answer
            self._known[path] = answer
            self._asked.discard(path)
            if path in self._again:
                # What was heard may have been so before whoever asked again had a reason to.
                self._again.discard(path)
                self._start(path)
        if self._asked:
            self._timer.start(min(self._timer.interval() * 2, _LONGEST_LOOK_MS))
        if is_news:
            self.changed.emit()


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):
        return False


def _answer(path: Path, answers: dict[Path, Presence]) -> None:
    answers[path] = look_for(path)
