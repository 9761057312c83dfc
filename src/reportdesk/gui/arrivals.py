"""Files that another start of the program hands over: opened at once, or after an open question."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from reportdesk.gui.qt.background import is_waiting
from reportdesk.gui.windows import Windows, bring_forward

#: Often enough for a double click to bring its window at once, seldom enough to cost nothing.
_LOOK_MS = 100
#: By this variable Qt tells a Wayland desktop who let a window come to the front.
_ACTIVATION = "XDG_ACTIVATION_TOKEN"


class Arrivals(QObject):
    """What is to be opened next; a question that is open comes first."""

    def __init__(self, windows: Windows) -> None:
        """Open in the windows of the program."""
        super().__init__(windows)
        self._windows = windows
        self._waiting: list[list[Path]] = []
        self._is_opening = False
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def add(self, files: list[Path], activation: str = "") -> None:
        """Open files, a window where there are none; `activation` is the desktop's leave to come forward."""
        if activation:
            os.environ[_ACTIVATION] = activation
        self._waiting.append(files)
        self._look()
        if self._waiting:
            self._ask_for_patience()

    def _look(self) -> None:
        while self._waiting and not self._is_busy():
            self._is_opening = True
            try:
                self._open(self._waiting.pop(0))
            finally:
                self._is_opening = False
        if self._waiting:
            self._timer.start()

    def _is_busy(self) -> bool:
        return self._is_opening or is_waiting() or bool(QApplication.activeModalWidget())

    def _open(self, files: list[Path]) -> None:
        if not files:
            self._windows.begin()
        for file in files:
            if not self._windows.collecting.open_path(file):
                self._windows.open_file(file)

    def _ask_for_patience(self) -> None:
        shell = self._windows.front
        if shell is None or self._is_opening:
            return
        bring_forward(shell)
        number = sum(len(files) or 1 for files in self._waiting)
        shell.status.tell(f"还有 {number} 个要打开的，等这里处理完就打开")
