"""The preview is the paper, beside the work: it turns pages, comes nearer, prints, exports, follows."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.commands.outgoing import preview
from reportdesk.gui.preview.dialog import PreviewDialog, tell_printed
from reportdesk.gui.preview.pages import laid_pages, pages_on, paper_of_report
from reportdesk.gui.preview.printing import print_pages
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import write_text
from tests.gui.clerk import answering, box_says, press, trigger
from tests.work import turns_of

#: Hairlines and a little air on both sides.
_AROUND_WORDS_PX = 2 * (1 + 4)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "_REST_MS", 20)


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, sample: Document) -> PreviewDialog:
    sample.apply(write_text(sample.report, "overview", "\n".join("长" * 500 for _ in range(10))))
    window.show_document(sample)
    trigger(window, "preview")
    (shown,) = window.findChildren(PreviewDialog)
    qtbot.waitExposed(shown)
    return shown


def value(dialog: PreviewDialog) -> int:
    return dialog.ui.scroll.verticalScrollBar().value()


def test_one_works_on_beside_it(dialog: PreviewDialog) -> None:
    assert not dialog.isModal()
    assert dialog.isVisible()


def test_no_button_cuts_its_words(dialog: PreviewDialog) -> None:
    buttons = dialog.findChildren(QPushButton)
    cut = [
        button.text()
        for button in buttons
        if button.width() < button.fontMetrics().horizontalAdvance(button.text()) + _AROUND_WORDS_PX
    ]
    assert len(buttons) > 5
    assert not cut


def test_keys_turn_pages_and_the_page_is_told(qtbot: QtBot, dialog: PreviewDialog) -> None:
    number = len(dialog.canvas.pages)
    assert dialog.ui.count.text().startswith(f"第 1 页，共 {number} 页")
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.ui.count.text().startswith("第 2 页")
    assert dialog.canvas.accessibleDescription() == dialog.canvas.pages[1].words
    qtbot.keyClick(dialog, Qt.Key.Key_End)
    assert dialog.ui.count.text().startswith(f"第 {number} 页")
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    assert dialog.ui.count.text().startswith(f"第 {number - 1} 页")
    qtbot.keyClick(dialog, Qt.Key.Key_Home)
    assert value(dialog) == 0


def test_it_comes_nearer_and_fits_at_the_same_page(qtbot: QtBot, dialog: PreviewDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    width = dialog.canvas.sizeHint().width()
    qtbot.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert dialog.canvas.sizeHint().width() > width
    assert dialog.ui.count.text().startswith("第 2 页")
    qtbot.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    room = dialog.ui.scroll.maximumViewportSize()
    assert dialog.canvas.top_of(1) <= room.height()
    assert dialog.ui.count.text().startswith("第 2 页")
    qtbot.mouseClick(dialog.ui.page_width, Qt.MouseButton.LeftButton)
    assert room.width() * 0.9 < dialog.canvas.sizeHint().width() <= room.width()
    assert dialog.ui.count.text().startswith("第 2 页")


def test_it_follows_what_is_typed_and_stays_where_it_is(
    qtbot: QtBot, dialog: PreviewDialog, sample: Document
) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    stood, number = value(dialog), len(dialog.canvas.pages)
    sample.apply(write_text(sample.report, "other", "新写的一段。\n" + "长" * 2000))
    qtbot.waitUntil(lambda: len(dialog.canvas.pages) > number)
    assert value(dialog) == stood
    assert any("新写的一段。" in page.words for page in dialog.canvas.pages)
    sample.apply(write_text(sample.report, "other", "a\x07b"))
    qtbot.waitUntil(lambda: "排不出来" in dialog.ui.count.text())


def test_another_report_closes_it(qtbot: QtBot, dialog: PreviewDialog, window: MainWindow) -> None:
    window.show_document(None)
    assert not dialog.isVisible()
    assert window.commands.preview is not None


def test_asked_for_again_it_comes_to_the_front(dialog: PreviewDialog, window: MainWindow) -> None:
    trigger(window, "preview")
    assert window.findChildren(PreviewDialog) == [dialog]


def test_it_exports_as_the_menu_does(dialog: PreviewDialog) -> None:
    asked: list[Any] = []
    dialog.export_asked.disconnect()
    dialog.export_asked.connect(asked.append)
    dialog.ui.export_word.click()
    dialog.ui.export_pdf.click()
    assert asked == [".docx", ".pdf"]


def test_words_that_no_paper_holds_are_told(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    sample.apply(write_text(sample.report, "other", "a\x07b"))
    with answering(QMessageBox, press("知道了")) as boxes:
        trigger(window, "preview")
    assert "控制字符" in boxes[0].text()
    assert not window.findChildren(PreviewDialog)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told_of(
    tmp_path: Path, sample: Document, window: MainWindow
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "没有这个文件夹" / "年报.pdf"))
    done = print_pages(laid_pages(sample.report), printer)
    assert not done
    with answering(QMessageBox, press("知道了")) as boxes:
        tell_printed(window, printer, done=done)
        assert "没有这个文件夹" in box_says(boxes[0])
    tell_printed(window, printer, done=True)


def test_pages_are_laid_out_one_at_a_time_and_shown_once_all_are_there(
    qtbot: QtBot, dialog: PreviewDialog, sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "_TURN_S", 0)
    before, shown = dialog.canvas.pages, []
    monkeypatch.setattr(dialog, "show_pages", lambda title, pages: shown.append(len(pages)))
    sample.apply(write_text(sample.report, "overview", "长" * 20_000))
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [len(laid_pages(sample.report))]
    assert shown[0] > len(before)


def test_what_changed_while_the_paper_was_made_ready_is_shown_too(
    qtbot: QtBot, dialog: PreviewDialog, sample: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    promised: list[tuple[Future[object], Callable[[], object]]] = []

    def promise(function: Callable[[], object]) -> Future[object]:
        promised.append((Future(), function))
        return promised[-1][0]

    monkeypatch.setattr(preview, "in_thread", promise)
    for number, words in enumerate(("甲一句话", "乙一句话")):
        sample.apply(write_text(sample.report, "overview", words))
        qtbot.waitUntil(lambda: bool(promised))
        assert len(promised) == 1, number
    promised[0][0].set_result(promised[0][1]())
    qtbot.waitUntil(lambda: len(promised) == 2)
    promised[1][0].set_result(promised[1][1]())
    qtbot.waitUntil(lambda: "乙一句话" in dialog.canvas.pages[0].words)
    assert len(promised) == 2


def test_a_page_of_a_long_paragraph_costs_no_more_than_that_of_a_short_one(sample: Document) -> None:
    def turns(characters: int) -> int:
        edit = write_text(sample.report, "overview", "长" * characters)
        paper = paper_of_report(edit.apply(sample.report))
        pages = pages_on(paper)
        for _ in range(2):
            next(pages)
        return turns_of(lambda: next(pages))

    assert turns(40_000) < 1.5 * turns(5_000)


def test_a_file_that_the_disk_has_no_room_for_is_not_taken_for_printed(
    tmp_path: Path, sample: Document
) -> None:
    resource = pytest.importorskip("resource")
    pages = laid_pages(sample.report)

    def printed() -> bool:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "年报.pdf"))
        return print_pages(pages, printer)

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        assert not printed()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert printed()
