"""Files in the window: begin, open, save, leave; nothing unsaved is lost unless the clerk says so."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog

from reportdesk.document import Document
from reportdesk.errors import ReportDeskError
from reportdesk.gui import messages
from reportdesk.gui.differing import count_differences
from reportdesk.gui.exporting import export_report
from reportdesk.gui.holding import Hold, hold, hold_to_save
from reportdesk.gui.messages import Answer
from reportdesk.gui.opening import PROJECT, checked, open_or_read, reading_of, roll_report
from reportdesk.gui.paths import ask_open, ask_save
from reportdesk.gui.rescuing import good_backup
from reportdesk.gui.work import Cancelled, run_slowly
from reportdesk.project.errors import ChangedOnDisk, Damaged
from reportdesk.project.file import read_project
from reportdesk.project.logbook import log, log_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportdesk.gui.recent import Used
    from reportdesk.gui.window import MainWindow
    from reportdesk.readers.reading import Reading
    from reportdesk.report.model import Report

T = TypeVar("T")


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
        reading = self._read("正在读取去年的年报…", path)
        last = self._look_over(reading, path) if reading else None
        rolled = self._slowly("正在生成今年的年报…", lambda: roll_report(last)) if last else None
        if rolled is None:
            return
        report = rolled.report
        self.show(Document(report))
        lead = f"已由去年的年报生成“{report.printed_title}”。沿用的文字和结转数都做了记号，请逐处核对。"
        self._list(
            "从去年的文件开始", lead, [*map(str, rolled.changes), *(note.message for note in report.notes)]
        )

    def import_file(self) -> None:
        """Ask for a file, and take from it into the open report what the clerk chooses, in one step."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        path = ask_open(self._window, "从文件导入")
        self._window.keeping.keep_now()
        reading = self._read("正在读取…", path) if path else None
        if path is not None and reading is not None:
            self._import(document, reading, path)

    def _import(self, document: Document, reading: Reading, path: Path) -> None:
        from reportdesk.gui.review.flow import edit_to_import

        edit = edit_to_import(self._window, document.report, reading, path.name)
        if edit:
            document.apply(edit)
            self._window.status.tell(f"已从“{path.name}”导入，可以撤销")
        elif edit is not None:
            self._window.status.tell(f"“{path.name}”与打开的年报没有不同")

    def show(self, document: Document) -> bool:
        """Show a document that was read, and remember its file among the recent ones.

        False if somebody else has the file and the clerk would rather not see it.
        """
        path = document.path
        if path is None:
            self._window.show_document(document)
            return True
        held = self._hold(path)
        if held is None:
            return False
        self._window.show_document(document, written_at(path), held)
        self._window.recent.add(path, document.report.organ, document.report.year)
        if held.words:
            self._window.status.tell(held.words)
        return True

    def save(self) -> bool:
        """Save where the report came from, or ask where to; tell whether it is saved."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return False
        if document.path is None or self._window.keeping.is_read_only:
            return self.save_as()
        return self._save_to(document.path)

    def save_as(self) -> bool:
        """Ask where to, and save there; tell whether it is saved."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return False
        path = ask_save(self._window, "保存年报", document, PROJECT)
        return path is not None and self._save_to(path)

    def export(self, suffix: str, *, public: bool = False) -> None:
        """Write the report as a file of another kind; for the public without the data in it."""
        if self._window.document is not None and self._window.desk.finish_editing():
            self._window.keeping.keep_now()
            export_report(self._window, self._window.document, suffix, public=public)

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
        keeping = self._window.keeping
        held = keeping.hold
        is_held = held is not None and held.is_of(path) and not held.is_read_only
        try:
            held = held if is_held and held is not None else hold_to_save(path)
            document.save(path)
        except ReportDeskError as error:
            log_error("save.failed", error)
            if held is not None and not is_held and held is not keeping.hold:
                held.release()
            return self._after_failed_save(error, document, path)
        log("saved", rev=document.stamp.rev if document.stamp else 0)
        keeping.take_over(held)
        keeping.saved(path)
        self._window.saved_at = datetime.now().astimezone()
        self._window.recent.add(path, document.report.organ, document.report.year)
        self._window.show_state()
        self._window.status.tell(f"已保存到 {path}")
        return True

    def _hold(self, path: Path) -> Hold | None:
        """Take a file; one that this window has open already stays taken."""
        held = self._window.keeping.hold
        return held if held is not None and held.is_of(path) and held.lock else hold(self._window, path)

    def _after_failed_save(self, error: ReportDeskError, document: Document, path: Path) -> bool:
        """Say why it was not saved and offer the way out; tell whether it is saved after all."""
        self._window.show_state()
        if isinstance(error, ChangedOnDisk):
            return self._decide_on_changed(error, document, path)
        return messages.ask(self._window, error.what, _details(error), "另存为…") and self.save_as()

    def _decide_on_changed(self, error: ReportDeskError, document: Document, path: Path) -> bool:
        """Let the clerk keep hers under another name or take what is on the disk; hers is kept aside then."""
        theirs = self._slowly("正在比较…", lambda: read_project(path))
        differs = count_differences(document.report, theirs.report) if theirs else ""
        details = f"{path}\n磁盘上的与您的有 {differs} 不同。" if differs else str(path)
        choices = ["另存我的为…", "改用磁盘上的"] if theirs else ["另存我的为…"]
        answer = messages.choose(self._window, error.what, details, choices)
        if answer == 0:
            return self.save_as()
        if answer == 1 and theirs is not None:
            self._window.keeping.set_aside()
            self.show(Document(theirs.report, path, theirs.stamp))
            self._window.status.tell("已改用磁盘上的；您没保存的内容可从“文件”菜单找回")
        return False

    def _open(self, path: Path, *, rescue: bool = False) -> None:
        # A project file needs none of what reads other kinds, and opens sooner without it.
        reading = None if path.suffix.lower() == PROJECT else reading_of(path)
        try:
            opened = run_slowly(
                self._window,
                "正在打开…",
                lambda: open_or_read(path, rescue=rescue, read=reading.result if reading else None),
                reading.cancel if reading else None,
            )
        except Cancelled:
            return
        except Damaged as error:
            log_error("open.damaged", error)
            if not rescue:
                self._decide_on_damaged(error, path)
            return
        except ReportDeskError as error:
            log_error("open.failed", error)
            messages.tell_error(self._window, error)
            return
        log("opened", kind=path.suffix.lower())
        if isinstance(opened, Document):
            self.show(opened)
            self._list_notes(opened, path)
        else:
            self._show_reading(opened, path)

    def _decide_on_damaged(self, error: Damaged, path: Path) -> None:
        """Offer the newest good backup, and what can still be read of the damaged file."""
        good = self._slowly("正在找备份…", lambda: good_backup(self._window.keeping.backups, path, error))
        ways = ["打开最近的备份"] if good else []
        details = f"{path}\n原文件不会改动。"
        if good:
            details += f"\n有一份 {good.words} 的完好备份。"
        answer = messages.choose(self._window, error.what, details, [*ways, "抢救能读出的部分"])
        if answer is None:
            return
        if good is not None and answer == 0:
            self.show(Document(good.report))
            self._window.status.tell("这是备份里的内容，请另存")
        else:
            self._open(path, rescue=True)

    def _show_reading(self, reading: Reading, path: Path) -> None:
        """Show what the clerk makes of a file; one without a visible document has only its notes to tell."""
        report = self._look_over(reading, path)
        document = self._slowly("正在检查…", lambda: checked(report)) if report else None
        if document is None:
            return
        self.show(document)
        if reading.is_whole:
            self._window.status.tell(f"“{path.name}”里的数据完整，全部带回来了")
        elif reading.seen is None:
            self._list_notes(document, path)

    def _look_over(self, reading: Reading, path: Path) -> Report | None:
        from reportdesk.gui.review.flow import report_to_open

        return report_to_open(self._window, reading, path.name)

    def _list_notes(self, document: Document, path: Path) -> None:
        if document.path is None and document.report.notes:
            lead = f"已读入“{path.name}”。下面这些地方请核对；原文件不会改动，保存时另存为年报文件。"
            self._list("读入的文件", lead, (note.message for note in document.report.notes))

    def _read(self, words: str, path: Path) -> Reading | None:
        reading = reading_of(path)
        return self._slowly(words, reading.result, reading.cancel)

    def _slowly(
        self, words: str, work: Callable[[], T], stop: Callable[[], object] | None = None
    ) -> T | None:
        """Do slow work; None where it was cancelled, or failed and that was said."""
        try:
            return run_slowly(self._window, words, work, stop)
        except Cancelled:
            return None
        except ReportDeskError as error:
            log_error("work.failed", error)
            messages.tell_error(self._window, error)
            return None

    def _list(self, title: str, lead: str, lines: Iterable[str]) -> None:
        from reportdesk.gui.dialogs.outcome import OutcomeDialog

        dialog = OutcomeDialog(title, lead, lines, self._window)
        dialog.exec()
        dialog.deleteLater()


def _details(error: ReportDeskError) -> str:
    return "\n".join(filter(None, (error.where, error.remedy)))


def written_at(path: Path) -> datetime | None:
    """Return when a file was written last, None if it cannot be told."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None
