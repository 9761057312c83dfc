"""Last year's file is last year's: what it is, to begin this year's from it, or to look at it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.form.editions import proposed_year
from reportdesk.gui.commands.files.past_year import PAST_YEAR
from reportdesk.gui.desk.desk import Desk
from reportdesk.gui.desk.pages.basics import BasicsPage
from reportdesk.gui.dialogs.outcome import OutcomeDialog
from reportdesk.gui.review.dialog import ReviewDialog
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import save_project
from reportdesk.report.edit import set_field
from reportdesk.writers import render
from tests.gui.clerk import answering, choose_file, press, settle, trigger

TODAY = date(2026, 1, 9)


@pytest.fixture(autouse=True)
def _january(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "today", TODAY)


@pytest.fixture
def past(window: MainWindow, saved: Path) -> MainWindow:
    """A window with the saved report of 2024, in January 2026."""
    window.open_path(saved)
    return window


def test_a_file_of_last_year_is_asked_about_with_what_it_is(past: MainWindow, saved: Path) -> None:
    assert past.notices.isVisible()
    assert past.notices.words(PAST_YEAR) == f"这是云溪县档案局 2024 年度的年报（年报文件“{saved.name}”）。"
    begin, look = past.notices.buttons(PAST_YEAR)
    assert begin.text() == f"从它开始 {proposed_year(TODAY)} 年度"
    assert look.text() == "只是看看、修改"
    assert past.desk.page is not None


def test_this_years_report_begins_from_it_in_its_place(past: MainWindow, saved: Path) -> None:
    before = saved.read_bytes()
    with answering(OutcomeDialog, lambda dialog: dialog.close()):
        past.notices.buttons(PAST_YEAR)[0].click()
    assert past.document is not None
    report = past.document.report
    assert (report.year, report.organ) == (2025, "云溪县档案局")
    assert report.last is not None
    assert report.last.year == 2024
    assert not past.notices.words(PAST_YEAR)
    assert past.desk.shows_agenda
    assert saved.read_bytes() == before


def test_with_another_year_the_question_is_settled(past: MainWindow) -> None:
    page = past.desk.tabs[0].page
    assert isinstance(page, BasicsPage)
    page.ui.year.setValue(2025)
    assert not past.notices.words(PAST_YEAR)


@pytest.mark.parametrize("by_key", [False, True])
def test_one_that_is_to_be_looked_at_is_not_asked_about_again(
    qtbot: QtBot, past: MainWindow, saved: Path, by_key: bool
) -> None:
    look = past.notices.buttons(PAST_YEAR)[1]
    if by_key:
        past.notices.setFocus()
        assert QApplication.focusWidget() is past.notices.buttons(PAST_YEAR)[0]
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is look
        qtbot.keyClick(look, Qt.Key.Key_Space)
    else:
        look.click()
    assert not past.notices.words(PAST_YEAR)
    past.show_document(None)
    past.open_path(saved)
    assert past.document is not None
    assert not past.notices.words(PAST_YEAR)


def test_a_word_file_of_last_year_is_asked_about_too(
    window: MainWindow, sample: Document, tmp_path: Path
) -> None:
    path = tmp_path / "2024年报.docx"
    path.write_bytes(render(sample.report, ".docx"))
    window.open_path(path)
    assert "Word 文件“2024年报.docx”" in window.notices.words(PAST_YEAR)


@pytest.mark.parametrize("year", [2025, 2026, 0])
def test_what_is_not_of_a_past_year_is_not_asked_about(
    window: MainWindow, sample: Document, tmp_path: Path, year: int
) -> None:
    path = tmp_path / "今年.rdesk"
    save_project(path, replace(sample.report, year=year), None)
    window.open_path(path)
    assert not window.notices.words(PAST_YEAR)


def test_an_open_report_is_carried_on_into_the_next_year(window: MainWindow, sample: Document) -> None:
    sample.apply(set_field(sample.report, "year", 2026))
    window.show_document(sample)
    with answering(OutcomeDialog, lambda dialog: dialog.close()):
        trigger(window, "roll_on")
    assert window.document is sample
    windows = [one for one in window.windows.shells if one is not window]
    assert [one.document.report.year for one in windows if one.document] == [2027]
    for one in windows:
        one.show_document(None)
        one.close()


def test_another_year_over_filled_figures_is_explained(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    page = window.desk.tabs[0].page
    assert isinstance(page, BasicsPage)
    assert page.ui.year_note.isHidden()
    page.ui.year.setValue(2025)
    assert f"{len(sample.report.cells)} 个数" in page.ui.year_note.text()
    assert "2024 年的，不会跟着变" in page.ui.year_note.text()
    assert "2023 年数据不再当作上年" in page.ui.year_note.text()
    trigger(window, "undo")
    assert page.ui.year_note.isHidden()


def test_another_year_of_a_blank_report_needs_no_word(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    page = window.desk.tabs[0].page
    assert isinstance(page, BasicsPage)
    page.ui.year.setValue(2025)
    assert page.ui.year_note.isHidden()


def test_an_import_says_whose_file_it_is_and_takes_nothing_of_another_year(
    window: MainWindow, sample: Document, blank: Document, tmp_path: Path
) -> None:
    data = json.loads(render(sample.report, ".json"))
    path = tmp_path / "别的年度.json"
    path.write_text(json.dumps({**data, "year": 2023, "title": ""}), encoding="utf-8")
    window.show_document(blank)
    settle(window)

    def look(dialog: ReviewDialog) -> None:
        assert "云溪县档案局，2023 年度" in dialog.ui.lead.text()
        assert "打开的是 2024 年度" in dialog.ui.lead.text()
        assert dialog.taken == ()
        press("取消")(dialog)

    with answering(QFileDialog, choose_file(path)), answering(ReviewDialog, look):
        trigger(window, "import")
    assert not blank.history.done
