"""What a clerk does, for tests: answers questions, chooses files, uses menus."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.report.edit import enter, set_field

RECEIVED = "requests.received.natural_person"

W = TypeVar("W", bound=QWidget)


@contextmanager
def answering(kind: type[W], answer: Callable[[W], Any], times: int = 1) -> Iterator[list[W]]:
    """While the block runs, answers the first dialogs of a kind that come up; fails if fewer came."""
    met: list[W] = []
    timer = QTimer(interval=5)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if len(met) < times and isinstance(dialog, kind) and dialog not in met and dialog.isVisible():
            if not dialog.isActiveWindow():
                # A key pressed before the focus is there would be forgotten when it comes.
                dialog.activateWindow()
                return
            met.append(dialog)
            try:
                answer(dialog)
            except BaseException:
                dialog.close()
                raise

    timer.timeout.connect(look)
    timer.start()
    yield met
    timer.stop()
    assert len(met) == times, f"{len(met)} {kind.__name__} came up"


def type_words(widget: QWidget, words: str) -> None:
    """Types words as an input method does: all at once, after a composition."""
    composing = QInputMethodEvent("pinyin", [])
    QApplication.sendEvent(widget, composing)
    committing = QInputMethodEvent()
    committing.setCommitString(words)
    QApplication.sendEvent(widget, committing)


def press(words: str) -> Callable[[QWidget], None]:
    """Presses the button that says `words`, by key."""

    def act(dialog: QWidget) -> None:
        buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
        (button,) = [button for button in buttons if button.text().replace("&", "") == words]
        QtBot.keyClick(button, Qt.Key.Key_Space)

    return act


def box_says(box: QMessageBox) -> str:
    """Returns what a box says; its first line may be broken into several."""
    return f"{box.text().replace(chr(10), '')}\n{box.informativeText()}"


def choose_file(path: Path) -> Callable[[QFileDialog], None]:
    """Types a file's path into the file dialog and presses Enter."""

    def act(dialog: QFileDialog) -> None:
        (name,) = [field for field in dialog.findChildren(QLineEdit) if field.objectName() == "fileNameEdit"]
        name.setText(str(path))
        QtBot.keyClick(name, Qt.Key.Key_Return)

    return act


def trigger(window: MainWindow, name: str) -> None:
    """Uses a menu entry, as a click or its key does."""
    action = getattr(window.ui, f"action_{name}")
    assert action.isEnabled(), name
    action.trigger()


def return_to(qtbot: QtBot, window: MainWindow) -> None:
    """Gives a window the focus back after a dialog, as a desktop does."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def settle(window: MainWindow) -> None:
    """Lets counts and lists catch up."""
    QApplication.processEvents()
    QApplication.processEvents()
    while not window.desk.is_current:
        QApplication.processEvents()


def shown_document(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def type_figure(window: MainWindow, figure: int) -> None:
    document = shown_document(window)
    document.apply(enter(document.report, {RECEIVED: figure}))


def save_elsewhere(path: Path, organ: str) -> None:
    theirs = read_project(path)
    save_project(path, set_field(theirs.report, "organ", organ).apply(theirs.report), theirs.stamp)


def save_three(window: MainWindow) -> None:
    for figure in (1, 2, 3):
        type_figure(window, figure)
        trigger(window, "save")
    window.autosaver.backing_up.queue.submit(int).result()


def snapshot_files() -> list[Path]:
    return sorted(Snapshots().folder.glob("*.snapshot"))
