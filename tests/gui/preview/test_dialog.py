"""The preview shows every word and figure of the report on pages of A4, and prints them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.preview.dialog import PreviewDialog, print_pages, tell_printed
from reportdesk.gui.preview.pages import PAGE, SheetOfPaper, pages_of
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter, write_text
from tests.gui.clerk import answering, box_says, press, trigger

pytestmark = pytest.mark.usefixtures("qapp")


def picture(page: SheetOfPaper) -> QImage:
    image = QImage(round(PAGE.width()), round(PAGE.height()), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    page.paint(painter)
    painter.end()
    return image


def dark_rows(image: QImage) -> list[int]:
    columns = range(60, image.width() - 60)
    return [
        y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 100 for x in columns)
    ]


def test_nothing_stands_in_the_margins_but_the_pages_number(sample: Document) -> None:
    for page in pages_of(sample.report):
        rows = dark_rows(picture(page))
        assert min(rows) >= 100
        assert max(rows) <= 790


def test_a_figure_that_changes_changes_its_page(sample: Document) -> None:
    before = [picture(page) for page in pages_of(sample.report)]
    sample.apply(enter(sample.report, {"requests.received.natural_person": 987}))
    after = [picture(page) for page in pages_of(sample.report)]
    assert [one == other for one, other in zip(before, after, strict=True)].count(False) == 1


def test_long_words_go_on_over_pages_and_a_table_keeps_together(sample: Document) -> None:
    few = pages_of(sample.report)
    sample.apply(write_text(sample.report, "overview", "\n".join("长" * 500 for _ in range(10))))
    many = pages_of(sample.report)
    assert len(many) >= len(few) + 7
    strips = sum(len(page.strips) for page in many)
    assert strips > sum(len(page.strips) for page in few)
    heights = [sum(strip.height for strip in page.strips) for page in many]
    assert max(heights) <= 638


@pytest.mark.parametrize("words", ["{{7*7}}<w:p>A & B", "字" * 5000, "𠮷" * 100, "  "])
def test_any_words_can_be_shown(sample: Document, words: str) -> None:
    sample.apply(write_text(sample.report, "other", words))
    assert picture(pages_of(sample.report)[-1]) is not None


def test_a_report_with_nothing_in_it_has_pages_too(blank: Document) -> None:
    assert pages_of(replace(blank.report, organ=""))


def test_printing_puts_every_page_on_a4(tmp_path: Path, sample: Document) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "年报.pdf"))
    pages = pages_of(sample.report)
    assert print_pages(pages, printer)
    printed = (tmp_path / "年报.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") == len(pages)
    assert b"595" in printed


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told_of(
    tmp_path: Path, sample: Document, window: MainWindow
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "没有这个文件夹" / "年报.pdf"))
    pages = pages_of(sample.report)
    done = print_pages(pages, printer)
    assert not done
    with answering(QMessageBox, press("知道了")) as told:
        tell_printed(window, printer, done=done)
        assert "没有这个文件夹" in box_says(told[0])
    tell_printed(window, printer, done=True)


def test_the_preview_opens_by_key_comes_nearer_and_closes(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    window.show_document(sample)
    sizes = []

    def look(dialog: PreviewDialog) -> None:
        sizes.append(dialog.canvas.width())
        qtbot.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        sizes.append(dialog.canvas.width())
        assert "页" in dialog.ui.count.text()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    with answering(PreviewDialog, look):
        trigger(window, "preview")
    assert sizes[1] > sizes[0]
    assert not sample.is_dirty or not sample.history.done


def test_words_that_no_paper_holds_are_told(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    sample.apply(write_text(sample.report, "other", "a\x07b"))
    with answering(QMessageBox, press("知道了")) as told:
        trigger(window, "preview")
    assert "控制字符" in told[0].text()
