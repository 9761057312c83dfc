"""What has no room in a line goes into the next; nothing is cut and nothing lies over another."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.qt.widgets.wrapping import WrapLayout
from reportdesk.gui.window import MainWindow
from tests.gui.clerk import settle


@pytest.mark.parametrize(("width", "lines"), [(700, 1), (230, 2), (110, 4)])
def test_buttons_go_into_as_many_lines_as_they_need(qtbot: QtBot, width: int, lines: int) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    chips, below = QWidget(), QWidget()
    buttons = [QPushButton("必改 188") for _ in range(4)]
    for button in buttons:
        button.setFixedWidth(100)
    WrapLayout(chips, buttons, 4)
    column.addWidget(chips)
    column.addWidget(below, 1)
    outer.resize(width, 400)
    outer.show()
    QApplication.processEvents()
    assert len({button.y() for button in buttons}) == lines
    places = [button.geometry() for button in buttons]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert all(chips.rect().contains(place) for place in places)
    assert chips.height() == max(place.bottom() for place in places) + 1


def test_the_chips_of_the_findings_are_whole_in_a_narrow_panel(window: MainWindow, sample: Document) -> None:
    window.show_document(sample)
    settle(window)
    ui = window.findings_panel.ui
    chips = (ui.error, ui.warning, ui.hint, ui.unwritten)
    for chip in chips:
        chip.setText(f"{chip.text()}88")
    window.ui.splitter.setSizes([1126, 240])
    settle(window)
    assert window.findings_panel.width() <= 260
    assert all(chip.width() >= chip.sizeHint().width() for chip in chips)
    assert len({chip.y() for chip in chips}) == 2
