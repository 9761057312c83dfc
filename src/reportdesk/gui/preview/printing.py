"""Pages onto a printer, and into a PDF that needs no office program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from reportdesk.errors import FileError
from reportdesk.gui.look import screenless
from reportdesk.gui.preview.pages import SheetOfPaper, pages_of_word, title_of_word
from reportdesk.writers.pdf import BY_HAND

_PT_PER_INCH = 72
#: Dots an inch of a PDF: lines as thin as half a point stay as thin.
_PDF_DPI = 1200
#: What stands at the end of every PDF.
_PDF_END = b"%%EOF"
_END_WITHIN_BYTES = 1024


def print_pages(pages: Sequence[SheetOfPaper], printer: QPrinter) -> bool:
    """Print pages, in the range that the printer was told; tell whether the printer took them all."""
    printer.setPageLayout(_layout(pages[0]))
    printer.setFullPage(True)
    first = printer.fromPage() or 1
    wanted = pages[first - 1 : printer.toPage() or len(pages)]
    taken = _painted(wanted, printer, printer.resolution())
    is_whole = _has_its_end(Path(printer.outputFileName())) if printer.outputFileName() else True
    return taken and is_whole and printer.printerState() is not QPrinter.PrinterState.Error


def _has_its_end(pdf: Path) -> bool:
    """Tell whether a file that was printed into is whole: Qt says nothing of a full disk."""
    try:
        if not pdf.is_file():
            return pdf.exists()
        with pdf.open("rb") as file:
            file.seek(max(pdf.stat().st_size - _END_WITHIN_BYTES, 0))
            return _PDF_END in file.read()
    except OSError:
        return False


def pdf_of_word(data: bytes) -> bytes:
    """Return a PDF with the pages of a Word file of ours: fonts embedded, words that can be copied.

    Raise ReportDeskError where none is made: on a machine without a Chinese font, too. Nothing of a
    screen is needed; where no application of Qt is running, one is begun without.
    """
    application = screenless.application()
    screenless.chinese_font("PDF", BY_HAND)
    pages = pages_of_word(data)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    writer.setTitle(title_of_word(data))
    writer.setCreator("")
    writer.setPageLayout(_layout(pages[0]))
    taken = _painted(pages, writer, _PDF_DPI)
    del writer, application
    made = bytes(buffer.data().data())
    if not taken or not made:
        raise FileError("PDF 没有写成", remedy=BY_HAND)
    return made


def _painted(pages: Sequence[SheetOfPaper], device: QPrinter | QPdfWriter, dots: int) -> bool:
    painter = QPainter()
    if not painter.begin(device):
        return False
    taken = True
    for place, page in enumerate(pages):
        if place and not device.newPage():
            taken = False
            break
        painter.save()
        painter.scale(dots / _PT_PER_INCH, dots / _PT_PER_INCH)
        page.paint(painter)
        painter.restore()
    return painter.end() and taken


def _layout(page: SheetOfPaper) -> QPageLayout:
    """Return the page without margins of the device's own: the paper has them already."""
    upright = QSizeF(min(page.sheet.width, page.sheet.height), max(page.sheet.width, page.sheet.height))
    turned = page.sheet.width > page.sheet.height
    way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(size, way, QMarginsF(0, 0, 0, 0))
