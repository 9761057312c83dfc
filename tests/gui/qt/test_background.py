"""Slow work: its result or its error comes back, keys wait, and a clerk need not."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.errors import FileError
from reportdesk.gui.qt.background import GivenUp, run_slowly
from tests.gui.clerk import answering, press


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def test_work_is_done_off_the_windows_thread(parent: QWidget) -> None:
    here = QThread.currentThread()
    there = run_slowly(parent, "正在算…", threading.current_thread)
    assert there is not threading.current_thread()
    assert QThread.currentThread() is here


def test_an_error_comes_back_as_it_was(parent: QWidget) -> None:
    def fail() -> None:
        raise FileError("读不了", where="a.docx")

    with pytest.raises(FileError, match="读不了"):
        run_slowly(parent, "正在读…", fail)


def test_long_work_says_what_it_does_and_can_be_cancelled(parent: QWidget) -> None:
    gate = threading.Event()

    def cancel(dialog: QProgressDialog) -> None:
        assert dialog.labelText() == "正在导出…"
        press("取消")(dialog)

    with answering(QProgressDialog, cancel), pytest.raises(GivenUp):
        run_slowly(parent, "正在导出…", gate.wait)
    gate.set()


def test_long_work_that_ends_closes_the_dialog(parent: QWidget) -> None:
    gate = threading.Event()
    with answering(QProgressDialog, lambda _: gate.set()) as shown:
        assert run_slowly(parent, "正在导出…", lambda: gate.wait() and "好了") == "好了"
    assert not shown[0].isVisible()
    assert shown[0].findChild(QPushButton)


def test_a_dialog_that_is_cancelled_as_it_appears_is_cancelled(parent: QWidget, qapp: QApplication) -> None:
    class Impatient(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(watched, QProgressDialog) and event.type() == QEvent.Type.Show:
                watched.cancel()
            return False

    gate = threading.Event()
    patience = threading.Timer(10, gate.set)
    patience.start()
    impatient = Impatient()
    qapp.installEventFilter(impatient)
    with pytest.raises(GivenUp):
        run_slowly(parent, "正在导出…", gate.wait)
    qapp.removeEventFilter(impatient)
    patience.cancel()
    gate.set()


@pytest.mark.parametrize("work", [lambda: 1, lambda: sum(range(20_000)) and 1], ids=["at once", "soon"])
def test_however_soon_work_ends_its_end_is_heard(parent: QWidget, work: Callable[[], int]) -> None:
    assert sum(run_slowly(parent, "正在算…", work) for _ in range(100)) == 100
