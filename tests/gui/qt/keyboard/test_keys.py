"""The list of keys is what the window does: every key once, every entry's key from the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.program.keys import KeysDialog
from reportdesk.gui.qt.keyboard.keys import KEYS, in_chinese, key_of
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import answering, settle

NO, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def test_no_key_does_two_things_in_one_place() -> None:
    named = [one for key in KEYS if key.name for one in key.keys]
    assert len(named) == len(set(named))
    for where in ("window", "table", "words"):
        here = [one for key in KEYS if key.where == where for one in key.keys]
        assert len(here) == len(set(here))


def test_every_key_can_be_pressed() -> None:
    for key in KEYS:
        assert all(QKeySequence(one).toString() == one for one in key.keys), key


def test_every_entry_has_the_keys_of_the_list_and_no_others(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    entries = {
        action.objectName().removeprefix("action_"): action
        for action in window.findChildren(QAction)
        if action.objectName().startswith("action_")
    }
    assert {key.name for key in KEYS if key.name} <= set(entries)
    # On the first page there is no guidance: its key opens the manual.
    lent = {"manual": ("F1", "Ctrl+F1")}
    for name, action in entries.items():
        key = key_of(name)
        keys = lent.get(name, key.keys if key else ())
        assert [one.toString() for one in action.shortcuts()] == list(keys)
        assert key is None or action.toolTip().endswith(f"（{key.shown}）")


def test_where_there_is_guidance_its_key_opens_it(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    window.desk.show_page("requests")
    entries = {action.objectName(): action for action in window.findChildren(QAction)}
    for name in ("guidance", "manual"):
        key = key_of(name)
        assert key is not None
        assert [one.toString() for one in entries[f"action_{name}"].shortcuts()] == list(key.keys)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_control_and_page_keys_turn_the_tabs(
    qtbot: QtBot, window: MainWindow, sample: Document, number: int
) -> None:
    window.show_document(sample)
    settle(window)
    window.desk.turn_to(number)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CONTROL)
    assert window.ui.tabs.currentIndex() == number + 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CONTROL)
    assert window.ui.tabs.currentIndex() == number
    for _ in window.desk.tabs:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CONTROL)
    assert window.ui.tabs.currentIndex() == 0


def test_f12_asks_where_to_save(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    with answering(QFileDialog, lambda dialog: dialog.reject()) as asked:
        qtbot.keyClick(window, Qt.Key.Key_F12)
    assert asked[0].acceptMode() == QFileDialog.AcceptMode.AcceptSave


def test_keys_of_cells_do_nothing_to_words(qtbot: QtBot, window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    settle(window)
    window.desk.turn_to(1)
    before = sample.report
    for key, modifiers in ((Qt.Key.Key_D, CONTROL), (Qt.Key.Key_R, CONTROL), (Qt.Key.Key_F4, NO)):
        qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    assert sample.report == before


def test_keys_of_cells_work_in_cells(qtbot: QtBot, window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    settle(window)
    window.desk.turn_to(3)
    for key, modifiers in ((Qt.Key.Key_5, NO), (Qt.Key.Key_Return, NO), (Qt.Key.Key_D, CONTROL)):
        qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    assert list(blank.report.cells.values()) == [5, 5]
    for key, modifiers in ((Qt.Key.Key_Down, NO), (Qt.Key.Key_F4, NO)):
        qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    assert list(blank.report.cells.values()) == [5, 5, 5]


def test_the_help_lists_every_key(qtbot: QtBot, window: MainWindow) -> None:
    dialog = KeysDialog(window)
    qtbot.addWidget(dialog)
    groups = [dialog.ui.list.topLevelItem(place) for place in range(dialog.ui.list.topLevelItemCount())]
    lines = [group.child(row) for group in groups for row in range(group.childCount())]
    assert {(line.text(0), line.text(1)) for line in lines} == {(key.all_shown, key.words) for key in KEYS}


def test_keys_are_named_as_clerks_read_them() -> None:
    assert in_chinese("Ctrl+Shift+Return") == "Ctrl+Shift+回车"
    assert in_chinese("Ctrl++") == "Ctrl++"
    assert in_chinese("Alt+0") == "Alt+0"
    assert in_chinese("Ctrl+PgDown") == "Ctrl+PgDown"
