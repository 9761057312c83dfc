"""Saving in the window: where to, and the way out of every save that fails."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.document import Document
from reportdesk.errors import ReportDeskError
from reportdesk.gui.dialogs.differing import count_differences
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.file_dialogs import ask_save
from reportdesk.gui.safekeeping.file_hold import hold_to_save
from reportdesk.logbook import log, log_error
from reportdesk.project import PROJECT_SUFFIX
from reportdesk.project.errors import ChangedOnDisk
from reportdesk.project.file import read_project

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell


class SaveCommands:
    """Brings the document of a window to the disk."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def save(self) -> bool:
        """Save where the report came from, or ask where to; tell whether it is saved."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return False
        if document.path is None or self._window.autosaver.is_read_only:
            return self.save_as()
        return self.save_to(document.path)

    def save_as(self) -> bool:
        """Ask where to, and save there; tell whether it is saved."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return False
        path = ask_save(self._window, "保存年报", document, PROJECT_SUFFIX)
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Save the open report to a file, or offer a way out; tell whether it is saved."""
        document = self._window.document
        assert document is not None
        autosaver = self._window.autosaver
        held = autosaver.hold
        is_held = held is not None and held.is_of(path) and not held.is_read_only
        try:
            held = held if is_held and held is not None else hold_to_save(path)
            document.save(path)
        except ReportDeskError as error:
            log_error("save.failed", error)
            if held is not None and not is_held and held is not autosaver.hold:
                held.release()
            return self._after_failed_save(error, document, path)
        log("saved", rev=document.stamp.rev if document.stamp else 0)
        autosaver.take_over(held)
        autosaver.saved(path)
        self._window.saved_at = datetime.now().astimezone()
        self._window.recent.add(path, document.report.organ, document.report.year)
        self._window.show_state()
        self._window.status.tell(f"已保存到 {path}")
        return True

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


def _details(error: ReportDeskError) -> str:
    return "\n".join(filter(None, (error.where, error.remedy)))
