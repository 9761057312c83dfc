"""Files in the window: begin, open, save, leave; nothing unsaved is lost unless the clerk says so."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from reportdesk.document import Document
from reportdesk.errors import ReportDeskError
from reportdesk.gui import messages
from reportdesk.gui.exporting import export_report
from reportdesk.gui.messages import Answer
from reportdesk.gui.opening import PROJECT, read_document, roll_file
from reportdesk.gui.paths import ask_open, ask_save
from reportdesk.gui.work import Cancelled, run_slowly
from reportdesk.project.errors import ChangedOnDisk, Damaged, NoPermission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportdesk.gui.recent import Used
    from reportdesk.gui.window import MainWindow


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
        try:
            rolled = run_slowly(self._window, "正在读取去年的年报…", lambda: roll_file(path))
        except Cancelled:
            return
        except ReportDeskError as error:
            messages.tell_error(self._window, error)
            return
        report = rolled.report
        self.show(Document(report))
        lead = f"已由去年的年报生成“{report.printed_title}”。沿用的文字和结转数都做了记号，请逐处核对。"
        self._list(
            "从去年的文件开始", lead, [*map(str, rolled.changes), *(note.message for note in report.notes)]
        )

    def show(self, document: Document) -> None:
        """Show a document that was read, and remember its file among the recent ones."""
        path = document.path
        if path is None:
            self._window.show_document(document)
            return
        self._window.show_document(document, datetime.fromtimestamp(path.stat().st_mtime).astimezone())
        self._window.recent.add(path, document.report.organ, document.report.year)

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
        return messages.ask(self._window, error.what, _details(error), "另存为…") and self.save_as()

    def _open(self, path: Path, *, rescue: bool = False) -> None:
        try:
            document = run_slowly(self._window, "正在打开…", lambda: read_document(path, rescue=rescue))
        except Cancelled:
            return
        except Damaged as error:
            if not rescue and messages.ask(self._window, error.what, _details(error), "抢救能读出的部分"):
                self._open(path, rescue=True)
            return
        except ReportDeskError as error:
            messages.tell_error(self._window, error)
            return
        self.show(document)
        if document.path is None and document.report.notes:
            lead = f"已读入“{path.name}”。下面这些地方请核对；原文件不会改动，保存时另存为年报文件。"
            self._list("读入的文件", lead, (note.message for note in document.report.notes))

    def _list(self, title: str, lead: str, lines: Iterable[str]) -> None:
        from reportdesk.gui.dialogs.outcome import OutcomeDialog

        dialog = OutcomeDialog(title, lead, lines, self._window)
        dialog.exec()
        dialog.deleteLater()


def _details(error: ReportDeskError) -> str:
    return "\n".join(filter(None, (error.where, error.remedy)))
