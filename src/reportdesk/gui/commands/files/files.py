"""Files in the window: begin, open, leave; nothing unsaved is lost unless the clerk says so."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from reportdesk.errors import ReportDeskError
from reportdesk.gui.commands.files.opening import checked, open_or_read, reading_of
from reportdesk.gui.commands.files.past_year import ask_about_past_year
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import GivenUp, run_or_tell, run_slowly
from reportdesk.gui.qt.file_dialogs import ask_open
from reportdesk.gui.qt.questions import Answer
from reportdesk.gui.qt.remembering.presence import look_for
from reportdesk.gui.safekeeping.file_hold import FileHold, hold
from reportdesk.logbook import log, log_error
from reportdesk.project import PROJECT_SUFFIX
from reportdesk.project.disk.names import the_same_file
from reportdesk.project.errors import Damaged

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.gui.qt.remembering.recent import RecentFile
    from reportdesk.gui.shell import Shell
    from reportdesk.readers.result.reading import Reading
    from reportdesk.report.model import Report


class FileCommands:
    """The flows of a window between its document and the disk."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window
        #: What may go unsaved: that was agreed to already.
        self._agreed: Report | None = None

    def new(self) -> None:
        """Begin a blank report."""
        from reportdesk.document import Document
        from reportdesk.gui.dialogs.new_report import NewReportDialog

        dialog = NewReportDialog(parent=self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            shell = self._window.for_another()
            shell.show_document(Document(dialog.report))
            shell.desk.show_agenda()
        dialog.deleteLater()

    def open(self) -> None:
        """Ask for a file and open it."""
        from reportdesk.project import SET_SUFFIX

        path = ask_open(self._window, "打开年报", besides=SET_SUFFIX)
        if path:
            self._window.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file of any kind that can be read; bring the window of one that is open to the front."""
        paths = self._window.open_paths()
        is_open = path if path in paths else self._same_file(path, paths)
        if is_open is None or not self._window.raise_showing(is_open):
            self._open(path)

    def open_used(self, used: RecentFile) -> None:
        """Open a report used before; offer to forget it if its file is gone."""
        presence = run_or_tell(self._window, "正在打开…", lambda: look_for(used.path))
        if presence is None:
            return
        if presence != "missing":
            # By the window's own door, which knows a collection's file from a report.
            self._window.open_path(used.path)
        elif questions.ask(self._window, "文件不在了", f"{used.path}\n可能移走或改名了。", "从列表里去掉"):
            self._window.recent.remove(used)
            self._window.welcome.refresh()

    def show(self, document: Document) -> Shell | None:
        """Show a document that was read where there is room, and remember its file among the recent ones.

        Return the window; None if somebody else has the file and the clerk would rather not see it.
        """
        path = document.path
        if path is None:
            shell = self._window.for_another()
            shell.show_document(document)
            return shell
        held = hold(self._window, path)
        if held is None:
            return None
        shell = self._window.for_another()
        shell.show_document(document, written_at(path), held)
        self._window.recent.add(path, document.report.organ, document.report.year)
        ask_about_past_year(shell, document.report, path)
        if held.words:
            shell.status.tell(held.words)
        return shell

    def replace(self, document: Document) -> None:
        """Show another version of the file that is open here, which stays taken."""
        path = document.path
        assert path is not None
        held = self._hold(path)
        if held is not None:
            self._window.show_document(document, written_at(path), held)

    def close_report(self) -> None:
        """Close the report: with its window where there are others, else the first screen is shown."""
        if not self._window.is_last():
            self._window.close()
        elif self.may_leave("关闭"):
            self._window.show_document(None)

    def may_leave(self, next_step: str) -> bool:
        """Tell whether the open report may go; ask where work is unsaved (`next_step` words the button)."""
        document = self._window.document
        if document is None or document.report is self._agreed:
            return True
        if self._window.is_saving():
            self._window.status.tell("正在保存，请稍等")
            return False
        if not self._window.desk.finish_editing():
            return False
        if not document.is_dirty:
            return True
        title, was_saved = document.report.printed_title, document.path is not None
        answer = questions.ask_about_unsaved(self._window, title, next_step, was_saved=was_saved)
        return self._window.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    def agree(self, *, may_go: bool) -> None:
        """Remember that the report may go as it stands, or that this is to be asked again."""
        document = self._window.document
        self._agreed = document.report if may_go and document is not None else None

    def _same_file(self, path: Path, paths: list[Path]) -> Path | None:
        """Return which of some files another path leads to; its disk may take its time to tell."""
        return run_or_tell(self._window, "正在打开…", lambda: the_same_file(path, paths)) if paths else None

    def _hold(self, path: Path) -> FileHold | None:
        """Take a file; one that this window has open already stays as it is taken, to be read only too."""
        held = self._window.autosaver.hold
        is_ours = held is not None and held.is_of(path) and (held.lock is not None or held.is_read_only)
        return held if is_ours else hold(self._window, path)

    def _open(self, path: Path, *, rescue: bool = False) -> None:
        # A project file needs none of what reads other kinds, and opens sooner without it.
        from reportdesk.document import Document

        reading = None if path.suffix.lower() == PROJECT_SUFFIX else reading_of(path)
        try:
            opened = run_slowly(
                self._window,
                "正在打开…",
                lambda: open_or_read(path, rescue=rescue, read=reading.result if reading else None),
                reading.cancel if reading else None,
            )
        except GivenUp:
            return
        except Damaged as error:
            log_error("open.damaged", error)
            if not rescue:
                self._decide_on_damaged(error, path)
            return
        except ReportDeskError as error:
            log_error("open.failed", error)
            questions.tell_error(self._window, error)
            return
        log("opened", kind=path.suffix.lower())
        if isinstance(opened, Document):
            self._list_notes(self.show(opened), opened, path)
        else:
            self._show_reading(opened, path)

    def _decide_on_damaged(self, error: Damaged, path: Path) -> None:
        """Offer the newest good backup, and what can still be read of the damaged file."""
        from reportdesk.document import Document
        from reportdesk.project.kept.good_copy import good_backup

        backups = self._window.autosaver.backups
        good = run_or_tell(self._window, "正在找备份…", lambda: good_backup(backups, path, error))
        ways = ["打开最近的备份"] if good else []
        details = f"{path}\n原文件不会改动。"
        if good:
            details += f"\n有一份 {good.words} 的完好备份。"
        answer = questions.choose(self._window, error.what, details, [*ways, "抢救能读出的部分"])
        if answer is None:
            return
        if good is not None and answer == 0:
            shell = self.show(Document(good.report))
            (shell or self._window).status.tell("这是备份里的内容，请另存")
        else:
            self._open(path, rescue=True)

    def _show_reading(self, reading: Reading, path: Path) -> None:
        """Show what the clerk makes of a file; one without a visible document has only its notes to tell."""
        from reportdesk.gui.review.flow import report_to_open

        report = report_to_open(self._window, reading, path.name)
        document = run_or_tell(self._window, "正在检查…", lambda: checked(report)) if report else None
        if document is None or report is None:
            return
        document.came_from = path.parent
        shell = self.show(document)
        if shell is not None:
            ask_about_past_year(shell, report, path)
        if reading.is_whole:
            (shell or self._window).status.tell(f"“{path.name}”里的数据完整，全部带回来了")
        elif reading.seen is None:
            self._list_notes(shell, document, path)

    def _list_notes(self, shell: Shell | None, document: Document, path: Path) -> None:
        from reportdesk.gui.dialogs.outcome import tell_outcome

        if document.path is None and document.report.notes:
            lead = f"已读入“{path.name}”。下面这些地方请核对；原文件不会改动，保存时另存为年报文件。"
            lines = (note.message for note in document.report.notes)
            tell_outcome(shell or self._window, "读入的文件", lead, lines)


def written_at(path: Path) -> datetime | None:
    """Return when a file was written last, None if it cannot be told."""
    from reportdesk.report.dates import moment_of

    try:
        return moment_of(path.stat().st_mtime)
    except OSError:
        return None
