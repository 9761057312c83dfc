"""What is still to do, as a first-year clerk meets it: the next step, every part, the days, and the end."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reportdesk.agenda import Deadline, State, agenda_of
from reportdesk.document import Document
from reportdesk.gui.desk.begin.agenda_page import AgendaPage, deadline_in_words
from reportdesk.gui.desk.begin.begin_button import BeginButton
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.findings.next_step import NextStep
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter, fill_blanks, set_field
from tests.gui.clerk import RECEIVED, settle, trigger


def rows(page: AgendaPage) -> list[str]:
    return [page.parts.item(number).text() for number in range(page.parts.count())]


def test_a_large_button_of_a_given_width_measures_no_words(qapp: QApplication) -> None:
    button = BeginButton()
    button.setText("今年没有申请、没有复议诉讼")
    assert button.sizeHint().width() != 600
    button.setFixedWidth(600)
    assert button.sizeHint().width() == 600


def test_one_key_leads_to_it_and_back(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.desk.turn_to(3)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.desk.agenda.isVisible()
    assert window.desk.page is None
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.desk.page is window.desk.tabs[3].page
    qtbot.keyClick(window, Qt.Key.Key_F11)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.desk.page is window.desk.tabs[3].page
    qtbot.keyClick(window, Qt.Key.Key_F11)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.page is window.desk.tabs[1].page


def test_the_next_step_is_a_button_with_the_focus(qtbot: QtBot, window: MainWindow, blank: Document) -> None:
    blank.apply(set_field(blank.report, "level", "department"))
    window.show_document(blank)
    trigger(window, "agenda")
    page = window.desk.agenda
    assert page.step.text() == "下一步：二 主动公开"
    assert QApplication.focusWidget() is page.step
    qtbot.keyClick(page.step, Qt.Key.Key_Return)
    shown = window.desk.page
    assert isinstance(shown, TablePage)
    assert shown.key == "disclosure"
    assert shown.current_key() == blank.form.cells_of("disclosure")[0].key


def test_every_part_stands_with_what_it_lacks_and_leads_there(
    qtbot: QtBot, window: MainWindow, blank: Document
) -> None:
    window.show_document(blank)
    trigger(window, "agenda")
    page = window.desk.agenda
    assert [row.partition("：")[0] for row in rows(page)] == [tab.label for tab in window.desk.tabs]
    assert "落款日期没有填" in rows(page)[0]
    page.parts.setFocus()
    page.parts.setCurrentRow(0)
    qtbot.keyClick(page.parts, Qt.Key.Key_Return)
    assert window.desk.page is window.desk.tabs[0].page


def test_a_missing_date_leads_to_its_field(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    sample.apply(set_field(sample.report, "signature_date", ""))
    for finding in sample.open_findings:
        sample.accept(finding, "属实")
    window.show_document(sample)
    settle(window)
    panel = window.findings_panel
    assert panel.model.open_findings[-1].field == "signature_date"
    assert "没有发现问题" not in panel.ui.peace.text()
    assert "落款日期" in panel.ui.next_step.toolTip()
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "date"
    assert panel.ui.accept.isHidden()


def test_where_there_is_little_room_the_next_step_is_a_page_without_dots(
    qtbot: QtBot, blank: Document
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    step = NextStep(button)
    button.resize(1000, 30)
    step.show_agenda(agenda_of(blank.report, blank.open_findings, date(2025, 1, 8)))
    whole = button.text()
    button.resize(button.fontMetrics().horizontalAdvance(whole), 30)
    step.fit()
    assert button.text() == whole.partition("，")[0]
    assert button.toolTip() == whole


def test_whoever_is_done_is_told_what_comes_next(window: MainWindow, sample: Document) -> None:
    for finding in sample.open_findings:
        sample.accept(finding, "属实")
    window.show_document(sample)
    settle(window)
    assert "可以预览、导出" in window.findings_panel.ui.next_step.toolTip()
    trigger(window, "agenda")
    page = window.desk.agenda
    assert page.heading.text() == "都写好了"
    assert page.preview.isVisible()
    assert page.export.isVisible()
    assert page.step.isHidden()
    assert all("写好了" in row for row in rows(page))


def test_a_tab_says_that_it_is_done(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    settle(window)
    bar = window.ui.tabs.tabBar()
    assert "写好了" not in bar.accessibleTabName(4)
    assert bar.tabText(4).endswith("○1")
    blank.apply(fill_blanks(blank.report, [cell.key for cell in blank.form.cells_of("disputes")]))
    settle(window)
    assert "写好了" in bar.accessibleTabName(4)


def test_it_follows_what_is_done_meanwhile(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    trigger(window, "agenda")
    before = rows(window.desk.agenda)[3]
    sample.apply(enter(sample.report, {RECEIVED: None}))
    settle(window)
    assert rows(window.desk.agenda)[3] != before
    assert "1 格没有填" in rows(window.desk.agenda)[3]


def test_what_was_taken_over_can_be_gone_to(window: MainWindow, sample: Document) -> None:
    key = "requests.carried_in.natural_person"
    taken = Document(replace(sample.report, unconfirmed={key: True}))
    window.show_document(taken)
    agenda = agenda_of(taken.report, (), date(2025, 1, 9))
    item = next(item for part in agenda.parts for item in part.items if item.state is State.UNCONFIRMED)
    window.desk.go_to_item(item)
    page = window.desk.page
    assert isinstance(page, TablePage)
    assert page.current_key() == key


@pytest.mark.parametrize(("left", "said"), [(12, "还有 12 天"), (0, "就是今天"), (-2, "已经过了 2 天")])
def test_the_days_are_told_with_the_rule(left: int, said: str) -> None:
    words = deadline_in_words(Deadline(date(2025, 1, 31), left, "条例第四十九条"))
    assert words == f"2025年1月31日前要公布，{said}（条例第四十九条）"
