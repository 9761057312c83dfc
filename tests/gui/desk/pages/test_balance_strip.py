"""Under 表三 both sides stand column by column; chosen cells are added up; differences lead to cells."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.dialogs.differences import DifferencesDialog
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter
from tests.gui.clerk import RECEIVED, trigger

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: MainWindow, sample: Document) -> TablePage:
    window.show_document(sample)
    shown = window.desk.show_page("requests")
    assert isinstance(shown, TablePage)
    return shown


def said_below(window: MainWindow) -> str:
    labels = window.ui.statusbar.findChildren(QLabel)
    return "".join(label.text() for label in labels if label.isVisible() and "选中" in label.text())


def test_the_strip_follows_the_figures(page: TablePage, sample: Document) -> None:
    assert page.balance.isVisible()
    assert all(words.endswith("，平") for words in page.balance.words)
    figure = sample.report.cells[RECEIVED]
    sample.apply(enter(sample.report, {RECEIVED: figure + 3}))
    assert page.balance.words[0].endswith("相差 3")
    assert page.balance.words[-1].endswith("相差 3")
    assert page.balance.words[1].endswith("，平")
    sample.apply(enter(sample.report, {RECEIVED: None}))
    assert page.balance.words[0] == "自然人：还没有填全"


def test_a_column_leads_to_its_cells(qtbot: QtBot, page: TablePage) -> None:
    page.balance.chosen.emit("requests.received.business")
    assert page.current_key() == "requests.received.business"


def test_a_table_without_balance_has_no_strip(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    other = window.desk.show_page("disclosure")
    assert isinstance(other, TablePage)
    assert not other.balance.isVisible()


def test_chosen_cells_are_added_up_below(
    qtbot: QtBot, window: MainWindow, page: TablePage, sample: Document
) -> None:
    page.go_to_cell(RECEIVED)
    assert not said_below(window)
    assert page.table is not None
    qtbot.keyClick(page.table.cells, Qt.Key.Key_Right, SHIFT)
    total = sample.figures[RECEIVED] + sample.figures["requests.received.business"]  # type: ignore[operator]
    assert said_below(window) == f"选中 2 格 · 有数 2 · 合计 {total}"
    qtbot.keyClick(page.table.cells, Qt.Key.Key_Left)
    assert not said_below(window)


def test_differences_are_listed_sorted_and_gone_to(
    qtbot: QtBot, window: MainWindow, page: TablePage, sample: Document
) -> None:
    trigger(window, "differences")
    (dialog,) = window.findChildren(DifferencesDialog)
    assert not dialog.isModal()
    keys = dialog.keys
    assert keys
    dialog.ui.list.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert sorted(dialog.keys) == sorted(keys)
    wanted = dialog.keys[0]
    dialog.ui.list.setCurrentCell(0, 0)
    qtbot.keyClick(dialog.ui.list, Qt.Key.Key_Return)
    current = window.desk.page
    assert current is not None
    assert current.current_key() == wanted
    last = sample.report.last
    assert last is not None
    figure = last.cells[RECEIVED]
    sample.apply(enter(sample.report, {RECEIVED: figure + 1}))  # type: ignore[operator]
    qtbot.waitUntil(lambda: RECEIVED in dialog.keys)
    sample.apply(enter(sample.report, {RECEIVED: None}))
    qtbot.waitUntil(lambda: RECEIVED not in dialog.keys)


def test_without_last_year_that_is_said(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    trigger(window, "differences")
    (dialog,) = window.findChildren(DifferencesDialog)
    assert "没有带上年的数" in dialog.ui.lead.text()
