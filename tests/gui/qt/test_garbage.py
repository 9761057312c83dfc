"""Qt objects that are let go end in the window's thread, whoever works meanwhile."""

import gc
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.qt.background import run_slowly
from reportdesk.gui.qt.garbage import let_go
from tests.faults.memory import resident_mb


class Ring(QObject):
    """An object that only a collection of cycles lets go, as a closed window is."""

    def __init__(self, ends: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: ends.append(threading.current_thread()))


@pytest.fixture
def ends(qapp: object) -> list[threading.Thread]:
    """The threads in which rings ended; one ring is let go already."""
    gc.collect()
    ends: list[threading.Thread] = []
    Ring(ends)
    return ends


def test_work_in_a_thread_collects_nothing(qtbot: QtBot, ends: list[threading.Thread]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    run_slowly(parent, "正在算…", lambda: len([[] for _ in range(200_000)]))
    gc.collect()
    assert ends == [threading.main_thread()]


def test_the_window_collects_by_itself(qtbot: QtBot, ends: list[threading.Thread]) -> None:
    ballast = [[] for _ in range(2 * gc.get_threshold()[0])]  # type: ignore[var-annotated]
    qtbot.waitUntil(lambda: len(ends) == 1)
    assert ends == [threading.main_thread()]
    assert ballast


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux keeps what is let go")
def test_what_is_let_go_between_what_is_held_goes_back_to_the_system() -> None:
    blocks = [bytes(10_000) for _ in range(5_000)]
    held = blocks[::10]
    del blocks
    before = resident_mb()
    let_go(1)
    assert held
    assert before - resident_mb() > 20
