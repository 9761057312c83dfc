"""The main job in the window: from a blank form, and from last year's file, to a Word file ready to sign."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.dialogs.new_report import NewReportDialog
from reportdesk.gui.dialogs.outcome import OutcomeDialog
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project, save_project
from reportdesk.readers import read_report
from tests.gui.clerk import answering, choose_file, press, return_to, settle, trigger, type_words

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def test_from_a_blank_form_to_a_word_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    def fill_in(dialog: NewReportDialog) -> None:
        type_words(dialog.ui.organ, "云溪县档案局")
        dialog.ui.year.setValue(2024)
        qtbot.keyClick(dialog.ui.organ, Qt.Key.Key_Return)

    with answering(NewReportDialog, fill_in):
        qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    return_to(qtbot, window)
    document = window.document
    assert document is not None

    for number, words in {
        2: "2024年，本局认真执行条例。",
        6: "业务培训不够。已经改进。",
        7: "没有其他事项。",
    }.items():
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CONTROL)
        focus = QApplication.focusWidget()
        assert focus is not None
        type_words(focus, words)

    qtbot.keyClick(window, Qt.Key.Key_4, CONTROL)
    page = window.desk.page
    assert isinstance(page, TablePage)
    type_figure(qtbot, "２")
    type_figure(qtbot, "0")
    assert page.current_key() == "requests.granted.natural_person"
    type_figure(qtbot, "2")
    assert page.table is not None
    assert document.figures["requests.total.natural_person"] is None
    qtbot.keyClick(window, Qt.Key.Key_0, ALT_SHIFT)
    assert document.figures["requests.total.natural_person"] == 2
    settle(window)
    assert not [finding for finding in document.open_findings if finding.severity == "error"]

    project = tmp_path / "云溪.rdesk"
    with answering(QFileDialog, choose_file(project)):
        qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert not window.isWindowModified()

    target = tmp_path / "年报.docx"
    export(qtbot, window, target)
    read = read_report(target)
    assert read.cells == document.report.cells
    assert read.texts["overview"] == "2024年，本局认真执行条例。"
    assert read.printed_title == "云溪县档案局2024年政府信息公开工作年度报告"


def test_from_last_years_file_to_a_word_file(
    qtbot: QtBot, window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    last = tmp_path / "去年.rdesk"
    save_project(last, sample.report, None)
    with answering(OutcomeDialog, press("知道了")) as boxes, answering(QFileDialog, choose_file(last)):
        trigger(window, "roll")
        lines = [boxes[0].ui.list.item(row).text() for row in range(boxes[0].ui.list.count())]
    document = window.document
    assert document is not None
    report = document.report
    assert report.year == 2025
    assert any("2024年改为2025年" in line for line in lines)
    assert (
        report.cells["requests.carried_in.natural_person"]
        == sample.figures["requests.carried_out.natural_person"]
    )
    assert report.unconfirmed
    assert document.is_dirty

    trigger(window, "fill_all")
    trigger(window, "confirm_all")
    assert not document.report.unconfirmed
    assert not document.report.inherited
    assert "已确认" in window.ui.statusbar.currentMessage()
    target = tmp_path / "今年.docx"
    export(qtbot, window, target)
    assert read_report(target).cells == document.report.cells
    assert read_project(last).report.cells == sample.report.cells


@pytest.mark.parametrize(("name", "suffix"), [("xlsx", ".xlsx"), ("html", ".html"), ("json", ".json")])
def test_other_kinds_are_exported_too(
    qtbot: QtBot, window: MainWindow, sample: Document, tmp_path: Path, name: str, suffix: str
) -> None:
    window.show_document(sample)
    target = tmp_path / f"年报{suffix}"
    export(qtbot, window, target, name)
    assert read_report(target).cells == sample.report.cells


def test_an_export_that_cannot_be_written_is_told(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    window.show_document(sample)
    for finding in sample.open_findings:
        sample.accept(finding, "属实")
    folder = tmp_path / "优盘"
    folder.mkdir()

    def choose_and_unplug(dialog: QFileDialog) -> None:
        choose_file(folder / "年报.docx")(dialog)
        folder.rmdir()

    with answering(QMessageBox, press("知道了")) as boxes, answering(QFileDialog, choose_and_unplug):
        trigger(window, "export_docx")
        assert "年报.docx" in boxes[0].informativeText()
    assert not folder.exists()


def type_figure(qtbot: QtBot, figure: str) -> None:
    """Types a figure into the current cell and presses Enter; the first key opens the cell's editor."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, "9")
    editor = QApplication.focusWidget()
    assert editor is not None
    editor.selectAll()
    type_words(editor, figure)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def export(qtbot: QtBot, window: MainWindow, target: Path, kind: str = "docx") -> None:
    """Exports through menu, warning, file dialog and the message at the end."""
    answers = {"还有没处理完的地方": "照样导出", "已导出，并已读回核对": "知道了"}
    said: list[str] = []

    def answer(box: QMessageBox) -> None:
        said.append(box.text())
        press(answers[box.text()])(box)

    document = window.document
    assert document is not None
    from reportdesk.gui.commands.outgoing.still_open import what_is_open

    if what_is_open(document):
        with answering(QMessageBox, answer, times=2), answering(QFileDialog, choose_file(target)):
            trigger(window, f"export_{kind}")
    else:
        with answering(QMessageBox, answer), answering(QFileDialog, choose_file(target)):
            trigger(window, f"export_{kind}")
    assert said[-1] == "已导出，并已读回核对"
    assert target.exists()
