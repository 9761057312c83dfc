"""The first tab: title and signature follow organ and year until somebody words them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QApplication, QCalendarWidget, QDialog
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.desk.pages.basics import BasicsPage
from reportdesk.gui.desk.pages.calendar import day_to_offer
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import trigger, type_words

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, blank: Document) -> BasicsPage:
    window.show_document(blank)
    shown = window.desk.page
    assert isinstance(shown, BasicsPage)
    return shown


def test_title_and_signature_follow_the_organ(qtbot: QtBot, page: BasicsPage, blank: Document) -> None:
    page.ui.organ.selectAll()
    type_words(page.ui.organ, "云溪县人民政府")
    assert page.ui.title.text() == "云溪县人民政府2024年政府信息公开工作年度报告"
    assert page.ui.signature_organ.text() == "云溪县人民政府"
    assert page.ui.level.currentText() == "按名称判断：县级以上人民政府"
    assert page.ui.deadline.text() == "应在 2025年3月31日前公布"
    page.ui.year.setValue(2025)
    assert page.ui.title.text() == "云溪县人民政府2025年政府信息公开工作年度报告"
    assert blank.report.title == ""


def test_an_own_title_stays_until_it_is_to_follow_again(
    qtbot: QtBot, page: BasicsPage, blank: Document
) -> None:
    assert not page.ui.follow.isEnabled()
    page.ui.title.selectAll()
    type_words(page.ui.title, "年度报告")
    assert blank.report.title == "年度报告"
    page.ui.year.setValue(2023)
    assert page.ui.title.text() == "年度报告"
    qtbot.keyClick(page.ui.follow, Qt.Key.Key_Space)
    assert page.ui.title.text() == "云溪县档案局2023年政府信息公开工作年度报告"


def test_a_level_may_be_chosen(qtbot: QtBot, page: BasicsPage, blank: Document) -> None:
    page.ui.level.setFocus()
    qtbot.keyClick(page.ui.level, Qt.Key.Key_Down)
    qtbot.keyClick(page.ui.level, Qt.Key.Key_Down)
    assert blank.report.level == blank.form.levels[1].key


@pytest.mark.parametrize("typed", ["2025-1-8", "2025年1月8日", "2025.01.08", "２０２５/1/8", "20250108"])
def test_a_date_is_understood_as_people_write_it(
    qtbot: QtBot, page: BasicsPage, blank: Document, typed: str
) -> None:
    page.ui.date.setFocus()
    page.ui.date.setText(typed)
    qtbot.keyClick(page.ui.date, Qt.Key.Key_Return)
    assert blank.report.signature_date == "2025-01-08"
    assert page.ui.date.text() == "2025年1月8日"
    assert page.ui.date_refusal.text() == ""


@pytest.mark.parametrize("typed", ["2025-2-30", "年底", "25-1-8"])
def test_no_date_is_refused_with_a_reason_and_the_old_one_stays(
    qtbot: QtBot, page: BasicsPage, blank: Document, typed: str
) -> None:
    page.ui.date.setText("2025-1-8")
    qtbot.keyClick(page.ui.date, Qt.Key.Key_Return)
    page.ui.date.setText(typed)
    qtbot.keyClick(page.ui.date, Qt.Key.Key_Return)
    assert blank.report.signature_date == "2025-01-08"
    assert typed in page.ui.date_refusal.text()


def test_the_calendar_sets_the_date(qtbot: QtBot, page: BasicsPage, blank: Document) -> None:
    from PySide6.QtCore import QDate, QTimer
    from PySide6.QtWidgets import QApplication

    def choose() -> None:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        (calendar,) = popup.findChildren(QCalendarWidget)
        calendar.setSelectedDate(QDate(2025, 1, 20))
        calendar.activated.emit(calendar.selectedDate())

    QTimer.singleShot(50, choose)
    qtbot.keyClick(page.ui.calendar, Qt.Key.Key_Space)
    assert blank.report.signature_date == "2025-01-20"
    assert page.ui.date.text() == "2025年1月20日"


def test_undo_takes_a_field_back_as_one_step(qtbot: QtBot, page: BasicsPage, blank: Document) -> None:
    page.ui.organ.selectAll()
    type_words(page.ui.organ, "云溪县")
    type_words(page.ui.organ, "统计局")
    qtbot.keyClick(page.ui.organ, Qt.Key.Key_Z, CONTROL)
    assert blank.report.organ == "云溪县档案局"
    assert page.ui.organ.text() == "云溪县档案局"


def test_the_introduction_is_written_here(page: BasicsPage, blank: Document) -> None:
    assert page.editor is not None
    type_words(page.editor, "本报告依据条例编制。")
    assert blank.report.texts["intro"] == "本报告依据条例编制。"


def test_last_year_is_named(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    page = window.desk.page
    assert isinstance(page, BasicsPage)
    assert page.ui.last.text() == "云溪县档案局 2023年：200 个数，3 部分文字"


def test_a_date_still_being_typed_is_saved_too(
    window: MainWindow, page: BasicsPage, blank: Document, tmp_path: Path
) -> None:
    page.ui.date.setFocus()
    page.ui.date.setText("2025-1-8")
    assert window.desk.finish_editing()
    assert blank.report.signature_date == "2025-01-08"
    page.ui.date.setText("年底")
    assert not window.desk.finish_editing()


@pytest.mark.parametrize("entry", ["close", "save", "agenda"])
def test_what_a_wrong_date_holds_up_says_so_and_leads_to_it(
    window: MainWindow, page: BasicsPage, blank: Document, entry: str
) -> None:
    page.ui.date.setFocus()
    page.ui.date.setText("2025年2月30日")
    page.editor.setFocus()
    trigger(window, entry)
    assert window.document is blank
    assert page.ui.date.hasFocus()
    said = window.ui.statusbar.currentMessage()
    assert said == "落款日期还不对：没有“2025年2月30日”这一天：2025年2月没有 30 日，只有 28 天"


@pytest.mark.parametrize("space", [" ", "　", "\u00a0"])
def test_a_space_typed_at_the_end_changes_nothing(
    qtbot: QtBot, page: BasicsPage, blank: Document, space: str
) -> None:
    before = blank.report
    for field in (page.ui.organ, page.ui.title, page.ui.signature_organ):
        field.setFocus()
        field.end(False)
        type_words(field, space)
        assert blank.report == before
        assert field.text().endswith(space)
    page.ui.organ.setFocus()
    assert page.ui.title.text() == before.printed_title
    assert page.ui.signature_organ.text() == before.printed_signature
    page.ui.organ.selectAll()
    type_words(page.ui.organ, "云溪县人民政府")
    assert page.ui.title.text() == "云溪县人民政府2024年政府信息公开工作年度报告"


def test_a_wrong_date_stays_as_it_was_typed_until_it_is_put_right(
    qtbot: QtBot, page: BasicsPage, blank: Document
) -> None:
    page.ui.date.setText("2025年2月30日")
    qtbot.keyClick(page.ui.date, Qt.Key.Key_Return)
    assert page.ui.date.text() == "2025年2月30日"
    assert "2月没有 30 日" in page.ui.date_refusal.text()
    assert page.ui.date.accessibleDescription() in page.ui.date_refusal.text()
    page.ui.organ.setFocus()
    page.ui.organ.selectAll()
    type_words(page.ui.organ, "云溪县水利局")
    assert page.ui.date.text() == "2025年2月30日"
    assert not page.finish_editing()
    page.ui.date.setText("2025年2月28日")
    assert page.finish_editing()
    assert blank.report.signature_date == "2025-02-28"
    assert not page.ui.date_refusal.isVisible()


@pytest.mark.parametrize(
    ("signed", "today", "offered"),
    [
        ("2025-01-20", "2025-03-01", "2025-01-20"),
        ("", "2025-01-09", "2025-01-09"),
        ("", "2026-11-28", "2025-01-01"),
        ("", "2024-05-02", "2025-01-01"),
    ],
)
def test_the_calendar_opens_where_the_report_is_due(
    blank: Document, signed: str, today: str, offered: str
) -> None:
    report = replace(blank.report, signature_date=signed)
    assert day_to_offer(report, date.fromisoformat(today)) == offered


def test_the_calendar_takes_the_place_of_a_wrong_date(
    qtbot: QtBot, page: BasicsPage, blank: Document
) -> None:
    page.ui.date.setText("2025-1-8")
    page.finish_editing()
    page.ui.date.setText("年底")
    page.finish_editing()

    def choose(popup: QDialog) -> None:
        calendar = popup.findChild(QCalendarWidget)
        assert calendar.selectedDate() == QDate(2025, 1, 8)
        calendar.clicked.emit(calendar.selectedDate())

    QTimer.singleShot(0, lambda: choose(QApplication.activePopupWidget()))
    page.ui.calendar.click()
    assert page.ui.date.text() == "2025年1月8日"
    assert not page.ui.date_refusal.text()


def test_fields_and_buttons_of_a_row_are_as_high(page: BasicsPage) -> None:
    ui = page.ui
    fields = (ui.organ, ui.level, ui.year, ui.title, ui.follow, ui.signature_organ, ui.date, ui.calendar)
    assert len({field.height() for field in fields}) == 1


def test_the_sample_of_a_date_is_of_the_year_in_which_the_report_is_signed(page: BasicsPage) -> None:
    assert page.ui.date.placeholderText() == "如 2025-1-8 或 2025年1月8日"
    page.ui.year.setValue(2025)
    assert page.ui.date.placeholderText() == "如 2026-1-8 或 2026年1月8日"


def test_a_level_that_the_name_does_not_tell_is_said_to_be_missing(page: BasicsPage, blank: Document) -> None:
    assert not blank.form.tells_level(blank.report.organ)
    assert page.ui.level.currentText() == "没有选，暂按部门"
    page.ui.organ.selectAll()
    type_words(page.ui.organ, "云溪县人民政府")
    assert page.ui.level.currentText().startswith("按名称判断")
