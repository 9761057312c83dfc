"""Export from the window: say what is still open, ask where to, write, and say where it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtGui

from reportdesk.errors import ReportDeskError
from reportdesk.gui.commands.files.reading import ask_and_read
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import GivenUp, run_beside, run_slowly
from reportdesk.gui.qt.file_dialogs import FILE_KINDS, ask_save
from reportdesk.project.disk.safe_write import safe_write

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.document import Document
    from reportdesk.gui.dialogs.export_options import ExportOptions
    from reportdesk.gui.shell import Shell
    from reportdesk.report.model import Report
    from reportdesk.writers.protocol import Carries, Writer

#: The notice that a file takes its time to be written.
_SLOW = "exporting"
_OPEN_FILE, _OPEN_FOLDER = "打开文件", "打开所在文件夹"

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
                _write(self._window, document.report, path, Manner(carries))

    def with_options(self) -> None:
        """Ask for layout, fingerprint, pictures and the like, then write the report so."""
        document = self._window.document
        if document is None or not self._window.desk.finish_editing():
            return
        self._window.autosaver.keep_now()
        if not _is_wanted(self._window, document):
            return
        try:
            chosen = _asked(self._window, document.report)
            manner = _manner(self._window, document.report, chosen) if chosen else None
        except ReportDeskError as error:
            questions.tell_error(self._window, error)
            return
        if chosen is None or manner is None:
            return
        path = ask_save(self._window, f"导出：{FILE_KINDS[chosen.suffix]}", document, chosen.suffix)
        if path is not None:
            _write(self._window, document.report, path, manner)


class Manner(NamedTuple):
    """How a file is written: what it carries, and the writers of the kinds that were asked for otherwise."""

    carries: Carries
    writers: tuple[Writer, ...] = ()


def _asked(window: Shell, report: Report) -> ExportOptions | None:
    # Late, here and below: none of it is needed to start.
    from reportdesk.gui.dialogs.export_options import ExportOptionsDialog

    dialog = ExportOptionsDialog(report.form, window)
    options = dialog.options if dialog.exec() else None
    dialog.deleteLater()
    return options


def _manner(window: Shell, report: Report, chosen: ExportOptions) -> Manner | None:
    """Make ready what was chosen; None where the clerk gave up. Pictures are painted here, in Qt's thread."""
    from reportdesk.gui.look.raster import png_of
    from reportdesk.writers.charts.pictures import pictures_of
    from reportdesk.writers.html import HtmlWriter
    from reportdesk.writers.pdf import PdfWriter
    from reportdesk.writers.word.charts import drawn_cards
    from reportdesk.writers.word.writer import WordWriter

    published = None
    if chosen.corrected:
        read = ask_and_read(window, "选择公布出去的报告")
        if read is None:
            return None
        published = read[1].report
    pictures = pictures_of(report, theme=chosen.theme) if chosen.charts else None
    page = HtmlWriter(chosen.charset, chosen.with_data, pictures, published)
    drawn = drawn_cards(pictures, png_of) if pictures and chosen.suffix == WordWriter.suffix else ()
    word = WordWriter(chosen.carries, chosen.layout, chosen.fingerprint, drawn)
    return Manner(chosen.carries, (page, word, PdfWriter(word, _drawn)))


def _is_wanted(window: Shell, document: Document) -> bool:
    """Say what is still open, if anything is; tell whether to go on."""
    from reportdesk.gui.commands.outgoing.still_open import what_is_open

    still_open = what_is_open(document)
    return not still_open or questions.ask(
        window,
        "还有没处理完的地方",
        "\n".join((*still_open, "导出不受影响，也可以先处理。")),
        "照样导出",
        stay="先去处理",
    )


def _write(window: Shell, report: Report, path: Path, manner: Manner) -> None:
    """Write a file that was read back and compared, and say where it is."""

    def made() -> bytes:
        # Late, and in the thread: it brings along all that reads and writes documents.
        from reportdesk.export import checked_bytes
        from reportdesk.writers.pdf import PdfWriter

        writers = (*manner.writers, PdfWriter(drawn=_drawn))
        return checked_bytes(report, path, manner.carries, writers)

    try:
        # Only the waiting can be cancelled: what a clerk gave up must not appear on the disk later.
        data = run_slowly(window, "正在导出并核对…", made)
        _put_down(window, path, data)
    except GivenUp:
        return
    except ReportDeskError as error:
        questions.tell_error(window, error)
        return
    window.status.tell(f"已导出到 {path}")
    done = "已导出" if path.suffix.lower() == ".pdf" else "已导出，并已读回核对"
    details = f"{path}{_hint(path.suffix.lower(), manner.carries)}"
    wanted = questions.offer_one(window, done, details, _OPEN_FILE, _OPEN_FOLDER)
    if wanted:
        opened = path if wanted == _OPEN_FILE else path.parent
        if not QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(opened))):
            window.status.tell(f"打不开{'文件' if wanted == _OPEN_FILE else '文件夹'}；文件在 {path}")


def _put_down(window: Shell, path: Path, data: bytes) -> None:
    """Write a file while the clerk goes on, and say so where that takes its time; raise FileError."""

    def tell_slow() -> Callable[[], bool]:
        window.notices.tell(_SLOW, f"正在写到 {path.parent}，磁盘或网络慢，请稍候；可以接着填写。")
        return lambda: False

    try:
        run_beside(lambda: safe_write(path, data), tell_slow)
    finally:
        window.notices.drop(_SLOW)


def _drawn(word: bytes) -> bytes:
    # Late: only where no office program prints the PDF.
    from reportdesk.gui.preview.printing import pdf_of_word

    return pdf_of_word(word)


def _hint(suffix: str, carries: Carries) -> str:
    """Say of a Word file what it carries besides what it shows, of a PDF what was compared."""
    if suffix == ".pdf":
        # Late: a start needs no other program.
        from reportdesk.office import find_office

        by = " LibreOffice " if find_office() else "本程序"
        return f"\n读回核对过的是生成它的 Word 文件；PDF 本身由{by}排版，请打开看一遍再用。"
    if suffix != ".docx":
        return ""
    return _CARRIED[carries]
