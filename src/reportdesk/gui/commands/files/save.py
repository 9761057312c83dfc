"""Saving in the window: where to, and the way out of every save that fails."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.errors import ReportDeskError
from reportdesk.gui.desk.bars.replaced_notice import REPLACED
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import GivenUp, run_beside, run_or_tell
from reportdesk.gui.qt.file_dialogs import ask_save
from reportdesk.gui.safekeeping.file_hold import FileHold, hold_to_save
from reportdesk.gui.safekeeping.futures import Futures
from reportdesk.logbook import log, log_error
from reportdesk.project import PROJECT_SUFFIX
from reportdesk.project.errors import ChangedOnDisk, Unconfirmed

if TYPE_CHECKING:
    from reportdesk.document import Document, Saving
    from reportdesk.gui.shell import Shell
    from reportdesk.project.stamp import Stamp


_SLOW = "saving"


class SaveCommands:
    """Brings the document of a window to the disk."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window
        self.is_saving = False
        self._futures = Futures(window)

    def save(self) -> bool:
        """Save where the report came from, or ask where to; tell whether it is saved."""
        document = self._window.document
        if document is None or self._refuse_twice() or not self._window.desk.finish_editing():
            return False
        if document.path is None or self._window.autosaver.is_read_only:
            return self.save_as()
        return self.save_to(document.path)

    def save_as(self) -> bool:
        """Ask where to, and save there; tell whether it is saved."""
        document = self._window.document
        if document is None or self._refuse_twice() or not self._window.desk.finish_editing():
            return False
        path = ask_save(self._window, "保存年报", document, PROJECT_SUFFIX)
        return path is not None and self.save_to(path)

    def _refuse_twice(self) -> bool:
        """Tell whether a save is under way, and say so."""
        if self.is_saving:
            self._window.status.tell("正在保存，请稍等")
        return self.is_saving

    def save_to(self, path: Path) -> bool:
        """Save the open report to a file, or offer a way out; tell whether it is saved."""
        document = self._window.document
        assert document is not None
        saving = document.begin_save(path)
        held = self._window.autosaver.hold
        own = held if held is not None and not held.is_read_only else None
        try:
            taken, stamp = self._run(saving, own)
        except GivenUp as error:
            self._futures.follow(error.late, partial(self._take_late, document, saving))
            return False
        except ReportDeskError as error:
            log_error("save.failed", error)
            if isinstance(error, Unconfirmed):
                document.take_unconfirmed(saving, error)
            return self._after_failed_save(error, document, path)
        document.take_saved(saving, stamp)
        self._settle(document, path, taken)
        return True

    def _run(self, saving: Saving, held: FileHold | None) -> tuple[FileHold, Stamp]:
        """Save while the window lives, and say so where that takes its time."""

        def work() -> tuple[FileHold, Stamp]:
            self._window.autosaver.backing_up.finish()
            return _held_and_saved(saving, held)

        self.is_saving = True
        try:
            return run_beside(work, partial(self._tell_slow, saving.path))
        finally:
            self.is_saving = False
            self._window.notices.drop(_SLOW)

    def _tell_slow(self, path: Path) -> Callable[[], bool]:
        """Say that it takes its time, while the clerk goes on; return what tells that she won't wait."""
        given_up: list[None] = []
        words = f"正在保存到 {path.parent}，磁盘或网络慢，请稍候。可以接着填写，后填的内容要再保存一次。"
        self._window.notices.tell(_SLOW, words, [("不等了", lambda: given_up.append(None))])
        return lambda: bool(given_up)

    def _take_late(self, document: Document, saving: Saving, over: Future[tuple[FileHold, Stamp]]) -> None:
        """Know of a save that nobody waited for any more, unless it failed or the document is not open."""
        if over.exception() is not None or self._window.document is not document:
            return
        held, stamp = over.result()
        document.take_saved(saving, stamp)
        self._settle(document, saving.path, held)

    def _settle(self, document: Document, path: Path, held: FileHold) -> None:
        autosaver = self._window.autosaver
        log("saved", rev=document.stamp.rev if document.stamp else 0)
        autosaver.take_over(held)
        autosaver.saved(path)
        self._window.saved_at = datetime.now().astimezone()
        self._window.recent.add(path, document.report.organ, document.report.year)
        self._window.file_watch.follow(document)
        self._window.notices.drop(REPLACED)
        self._window.show_state()
        self._window.status.tell(f"已保存到 {path}")

    def _after_failed_save(self, error: ReportDeskError, document: Document, path: Path) -> bool:
        """Say why it was not saved and offer the way out; tell whether it is saved after all."""
        self._window.show_state()
        if isinstance(error, ChangedOnDisk):
            return self._decide_on_changed(error, document, path)
        return (
            questions.ask(self._window, error.what, _details(error), "另存为…", go_is_safe=True)
            and self.save_as()
        )

    def _decide_on_changed(self, error: ReportDeskError, document: Document, path: Path) -> bool:
        """Let the clerk keep hers under another name or take what is on the disk; hers is kept aside then."""
        from reportdesk.document import Document
        from reportdesk.gui.dialogs.versions.differing import count_differences
        from reportdesk.project.file import read_project

        theirs = run_or_tell(self._window, "正在比较…", lambda: read_project(path))
        differs = count_differences(document.report, theirs.report) if theirs else ""
        details = f"{path}\n磁盘上的与您的有 {differs} 不同。" if differs else str(path)
        choices = ["另存我的为…", "改用磁盘上的"] if theirs else ["另存我的为…"]
        answer = questions.choose(self._window, error.what, details, choices)
        if answer == 0:
            return self.save_as()
        if answer == 1 and theirs is not None:
            self._window.autosaver.set_aside()
            self._window.replace_document(Document(theirs.report, path, theirs.stamp))
            self._window.status.tell("已改用磁盘上的；您没保存的内容可从“文件”菜单找回")
        return False


def _held_and_saved(saving: Saving, held: FileHold | None) -> tuple[FileHold, Stamp]:
    """Save in a thread, and return how the file is held: as before, or taken just now."""
    if held is not None and held.is_of(saving.path):
        return held, saving.run()
    taken = hold_to_save(saving.path)
    try:
        return taken, saving.run()
    except BaseException:
        taken.release()
        raise


def _details(error: ReportDeskError) -> str:
    return "\n".join(filter(None, (error.where, error.remedy)))
