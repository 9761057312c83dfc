"""Nothing is lost: the open report's lock, its snapshots while it is dirty, its backups when it is saved."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reportdesk.gui.qt.listen import listen
from reportdesk.gui.safekeeping.backing_up import BackingUp
from reportdesk.gui.safekeeping.futures import Futures
from reportdesk.logbook import log, log_error

if TYPE_CHECKING:
    from reportdesk.document import Changed, Document
    from reportdesk.gui.safekeeping.file_hold import FileHold
    from reportdesk.project.kept.autosave import Autosave, Schedule
    from reportdesk.project.kept.backups import Backups
    from reportdesk.project.kept.recovery import Snapshots
    from reportdesk.report.model import Report

#: For what is being written; a drive that does not answer must not hold up what follows.
_BEFORE_RISK_S = 2.0
_NO_DRAFT = "没保存的内容还没能存成草稿"


class Autosaver(QObject):
    """Keeps the document of one window; `kept` tells when a snapshot was taken, `failed` what went wrong.

    `trouble` stands as long as something is not kept that should be; `trouble_changed` tells that it is
    another, "" when all is well again.
    """

    kept = Signal(datetime)
    failed = Signal(str)
    trouble_changed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Keep in the user's profile."""
        super().__init__(parent)
        self.hold: FileHold | None = None
        self._document: Document | None = None
        self._autosave: Autosave[Report] | None = None
        self.backing_up = BackingUp(self, lambda: self.backups)
        self.backing_up.failed.connect(self._tell_unbacked)
        self.backing_up.kept.connect(lambda: self._set_trouble(unbacked=""))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._futures = Futures(self)
        self._unkept = ""
        self._unbacked = ""

    @cached_property
    def snapshots(self) -> Snapshots:
        """Return what is kept of unsaved work."""
        from reportdesk.project.kept.recovery import Snapshots

        return Snapshots()

    @cached_property
    def backups(self) -> Backups:
        """Return what is kept of saved versions."""
        from reportdesk.project.kept.backups import Backups

        return Backups()

    @cached_property
    def _schedule(self) -> Schedule:
        from reportdesk.project.kept.autosave import Schedule

        return Schedule()

    @property
    def trouble(self) -> str:
        """Say what is not kept now, and why, what is unsaved before backups; "" if everything is."""
        return self._unkept or self._unbacked

    @property
    def is_read_only(self) -> bool:
        """Tell whether the open file was opened to be read only."""
        return self.hold is not None and self.hold.is_read_only

    def follow(self, document: Document | None, hold: FileHold | None = None) -> None:
        """Keep another document from now on, held as `hold` says; what was kept of the one before goes."""
        self._leave(hold)
        self.backing_up.forget()
        self.hold = hold
        self._document = document
        self._set_trouble(unkept="", unbacked="")
        if document is None:
            return
        # Late, as below: the first screen is painted before anything that reads reports is loaded.
        from reportdesk.project.kept.autosave import Autosave, Schedule

        self._schedule = Schedule()
        self._autosave = Autosave(self.snapshots)
        listen(self, document, self._follow)
        if document.is_dirty:
            self._count_change()

    def take_over(self, hold: FileHold) -> None:
        """Hold another file for the same document, which was saved under another name."""
        if self.hold is not None and not self.hold.is_of(hold.path):
            self.hold.release()
        self.hold = hold

    def saved(self, path: Path) -> None:
        """Drop the snapshot of what is saved now, and keep the saved version among the backups."""
        self._drop()
        self.backing_up.keep(path)
        if self._document is not None and self._document.is_dirty:
            # Typed while a slow disk saved: it is in no snapshot any more.
            self._count_change()

    def keep_now(self) -> bool:
        """Take a snapshot before something risky, and wait a moment for it; tell whether it is there."""
        taken = self._keep() if self._document is not None and self._document.is_dirty else None
        return taken is not None and self._is_kept(taken)

    def set_aside(self) -> None:
        """Keep what is being given up among what was declined, so that it can be had back for 30 days."""
        taken = self._keep()
        if taken is not None and self._is_kept(taken):
            from reportdesk.project.kept.snapshot import read_snapshot

            self.snapshots.decline(read_snapshot(taken.result()))

    def deletion_of_backups(self, path: Path | None) -> Callable[[], int]:
        """Return what deletes in any thread all that is kept of a file, or at all for None, and counts it."""
        self.backing_up.forget()
        self._set_trouble(unbacked="")
        queue, snapshots = self.backing_up.queue, self.snapshots
        delete = partial(self.backups.delete, path) if path else self.backups.delete_all
        return lambda: queue.submit(delete).result() + snapshots.remove_those_of(path)

    def _leave(self, next_hold: FileHold | None) -> None:
        self._timer.stop()
        if self._autosave is not None:
            self._autosave.drop()
            self._autosave.finish()
            self._autosave = None
        stays = self.hold is not None and next_hold is not None and self.hold.lock == next_hold.lock
        if self.hold is not None and not stays:
            self.hold.release()

    def _follow(self, changed: Changed) -> None:
        if changed.places:
            self._count_change()

    def _count_change(self) -> None:
        self._schedule.changed()
        self._wait()

    def _wait(self) -> None:
        if (left := self._schedule.seconds_left()) is not None:
            self._timer.start(max(1, round(left * 1000)))

    def _look(self) -> None:
        left = self._schedule.seconds_left()
        if left is None or self._document is None:
            return
        if left > 0:
            self._wait()
        elif self._document.is_dirty:
            self._keep()
        else:
            self._drop()

    def _keep(self) -> Future[Path] | None:
        document = self._document
        if document is None or self._autosave is None:
            return None
        self._schedule.settled()
        taken = self._autosave.keep(document.report, document.path, document.stamp)
        late = partial(self._tell_late, self._autosave)
        self._futures.follow(taken, partial(self._settle_kept, self._autosave), late)
        return taken

    def _tell_late(self, autosave: Autosave[Report]) -> None:
        if autosave is self._autosave and self._document is not None and self._document.is_dirty:
            self._set_trouble(unkept=f"{_NO_DRAFT}：磁盘一直没有应答")

    def _drop(self) -> None:
        self._schedule.settled()
        self._schedule.succeeded()
        self._timer.stop()
        self._set_trouble(unkept="")
        if self._autosave is not None:
            self._futures.follow(self._autosave.drop(), self._settle_dropped)

    def _is_kept(self, taken: Future[Path]) -> bool:
        try:
            return taken.exception(_BEFORE_RISK_S) is None
        except TimeoutError:
            return False

    def _settle_kept(self, autosave: Autosave[Report], over: Future[Path]) -> None:
        """Tell how a snapshot went; one that failed is tried again while its document is open and dirty."""
        if autosave is not self._autosave:
            return
        error = over.exception()
        if error is None:
            self._schedule.succeeded()
            self._set_trouble(unkept="")
            self._tell_kept(over.result())
            return
        words = self._tell_failed(_NO_DRAFT, error)
        if self._document is not None and self._document.is_dirty:
            self._set_trouble(unkept=words)
            self._schedule.failed()
            self._wait()

    def _settle_dropped(self, over: Future[None]) -> None:
        if (error := over.exception()) is not None:
            self._tell_failed("旧的草稿没能删掉", error)

    def _tell_unbacked(self, error: BaseException, is_tried_again: bool) -> None:
        words = self._tell_failed("年报本身已保存，只是没能留下这一版的备份", error)
        if is_tried_again:
            self._set_trouble(unbacked=words)

    def _tell_failed(self, what: str, error: BaseException) -> str:
        """Tell and return what failed and why: a draft, or a backup of what is saved."""
        log_error("keeping.failed", error)
        where = getattr(error, "where", "")
        why = getattr(error, "what", "") or type(error).__name__
        words = f"{what}：{why}（在 {Path(where).parent}）" if where else f"{what}：{why}"
        self.failed.emit(words)
        return words

    def _set_trouble(self, *, unkept: str | None = None, unbacked: str | None = None) -> None:
        before = self.trouble
        self._unkept = self._unkept if unkept is None else unkept
        self._unbacked = self._unbacked if unbacked is None else unbacked
        if self.trouble != before:
            self.trouble_changed.emit(self.trouble)

    def _tell_kept(self, file: Path) -> None:
        try:
            log("autosave", bytes=file.stat().st_size)
        except OSError:
            # It was dropped again already: saved, or closed.
            return
        self.kept.emit(datetime.now().astimezone())
