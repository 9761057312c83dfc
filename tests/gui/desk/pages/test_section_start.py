"""A section that nobody has begun: what it may begin with, at one press, and taken back at one."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.desk.pages.narrative_page import NarrativePage
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.dialogs.nil_report import NilReportDialog
from reportdesk.gui.dialogs.words.sentence import SentenceDialog
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import fill_blanks
from reportdesk.rollover import roll
from tests.gui.clerk import answering, press, settle, trigger


def page_of(window: MainWindow, number: int) -> NarrativePage:
    window.desk.turn_to(number)
    page = window.desk.page
    assert isinstance(page, NarrativePage)
    return page


def test_sub_headings_come_at_one_press_and_go_at_one(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    settle(window)
    page = page_of(window, 1)
    assert page.start.isVisible()
    assert page.start.begin.text() == "放入 5 个小标题"
    page.start.begin.click()
    settle(window)
    assert blank.report.texts["overview"].startswith("（一）主动公开\n（二）")
    assert page.start.isHidden()
    assert page.editor is not None
    assert page.editor.hasFocus()
    assert not page.editor.marks.shown
    assert not [one for one in blank.open_findings if not one.is_unwritten]
    trigger(window, "undo")
    settle(window)
    assert "overview" not in blank.report.texts
    assert page.start.isVisible()


def test_with_figures_their_sentences_come_along(window: MainWindow, blank: Document) -> None:
    blank.apply(fill_blanks(blank.report, blank.form.cells))
    window.show_document(blank)
    settle(window)
    page = page_of(window, 1)
    assert "3 句" in page.start.begin.text()
    page.start.begin.click()
    assert "未收到政府信息公开申请" in blank.report.texts["overview"]


def test_an_empty_section_shows_an_example_in_grey(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    settle(window)
    page = page_of(window, 5)
    assert page.editor is not None
    assert "例：" in page.editor.placeholderText()
    assert page.start.begin.isHidden()
    assert page.start.sentence.isHidden()


def test_a_section_that_is_written_has_no_such_line(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    settle(window)
    assert page_of(window, 1).start.isHidden()


@pytest.mark.parametrize("number", [0, 3, 6])
def test_a_sentence_goes_where_it_belongs_from_any_page(
    window: MainWindow, sample: Document, number: int
) -> None:
    window.show_document(sample)
    window.desk.turn_to(number)
    before = dict(sample.report.texts)

    def choose(dialog: SentenceDialog) -> None:
        names = [dialog.ui.list.item(row).text() for row in range(dialog.ui.list.count())]
        if "规范性文件" in names:
            dialog.ui.list.setCurrentRow(names.index("规范性文件"))
            assert dialog.ui.ok.text() == "写到“一、总体情况”"
        dialog.ui.ok.click()

    with answering(SentenceDialog, choose):
        trigger(window, "sentence")
    changed = {key for key in sample.report.texts if sample.report.texts[key] != before.get(key)}
    assert changed == ({"overview"} if number != 6 else {"other"})
    assert window.desk.page is not None
    assert window.desk.page.key in changed
    assert len(sample.history.done) == 1


def test_a_blank_table_offers_the_nil_report_and_one_step_takes_it_back(
    window: MainWindow, blank: Document
) -> None:
    window.show_document(blank)
    settle(window)
    page = window.desk.tabs[3].page
    assert isinstance(page, TablePage)
    assert not page.nil_offer.isHidden()
    before = blank.report
    with answering(NilReportDialog, press("照此填写")):
        trigger(window, "nil_report")
    assert blank.report.texts["overview"].startswith("（一）主动公开")
    trigger(window, "undo")
    assert blank.report == before


def test_after_rolling_over_a_year_of_nothing_the_next_is_offered_so(
    qtbot: QtBot, window: MainWindow, blank: Document
) -> None:
    blank.apply(fill_blanks(blank.report, blank.form.cells))
    rolled = Document(roll(replace(blank.report, year=2023)).report)
    window.show_document(rolled)
    trigger(window, "agenda")
    offer = window.desk.agenda.nil
    assert offer.isVisible()
    assert "今年也没有" in offer.text()
    with answering(NilReportDialog, press("照此填写")):
        offer.click()
    settle(window)
    assert all(figure == 0 for figure in rolled.figures.values())
    assert offer.isHidden()


def test_f8_stands_behind_a_sub_heading_that_has_no_words(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    settle(window)
    page_of(window, 1).start.begin.click()
    settle(window)
    empty = next(one for one in blank.open_findings if one.code == "section.subheads")
    window.desk.go_to_finding(empty)
    page = window.desk.page
    assert page is not None
    assert page.editor is not None
    cursor = page.editor.textCursor()
    assert not cursor.hasSelection()
    assert cursor.atBlockEnd()
    assert cursor.block().text() == "（一）主动公开"


def test_what_is_not_written_comes_in_the_order_in_which_it_is_written(
    window: MainWindow, blank: Document
) -> None:
    window.show_document(blank)
    settle(window)
    listed = window.findings_panel.model.open_findings
    kinds = ["field" if one.field else "words" if one.section else "cells" for one in listed]
    assert kinds == ["field", "cells", "cells", "cells", "words", "words", "words", "field"]
    assert [one.field for one in listed if one.field] == ["level", "signature_date"]
