"""By keyboard alone: F6 around the window's panes, menus of the menu key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.editor.menu import text_menu
from reportdesk.gui.grid.menu import table_menu
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter
from tests.gui.clerk import settle, trigger

SHIFT = Qt.KeyboardModifier.ShiftModifier
RECEIVED = "requests.received.natural_person"
TOTAL = "requests.received.total"


def table_page(window: MainWindow) -> TablePage:
    window.desk.turn_to(3)
    page = window.desk.page
    assert isinstance(page, TablePage)
    return page


def panes(window: MainWindow, page: TablePage) -> list[QWidget | None]:
    assert page.table is not None
    bar = window.ui.tabs.tabBar()
    return [page.table.cells, page.editor, window.findings_panel.ui.list, window.guidance.ui.text, bar]


def test_f6_leads_around_all_panes_and_shift_f6_back(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    window.show_document(sample)
    page = table_page(window)
    trigger(window, "show_words")
    window.side.show_guidance(True)
    page.setFocus()
    settle(window)
    order = panes(window, page)
    met = []
    for _ in order:
        met.append(QApplication.focusWidget())
        qtbot.keyClick(window, Qt.Key.Key_F6)
    assert met == order
    assert QApplication.focusWidget() is order[0]
    qtbot.keyClick(window, Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is order[-1]


def test_f6_passes_over_what_is_not_in_view(qtbot: QtBot, window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    page = table_page(window)
    window.side.show_findings(False)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.ui.tabs.tabBar()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.table is not None
    assert QApplication.focusWidget() is page.table.cells


def test_f6_leaves_no_refused_figure_behind(qtbot: QtBot, window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    page = table_page(window)
    assert page.table is not None
    qtbot.keyClick(page.table.cells, Qt.Key.Key_1)
    field = page.table.cells.field()
    assert field is not None
    qtbot.keyClicks(field, ".5")
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.table.cells.field() is field


def test_a_list_that_takes_the_keyboard_shows_where_it_is(
    qtbot: QtBot, window: MainWindow, blank: Document
) -> None:
    window.show_document(blank)
    table_page(window)
    settle(window)
    assert window.findings_panel.current is None
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.findings_panel.current == window.findings_panel.model.open_findings[0]


def entries(menu: QMenu) -> dict[str, bool]:
    return {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions() if action.text()}


def use(menu: QMenu, words: str) -> None:
    (action,) = [action for action in menu.actions() if action.text().split("\t")[0] == words]
    action.trigger()


def test_the_tables_menu_offers_what_fits_the_chosen_cells(window: MainWindow, blank: Document) -> None:
    report = replace(blank.report, cells={RECEIVED: 2}, unconfirmed={RECEIVED: True}, stated={TOTAL: 5})
    document = Document(report)
    window.show_document(document)
    page = table_page(window)
    assert page.table is not None
    QGuiApplication.clipboard().clear()
    page.table.go_to(RECEIVED)
    offered = entries(table_menu(page.table))
    assert offered["确认沿用"]
    assert not offered["选中的空格填 0"]
    assert not offered["采用合计"]
    assert not offered["粘贴"]
    use(table_menu(page.table), "确认沿用")
    assert not document.report.unconfirmed
    page.table.cells.selectAll()
    use(table_menu(page.table), "选中的空格填 0")
    page.table.go_to(TOTAL)
    use(table_menu(page.table), "采用合计")
    assert document.report.stated == {}
    assert document.figures[TOTAL] == 2


def test_the_menu_key_opens_the_menu_with_the_cells_guidance(
    qtbot: QtBot, window: MainWindow, blank: Document
) -> None:
    window.show_document(blank)
    page = table_page(window)
    assert page.table is not None
    seen: list[dict[str, bool]] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append(entries(menu))
        use(menu, "本格说明")
        menu.close()

    place = QPoint(5, 5)
    asking = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, page.table.mapToGlobal(place))
    QTimer.singleShot(50, look)
    QApplication.sendEvent(page.table.cells.viewport(), asking)
    assert seen
    assert seen[0]["本格说明"]
    assert window.guidance.isVisible()


@pytest.mark.parametrize("is_inherited", [True, False])
def test_the_words_menu_confirms_a_paragraph(window: MainWindow, blank: Document, is_inherited: bool) -> None:
    texts = {"overview": "一段话。"}
    kept = {"overview": ("一段话。",)} if is_inherited else {}
    document = Document(replace(blank.report, texts=texts, inherited=kept))
    window.show_document(document)
    window.desk.turn_to(1)
    page = window.desk.page
    assert page is not None
    assert page.editor is not None
    assert entries(text_menu(page.editor))["本段确认沿用"] is is_inherited
    use(text_menu(page.editor), "本段确认沿用")
    assert not document.report.inherited


def test_f6_leads_to_what_can_be_done_about_a_notice(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    done: list[str] = []
    window.notices.tell("w", "早些时候的事", [("知道了", lambda: done.append("w"))])
    window.notices.tell("x", "有一件事", [("处理", lambda: done.append("x"))])
    met = []
    for _ in range(8):
        trigger(window, "next_pane")
        met.append(window.focusWidget())
    (button,) = [widget for widget in set(met) if isinstance(widget, QPushButton) and widget.text() == "处理"]
    button.click()
    assert done == ["x"]
    window.notices.drop("x")
    window.notices.drop("w")
    assert not window.notices.isVisible()


def test_guidance_leaves_most_of_the_side_to_the_findings(
    qtbot: QtBot, window: MainWindow, blank: Document
) -> None:
    window.show_document(blank)
    table_page(window)
    trigger(window, "guidance")
    settle(window)
    findings, _, guidance = window.ui.side.sizes()
    assert findings > guidance > 0
    window.ui.side.setSizes([100, 0, window.ui.side.height() - 100])
    window.desk.turn_to(2)
    settle(window)
    assert window.ui.side.sizes()[0] < findings, "what was drawn by hand stays"
