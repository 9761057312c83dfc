"""Nothing decided is lost: a snapshot while a collection is unsaved, a backup of every version saved."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reportdesk.collect.keeping import SetBackups, SetSnapshots
from reportdesk.collect.kept import Settings
from reportdesk.collect.session import Session
from reportdesk.gui.safekeeping.backing_up import BackingUp
from reportdesk.gui.safekeeping.futures import Futures
from reportdesk.logbook import log_error
from reportdesk.project.kept.autosave import Autosave, Schedule

#: What is left to write when a window closes; a drive that does not answer must not hold it longer.
_BEFORE_END_S = 2.0
_SOON_MS = 100
_NO_DRAFT = "没有保存的决定还没有留底"


class SetKeeper(QObject):
    """Keeps the session of one window; `failed` tells what could not be kept.

    `trouble_changed` tells what stands while decisions are in no file and no snapshot, "" once they are.
    """

    failed = Signal(str)
    trouble_changed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Keep in the user's profile."""
        super().__init__(parent)
        self.snapshots, self.backups = SetSnapshots(), SetBackups()
        self._session: Session | None = None
        self._noted: Settings | None = None
        self._trouble = ""
        self._schedule = Schedule()
        self._autosave: Autosave[Settings] | None = None
        self.backing_up = BackingUp(self, lambda: self.backups)
        self.backing_up.failed.connect(lambda error, _: self._tell(error, "保存的版本没有留下备份"))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._keep)
        self._futures = Futures(self)

    def follow(self, session: Session) -> None:
        """Keep another session from now on; what was kept of the one before goes."""
        self.finish()
        self._session, self._noted, self._schedule = session, None, Schedule()
        self._autosave = Autosave(self.snapshots)
        if session.path is not None:
            self.backing_up.keep(session.path)
        self.note()

    @property
    def is_idle(self) -> bool:
        """Tell whether no session is kept: the window was closed."""
        return self._session is None

    def note(self) -> None:
        """Hear that the session may have changed; what is saved needs no snapshot."""
        session = self._session
        if session is None or session.settings == self._noted:
            return
        self._noted = session.settings
        if not session.is_dirty:
            self._drop()
            return
        # A decision is one click and a small file: it is kept at once, a few together.
        if not self._timer.isActive():
            self._timer.start(_SOON_MS)

    def saved(self, path: Path) -> None:
        """Drop the snapshot of what is saved now, and keep the saved version among the backups."""
        self._drop()
        self.backing_up.keep(path)

    def keep_now(self) -> bool:
        """Take a snapshot at once, and wait a moment for it; tell whether it is there."""
        taken = self._keep() if self._session is not None and self._session.is_dirty else None
        try:
            return taken is not None and taken.exception(_BEFORE_END_S) is None
        except TimeoutError:
            return False

    def finish(self) -> None:
        """Let go of the session: it is saved, or its collector does not want it."""
        self._timer.stop()
        self._set_trouble("")
        self.backing_up.forget()
        self._session = None
        if self._autosave is not None:
            self._autosave.drop()
            self._autosave.finish()
            self._autosave = None

    def _keep(self) -> Future[Path] | None:
        session = self._session
        if session is None or self._autosave is None or not session.is_dirty:
            return None
        self._schedule.settled()
        taken = self._autosave.keep(session.settings, session.path, session.stamp)
        self._futures.follow(taken, self._settle, lambda: self._set_trouble(f"{_NO_DRAFT}：磁盘一直没有应答"))
        return taken

    def _settle(self, over: Future[Any]) -> None:
        """Tell what failed; a snapshot that failed is tried again."""
        if (error := over.exception()) is None:
            self._schedule.succeeded()
            self._set_trouble("")
            return
        words = self._tell(error, _NO_DRAFT)
        if self._session is not None and self._session.is_dirty:
            self._set_trouble(words)
            self._schedule.failed()
            self._timer.start(round(1000 * (self._schedule.seconds_left() or 0)))

    def _drop(self) -> None:
        self._schedule.settled()
        self._timer.stop()
        self._set_trouble("")
        if self._autosave is not None:
            self._futures.follow(self._autosave.drop(), partial(self._tell_of, words="留底没有删掉"))

    def _tell_of(self, over: Future[Any], words: str) -> None:
        if (error := over.exception()) is not None:
            self._tell(error, words)

    def _tell(self, error: BaseException, words: str) -> str:
        log_error("set.keeping", error)
        said = f"{words}：{getattr(error, 'what', '') or type(error).__name__}"
        self.failed.emit(said)
        return said

    def _set_trouble(self, words: str) -> None:
        if words != self._trouble:
            self._trouble = words
            self.trouble_changed.emit(words)
