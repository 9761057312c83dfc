"""Saving on a disk that takes its time: it is said, no key is lost, and there is a way out."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reportdesk.document import saving
from reportdesk.gui.commands.outgoing import export
from reportdesk.gui.qt import background
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project, save_project
from reportdesk.project.stamp import Stamp
from reportdesk.report.model import Report
from tests.gui.clerk import (
    RECEIVED,
    return_to,
    save_elsewhere,
    shown_document,
    snapshot_files,
    trigger,
    type_figure,
)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A disk that writes when this is set."""
    answers = Event()

    def save(path: Path, report: Report, base: Stamp | None) -> Stamp:
        answers.wait(60)
        return save_project(path, report, base)

    monkeypatch.setattr(saving, "save_project", save)
    monkeypatch.setattr(background, "_PATIENCE_S", 0.02)
    yield answers
    answers.set()


def meanwhile(window: MainWindow, act: object) -> None:
    """Does something once the window says that it waits."""
    timer = QTimer(window, interval=5)

    def look() -> None:
        if window.notices.words("saving"):
            timer.stop()
            act()

    timer.timeout.connect(look)
    timer.start()


def give_up(window: MainWindow) -> None:
    (button,) = [each for each in window.notices.findChildren(QPushButton) if each.text() == "不等了"]
    button.click()


def test_it_says_that_it_waits_and_keys_reach_the_report(
    qtbot: QtBot, window: MainWindow, saved: Path, disk: Event
) -> None:
    window.open_path(saved)
    return_to(qtbot, window)
    type_figure(window, 6)
    window.desk.turn_to(3)
    assert window.desk.page is not None
    table = window.desk.page.table
    assert table is not None
    table.go_to(RECEIVED)

    def go_on() -> None:
        assert "正在保存" in window.notices.words("saving")
        for key in (Qt.Key.Key_4, Qt.Key.Key_2, Qt.Key.Key_Return):
            qtbot.keyClick(QApplication.focusWidget(), key)
        disk.set()

    meanwhile(window, go_on)
    assert window.commands.save.save()
    assert read_project(saved).report.cells[RECEIVED] == 6
    assert shown_document(window).report.cells[RECEIVED] == 42
    assert shown_document(window).is_dirty
    assert window.notices.words("saving") == ""
    assert window.autosaver.keep_now()
    assert len(snapshot_files()) == 1
    trigger(window, "save")
    assert read_project(saved).report.cells[RECEIVED] == 42


def test_what_was_typed_meanwhile_is_kept_by_itself(
    qtbot: QtBot, window: MainWindow, saved: Path, disk: Event
) -> None:
    window.open_path(saved)
    type_figure(window, 6)

    def go_on() -> None:
        type_figure(window, 42)
        disk.set()

    meanwhile(window, go_on)
    assert window.commands.save.save()
    assert window.autosaver._schedule.seconds_left() is not None


def test_neither_a_second_save_nor_leaving_cuts_in(window: MainWindow, saved: Path, disk: Event) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    answers: list[bool] = []

    def cut_in() -> None:
        answers.append(window.commands.save.save())
        answers.append(window.commands.save.save_as())
        answers.append(window.close())
        disk.set()

    meanwhile(window, cut_in)
    assert window.commands.save.save()
    assert answers == [False, False, False]
    assert window.isVisible()
    assert read_project(saved).stamp.rev == 2


def test_who_does_not_wait_can_go_on_and_a_late_save_counts(
    qtbot: QtBot, window: MainWindow, saved: Path, disk: Event
) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    meanwhile(window, lambda: give_up(window))
    assert not window.commands.save.save()
    assert shown_document(window).is_dirty
    assert not window.is_saving()
    disk.set()
    qtbot.waitUntil(lambda: not shown_document(window).is_dirty)
    type_figure(window, 7)
    trigger(window, "save")
    assert read_project(saved).report.cells[RECEIVED] == 7


def test_a_save_that_fails_late_says_so(
    qtbot: QtBot, window: MainWindow, saved: Path, disk: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    save_elsewhere(saved, "云溪县统计局")
    asked: list[str] = []
    monkeypatch.setattr(
        window.commands.save, "_decide_on_changed", lambda error, *_: asked.append(error.what) or False
    )
    meanwhile(window, disk.set)
    assert not window.commands.save.save()
    assert asked
    assert not window.is_saving()


def test_an_export_to_a_slow_disk_says_so_too(
    window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, ends = Event(), []
    real = export.safe_write
    monkeypatch.setattr(export, "safe_write", lambda *words: answers.wait(60) and real(*words))
    monkeypatch.setattr(background, "_PATIENCE_S", 0.02)
    window.open_path(saved)
    timer = QTimer(window, interval=5)

    def look() -> None:
        if words := window.notices.words("exporting"):
            timer.stop()
            ends.append(words)
            type_figure(window, 42)
            answers.set()

    timer.timeout.connect(look)
    timer.start()
    export._put_down(window, tmp_path / "x.docx", b"whatever")
    assert len(ends) == 1
    assert (tmp_path / "x.docx").read_bytes() == b"whatever"
    assert shown_document(window).report.cells[RECEIVED] == 42
    assert window.notices.words("exporting") == ""
