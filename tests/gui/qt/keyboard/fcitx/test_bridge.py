"""Keys go to the engine first, and what it composes is seen in the field; none is ever lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.form.loader import load_edition
from reportdesk.gui.grid import TableView
from reportdesk.gui.qt.keyboard.fcitx.bridge import Bridge
from reportdesk.report.model import Report
from tests.gui.qt.keyboard.fcitx.played import Played, press


class Line(QLineEdit):
    """A field that knows what is composed in it."""

    composed = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composed = event.preeditString()
        super().inputMethodEvent(event)

    @property
    def state(self) -> tuple[str, str]:
        return self.text(), self.composed


class Form(QWidget):
    """Two fields and a text."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second, self.text = Line(), Line(), QPlainTextEdit()
        layout = QVBoxLayout(self)
        for each in (self.first, self.second, self.text):
            layout.addWidget(each)


@pytest.fixture
def engine(qapp: QApplication) -> Iterator[Played]:
    played = Played()
    bridge = Bridge(qapp, played)
    yield played
    qapp.focusObjectChanged.disconnect(bridge._look)
    qapp.inputMethod().cursorRectangleChanged.disconnect(bridge._tell_place)
    bridge._watch(None)
    bridge.deleteLater()


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.first.setFocus()
    return form


def preedit(field: QWidget) -> str:
    """Return what a text shows as being composed."""
    assert isinstance(field, QPlainTextEdit)
    return field.textCursor().block().layout().preeditAreaText()


def overrides(field: QWidget, key: Qt.Key) -> bool:
    """Tell whether a key is kept from being a command of the window."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_words_are_composed_and_done_in_a_line(engine: Played, form: Form) -> None:
    assert all(press(form.first, key) for key in "ni")
    assert form.first.state == ("", "ni")
    press(form.first, " ")
    assert form.first.state == ("NI", "")


def test_what_is_composed_is_underlined_at_the_caret_of_a_text(engine: Played, form: Form) -> None:
    form.text.setPlainText("甲乙")
    form.text.setFocus()
    form.text.moveCursor(form.text.textCursor().MoveOperation.End)
    press(form.text, "n")
    assert preedit(form.text) == "n"
    layout = form.text.textCursor().block().layout()
    (shown,) = layout.formats()
    assert (layout.preeditAreaPosition(), shown.start, shown.length) == (2, 2, 1)
    assert shown.format.fontUnderline()
    press(form.text, " ")
    assert form.text.toPlainText() == "甲乙N"
    assert preedit(form.text) == ""


def test_a_key_that_is_not_used_up_is_typed(engine: Played, form: Form) -> None:
    for key in "1。":
        press(form.first, key)
    assert form.first.text() == "1。"


def test_the_engine_hears_when_a_key_is_released(engine: Played, form: Form) -> None:
    press(form.first, "a", kind=QEvent.Type.KeyRelease)
    assert [key.is_release for key in engine.keys] == [True]


def test_a_key_that_no_keyboard_sent_is_not_handed_over(engine: Played, form: Form) -> None:
    press(form.first, "a", native=False)
    assert (form.first.text(), engine.keys) == ("a", [])


def test_passwords_and_closed_fields_are_left_alone(engine: Played, form: Form) -> None:
    form.first.setEchoMode(QLineEdit.EchoMode.Password)
    press(form.first, "a")
    form.second.setReadOnly(True)
    form.second.setFocus()
    press(form.second, "b")
    assert (form.first.text(), engine.keys) == ("a", [])


def test_going_elsewhere_types_what_was_being_composed(engine: Played, form: Form) -> None:
    engine.calls.clear()
    press(form.first, "n")
    form.second.setFocus()
    assert (form.first.text(), form.second.text()) == ("n", "")
    assert engine.calls == ["reset", "out", "in"]
    press(form.second, "i")
    assert (form.first.state, form.second.state) == (("n", ""), ("", "i"))


def test_a_click_ends_a_composition_where_it_stands(engine: Played, form: Form) -> None:
    form.text.setFocus()
    press(form.text, "n")
    place = QPointF(3, 3)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewport = form.text.viewport()
    click = QMouseEvent(QEvent.Type.MouseButtonPress, place, viewport.mapToGlobal(place), left, left, none)
    QApplication.sendEvent(viewport, click)
    assert (form.text.toPlainText(), engine.text) == ("n", "")


def test_an_engine_that_is_lost_loses_no_key(engine: Played, form: Form) -> None:
    press(form.first, "n")
    engine.before_answer = engine.end
    press(form.first, "i")
    press(form.first, "x")
    assert form.first.state == ("nix", "")


def test_an_engine_that_begins_later_is_told_of_the_field(engine: Played, form: Form) -> None:
    engine.end()
    press(form.first, "x")
    engine.ready = True
    engine.calls.clear()
    engine.began.emit()
    press(form.first, "n")
    assert (form.first.state, engine.calls) == (("x", "n"), ["in"])


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_keys_of_a_composition_are_no_commands(engine: Played, form: Form, key: Qt.Key) -> None:
    form.second.setFocus()
    before = overrides(form.second, key)
    press(form.second, "n")
    assert (before, overrides(form.second, key)) == (False, True)
    assert press(form.second, key)
    assert form.second.state == ("", "n")


def test_a_key_that_the_engine_types_is_not_handed_back(engine: Played, form: Form) -> None:
    form.first.setText("甲乙")
    for symbol in (0xFF08, ord("a"), 0x01004E19):
        engine.forwarded.emit(symbol, 0, False)
        engine.forwarded.emit(symbol, 0, True)
    assert (form.first.text(), engine.keys) == ("甲a丙", [])


def test_the_caret_is_told_once_for_each_place(engine: Played, form: Form) -> None:
    form.text.setFocus()
    engine.places.clear()
    form.text.setPlainText("甲\n乙")
    form.text.moveCursor(form.text.textCursor().MoveOperation.End)
    QApplication.inputMethod().cursorRectangleChanged.emit()
    QApplication.inputMethod().cursorRectangleChanged.emit()
    assert len({place.topLeft().toTuple() for place in engine.places}) == len(engine.places) > 0
    assert form.geometry().contains(engine.places[-1].center())


def test_a_composition_opens_a_cell_and_goes_on_in_it(engine: Played, qtbot: QtBot) -> None:
    document = Document(Report(load_edition("2021"), organ="云溪县档案局", year=2024))
    table = TableView(document, "requests")
    qtbot.addWidget(table)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.cells.setFocus()
    engine.calls.clear()
    press(QApplication.focusWidget(), "n")
    assert table.cells.field() is not None
    # One composition, of which the engine hears neither an end nor another field.
    press(QApplication.focusWidget(), "i")
    assert (engine.text, engine.calls) == ("ni", [])
    press(QApplication.focusWidget(), " ")
    opened = table.cells.field()
    assert opened is not None
    assert (opened.text(), QApplication.focusWidget() is opened) == ("NI", True)


def test_words_that_another_types_for_it_are_not_typed_again(engine: Played, form: Form) -> None:
    form.first.setFocus()
    press(form.first, "n")
    assert form.first.state == ("", "n")
    typed = QInputMethodEvent()
    typed.setCommitString("n")
    QApplication.sendEvent(form.first, typed)
    form.second.setFocus()
    assert form.first.state == ("n", "")
    assert engine.text == ""
