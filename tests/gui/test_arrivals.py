"""What another start hands over is opened at once, or after the question that is open."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.collect.kept import Settings
from reportdesk.collect.session import Session
from reportdesk.document import Document
from reportdesk.gui.arrivals import Arrivals
from reportdesk.gui.qt import questions
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import save_project
from tests.gui.clerk import answering, press


def test_files_open_a_window_each(window: MainWindow, saved: Path, blank: Document, tmp_path: Path) -> None:
    other = tmp_path / "清水.rdesk"
    save_project(other, blank.report, None)
    Arrivals(window.windows).add([saved, other])
    assert [shell.document.path for shell in window.windows.shells if shell.document] == [saved, other]


def test_a_start_without_files_brings_a_first_screen(window: MainWindow, saved: Path) -> None:
    arrivals = Arrivals(window.windows)
    arrivals.add([])
    assert window.windows.shells == [window]
    window.open_path(saved)
    arrivals.add([])
    arrivals.add([])
    assert [shell.document is None for shell in window.windows.shells] == [False, True]


def test_a_question_comes_first(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    arrivals = Arrivals(window.windows)

    def hand_over(box: QMessageBox) -> None:
        arrivals.add([saved])
        assert window.document is None
        assert "等这里处理完" in window.ui.statusbar.currentMessage()
        press("知道了")(box)

    with answering(QMessageBox, hand_over):
        questions.tell(window, "先看这里")
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.document is not None
    assert window.document.path == saved


def test_files_find_a_window_when_the_last_one_collects(window: MainWindow, saved: Path) -> None:
    window.hide()
    Arrivals(window.windows).add([saved])
    _, new = window.windows.shells
    assert new.document is not None
    assert new.document.path == saved


def test_a_collections_file_needs_no_desk(window: MainWindow, tmp_path: Path) -> None:
    collection = tmp_path / "各单位.rdset"
    Session(Settings()).save(collection)
    window.hide()
    Arrivals(window.windows).add([collection, collection])
    (collecting,) = window.windows.collecting.windows
    assert collecting.isVisible()
    assert collecting.session.path == collection
    assert window.windows.shells == [window]
    collecting.close()


def test_two_collections_have_a_window_each(window: MainWindow, tmp_path: Path) -> None:
    files = [tmp_path / "甲.rdset", tmp_path / "乙.rdset"]
    for file in files:
        Session(Settings()).save(file)
    Arrivals(window.windows).add([*files, tmp_path / "不在" / ".." / "甲.rdset"])
    assert [each.session.path for each in window.windows.collecting.windows] == files
    window.windows.collecting.windows[0].open_set(files[1])
    assert len(window.windows.collecting.windows) == 2
    for collecting in window.windows.collecting.windows:
        collecting.close()
