"""What the window 汇总 writes of a collection: workbook, government's report, letters, texts to send."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reportdesk.collect.outgoing.letters import missing_text, notice_text
from reportdesk.collect.outgoing.outputs import Outputs
from reportdesk.gui.collecting.asking import ask_out, home_of
from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.file_dialogs import note_folder


class Outgoing:
    """Asks where to, and writes there; or puts words on the clipboard."""

    def __init__(self, window: CollectingShell) -> None:
        """Act for a window."""
        self._window = window

    def write_workbook(self) -> None:
        """Ask where to, and write the workbook."""
        path = ask_out(self._window, "写汇总表", self._title(), ".xlsx")
        if path:
            self._write(Outputs(workbook=path, force=True))

    def write_report(self) -> None:
        """Ask where to, and write the government's report or bring the one there up to date."""
        path = ask_out(self._window, "写政府报告（已有的只更新数，文字不动）", self._title(), ".rdesk")
        if path:
            self._write(Outputs(report=path, force=True))

    def write_letters(self) -> None:
        """Ask for a folder, and write the letters into it."""
        title = "退回修改、催报、通报写到哪个文件夹"
        name = QFileDialog.getExistingDirectory(self._window, title, home_of(self._window, "letters"))
        if name:
            note_folder("letters", Path(name))
            self._write(Outputs(letters=Path(name), force=True))

    def copy_missing(self) -> None:
        """Put who is missing on the clipboard."""
        if self._window.collection is not None:
            QGuiApplication.clipboard().setText(missing_text(self._window.collection))
            self._window.tell("已复制催报的文字")

    def copy_notice(self) -> None:
        """Put the units by problem on the clipboard."""
        if self._window.collection is not None:
            QGuiApplication.clipboard().setText(notice_text(self._window.collection))
            self._window.tell("已复制通报的文字")

    def _write(self, outputs: Outputs) -> None:
        session, collection = self._window.session, self._window.collection
        if collection is None or session.outcome is None:
            return
        last = session.outcome.order.last
        work: Callable[[], list[Path]] = lambda: list(outputs.write(collection, last))  # noqa: E731
        written = run_or_tell(self._window, "正在写…", work)
        if written:
            self._window.tell(f"已写入 {written[0]}")

    def _title(self) -> str:
        collection = self._window.collection
        return f"{collection.organ}{collection.year}年汇总" if collection else "汇总"
