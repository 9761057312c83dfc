"""A list without anything shows no empty box, and nothing around it moves."""

from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.words.find import FindDialog
from reportdesk.gui.qt.widgets.empty_lists import hide_while_empty


def test_a_list_is_there_only_while_it_holds_anything(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    shown, below = QListWidget(), QLabel("下面")
    column.addWidget(shown)
    column.addWidget(below)
    hide_while_empty(shown)
    outer.show()
    place = below.pos()
    assert not shown.isVisible()
    shown.addItem("一处")
    assert shown.isVisible()
    assert below.pos() == place
    shown.clear()
    assert not shown.isVisible()


def test_a_search_without_places_shows_no_box(qtbot: QtBot, sample: Document) -> None:
    dialog = FindDialog(sample)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.ui.results.isVisible()
    dialog.ui.words.setText("申请")
    assert dialog.ui.results.isVisible()
    dialog.ui.words.setText("无此词呀")
    assert not dialog.ui.results.isVisible()
