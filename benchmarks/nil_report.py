"""From last year's Word file to this year's, where there was nothing: what a clerk presses, and for how long.

A robot works the window by keys alone: every key or path counts as one action. The times are the program's;
a clerk's reading comes on top.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.sample import sample_report
from benchmarks.timing import Line
from benchmarks.window import shown_window, wait_until
from reportdesk.export import checked_bytes
from reportdesk.readers import read_report
from reportdesk.report.model import Report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from reportdesk.gui.window import MainWindow


def lines() -> Iterator[Line]:
    """The seconds and the actions of the whole path."""
    with TemporaryDirectory() as folder:
        last, new = Path(folder) / "2024.docx", Path(folder) / "2025.docx"
        last.write_bytes(checked_bytes(last_years(), last, "nothing"))
        window = shown_window()
        clerk = Clerk(window, [last, new])
        start = time.perf_counter()
        with clerk.answering():
            clerk.work()
        seconds = time.perf_counter() - start
        written = read_report(new)
        assert written.year == 2025
        assert set(written.cells.values()) == {0}
        window.show_document(None)
        window.close()
    yield Line("nil report: last year's Word file to this year's", seconds, unit="s")
    yield Line("nil report: keys pressed and paths given", clerk.actions, unit="actions")


def last_years() -> Report:
    """The sample with nothing in its tables."""
    report = sample_report()
    return replace(report, cells=dict.fromkeys(report.cells, 0), stated={}, accepted={})


class Clerk:
    """Presses keys in a window and answers its dialogs, counting."""

    def __init__(self, window: MainWindow, paths: list[Path]) -> None:
        """Answer file dialogs with `paths` in turn, other dialogs with Enter."""
        self.actions = 0
        self._window = window
        self._paths = paths
        self._met: list[Any] = []

    def work(self) -> None:
        """Do the whole job."""
        from PySide6.QtCore import Qt

        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        self.press(Qt.Key.Key_N, control | shift)
        wait_until(lambda: self._window.document is not None)
        self.press(Qt.Key.Key_K, control)
        self.press(Qt.Key.Key_F4, shift)
        self.press(Qt.Key.Key_Return, control | shift)
        self.press(Qt.Key.Key_E, control)

    def press(self, key: Any, modifiers: Any) -> None:
        """Press a key of the window; what it opens is answered before this returns."""
        from PySide6.QtTest import QTest

        self.actions += 1
        self._window.activateWindow()
        wait_until(self._window.isActiveWindow)
        QTest.keyClick(self._window, key, modifiers)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Answer dialogs while the block runs."""
        from PySide6.QtCore import QTimer

        timer = QTimer(interval=1)
        timer.timeout.connect(self._look)
        timer.start()
        yield
        timer.stop()

    def _look(self) -> None:
        from PySide6.QtWidgets import QApplication, QDialog, QProgressDialog

        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QProgressDialog) or not isinstance(dialog, QDialog) or dialog in self._met:
            return
        if dialog.isVisible():
            self._met.append(dialog)
            self._answer(dialog)

    def _answer(self, dialog: QDialog) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox

        self.actions += 1
        if isinstance(dialog, QFileDialog):
            self.actions += 1
            name = dialog.findChild(QLineEdit, "fileNameEdit")
            assert name is not None
            name.setText(str(self._paths.pop(0)))
            QTest.keyClick(name, Qt.Key.Key_Return)
        elif isinstance(dialog, QMessageBox):
            # What is still open was told; the clerk goes on all the same.
            roles = {dialog.buttonRole(button): button for button in dialog.buttons()}
            QTest.keyClick(roles[QMessageBox.ButtonRole.AcceptRole], Qt.Key.Key_Space)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Return)
