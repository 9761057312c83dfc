"""Papers about the report: the head's page, the correction notice; and a look into what goes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk import __version__
from reportdesk.gui.commands.files.reading import ask_and_read
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.file_dialogs import ask_copy, ask_open, ask_save

if TYPE_CHECKING:
    from reportdesk.gui.dialogs.fingerprint import FingerprintDialog
    from reportdesk.gui.shell import Shell
    from reportdesk.report.model import Report


class PaperCommands:
    """What a window writes and looks into beside the report itself."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def sheet(self) -> None:
        """Write the page for whoever signs."""

        def made(report: Report) -> bytes:
            from reportdesk.papers.head_page import head_page, head_page_bytes

            return head_page_bytes(head_page(report), __version__)

        self._write("核验单", made)

    def correct(self) -> None:
        """Ask for the published file, and write what the open report prints otherwise."""
        if self._window.document is None or not self._window.desk.finish_editing():
            return
        read = ask_and_read(self._window, "选择公布出去的报告")
        if read is None:
            return
        path, reading = read

        def made(report: Report) -> bytes:
            from reportdesk.papers.correction import correction_bytes

            return correction_bytes(reading.report, report)

        self._write("更正说明", made, source=path)

    def fingerprint(self) -> None:
        """Show the report's fingerprint; say whether a paper's, or a file's, is the same."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        from reportdesk.gui.dialogs.fingerprint import FingerprintDialog

        dialog = FingerprintDialog(document.report, self._window)
        dialog.file_wanted.connect(lambda: self._compare_file(dialog))
        dialog.exec()
        dialog.deleteLater()

    def _compare_file(self, dialog: FingerprintDialog) -> None:
        read = ask_and_read(self._window, "选择要核对的文件")
        if read is not None:
            path, reading = read
            dialog.compare_with(path, reading.report)

    def inspect(self) -> None:
        """Ask for a file, list what its reader does not see, and offer a copy without it."""
        path = ask_open(self._window, "选择要发布的文件")
        if path is None:
            return
        from reportdesk.inspection.job import ApartInspection

        asked = ApartInspection(path)
        looked = run_or_tell(self._window, "正在检查…", asked.result, asked.cancel)
        if looked is None:
            return
        lines, data = [str(trace) for trace in looked.traces], looked.clean
        if not lines:
            self._window.status.tell(f"“{path.name}”里没有看不见的内容")
        elif questions.offer(
            self._window, f"“{path.name}”里有看不见的内容", "\n".join(lines), "另存干净的副本…"
        ):
            copy = ask_copy(self._window, "另存干净的副本", path)
            if copy is not None:
                self._save(copy, data)

    def _write(self, name: str, made: Callable[[Report], bytes], source: Path | None = None) -> None:
        """Make a paper and save it, never in the place of the `source` that it was made from."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        path = ask_save(self._window, f"保存{name}", document, ".docx", ending=name)
        if path is None:
            return
        report = document.report

        def make() -> bytes:
            # Late: it brings along all that reads and writes documents.
            from reportdesk.export import refuse_existing

            refuse_existing(path, force=True, sources=(source,))
            return made(report)

        data = run_or_tell(self._window, f"正在生成{name}…", make)
        if data is not None:
            self._save(path, data)

    def _save(self, path: Path, data: bytes) -> None:
        from reportdesk.project.disk.safe_write import safe_write

        def save() -> bool:
            safe_write(path, data)
            return True

        if run_or_tell(self._window, "正在保存…", save):
            self._window.status.tell(f"已写入 {path}")
