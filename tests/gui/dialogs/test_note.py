"""The clerk's word on a finding, given by keys alone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reportdesk.checks.finding import Finding
from reportdesk.gui.dialogs.note import NoteDialog
from reportdesk.gui.window import MainWindow


@pytest.mark.parametrize(("word", "closes"), [("情况属实", True), ("  ", False)])
def test_ctrl_enter_gives_a_word_that_was_written(
    qtbot: QtBot, window: MainWindow, word: str, closes: bool
) -> None:
    dialog = NoteDialog(Finding("row.sum", "error", "不平"), window)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.ui.note.setPlainText(word)
    qtbot.keyClick(dialog.ui.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible() is not closes
    assert dialog.ui.note.toPlainText() == word
