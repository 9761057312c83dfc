"""What is made in a part that is in view is in view at once."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.qt.widgets.made_late import show_what_was_made


def test_what_is_made_late_is_in_view_and_what_was_hidden_is_not(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    part.show()
    layout = QVBoxLayout(part)
    frame, hidden = QWidget(part), QLabel("藏起来的", part)
    inside = QLabel("里面的", frame)
    for widget in (frame, hidden):
        layout.addWidget(widget)
    hidden.hide()
    assert not frame.isVisible()
    show_what_was_made(part)
    assert [widget.isVisible() for widget in (frame, inside, hidden)] == [True, True, False]


def test_nothing_comes_into_view_with_a_part_that_is_not(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    child = QLabel("以后", part)
    show_what_was_made(part)
    assert not child.isVisible()
    part.show()
    assert child.isVisible()
