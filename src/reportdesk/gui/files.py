"""Files in the window: begin, open, save, leave; nothing unsaved is lost unless the clerk says so."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog

from reportdesk.document import Document
from reportdesk.errors import ReportDeskError
from reportdesk.gui import messages
from reportdesk.gui.exporting import export_report
from reportdesk.gui.messages import Answer
from reportdesk.gui.paths import ask_open, ask_save
from reportdesk.gui.work import Cancelled, run_slowly
from reportdesk.project.errors import ChangedOnDisk, Damaged, NoPermission
from reportdesk.project.file import read_project

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.gui.recent import Used
    from reportdesk.gui.window import MainWindow
    from reportdesk.report.model import Report
    from reportdesk.rollover import Rolled

T = TypeVar("T")

#: The suffix of the program's own files.
PROJECT = ".rdesk"


class Files:
    """The flows of a window between its document and the disk."""

    def __init__(self, window: MainWindow) -> None:
        """Act for a window."""
        self._window = window

    def new(self) -> None:
        """Begin a blank report."""
        from reportdesk.gui.dialogs.new_report import NewReportDialog

        if not self.may_leave("继续"):
            return
        dialog = NewReportDialog(parent=self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._window.show_document(Document(dialog.report))
            self._window.desk.turn_to(1)
        dialog.deleteLater()

    def open(self) -> None:
        """Ask for a file and open it."""
        if self.may_leave("继续"):
            path = ask_open(self._window, "打开年报")
            if path:
                self._open(path)

    def open_path(self, path: Path) -> None:
        """Open a file of any kind that can be read."""
        if self.may_leave("继续"):
            self._open(path)

    def open_used(self, used: Used) -> None:
        """Open a report used before; offer to forget it if its file is gone."""
        if not used.is_missing:
            self.open_path(used.path)
        elif messages.ask(self._window, "文件不在了", f"{used.path}\n可能移走或改名了。", "从列表里去掉"):
            self._window.recent.remove(used)
            self._window.welcome.refresh()

    def roll(self) -> None:
        """Ask for last year's file and begin this year's report from it."""
        if self.may_leave("继续"):
            path = ask_open(self._window, "选择去年的年报")
            if path:
                self.roll_path(path)

    def roll_path(self, path: Path) -> None:
        """Begin a new report from last year's file, and list what was changed."""
        from reportdesk.gui.dialogs.outcome import OutcomeDialog

        rolled = self._slowly("正在读取去年的年报…", lambda: _roll(path))
        if rolled is None:
            return
        self._window.show_document(Document(rolled.report))
        lines = [str(change) for change in rolled.changes] + [note.message for note in rolled.report.notes]
        lead = (
            f"已由去年的年报生成“{rolled.report.printed_title}”。沿用的文字和结转数都做了记号，请逐处核对。"
        )
        OutcomeDialog("从去年的文件开始", lead, lines, self._window).exec()

    def save(self) -> bool:
        """Save where the report came from, or ask where to; tell whether it is saved."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return False
        return self._save_to(document.path) if document.path else self.save_as()

    def save_as(self) -> bool:
        """Ask where to, and save there; tell whether it is saved."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return False
        path = ask_save(self._window, "保存年报", document, PROJECT)
        return path is not None and self._save_to(path)

    def export(self, suffix: str) -> None:
        """Write the report as a file of another kind."""
        if self._window.document is not None and self._window.desk.finish_editing():
            export_report(self._window, self._window.document, suffix)

    def close_report(self) -> None:
        """Close the report and show the first screen."""
        if self.may_leave("关闭"):
            self._window.show_document(None)

    def may_leave(self, next_step: str) -> bool:
        """Tell whether the open report may go; ask where work is unsaved (`next_step` words the button)."""
        document = self._window.document
        if document is None:
            return True
        if not self._window.desk.finish_editing():
            return False
        if not document.is_dirty:
            return True
        answer = messages.ask_about_unsaved(self._window, document.report.printed_title, next_step)
        return self.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    def _save_to(self, path: Path) -> bool:
        document = self._window.document
        assert document is not None
        try:
            document.save(path)
        except (ChangedOnDisk, NoPermission) as error:
            return self._save_elsewhere(error)
        except ReportDeskError as error:
            messages.tell_error(self._window, error)
            return False
        self._window.saved_at = datetime.now().astimezone()
        self._window.recent.add(path, document.report.organ, document.report.year)
        self._window.show_state()
        self._window.status.tell(f"已保存到 {path}")
        return True

    def _save_elsewhere(self, error: ReportDeskError) -> bool:
        details = "\n".join(filter(None, (error.where, error.remedy)))
        return messages.ask(self._window, error.what, details, "另存为…") and self.save_as()

    def _open(self, path: Path) -> None:
        if path.suffix.lower() == PROJECT:
            self._open_project(path)
        else:
            self._open_other(path)

    def _open_project(self, path: Path) -> None:
        try:
            project = run_slowly(self._window, "正在打开…", lambda: read_project(path))
        except Cancelled:
            return
        except Damaged as error:
            if messages.ask(self._window, error.what, f"{error.where}\n{error.remedy}", "抢救能读出的部分"):
                self._open_other(path, rescue=True)
            return
        except ReportDeskError as error:
            messages.tell_error(self._window, error)
            return
        report = project.report
        saved_at = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        self._window.show_document(Document(report, path, project.stamp), saved_at)
        self._window.recent.add(path, report.organ, report.year)

    def _open_other(self, path: Path, *, rescue: bool = False) -> None:
        from reportdesk.gui.dialogs.outcome import OutcomeDialog

        report = self._slowly("正在读取…", lambda: _read(path, rescue=rescue))
        if report is None:
            return
        self._window.show_document(Document(report))
        if report.notes:
            lead = f"已读入“{path.name}”。下面这些地方请核对；原文件不会改动，保存时另存为年报文件。"
            lines = (note.message for note in report.notes)
            OutcomeDialog("读入的文件", lead, lines, self._window).exec()

    def _slowly(self, words: str, function: Callable[[], T]) -> T | None:
        try:
            return run_slowly(self._window, words, function)
        except Cancelled:
            return None
        except ReportDeskError as error:
            messages.tell_error(self._window, error)
            return None


def _read(path: Path, *, rescue: bool = False) -> Report:
    from reportdesk.readers import read_report

    return read_report(path, rescue=rescue)


def _roll(path: Path) -> Rolled:
    from reportdesk.rollover import roll

    return roll(_read(path))
