"""Who has a report open: another program, one that is gone, one of which nobody knows any more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from common.trial import same
from windows.trials.installed import WORK, Installed
from windows.trials.window import Window

#: A start of this machine that it has not been through itself.
_ANOTHER_START = "h1:" + "0" * 32
#: The title of a question about a lock says which computer it is of.
_QUESTION = "电脑"


class Locks:
    """The lock beside a report, and what the window makes of it."""

    def __init__(self, installed: Installed) -> None:
        """Take the installed program."""
        self._it, self._wine = installed, installed.wine
        self._window = Window(installed)

    def of_a_living_program(self) -> str:
        """Open a report that another profile's program has open: it is offered to be read alone."""
        path = self._it.fresh("locked.rdesk")
        with self._window.open(path.name):
            before = self._lock(path)["token"]
            other = {"REPORTDESK_PROFILE": f"{WORK}other-profile"}
            second = self._wine.start(self._it.exe("reportdesk.exe"), f"{WORK}{path.name}", env=other)
            try:
                self._wine.window(_QUESTION)
                picture = self._window.picture("locked")
                # Enter would cancel, which loses nothing.
                self._window.keys("Tab", "space")
                self._wine.window("只读")
                read_only = self._window.picture("locked-read-only")
                same("whose the lock is", self._lock(path)["token"], before)
            finally:
                second.terminate()
            return f"{picture}, {read_only}"

    def of_a_program_that_is_gone(self) -> None:
        """Open a report whose program was killed: it is opened without a question."""
        path = self._it.fresh("gone.rdesk")
        with self._window.open(path.name):
            before = self._lock(path)
        same("the lock of a killed program", self._lock(path), before)
        with self._window.open(path.name):
            self._wine.wait(lambda: self._lock(path)["token"] != before["token"], "the lock is the new one's")

    def of_an_unknown_start(self) -> str:
        """Open a report locked by a start of this machine that nobody knows: it may be taken, warned."""
        path = self._it.fresh("doubtful.rdesk")
        with self._window.open(path.name):
            kept = self._lock(path)
        kept["owner"]["boot"] = _ANOTHER_START
        self._file(path).write_text(json.dumps(kept), "utf-8")
        process = self._wine.start(self._it.exe("reportdesk.exe"), f"{WORK}{path.name}")
        try:
            self._wine.window(_QUESTION)
            picture = self._window.picture("doubtful")
            same("the lock before the answer", self._lock(path)["token"], kept["token"])
            self._window.keys("Tab", "space")
            self._wine.wait(lambda: self._lock(path)["token"] != kept["token"], "the lock is the new one's")
        finally:
            self._wine.end(process)
        return picture

    def _lock(self, path: Path) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(self._file(path).read_text("utf-8"))
        return read

    def _file(self, path: Path) -> Path:
        return path.with_name(f".~{path.name}.lock")
