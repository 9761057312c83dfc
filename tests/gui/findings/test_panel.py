"""The findings panel as a clerk works through it: cards, what can be done with the chosen one, peace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.dialogs.note import NoteDialog
from reportdesk.gui.dialogs.words.tidy import TidyDialog
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter, write_text
from tests.gui.clerk import answering, settle

BROKEN = {"requests.received.natural_person": 9, "requests.carried_in.research": 3}


@pytest.fixture
def window(window: MainWindow, sample: Document) -> MainWindow:
    sample.apply(enter(sample.report, BROKEN))
    window.show_document(sample)
    settle(window)
    return window


def test_what_can_be_done_stands_on_the_chosen_card(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.findings_panel
    assert panel.ui.actions.isHidden()
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        settle(window)
        card = panel.ui.list.visualRect(panel.ui.list.currentIndex())
        assert panel.ui.actions.isVisible()
        assert card.contains(panel.ui.actions.geometry())
    shrunk = panel.ui.list.visualRect(panel.model.index_of(panel.model.open_findings[0]))
    assert card.height() > shrunk.height()


def test_the_card_and_the_menu_have_one_name_for_the_way_to_a_cell(window: MainWindow) -> None:
    assert window.findings_panel.ui.table.text() == window.ui.action_go_to_figure.text()


def test_the_difference_is_painted_in_the_ink_of_its_severity(window: MainWindow) -> None:
    cards = window.findings_panel.ui.list
    finding = window.findings_panel.model.open_findings[0]
    assert finding.difference
    picture = cards.viewport().grab(cards.visualRect(window.findings_panel.model.index_of(finding))).toImage()
    right_half = range(picture.width() // 2, picture.width())
    reds = sum(
        picture.pixelColor(x, y).red() > picture.pixelColor(x, y).blue() + 80
        for x in right_half
        for y in range(picture.height())
    )
    assert reds > 20


def test_tab_leads_from_the_list_to_what_can_be_done_and_enter_does_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = window.findings_panel
    qtbot.keyClick(window, Qt.Key.Key_F8)
    settle(window)
    panel.ui.list.setFocus()
    qtbot.keyClick(panel.ui.list, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.ui.jump
    qtbot.keyClick(panel.ui.jump, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.ui.accept


def test_f8_goes_on_from_where_a_finding_was_settled(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    sample.apply(enter(sample.report, {"disclosure.normative_documents.in_force": 900}))
    settle(window)
    order = list(window.findings_panel.model.open_findings)
    assert len(order) >= 3
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.findings_panel.current == order[1]
    sample.accept_all(window.findings_panel.choice.findings, "属实")
    settle(window)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.findings_panel.current == order[2]


def test_slips_in_words_are_tidied_from_their_card(window: MainWindow, sample: Document) -> None:
    panel = window.findings_panel
    sample.apply(write_text(sample.report, "problems", "公开不够主动,下一步加强培训（详见附件。"))
    settle(window)
    slips = {one.message: one for one in panel.model.open_findings if one.code == "text.punctuation"}
    tidied, odd = sorted(slips.values(), key=lambda one: "整理文字" not in one.message)
    panel.choose(odd)
    assert panel.ui.take.isHidden(), "tidying mends no bracket without a partner"
    panel.choose(tidied)
    assert panel.ui.take.text() == "整理文字…"
    settle(window)
    assert panel.ui.take.x() == panel.ui.jump.x(), "no hole is left beside it"
    with answering(TidyDialog, lambda dialog: dialog.accept()):
        panel.ui.take.click()
    assert sample.report.texts["problems"].startswith("公开不够主动，下一步")


def test_accepting_by_keyboard_leaves_the_focus_in_the_list(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.findings_panel
    qtbot.keyClick(window, Qt.Key.Key_F8)
    settle(window)
    panel.ui.accept.setFocus()

    def explain(dialog: NoteDialog) -> None:
        dialog.ui.note.setPlainText("属实")
        qtbot.keyClick(dialog.ui.ok, Qt.Key.Key_Space)

    with answering(NoteDialog, explain):
        qtbot.keyClick(panel.ui.accept, Qt.Key.Key_Space)
    window.activateWindow()
    settle(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel.ui.list)


def test_where_only_blanks_are_left_a_button_leads_to_the_first(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    sample.undo()
    key = "requests.denied_third_party.research"
    sample.apply(enter(sample.report, {key: None}))
    for finding in sample.open_findings:
        sample.accept(finding, "待报")
    settle(window)
    panel = window.findings_panel
    assert "空着" in panel.ui.peace.text()
    qtbot.keyClick(panel.ui.first_blank, Qt.Key.Key_Space)
    page = window.desk.page
    assert isinstance(page, TablePage)
    assert page.current_key() == key
    sample.undo()


def test_a_severity_without_findings_is_quiet(window: MainWindow) -> None:
    counts = {name: getattr(window.findings_panel.ui, name).property("empty") for name in ("error", "hint")}
    assert counts == {"error": False, "hint": True}


def test_badges_are_painted_on_their_tab(window: MainWindow, sample: Document) -> None:
    bar = window.ui.tabs.tabBar()
    before = bar.grab(bar.tabRect(3)).toImage()
    sample.undo()
    settle(window)
    assert bar.grab(bar.tabRect(3)).toImage() != before


def test_one_card_leads_to_every_cell_concerned_and_its_rings_go_with_it(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    panel = window.findings_panel
    qtbot.keyClick(window, Qt.Key.Key_F8)
    concerned = {key for one in panel.choice.findings for key in one.cells}
    page = window.desk.page
    assert isinstance(page, TablePage)
    assert page.table is not None
    met = {page.current_key()}
    for _ in panel.choice.stops[1:]:
        panel.ui.jump.click()
        page = window.desk.page
        if isinstance(page, TablePage):
            met.add(page.current_key())
    assert met >= concerned
    table = window.desk.tabs[3].page.table
    assert table is not None
    assert table.cells.delegate.lit >= concerned & {cell.key for cell in sample.form.cells_of("requests")}
    sample.undo()
    settle(window)
    assert not table.cells.delegate.lit


def test_a_card_lists_its_single_findings_on_demand(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    panel = window.findings_panel
    qtbot.keyClick(window, Qt.Key.Key_F8)
    settle(window)
    others = panel.choice.others
    assert others >= 1
    assert f"牵连 {others} 处" in panel.model.row(panel.ui.list.currentIndex()).asides[-1]
    rows = panel.model.rowCount()
    panel.ui.list.setFocus()
    qtbot.keyClick(panel.ui.list, Qt.Key.Key_Right)
    assert panel.model.rowCount() == rows + others
    qtbot.keyClick(panel.ui.list, Qt.Key.Key_Down)
    assert len(panel.choice.findings) == 1
    part = panel.choice.findings[0]
    sample.accept(part, "属实")
    assert part not in sample.open_findings
    qtbot.keyClick(panel.ui.list, Qt.Key.Key_Left)
    assert panel.model.rowCount() <= rows + 1


def test_one_word_accepts_all_that_one_figure_concerns(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F8)
    findings = window.findings_panel.choice.findings
    assert len(findings) >= 2

    def explain(dialog: NoteDialog) -> None:
        assert f"牵连的 {len(findings) - 1} 处" in dialog.ui.message.text()
        dialog.ui.note.setPlainText("台账如此")
        dialog.ui.ok.click()

    with answering(NoteDialog, explain):
        qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert not set(findings) & set(sample.open_findings)
    sample.undo()
    assert set(findings) <= set(sample.open_findings)


def test_a_lapsed_word_stands_on_its_card_and_is_offered_again(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    sample.accept_all(sample.groups[0].findings, "台账如此")
    sample.apply(enter(sample.report, {"requests.received.natural_person": 11}))
    settle(window)
    panel = window.findings_panel
    panel.ui.list.setCurrentIndex(panel.model.index_of(panel.model.open_findings[0]))
    assert any(
        "失效" in line and "台账如此" in line for line in panel.model.row(panel.ui.list.currentIndex()).asides
    )
    with answering(NoteDialog, lambda dialog: dialog.close()) as asked:
        panel.ui.accept.click()
        assert asked[0].note == "台账如此"
