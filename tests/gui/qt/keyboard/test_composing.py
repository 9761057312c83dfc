"""What is being composed is typed where it is left, once, whatever the input method does of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStackedWidget,
    QTableWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reportdesk.gui.qt.keyboard.composing import CompositionKeeper


class Fields(QWidget):
    """Two fields, and two pages with one each."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QLineEdit(), QLineEdit()
        self.pages, self.text = QStackedWidget(), QTextEdit()
        page = QWidget()
        QVBoxLayout(page).addWidget(self.text)
        self.pages.addWidget(page)
        self.pages.addWidget(QLineEdit())
        layout = QVBoxLayout(self)
        for each in (self.first, self.second, self.pages):
            layout.addWidget(each)


@pytest.fixture
def fields(qtbot: QtBot) -> Fields:
    shown = Fields()
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


class Method:
    """An input method, and what it does with words that are being composed when it is asked to type them."""

    def __init__(self, way: str) -> None:
        self._way, self._words = way, ""
        self.asked = 0

    def compose(self, words: str, commit: str = "") -> None:
        self._words = words
        event = QInputMethodEvent(words, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(QGuiApplication.focusObject(), event)

    def commit(self) -> None:
        self.asked += 1
        words, self._words = self._words, ""
        if words and self._way == "types":
            self.compose("", words)
        elif words and self._way == "forgets":
            self.compose("")


@pytest.fixture(params=["forgets", "types", "does nothing"])
def method(request: pytest.FixtureRequest, fields: Fields, qapp: QApplication) -> Iterator[Method]:
    fields.second.setFocus()
    made = Method(request.param)
    keeper = CompositionKeeper(qapp, made.commit)
    yield made
    delete(keeper)


def test_a_click_elsewhere_types_it_where_it_was(method: Method, fields: Fields) -> None:
    fields.first.setFocus()
    method.compose("拼音")
    fields.second.setFocus()
    assert (fields.first.text(), fields.second.text()) == ("拼音", "")


def test_it_is_typed_where_it_was_forgotten_on_the_way(method: Method, fields: Fields) -> None:
    fields.first.setFocus()
    method.compose("拼音")
    # Qt tells the method before it tells the field.
    method.commit()
    fields.second.setFocus()
    assert (fields.first.text(), fields.second.text()) == ("拼音", "")


def test_what_was_taken_back_before_is_not_typed(method: Method, fields: Fields) -> None:
    fields.first.setFocus()
    method.compose("拼音")
    method.compose("")
    QCoreApplication.processEvents()
    fields.second.setFocus()
    assert fields.first.text() == ""


def test_another_page_types_it_on_the_page_that_goes(method: Method, fields: Fields) -> None:
    fields.text.setFocus()
    method.compose("拼音")
    fields.pages.setCurrentIndex(1)
    assert fields.text.toPlainText() == "拼音"


def test_another_program_types_it(method: Method, fields: Fields, qtbot: QtBot) -> None:
    fields.first.setFocus()
    method.compose("拼音")
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert fields.first.text() == "拼音"


def test_a_table_hands_on_what_is_composed(method: Method, qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.setFocus()
    table.setCurrentCell(0, 0)
    asked = method.asked
    method.compose("拼音")
    method.compose("", "拼音")
    editor = QGuiApplication.focusObject()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "拼音"
    assert method.asked == asked
