"""Sentences, the nil report and tidying: seen first, done as one step, taken back as one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.desk.pages.nil_offer import NilOffer
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.dialogs.nil_report import NilReportDialog
from reportdesk.gui.dialogs.words.sentence import SentenceDialog
from reportdesk.gui.dialogs.words.tidy import TidyDialog
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter, fill_blanks, write_text
from reportdesk.report.model import Report
from reportdesk.rollover import roll
from tests.gui.clerk import answering, box_says, press, return_to, settle, trigger, type_words

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NATURAL = "requests.received.natural_person"
NIL_TABLES = ("requests", "disputes")


@pytest.fixture
def rolled(sample: Document) -> Document:
    """A report made from a last year's in which there was nothing."""
    last = sample.report
    zeros = {key: 0 for key in last.cells if last.form.cells[key].table in NIL_TABLES}
    return Document(roll(replace(last, cells={**last.cells, **zeros})).report)


def editor_of(window: MainWindow, number: int = 1) -> SectionEditor:
    window.desk.turn_to(number)
    assert window.desk.page is not None
    assert window.desk.page.editor is not None
    return window.desk.page.editor


def test_a_sentence_is_seen_then_inserted_at_the_caret(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    sample.apply(write_text(sample.report, "overview", "前面。后面。"))
    window.show_document(sample)
    editor = editor_of(window)
    editor.select_span(3, 3)
    seen: list[str] = []

    def choose(dialog: SentenceDialog) -> None:
        qtbot.keyClick(dialog.ui.list, Qt.Key.Key_Down)
        seen.append(dialog.ui.preview.text())
        qtbot.keyClick(dialog.ui.list, Qt.Key.Key_Return)

    with answering(SentenceDialog, choose):
        qtbot.keyClick(editor, Qt.Key.Key_T, CONTROL)
    assert "行政复议1件" in seen[0]
    assert editor.toPlainText() == sample.report.texts["overview"] == f"前面。{seen[0]}后面。"
    assert "可以撤销" in window.ui.statusbar.currentMessage()
    return_to(qtbot, window)
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.toPlainText() == "前面。后面。"


def test_sentences_of_the_section_at_hand_are_offered(window: MainWindow, sample: Document) -> None:
    here = SentenceDialog(sample, "other")
    assert [here.ui.list.item(row).text() for row in range(here.ui.list.count())] == ["信息处理费"]
    assert SentenceDialog(sample, "requests").ui.list.count() == 4


def test_an_amount_in_a_sentence_is_asked_for(sample: Document) -> None:
    dialog = SentenceDialog(sample, "other")
    assert "未收取信息处理费" in dialog.words
    type_words(dialog.ui.amount, "３００")
    assert "信息处理费300元" in dialog.words
    type_words(dialog.ui.amount, "多")
    assert not dialog.ui.ok.isEnabled()
    assert "单位元" in dialog.ui.remark.text()


def test_a_sentence_waits_for_its_figures(blank: Document) -> None:
    dialog = SentenceDialog(blank, "overview")
    assert not dialog.ui.ok.isEnabled()
    assert "空着" in dialog.ui.remark.text()
    assert "“表三 · 一、本年新收政府信息公开申请数量 · 总计”" in dialog.ui.remark.text(), "it says where"


def test_a_sentence_can_take_the_place_of_one_like_it(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    text = "开头。收到政府信息公开申请99件。结尾。"
    sample.apply(write_text(sample.report, "overview", text))
    window.show_document(sample)
    editor = editor_of(window)
    with answering(SentenceDialog, press("换掉同类的句子")):
        trigger(window, "sentence")
    assert editor.toPlainText().startswith("开头。2024年，本机关收到政府信息公开申请6件")
    assert editor.toPlainText().endswith("结尾。")
    assert "99" not in editor.toPlainText()


def test_a_nil_report_is_shown_then_done_as_one_step(window: MainWindow, rolled: Document) -> None:
    window.show_document(rolled)
    before, steps = rolled.report, len(rolled.history.done)
    seen: list[str] = []

    def agree(dialog: NilReportDialog) -> None:
        seen.extend(dialog.ui.list.item(row).text() for row in range(dialog.ui.list.count()))
        press("照此填写")(dialog)

    with answering(NilReportDialog, agree):
        trigger(window, "nil_report")
    assert "156 格都是 0" in seen[0]
    assert any("未收到政府信息公开申请" in line for line in seen)
    tables = [cell for table in NIL_TABLES for cell in rolled.form.cells_of(table)]
    assert {rolled.figures[cell.key] for cell in tables} == {0}
    assert not any(cell.key in rolled.report.unconfirmed for cell in tables)
    assert "未收到政府信息公开申请" in rolled.report.texts["overview"]
    assert "已填好" in window.ui.statusbar.currentMessage()
    assert len(rolled.history.done) == steps + 1
    trigger(window, "undo")
    assert rolled.report == before


def test_a_nil_report_that_is_given_up_changes_nothing(window: MainWindow, rolled: Document) -> None:
    window.show_document(rolled)
    with answering(NilReportDialog, press("取消")):
        trigger(window, "nil_report")
    assert not rolled.history.done


def test_a_cell_that_is_not_zero_is_named_kindly(window: MainWindow, rolled: Document) -> None:
    rolled.apply(enter(rolled.report, {NATURAL: 3}))
    window.show_document(rolled)
    with answering(QMessageBox, press("知道了")) as boxes:
        trigger(window, "nil_report")
        assert "自然人" in box_says(boxes[0])
        assert "3" in box_says(boxes[0])
    assert len(rolled.history.done) == 1


def test_a_quiet_line_offers_it_where_nobody_began(
    qtbot: QtBot, window: MainWindow, rolled: Document
) -> None:
    window.show_document(rolled)
    settle(window)
    offered = [tab.key for tab in window.desk.tabs if is_offered(tab.page)]
    assert offered == ["requests", "disputes"]
    window.desk.turn_to(3)
    line = window.findChild(NilOffer)
    assert QApplication.activeModalWidget() is None
    page = window.desk.page
    assert isinstance(page, TablePage)
    with answering(NilReportDialog, press("照此填写")):
        press("看看会做什么…")(page.nil_offer)
    settle(window)
    assert line is not None
    assert not any(is_offered(tab.page) for tab in window.desk.tabs)
    trigger(window, "undo")
    settle(window)
    assert is_offered(page)


def is_offered(page: object) -> bool:
    return isinstance(page, TablePage) and not page.nil_offer.isHidden()


def test_the_quiet_line_can_be_put_away_for_both_tables(window: MainWindow, rolled: Document) -> None:
    window.show_document(rolled)
    settle(window)
    page = window.desk.tabs[3].page
    assert isinstance(page, TablePage)
    page.nil_offer.declined.emit()
    settle(window)
    assert not any(is_offered(tab.page) for tab in window.desk.tabs)
    window.show_document(rolled)
    settle(window)
    assert is_offered(window.desk.tabs[3].page)


@pytest.mark.parametrize("kind", ["begun", "last year's requests go on"])
def test_the_line_is_not_offered_elsewhere(
    window: MainWindow, sample: Document, rolled: Document, kind: str
) -> None:
    documents = {
        "begun": rolled,
        "last year's requests go on": Document(roll(sample.report).report),
    }
    document = documents[kind]
    if kind == "begun":
        document.apply(enter(document.report, {NATURAL: 0}))
    window.show_document(document)
    settle(window)
    assert not any(is_offered(tab.page) for tab in window.desk.tabs)


UNTIDY = "本局 积极积极推进(试行)工作,效果明显。\n第二段,照旧。"


def untidy(document: Document) -> Document:
    return Document(replace(document.report, texts={"overview": UNTIDY}))


def test_what_can_be_tidied_is_taken_at_once_and_back_at_once(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    document = untidy(sample)
    window.show_document(document)
    editor = editor_of(window)
    with answering(TidyDialog, press("整理 6 处")):
        qtbot.keyClick(editor, Qt.Key.Key_T, CONTROL | SHIFT)
    assert editor.toPlainText() == "本局积极推进（试行）工作，效果明显。\n第二段，照旧。"
    assert "已整理 6 处" in window.ui.statusbar.currentMessage()
    trigger(window, "undo")
    assert editor.toPlainText() == UNTIDY


def test_one_place_alone_can_be_tidied(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    document = untidy(sample)
    window.show_document(document)

    def choose(dialog: TidyDialog) -> None:
        press("全部不勾(N)")(dialog)
        assert not dialog.ui.ok.isEnabled()
        qtbot.keyClick(dialog.ui.list, Qt.Key.Key_End)
        qtbot.keyClick(dialog.ui.list, Qt.Key.Key_Space)
        press("整理 1 处")(dialog)

    with answering(TidyDialog, choose):
        trigger(window, "tidy")
    assert document.report.texts["overview"] == UNTIDY.replace("第二段,", "第二段，")


def test_a_proposal_is_told_in_words_and_its_change_is_lit(qtbot: QtBot, sample: Document) -> None:
    dialog = TidyDialog(untidy(sample).report)
    qtbot.addWidget(dialog)
    dialog.show()
    last = dialog.ui.list.item(dialog.ui.list.count() - 1)
    assert last.text() == "一、总体情况 · 第 2 段 · 半角标点：第二段,照旧。 改为 第二段，照旧。"
    lit = dialog.ui.list.viewport().grab().toImage()
    dialog.ui.list.item(1).setData(Qt.ItemDataRole.UserRole, last.data(Qt.ItemDataRole.UserRole))
    assert dialog.ui.list.viewport().grab().toImage() != lit


def test_tidy_words_open_no_dialog(window: MainWindow, sample: Document) -> None:
    window.show_document(Document(replace(sample.report, texts={"overview": "都很整齐。"})))
    trigger(window, "tidy")
    assert "很整齐" in window.ui.statusbar.currentMessage()


def test_hostile_words_are_only_words(qtbot: QtBot, sample: Document) -> None:
    text = "<b>{{7*7}}</b> &amp; %s𠮷甲,乙" + "长" * 5000
    report: Report = replace(sample.report, texts={"overview": text})
    dialog = TidyDialog(report)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "𠮷" in dialog.ui.list.item(0).text()
    assert not dialog.grab().isNull()


def test_zeros_make_the_sentences_for_nothing(sample: Document) -> None:
    empty = Document(Report(sample.form, organ="云溪县档案局", year=2024))
    empty.apply(fill_blanks(empty.report, empty.form.cells))
    assert (
        SentenceDialog(empty, "overview").words
        == "2024年，本机关未收到政府信息公开申请，没有上年结转的申请。"
    )
