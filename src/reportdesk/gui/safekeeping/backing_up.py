"""Every version saved goes among the backups, in a thread; one that failed is tried until it is there."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from reportdesk.gui.safekeeping.futures import Futures, catch_up

if TYPE_CHECKING:
    from reportdesk.project.kept.autosave import Schedule
    from reportdesk.project.kept.backups import Backups

#: For what is being written; a drive that does not answer must not hold up what follows.
_BEFORE_RISK_S = 2.0


class BackingUp(QObject):
    """Keeps the versions of one file; `kept` tells that the newest is there.

    `failed` has the error, once for each reason, and whether that version is tried again: not if its file
    was left meanwhile.
    """

    kept = Signal()
    failed = Signal(object, bool)

    def __init__(self, parent: QObject, backups: Callable[[], Backups]) -> None:
        """Keep in a ring of backups, looked for when there is something to keep."""
        super().__init__(parent)
        # One thread, so that what is asked last is done last; it ends with the program.
        self.queue = ThreadPoolExecutor(1, thread_name_prefix="backups")
        self._backups = backups
        self._path: Path | None = None
        self._reason = ""
        self._futures = Futures(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._try_again)

    @cached_property
    def _schedule(self) -> Schedule:
        # Late: the first screen is painted before anything that reads reports is loaded.
        from reportdesk.project.kept.autosave import Schedule

        return Schedule()

    def keep(self, path: Path) -> None:
        """Keep the version that a file holds now."""
        self._path = path
        self._timer.stop()
        self._futures.follow(self.queue.submit(self._backups().keep, path), partial(self._settle, path))

    def forget(self) -> None:
        """Leave the file: what is being kept of it is still kept, but not tried again."""
        self._path, self._reason = None, ""
        self._timer.stop()

    def finish(self) -> None:
        """Wait a moment, in any thread, for versions that are being kept: the next save takes their place."""
        catch_up(self.queue, _BEFORE_RISK_S)

    def _try_again(self) -> None:
        if self._path is not None:
            self.keep(self._path)

    def _settle(self, path: Path, over: Future[Any]) -> None:
        error, is_ours = over.exception(), path == self._path
        if error is None:
            if is_ours:
                self._timer.stop()
                self._schedule.succeeded()
                self._reason = ""
                self.kept.emit()
            return
        if is_ours:
            self._schedule.failed()
            self._timer.start(round(1000 * (self._schedule.seconds_left() or 0)))
        reason = f"{type(error).__name__} {getattr(error, 'what', '')}"
        if reason != self._reason:
            self._reason = reason if is_ours else self._reason
            self.failed.emit(error, is_ours)
