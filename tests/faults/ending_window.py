"""A window in the state that it is to be ended in: `python -m tests.faults.ending_window STATE HOW FOLDER`.

Says `ready` on a line of its own once it is there. HOW is `signal`; `session` for a desktop that ends the
session and lets nobody ask; `save` or `decline` for one that lets us ask, with what the clerk answers. After
a session the program quits as Qt has it quit on Windows; `asked N` says how many questions there were.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox

from reportdesk import export
from reportdesk.gui import app as program
from reportdesk.gui.commands.outgoing.export import Manner, _write
from reportdesk.gui.preview.dialog import PreviewDialog
from reportdesk.gui.qt import questions
from reportdesk.gui.windows import Windows

if TYPE_CHECKING:
    from reportdesk.gui.window import MainWindow

KEY = "requests.received.natural_person"
#: What is typed in the first window and in the second.
TYPED = (41, 52)
_ANSWERS = {"save": "保存", "decline": "不保存"}
_SLOW_S = 20.0
_LOOK_MS = 50


class Session:
    """A desktop that ends the session."""

    def __init__(self, *, may_ask: bool) -> None:
        """Let somebody be asked, or nobody."""
        self._may_ask = may_ask

    def allowsInteraction(self) -> bool:
        """Tell whether somebody may be asked."""
        return self._may_ask

    def release(self) -> None:
        """Nobody is asked any more."""

    def cancel(self) -> None:
        """Hold up the end."""
        raise AssertionError("held up")


class Clerk:
    """Answers the questions about unsaved work, one after another."""

    def __init__(self, windows: Windows, answer: str) -> None:
        """Give the same answer in each window."""
        self.asked = 0
        self._windows = windows
        self._answer = answer
        self._timer = QTimer(interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        # While a save goes on no click would get through.
        if isinstance(box, QMessageBox) and not any(shell.is_saving() for shell in self._windows.shells):
            for button in box.buttons():
                if button.text().startswith(self._answer):
                    self.asked += 1
                    button.click()


def type_figure(window: MainWindow, figure: int) -> None:
    """Leave a figure typed in a cell that is open."""
    window.desk.turn_to(3)
    page = window.desk.page
    assert page is not None
    assert page.table is not None
    page.table.cells.go_to(KEY)
    for digit in str(figure):
        QTest.keyClicks(page.table.cells.field() or page.table.cells, digit)


def open_cell(window: MainWindow) -> None:
    """Only the cell is open."""


def question(window: MainWindow) -> None:
    """A question about unsaved work is open."""
    QTimer.singleShot(0, window.close)


def choice(window: MainWindow) -> None:
    """A question about something else is open."""
    QTimer.singleShot(0, lambda: questions.ask(window, "一", "二", "三"))


def message(window: MainWindow) -> None:
    """A box is open that needs no answer."""
    QTimer.singleShot(0, lambda: QMessageBox.information(window, "一", "二"))


def file_dialog(window: MainWindow) -> None:
    """A file is being chosen."""
    QTimer.singleShot(0, window.commands.save.save_as)


def dialog(window: MainWindow) -> None:
    """A dialog of our own is open."""
    QTimer.singleShot(0, window.commands.files.new)


def menu(window: MainWindow) -> None:
    """A menu is open."""
    opened = QMenu(window)
    opened.addAction("一")
    QTimer.singleShot(0, opened.exec)


def exporting(window: MainWindow) -> None:
    """A file is being written, and takes its time."""
    checked_bytes = export.checked_bytes

    def slow(*words: object, **named: object) -> bytes:
        time.sleep(_SLOW_S)
        return checked_bytes(*words, **named)  # type: ignore[arg-type]

    export.checked_bytes = slow
    document = window.document
    assert document is not None
    path = document.path
    assert path is not None
    QTimer.singleShot(
        0, lambda: _write(window, document.report, path.with_suffix(".docx"), Manner("printed"))
    )


def previewing(window: MainWindow) -> None:
    """The preview is open beside the work."""
    window.ui.action_preview.trigger()


def printing(window: MainWindow) -> None:
    """A printer is being chosen."""
    previewing(window)
    (preview,) = window.findChildren(PreviewDialog)
    QTimer.singleShot(0, preview.ui.print_pages.click)


def collecting(window: MainWindow) -> None:
    """Only the window 汇总 is there, with a decision that is in no file."""
    document = window.document
    assert document is not None
    assert document.path is not None
    folder = document.path.parent
    window.show_document(None)
    commands = window.commands.collecting
    commands.open()
    shown = commands.windows[-1]
    shown.session.change("添加文件夹", paths=(folder,))
    shown.show_all()
    window.hide()


def kept(window: MainWindow) -> None:
    """What is typed is in snapshots; the program may be killed."""
    for shell in window.windows.shells:
        assert shell.desk.finish_editing()
        assert shell.autosaver.keep_now()


STATES: dict[str, Callable[[MainWindow], None]] = {
    each.__name__: each
    for each in (
        *(open_cell, question, choice, message, file_dialog, dialog, menu, exporting),
        *(previewing, printing, collecting, kept),
    )
}


def _is_there(state: str) -> bool:
    if state in {"question", "choice", "message", "file_dialog", "dialog", "exporting", "printing"}:
        return isinstance(QApplication.activeModalWidget(), QDialog)
    return state != "menu" or QApplication.activePopupWidget() is not None


def main(state: str, how: str) -> int:
    """Bring a window into a state, and wait to be ended."""
    begin = program.begin
    waiting = QTimer(interval=_LOOK_MS)

    def begin_and_wait(window: MainWindow, files: list[Path]) -> None:
        begin(window, files)
        for shell, figure in zip(window.windows.shells, TYPED, strict=True):
            type_figure(shell, figure)  # type: ignore[arg-type]
        STATES[state](window)
        waiting.timeout.connect(lambda: look(window.windows))
        waiting.start()

    def look(windows: Windows) -> None:
        if not _is_there(state):
            return
        waiting.stop()
        if state == "collecting":
            windows.collecting.windows[-1].keeper._timer.stop()
        print("ready", flush=True)  # noqa: T201
        if how == "session":
            windows.end_session(Session(may_ask=False))  # type: ignore[arg-type]
            QCoreApplication.quit()
        elif how in _ANSWERS:
            clerk = Clerk(windows, _ANSWERS[how])
            windows.end_session(Session(may_ask=True))  # type: ignore[arg-type]
            QCoreApplication.quit()
            print("asked", clerk.asked, flush=True)  # noqa: T201

    program.begin = begin_and_wait  # type: ignore[assignment]
    files = [str(path) for path in sorted(Path(sys.argv[3]).glob("*.rdesk"))]
    return program.main(files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
