"""A grid on the screen over a real report, and a hand that types."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.form.loader import load_edition, load_form
from reportdesk.form.model import Form
from reportdesk.gui.grid import TableView
from reportdesk.gui.grid.editor import FigureEditor
from reportdesk.report.model import Report

TINY = Path(__file__).parents[2] / "data" / "tiny-form"


@pytest.fixture
def form() -> Form:
    return load_edition("2021")


@pytest.fixture
def tiny() -> Form:
    return load_form(TINY)


@pytest.fixture
def nil(form: Form) -> dict[str, int]:
    return {cell.key: 0 for cell in form.entered}


@pytest.fixture
def show(qtbot: QtBot, form: Form) -> Callable[..., TableView]:
    def show_table(table: str = "requests", *, of: Form | None = None, **parts: Any) -> TableView:
        document = Document(Report(of or form, organ="云溪县档案局", year=2024, **parts))
        assert document.findings is not None
        view = TableView(document, table)
        qtbot.addWidget(view)
        view.resize(1020, 560)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.cells.setFocus()
        return view

    return show_table


def press(
    view: TableView, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Presses keys where they would go: into the open field, else on the grid."""
    for key in keys:
        QTest.keyClick(view.cells.field() or view.cells, key, modifier)


def write(view: TableView, text: str) -> None:
    """Types a text; its first character opens the field."""
    for character in text:
        # QTest knows Latin letters only.
        pressed = QKeyEvent(QEvent.Type.KeyPress, ord(character), Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(view.cells.field() or view.cells, pressed)


def field(view: TableView) -> FigureEditor:
    opened = view.cells.field()
    assert opened is not None, "no field is open"
    return opened
