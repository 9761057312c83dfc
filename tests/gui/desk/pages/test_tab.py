"""A page is made when it is first asked for, and shows then what the pages before it were told."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.desk.pages.basics import BasicsPage
from reportdesk.gui.desk.pages.narrative_page import NarrativePage
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter, set_field, write_text
from tests.gui.clerk import settle, trigger

CONTROL = Qt.KeyboardModifier.ControlModifier
RECEIVED = "requests.received.natural_person"


def made(window: MainWindow) -> list[str]:
    return [tab.key for tab in window.desk.tabs if tab.made_page is not None]


def table_page(window: MainWindow) -> TablePage:
    page = window.desk.tabs[3].page
    assert isinstance(page, TablePage)
    return page


def test_of_a_report_that_is_opened_only_the_page_in_view_is_made(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    window.show_document(sample)
    settle(window)
    assert made(window) == ["basics"]
    qtbot.keyClick(window, Qt.Key.Key_PageDown, CONTROL)
    assert made(window) == ["basics", "overview"]
    assert window.desk.tabs[1].page is window.desk.page
    assert len(window.desk.tabs) == window.ui.tabs.count() == 7


def test_a_report_opens_on_the_page_where_it_was_left_and_no_other_is_made(
    window: MainWindow, saved: Path
) -> None:
    window.open_path(saved)
    window.desk.turn_to(3)
    window.show_document(None)
    window.open_path(saved)
    assert window.ui.tabs.currentIndex() == 3
    assert [tab.key for tab in window.desk.tabs][3] == "requests"
    assert made(window) == ["requests"]
    assert table_page(window).table.cells.hasFocus()


def test_a_page_made_later_is_at_its_zoom_with_last_years_figures_or_without(
    window: MainWindow, sample: Document
) -> None:
    window.show_document(sample)
    window.desk.set_zoom(150)
    trigger(window, "show_last_year")
    brush = table_page(window).table.cells.brush
    assert (brush.percent, brush.shows_last) == (150, False)
    trigger(window, "show_last_year")
    assert table_page(window).table.cells.brush.shows_last


def test_last_years_figures_stay_hidden_in_the_next_report(
    window: MainWindow, sample: Document, blank: Document
) -> None:
    window.show_document(sample)
    trigger(window, "show_last_year")
    window.show_document(blank)
    assert not table_page(window).table.cells.brush.shows_last


def test_rings_are_around_cells_of_a_page_made_later_until_the_finding_is_settled(
    window: MainWindow, sample: Document
) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    window.show_document(sample)
    settle(window)
    finding = next(one for one in sample.open_findings if RECEIVED in one.cells)
    window.desk.light(finding.cells, finding.subject)
    assert table_page(window).table.cells.delegate.lit >= {RECEIVED}
    window.show_document(sample)
    assert not table_page(window).table.cells.delegate.lit


def test_a_page_of_words_made_later_offers_how_to_begin(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    settle(window)
    page = window.desk.tabs[5].page
    assert isinstance(page, NarrativePage)
    assert not page.start.isHidden()


def test_the_first_page_made_later_knows_the_year_of_the_report_as_it_was_opened(
    window: MainWindow, saved: Path
) -> None:
    window.open_path(saved)
    window.desk.turn_to(1)
    window.show_document(None)
    window.open_path(saved)
    assert made(window) == ["overview"]
    document = window.document
    assert document is not None
    document.apply(set_field(document.report, "year", 2023))
    page = window.desk.tabs[0].page
    assert isinstance(page, BasicsPage)
    assert page.ui.year.value() == 2023
    assert "2024 年的" in page.ui.year_note.text()


def test_what_was_changed_before_a_page_was_made_stands_on_it(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    sample.apply(write_text(sample.report, "other", "没有。"))
    assert made(window) == ["basics"]
    assert table_page(window).table.cells.grid.state(RECEIVED).text == "9"
    editor = window.desk.tabs[6].page.editor
    assert editor is not None
    assert editor.toPlainText() == "没有。"


@pytest.mark.parametrize("number", range(7))
def test_tab_leads_from_the_tabs_into_a_page_made_late_and_on_to_the_findings(
    qtbot: QtBot, window: MainWindow, sample: Document, number: int
) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    window.show_document(sample)
    settle(window)
    window.desk.turn_to(number)
    page = window.desk.page
    assert page is not None
    window.ui.tabs.tabBar().setFocus()
    window.focusNextChild()
    first = QApplication.focusWidget()
    assert first is not None
    assert page.isAncestorOf(first)
    while page.isAncestorOf(QApplication.focusWidget()):
        window.focusNextChild()
    assert window.findings_panel.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("field", ["organ", "year", "date"])
def test_the_focus_turns_to_the_next_page_without_a_finding_chosen_in_passing(
    qtbot: QtBot, window: MainWindow, blank: Document, field: str
) -> None:
    window.show_document(blank)
    settle(window)
    page = window.desk.page
    assert isinstance(page, BasicsPage)
    getattr(page.ui, field).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CONTROL)
    assert window.findings_panel.current is None
    assert window.desk.page is window.desk.tabs[1].page
    assert window.desk.page.editor.hasFocus()


def test_a_page_made_in_view_has_its_place_at_once(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.desk.turn_to(3)
    page = table_page(window)
    assert page.isVisible()
    assert page.size() == window.desk.tabs[0].page.size() == window.desk.tabs[3].size()
    assert page.table.size().width() == page.width()
