"""Export from the window: say what is still open, ask where to, write, and say where it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reportdesk.document import Document
from reportdesk.errors import ReportDeskError
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import GivenUp, run_slowly
from reportdesk.gui.qt.file_dialogs import FILE_KINDS, ask_save
from reportdesk.project.disk.safe_write import safe_write

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell
    from reportdesk.report.model import Report
    from reportdesk.writers.protocol import Carries

#: What a Word file has beside what it shows, in the clerk's words.
_CARRIED = {
    "printed": "\n文件里没有上年数据和核对说明；印出来的数和文字再打开时都能带回。",
    "everything": "\n文件里带有上年数据和核对说明，供接着编报的人打开；不要用来公开发布。",
    "nothing": "\n文件里只有看得见的内容，可以公开发布。",
}


class ExportCommands:
    """Writes the document of a window as files of other kinds."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def export(self, suffix: str, carries: Carries = "printed") -> None:
        """Write the report as a file of the kind that `suffix` names, wherever the clerk says."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        self._window.autosaver.keep_now()
        if _is_wanted(self._window, document):
            path = ask_save(self._window, f"导出：{FILE_KINDS[suffix]}", document, suffix)
            if path is not None:
                _write(self._window, document.report, path, carries)


def _is_wanted(window: Shell, document: Document) -> bool:
    """Say what is still open, if anything is; tell whether to go on."""
    from reportdesk.gui.commands.still_open import what_is_open

    still_open = what_is_open(document)
    return not still_open or questions.ask(
        window,
        "还有没处理完的地方",
        "\n".join((*still_open, "导出不受影响，也可以先处理。")),
        "照样导出",
        stay="先去处理",
    )


def _write(window: Shell, report: Report, path: Path, carries: Carries) -> None:
    """Write a file that was read back and compared, and say where it is."""

    def made() -> bytes:
        # Late, and in the thread: it brings along all that reads and writes documents.
        from reportdesk.export import checked_bytes

        return checked_bytes(report, path, carries)

    try:
        # Only the waiting can be cancelled: what a clerk gave up must not appear on the disk later.
        data = run_slowly(window, "正在导出并核对…", made)
        safe_write(path, data)
    except GivenUp:
        return
    except ReportDeskError as error:
        questions.tell_error(window, error)
        return
    window.status.tell(f"已导出到 {path}")
    done = "已导出" if path.suffix.lower() == ".pdf" else "已导出，并已读回核对"
    if questions.offer(window, done, f"{path}{_hint(path.suffix.lower(), carries)}", "打开所在文件夹"):
        folder = QUrl.fromLocalFile(str(path.parent))
        if not QDesktopServices.openUrl(folder):
            window.status.tell(f"打不开文件夹；文件在 {path}")


def _hint(suffix: str, carries: Carries) -> str:
    """Say of a Word file what it carries besides what it shows, of a PDF what was compared."""
    if suffix == ".pdf":
        return "\n读回核对过的是生成它的 Word 文件；PDF 本身由 LibreOffice 印成，请打开看一遍再用。"
    if suffix != ".docx":
        return ""
    return _CARRIED[carries]
