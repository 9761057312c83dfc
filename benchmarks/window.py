"""A window to measure in, without a display where there is none."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.gui.window import MainWindow


def shown_window() -> MainWindow:
    """The window as it starts, with a profile of its own."""
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from reportdesk.gui.app import make_application
    from reportdesk.gui.qt.remembering.recent import RecentFiles
    from reportdesk.gui.window import MainWindow

    make_application()
    window = MainWindow(RecentFiles(Path(mkdtemp()) / "recent.json"))
    window.resize(1366, 740)
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow)
    return window


def let_pass(milliseconds: int) -> None:
    """Let the window do what it put off."""
    from PySide6.QtTest import QTest

    QTest.qWait(milliseconds)


def wait_until(is_so: Callable[[], bool], seconds: float = 30) -> None:
    """Let the window work until something is so; fail where it does not come."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + seconds
    while not is_so():
        assert time.perf_counter() < end, "it did not come"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
