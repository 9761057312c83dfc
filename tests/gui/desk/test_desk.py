"""Tabs, badges, F8, search, zeros: where a clerk stands and how she gets on."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.checks.finding import Finding
from reportdesk.document import Document
from reportdesk.gui.desk.pages.table_page import TablePage
from reportdesk.gui.dialogs.note import NoteDialog
from reportdesk.gui.dialogs.words.find import FindDialog
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import enter, write_text
from tests.gui.clerk import answering, press, settle, trigger

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RECEIVED = "requests.received.natural_person"
CARRIED_IN = "requests.carried_in.research"


@pytest.fixture
def window(window: MainWindow, sample: Document) -> MainWindow:
    window.show_document(sample)
    settle(window)
    return window


def table_page(window: MainWindow) -> TablePage:
    page = window.desk.page
    assert isinstance(page, TablePage)
    return page


def labels(window: MainWindow) -> list[str]:
    return [window.ui.tabs.tabText(number) for number in range(window.ui.tabs.count())]


def test_there_is_a_tab_for_each_section_and_one_for_the_rest(window: MainWindow) -> None:
    assert labels(window) == [
        "基本信息",
        "一 总体情况",
        "二 主动公开",
        "三 申请办理",
        "四 复议诉讼",
        "五 问题改进",
        "六 其他事项",
    ]


def test_ctrl_and_a_number_turn_to_a_tab_and_put_the_focus_there(qtbot: QtBot, window: MainWindow) -> None:
    for number in range(7):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_1 + number), CONTROL)
        assert window.ui.tabs.currentIndex() == number
        page = window.desk.page
        focus = QApplication.focusWidget()
        assert page is not None
        assert focus is not None
        assert page.isAncestorOf(focus)


def test_a_line_says_in_words_where_one_stands(window: MainWindow) -> None:
    window.desk.turn_to(3)
    page = table_page(window)
    assert page.place.words == "表三 · 一、本年新收政府信息公开申请数量 · 自然人"
    assert page.place.aside == "上年 3"


def test_badges_count_each_tabs_own_findings(window: MainWindow, sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    sample.apply(write_text(sample.report, "problems", ""))
    settle(window)
    assert "▲" in labels(window)[3]
    assert labels(window)[5] == "五 问题改进 ○1"
    sample.undo()
    sample.undo()
    settle(window)
    assert "▲" not in "".join(labels(window))


def test_f8_walks_all_findings_and_around(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9, CARRIED_IN: 3}))
    sample.apply(write_text(sample.report, "problems", ""))
    settle(window)
    cards = window.findings_panel.model.cards
    findings = [card.group.first for card in cards]
    assert len(findings) >= 3
    assert {one for card in cards for one in card.group.findings} == set(sample.open_findings)
    walked = []
    for _ in range(len(findings) + 1):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        walked.append(window.findings_panel.current)
    assert walked == [*findings, findings[0]]
    assert [one.is_unwritten for one in findings] == [False] * (len(findings) - 1) + [True]
    qtbot.keyClick(window, Qt.Key.Key_F8, SHIFT)
    assert window.findings_panel.current == findings[-1]


def test_f8_goes_to_the_cell_and_lights_every_cell_concerned(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    qtbot.keyClick(window, Qt.Key.Key_F8)
    finding = window.findings_panel.current
    assert finding is not None
    page = table_page(window)
    assert page.key == "requests"
    assert page.current_key() == finding.cells[0]
    assert len(finding.cells) > 1
    assert page.table is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.table.isAncestorOf(focus)
    lit = page.table.grab().toImage()
    page.table.cells.light(())
    assert page.table.grab().toImage() != lit


def test_f8_without_findings_says_so(qtbot: QtBot, window: MainWindow) -> None:
    window.findings_panel.ui.warning.setChecked(False)
    window.findings_panel.ui.hint.setChecked(False)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.ui.statusbar.currentMessage() == "没有待处理的问题"


def test_a_finding_in_the_text_chooses_its_words(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    sample.apply(write_text(sample.report, "problems", ""))
    qtbot.keyClick(window, Qt.Key.Key_F8)
    page = window.desk.page
    assert page is not None
    assert page.key == "problems"
    assert page.editor is not None
    assert page.editor.hasFocus()


def test_a_findings_span_is_chosen_in_the_editor(window: MainWindow, sample: Document) -> None:
    text = sample.report.texts["overview"]
    start = text.index("86条")
    finding = Finding(
        "text.figure", "warning", "不一样", (RECEIVED,), section="overview", span=(start, start + 3)
    )
    window.desk.go_to_finding(finding)
    page = window.desk.page
    assert page is not None
    assert page.key == "overview"
    assert page.editor is not None
    assert page.editor.textCursor().selectedText() == "86条"
    table = window.desk.tabs[3].page.table
    assert table is not None
    lit = table.grab().toImage()
    table.cells.light(())
    assert table.grab().toImage() != lit


def test_ctrl_f_finds_cells_by_name_and_enter_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    (dialog,) = window.findChildren(FindDialog)
    dialog.ui.words.setText("不予公开 第三方 科研")
    assert dialog.ui.results.count() == 1
    qtbot.keyClick(dialog.ui.words, Qt.Key.Key_Return)
    assert table_page(window).place.words == "表三 · （三）不予公开 4.保护第三方合法权益 · 科研机构"


def test_ctrl_f_finds_words_and_chooses_them(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    (dialog,) = window.findChildren(FindDialog)
    dialog.ui.words.setText("股室")
    assert dialog.ui.results.count() > 1
    qtbot.keyClick(dialog.ui.words, Qt.Key.Key_Down)
    hit = dialog.hits[1]
    qtbot.keyClick(dialog.ui.words, Qt.Key.Key_Return)
    page = window.desk.page
    assert page is not None
    assert page.key == hit.section
    assert page.editor is not None
    assert page.editor.textCursor().selectedText() == "股室"


def test_ctrl_f_says_when_nothing_is_found(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    (dialog,) = window.findChildren(FindDialog)
    dialog.ui.words.setText("没有这样的格子")
    assert dialog.ui.count.text() == "没有找到"
    assert not dialog.ui.next.isEnabled()
    qtbot.keyClick(dialog.ui.words, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_blanks_of_a_table_are_filled_with_0_in_one_step(
    qtbot: QtBot, window: MainWindow, blank: Document
) -> None:
    window.show_document(blank)
    blank.apply(enter(blank.report, {CARRIED_IN: 2}))
    window.desk.turn_to(3)
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    entered = [cell for cell in blank.form.cells_of("requests") if not cell.is_derived]
    assert all(cell.key in blank.report.cells for cell in entered)
    assert blank.report.cells[CARRIED_IN] == 2
    assert f"{len(entered) - 1} 个空格" in window.ui.statusbar.currentMessage()
    settle(window)
    assert window.ui.action_undo.text() == "撤销“空格填 0”"
    trigger(window, "undo")
    assert dict(blank.report.cells) == {CARRIED_IN: 2}


def test_blanks_of_all_tables_are_filled_and_the_status_counts(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    trigger(window, "fill_all")
    settle(window)
    assert all(figure == 0 for figure in blank.figures.values())
    assert window.ui.statusbar.children()
    shown = [label.text() for label in window.ui.statusbar.findChildren(type(window.welcome.ui.lead))]
    assert f"已填 {len(blank.form.cells)}/{len(blank.form.cells)} · 空白 0" in shown


def test_a_finding_is_accepted_with_a_word_and_folded_away(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    qtbot.keyClick(window, Qt.Key.Key_F8)
    finding = window.findings_panel.current
    assert finding is not None

    def explain(dialog: NoteDialog) -> None:
        assert not dialog.ui.ok.isEnabled()
        dialog.ui.note.setPlainText("上级系统里的数就是这样")
        qtbot.keyClick(dialog.ui.ok, Qt.Key.Key_Space)

    with answering(NoteDialog, explain):
        qtbot.keyClick(window, Qt.Key.Key_J, CONTROL)
    settle(window)
    assert sample.report.accepted[finding.subject].note == "上级系统里的数就是这样"
    assert finding in window.findings_panel.model.accepted
    assert finding not in window.findings_panel.model.open_findings
    rows = window.findings_panel.model.rowCount()
    window.findings_panel.model.fold()
    assert window.findings_panel.model.rowCount() == rows + len(window.findings_panel.model.accepted)
    window.findings_panel.ui.list.setCurrentIndex(window.findings_panel.model.index_of(finding))
    assert window.findings_panel.ui.accept.text() == "取消接受"
    qtbot.keyClick(window.findings_panel.ui.accept, Qt.Key.Key_Space)
    assert finding.subject not in sample.report.accepted


def test_the_list_filters_by_severity_and_by_tab(window: MainWindow, sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9, CARRIED_IN: None, "disclosure.fees.amount": None}))
    settle(window)
    shown = window.findings_panel.model.open_findings
    assert {finding.severity for finding in shown} >= {"error", "warning"}
    window.findings_panel.ui.error.setChecked(False)
    assert all(finding.severity != "error" for finding in window.findings_panel.model.open_findings)
    window.findings_panel.ui.error.setChecked(True)
    window.findings_panel.ui.scope.setCurrentIndex(window.findings_panel.ui.scope.findData("disclosure"))
    window.findings_panel.refresh()
    listed = window.findings_panel.model.open_findings
    assert listed
    assert {sample.form.cells[finding.cells[0]].table for finding in listed} == {"disclosure"}


def test_a_click_on_a_finding_goes_there(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    settle(window)
    finding = window.findings_panel.model.open_findings[0]
    place = window.findings_panel.ui.list.visualRect(window.findings_panel.model.index_of(finding)).center()
    qtbot.mouseClick(window.findings_panel.ui.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table_page(window).current_key() == finding.cells[0]


def test_rebuilding_the_list_leaves_the_focus_and_the_choice(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9, CARRIED_IN: 3}))
    qtbot.keyClick(window, Qt.Key.Key_F8)
    chosen = window.findings_panel.current
    focus = QApplication.focusWidget()
    sample.apply(write_text(sample.report, "problems", ""))
    settle(window)
    assert QApplication.focusWidget() is focus
    assert window.findings_panel.current == chosen


def test_a_clean_report_is_told_in_one_friendly_line(window: MainWindow, sample: Document) -> None:
    for finding in sample.open_findings:
        sample.accept(finding, "属实")
    settle(window)
    assert window.findings_panel.ui.peace.text() == "没有发现问题，所有格子都填好了。"
    assert window.findings_panel.ui.peace.isVisible()


def test_guidance_follows_where_one_stands_and_leaves_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.turn_to(3)
    focus = QApplication.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.guidance.isVisible()
    assert QApplication.focusWidget() is focus
    first = window.guidance.ui.text.toPlainText()
    assert first.strip()
    qtbot.keyClick(focus, Qt.Key.Key_Down)
    assert window.guidance.ui.heading.text() == table_page(window).place.words
    assert window.guidance.ui.text.toPlainText() != first
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.guidance.isHidden()


def test_guidance_opens_at_its_top_however_far_it_was_read(window: MainWindow) -> None:
    window.desk.turn_to(3)
    window.side.show_guidance(True)
    text = window.guidance.ui.text
    text.setFixedHeight(40)
    QApplication.processEvents()
    bar = text.verticalScrollBar()
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    window.side.show_guidance(False)
    window.side.show_guidance(True)
    assert bar.value() == 0
    bar.setValue(bar.maximum())
    table_page(window).table.cells.setCurrentIndex(
        table_page(window).table.cells.currentIndex().siblingAtColumn(1)
    )
    table_page(window).table.go_to("requests.results.granted.natural_person")
    QApplication.processEvents()
    assert bar.value() == 0


def test_zoom_changes_by_keys_and_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    page = window.desk.tabs[1].page
    assert page.editor is not None
    before = page.editor.font().pointSizeF()
    qtbot.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    assert page.editor.font().pointSizeF() > before
    assert window.desk.zoom == 110
    qtbot.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Minus, CONTROL)
    assert window.desk.zoom == 90
    qtbot.keyClick(window, Qt.Key.Key_0, CONTROL)
    assert page.editor.font().pointSizeF() == before


def test_words_below_a_table_come_on_demand(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.turn_to(3)
    page = table_page(window)
    assert not page.has_words_shown
    trigger(window, "show_words")
    assert page.has_words_shown
    assert page.editor is not None
    assert page.editor.hasFocus()


def test_export_says_what_is_open_but_does_not_forbid(window: MainWindow, sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    with answering(QMessageBox, press("先去处理")) as asked:
        trigger(window, "export_docx")
        assert "必改" in asked[0].informativeText()


def test_undo_shows_the_tab_where_something_changed(window: MainWindow, sample: Document) -> None:
    sample.apply(enter(sample.report, {RECEIVED: 9}))
    sample.apply(write_text(sample.report, "other", "没有。"))
    window.desk.turn_to(0)
    trigger(window, "undo")
    assert window.desk.page is not None
    assert window.desk.page.key == "other"
    trigger(window, "undo")
    assert window.desk.page.key == "requests"


def test_only_one_search_is_open_and_it_goes_with_its_report(
    qtbot: QtBot, window: MainWindow, blank: Document
) -> None:
    trigger(window, "find")
    trigger(window, "find")
    assert sum(dialog.isVisible() for dialog in window.findChildren(FindDialog)) == 1
    window.show_document(blank)
    assert not any(dialog.isVisible() for dialog in window.findChildren(FindDialog))


def test_documents_are_let_go(window: MainWindow, sample: Document) -> None:
    again = Document(sample.report)
    window.show_document(again)
    settle(window)
    reference = weakref.ref(again)
    del again
    window.show_document(None)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert reference() is None


class ShownWindows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_opening_a_report_shows_no_window_of_its_own_and_keeps_the_focus(
    qapp: QApplication, window: MainWindow, sample: Document
) -> None:
    noted = ShownWindows()
    qapp.installEventFilter(noted)
    window.show_document(sample)
    settle(window)
    qapp.removeEventFilter(noted)
    assert noted.shown == []
    assert QApplication.activeWindow() is window
    assert QApplication.focusWidget() is not None


@pytest.mark.parametrize("number", range(7))
def test_a_click_on_a_tab_puts_the_focus_where_work_begins(
    qtbot: QtBot, window: MainWindow, blank: Document, number: int
) -> None:
    # A blank report: pages that offer something have a button before the table or the words.
    window.show_document(blank)
    settle(window)
    window.desk.turn_to((number + 1) % 7)
    bar = window.ui.tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(number).center())
    page = window.desk.page
    assert page is not None
    assert page is window.desk.tabs[number].page
    assert window.desk.tabs[number] is window.ui.tabs.widget(number)
    assert QApplication.focusWidget() is (page.table.cells if page.table else page.focusProxy())


def test_the_arrow_keys_walk_along_the_tabs(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.ui.tabs.tabBar()
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert window.ui.tabs.currentIndex() == 2
    assert bar.hasFocus()


def test_what_spans_paragraphs_is_not_chosen(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    sample.apply(write_text(sample.report, "overview", "第一段。\n第二段。"))
    finding = Finding("text.copied", "warning", "与上年相同", section="overview", span=(0, 9))
    window.desk.go_to_finding(finding)
    page = window.desk.page
    assert page is not None
    assert page.editor is not None
    assert page.editor.hasFocus()
    assert not page.editor.textCursor().hasSelection()
    window.desk.go_to_finding(Finding("text.copied", "warning", "一", section="overview", span=(0, 3)))
    assert page.editor.textCursor().selectedText() == "第一段"


def test_a_button_that_goes_leaves_the_focus_to_the_cards(
    qtbot: QtBot, window: MainWindow, sample: Document
) -> None:
    words = "本机关现行有效行政规范性文件997件。\n本机关收到政府信息公开申请998件。"
    sample.apply(write_text(sample.report, "overview", words))
    settle(window)
    panel = window.findings_panel
    window.desk.step(1)
    while not panel.choice.to_take:
        window.desk.step(1)
    panel.ui.take.setFocus()
    qtbot.keyClick(panel.ui.take, Qt.Key.Key_Space)
    settle(window)
    assert not panel.choice.to_take
    assert panel.ui.list.hasFocus()
