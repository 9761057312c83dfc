"""Whatever other threads promised is told of once, in the window's thread, while somebody is there."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reportdesk.gui.safekeeping.futures import Futures


def test_every_end_is_told_once_in_the_windows_thread(qtbot: QtBot, qapp: QApplication) -> None:
    pending = Futures(qapp)
    settled: list[tuple[int, threading.Thread]] = []
    with ThreadPoolExecutor(4) as pool:
        for number in range(200):
            pending.follow(
                pool.submit(lambda number=number: number),
                lambda over: settled.append((over.result(), threading.current_thread())),
            )
        qtbot.waitUntil(lambda: len(settled) >= 200)
    assert sorted(number for number, _ in settled) == list(range(200))
    assert {thread for _, thread in settled} == {threading.main_thread()}


def test_nobody_is_told_who_is_gone(qtbot: QtBot) -> None:
    owner, settled = QObject(), []
    promised: Future[Any] = Future()
    Futures(owner).follow(promised, settled.append)
    delete(owner)
    promised.set_result(None)
    waited = QObject()
    pending = Futures(waited)
    pending.follow(promised, lambda _: settled.append("another"))
    qtbot.waitUntil(lambda: bool(settled))
    assert settled == ["another"]
