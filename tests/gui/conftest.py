"""A window to drive by keys, and reports to open in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.form.loader import load_edition
from reportdesk.gui.app import make_application
from reportdesk.gui.commands.files.opening import read_document
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import save_project
from reportdesk.report.model import Report

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", autouse=True)
def qapp() -> Iterator[QApplication]:
    """The application, there before every test of the window: a widget without it ends the process."""
    app = make_application()
    yield app
    # What a test made and put there Qt would let go after Python's end, and the process with it.
    app.clipboard().clear()


@pytest.fixture
def sample() -> Document:
    """A whole report of an invented archive, unsaved, with last year's figures and texts."""
    return read_document(ROOT / "docs" / "examples" / "yunxi-2024.json")


@pytest.fixture
def blank() -> Document:
    return Document(Report(load_edition("2021"), organ="云溪县档案局", year=2024))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    shown = MainWindow(RecentFiles(tmp_path / "profile" / "recent.json"))
    shown.resize(1366, 740)
    qtbot.addWidget(shown, before_close_func=lambda window: window.show_document(None))
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    for beside in shown.windows.shells:
        if beside is not shown:
            beside.show_document(None)
            beside.close()
    for collecting in shown.windows.collecting.windows:
        # The program keeps a closed one to show it again; the tests that follow would paint it along.
        collecting.deleteLater()


@pytest.fixture
def saved(sample: Document, tmp_path: Path) -> Path:
    """The file of the sample."""
    path = tmp_path / "云溪.rdesk"
    save_project(path, sample.report, None)
    return path
