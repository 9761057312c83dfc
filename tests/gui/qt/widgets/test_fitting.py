"""No dialog is larger than its screen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.qt.widgets.fitting import fit_to_screen, within


@pytest.mark.parametrize(
    ("size", "screen", "fitted"),
    [
        ((1240, 640), (1366, 728), (1240, 640)),
        ((1240, 640), (1093, 574), (1077, 534)),
        ((860, 560), (910, 472), (860, 432)),
    ],
)
def test_a_dialog_is_bounded_by_its_screen(
    size: tuple[int, int], screen: tuple[int, int], fitted: tuple[int, int]
) -> None:
    assert within(QSize(*size), QSize(*screen)).toTuple() == fitted


def test_a_window_larger_than_the_screen_is_made_smaller(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(5000, 4000)
    fit_to_screen(window)
    assert window.height() <= window.screen().availableSize().height()
    assert window.width() <= window.screen().availableSize().width()
