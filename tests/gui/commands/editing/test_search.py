"""Finding and replacing beside the work, and another name or year all over the report."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.words.find import FindDialog
from reportdesk.gui.dialogs.words.rename import RenameDialog
from reportdesk.gui.dialogs.words.tidy import ReplaceDialog
from reportdesk.gui.window import MainWindow
from reportdesk.report.edit import write_text
from tests.gui.clerk import answering, press, trigger

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = "甲处公开信息。\n乙处公开信息，丙处公开信息。"


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, sample: Document) -> FindDialog:
    for section in sample.form.text_keys:
        sample.apply(write_text(sample.report, section, ""))
    sample.apply(write_text(sample.report, "other", WORDS))
    window.show_document(sample)
    trigger(window, "find")
    (shown,) = window.findChildren(FindDialog)
    shown.ui.words.setText("处公开")
    return shown


def chosen(window: MainWindow) -> tuple[str, int]:
    page = window.desk.page
    assert page is not None
    assert page.editor is not None
    cursor = page.editor.textCursor()
    return cursor.selectedText(), cursor.selectionStart()


def test_f3_steps_through_the_places_and_around(qtbot: QtBot, window: MainWindow, dialog: FindDialog) -> None:
    assert not dialog.isModal()
    assert dialog.ui.count.text() == "第 1 处，共 3 处"
    qtbot.keyClick(dialog.ui.words, Qt.Key.Key_Return)
    assert chosen(window) == ("处公开", 1)
    assert dialog.isVisible()
    for place in (9, 16, 1):
        qtbot.keyClick(dialog, Qt.Key.Key_F3)
        assert chosen(window) == ("处公开", place)
    qtbot.keyClick(dialog, Qt.Key.Key_F3, SHIFT)
    assert dialog.ui.count.text() == "第 3 处，共 3 处"
    trigger(window, "find_next")
    assert chosen(window) == ("处公开", 1)
    trigger(window, "find_previous")
    assert chosen(window) == ("处公开", 16)


def test_f3_without_a_search_opens_one(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    trigger(window, "find_next")
    assert len(window.findChildren(FindDialog)) == 1
    trigger(window, "find")
    assert len(window.findChildren(FindDialog)) == 1


def test_it_follows_what_is_typed(qtbot: QtBot, dialog: FindDialog, sample: Document) -> None:
    sample.apply(write_text(sample.report, "other", "只有一处公开。"))
    qtbot.waitUntil(lambda: dialog.ui.count.text() == "第 1 处，共 1 处")


def test_one_place_is_replaced_and_the_next_is_chosen(
    window: MainWindow, dialog: FindDialog, sample: Document
) -> None:
    dialog.step(1)
    dialog.ui.by.setText("室公开")
    dialog.ui.replace.click()
    assert sample.report.texts["other"] == "甲处公开信息。\n乙室公开信息，丙处公开信息。"
    assert dialog.ui.count.text() == "第 2 处，共 2 处"
    trigger(window, "undo")
    assert sample.report.texts["other"] == WORDS


def test_words_that_hold_what_is_sought_are_not_replaced_again(dialog: FindDialog, sample: Document) -> None:
    dialog.ui.by.setText("处公开公处公开")
    for text in (
        "甲处公开公处公开信息。\n乙处公开信息，丙处公开信息。",
        "甲处公开公处公开信息。\n乙处公开公处公开信息，丙处公开信息。",
        "甲处公开公处公开信息。\n乙处公开公处公开信息，丙处公开公处公开信息。",
    ):
        dialog.ui.replace.click()
        assert sample.report.texts["other"] == text
    assert dialog.ui.count.text() == "第 1 处，共 6 处"


def test_all_places_are_replaced_after_a_look_and_come_back_in_one_step(
    qtbot: QtBot, window: MainWindow, dialog: FindDialog, sample: Document
) -> None:
    dialog.ui.by.setText("室公开")

    def choose(shown: ReplaceDialog) -> None:
        qtbot.keyClick(shown.ui.list, Qt.Key.Key_Home)
        qtbot.keyClick(shown.ui.list, Qt.Key.Key_Space)
        press("替换 2 处")(shown)

    with answering(ReplaceDialog, choose):
        dialog.ui.replace_all.click()
    assert sample.report.texts["other"] == "甲处公开信息。\n乙室公开信息，丙室公开信息。"
    assert "已替换 2 处" in window.ui.statusbar.currentMessage()
    trigger(window, "undo")
    assert sample.report.texts["other"] == WORDS


def test_cells_are_found_by_their_figures_and_not_replaced(dialog: FindDialog, sample: Document) -> None:
    figure = sample.figures["requests.received.total"]
    dialog.ui.words.setText(str(figure))
    assert "requests.received.total" in {hit.key for hit in dialog.hits}
    assert not dialog.ui.replace.isEnabled()
    assert not dialog.ui.replace_all.isEnabled()


def test_more_places_than_are_listed_are_not_counted_as_all(dialog: FindDialog, sample: Document) -> None:
    sample.apply(write_text(sample.report, "other", "条" * 300))
    dialog.ui.words.setText("条")
    assert dialog.ui.count.text() == "第 1 处，只列出前 200 处"
    assert dialog.ui.replace_all.isEnabled()


def test_a_field_is_found_and_gone_to(
    qtbot: QtBot, window: MainWindow, dialog: FindDialog, sample: Document
) -> None:
    dialog.ui.words.setText(sample.report.organ)
    assert dialog.hits[0].place == "基本信息 · 机关名称"
    qtbot.keyClick(dialog.ui.words, Qt.Key.Key_Return)
    assert window.desk.page is window.desk.tabs[0].page


def test_another_name_and_year_change_everywhere_in_one_step(window: MainWindow, sample: Document) -> None:
    sample.apply(write_text(sample.report, "other", f"{sample.report.organ}在2024年没有其他事项。"))
    window.show_document(sample)
    before = sample.report

    def choose(shown: RenameDialog) -> None:
        assert not shown.ui.ok.isEnabled()
        shown.ui.organ.setText("云溪县林业局")
        shown.ui.year.setValue(2025)
        press("更换")(shown)

    with answering(RenameDialog, choose):
        trigger(window, "rename")
    assert (sample.report.organ, sample.report.year) == ("云溪县林业局", 2025)
    assert sample.report.texts["other"] == "云溪县林业局在2025年没有其他事项。"
    trigger(window, "undo")
    assert sample.report == before
