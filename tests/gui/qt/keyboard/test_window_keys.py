"""Keys that belong to the window reach it, also where a field would use them as Emacs does."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.desk.pages.basics import BasicsPage
from reportdesk.gui.grid.editor import FigureEditor
from reportdesk.gui.qt.keyboard.window_keys import is_menu_letter, is_window_key
from reportdesk.gui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
LETTERS = (Qt.Key.Key_E, Qt.Key.Key_K)


def asked(key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> QKeyEvent:
    """Returns what a field is asked before a shortcut takes a key."""
    return QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)


@pytest.mark.usefixtures("qapp")
def test_undo_and_letters_of_menus_are_the_windows() -> None:
    assert is_window_key(asked(Qt.Key.Key_Z))
    assert all(is_window_key(asked(key)) for key in LETTERS)
    assert not is_menu_letter(asked(Qt.Key.Key_Z))
    assert not is_menu_letter(asked(Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier))
    assert not is_window_key(asked(Qt.Key.Key_C))


def test_a_line_leaves_them_to_the_window(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    basics = window.desk.tabs[0].page
    assert isinstance(basics, BasicsPage)
    event = asked(Qt.Key.Key_Z)
    event.ignore()
    QApplication.sendEvent(basics.ui.organ, event)
    assert not event.isAccepted()


@pytest.mark.parametrize("key", LETTERS)
def test_words_leave_them_to_the_window(window: MainWindow, sample: Document, key: Qt.Key) -> None:
    window.show_document(sample)
    editor = window.desk.tabs[1].page.editor
    assert editor is not None
    event = asked(key)
    event.accept()
    assert not editor.event(event)
    assert not event.isAccepted()


@pytest.mark.parametrize("key", LETTERS)
def test_a_cell_being_typed_leaves_letters_to_the_window(
    qtbot: QtBot, window: MainWindow, sample: Document, key: Qt.Key
) -> None:
    window.show_document(sample)
    window.desk.turn_to(3)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, "5")
    field = QApplication.focusWidget()
    assert isinstance(field, FigureEditor)
    event = asked(key)
    event.accept()
    assert not field.event(event)
    assert not event.isAccepted()
