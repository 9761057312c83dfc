"""What a report takes from other files: a new one from last year's, an open one what the clerk chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.gui.commands.files.reading import read_or_tell
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.file_dialogs import ask_open

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.gui.shell import Shell
    from reportdesk.readers.result.reading import Reading
    from reportdesk.report.model import Report


class BeginCommands:
    """The flows of a window that begin with somebody's file and end with this year's report."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def roll(self) -> None:
        """Ask for last year's file and begin this year's report from it."""
        path = ask_open(self._window, "选择去年的年报", "last")
        if path:
            self.roll_path(path)

    def roll_path(self, path: Path) -> None:
        """Begin a new report from last year's file, and list what was changed."""
        from reportdesk.gui.review.flow import report_to_open

        reading = read_or_tell(self._window, path, "正在读取去年的年报…")
        last = report_to_open(self._window, reading, path.name) if reading else None
        if last is not None:
            self.roll_report(last, path.parent)

    def roll_on(self) -> None:
        """Begin the next year's report from the one that is open, of a past year the one due now.

        It takes the place of one that was only looked at.
        """
        from reportdesk.form.editions import proposed_year

        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        year = max(document.report.year + 1, proposed_year(self._window.desk.today))
        folder = document.path.parent if document.path else document.came_from
        self.roll_report(document.report, folder, year, in_its_place=not document.history.done)

    def roll_report(
        self,
        last: Report,
        came_from: Path | None = None,
        year: int | None = None,
        *,
        in_its_place: bool = False,
    ) -> None:
        """Begin a new report from last year's of a folder, for the next year or `year`; list the changes."""
        from reportdesk.document import Document
        from reportdesk.gui.dialogs.outcome import tell_outcome
        from reportdesk.rollover import roll

        rolled = run_or_tell(self._window, "正在生成今年的年报…", lambda: roll(last, year))
        if rolled is None:
            return
        report = rolled.report
        document = Document(report)
        document.came_from = came_from
        shell = self._show(document, in_its_place=in_its_place)
        if shell is not None:
            shell.desk.show_agenda()
        lead = f"已由去年的年报生成“{report.printed_title}”。沿用的文字和结转数都做了记号，请逐处核对。"
        lines = [*map(str, rolled.changes), *(note.message for note in report.notes)]
        tell_outcome(shell or self._window, "从去年的文件开始", lead, lines)

    def _show(self, document: Document, *, in_its_place: bool) -> Shell | None:
        if not in_its_place:
            return self._window.open_document(document)
        self._window.show_document(document)
        return self._window

    def import_file(self) -> None:
        """Ask for a file, and take from it into the open report what the clerk chooses, in one step."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        path = ask_open(self._window, "从文件导入", "import")
        self._window.autosaver.keep_now()
        reading = read_or_tell(self._window, path) if path else None
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
