"""A window for each report, one for each file; what they share, and how the last one ends the program."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.collect.keeping import SetSnapshots, read_set_snapshot
from reportdesk.document import Document
from reportdesk.gui.app import rescues_of
from reportdesk.gui.dialogs.new_report import NewReportDialog
from reportdesk.gui.dialogs.outcome import OutcomeDialog
from reportdesk.gui.qt.crash import CrashHandler
from reportdesk.gui.shell import Shell
from reportdesk.gui.window import MainWindow
from reportdesk.project.disk.lock import lock_file
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept.snapshot import read_snapshot
from reportdesk.report.edit import enter
from tests.gui.clerk import (
    RECEIVED,
    answering,
    box_says,
    choose_file,
    press,
    shown_document,
    snapshot_files,
    trigger,
    type_figure,
    type_words,
)


@pytest.fixture
def other(blank: Document, tmp_path: Path) -> Path:
    """The file of another report."""
    path = tmp_path / "清水.rdesk"
    save_project(path, blank.report, None)
    return path


def beside(window: MainWindow) -> Shell:
    (shell,) = [shell for shell in window.windows.shells if shell is not window]
    return shell


def changed_beside(window: MainWindow) -> Shell:
    """The other window, with a figure typed that is not saved."""
    second = beside(window)
    assert second.document is not None
    second.document.apply(enter(second.document.report, {RECEIVED: 9}))
    return second


def test_a_second_report_opens_beside_the_first(window: MainWindow, saved: Path, other: Path) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    with answering(QFileDialog, choose_file(other)):
        trigger(window, "open")
    assert shown_document(window).path == saved
    assert shown_document(window).is_dirty
    second = beside(window)
    assert second.isVisible()
    assert second.document is not None
    assert second.document.path == other


def test_windows_have_an_undo_and_a_lock_each(window: MainWindow, saved: Path, other: Path) -> None:
    window.open_path(saved)
    window.open_path(other)
    second = changed_beside(window)
    assert not shown_document(window).history.done
    assert lock_file(saved).exists()
    assert lock_file(other).exists()
    second.show_document(None)
    assert lock_file(saved).exists()
    assert not lock_file(other).exists()


def test_a_new_report_and_one_from_last_year_leave_the_open_one(window: MainWindow, saved: Path) -> None:
    window.open_path(saved)
    type_figure(window, 6)

    def fill_in(dialog: NewReportDialog) -> None:
        type_words(dialog.ui.organ, "云溪县清水镇人民政府")
        dialog.accept()

    with answering(NewReportDialog, fill_in):
        trigger(window, "new")
    with answering(OutcomeDialog, press("知道了")), answering(QFileDialog, choose_file(saved)):
        trigger(window, "roll")
    assert shown_document(window).report.cells[RECEIVED] == 6
    years = [shell.document.report.year for shell in window.windows.shells if shell.document]
    assert len(years) == 3
    assert years[2] == years[0] + 1


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.parametrize("name", ["same", "symlink", "hard link", "roundabout"])
def test_a_file_that_is_open_is_not_opened_again(
    qtbot: QtBot, window: MainWindow, saved: Path, other: Path, tmp_path: Path, name: str
) -> None:
    window.open_path(saved)
    window.open_path(other)
    second = beside(window)
    again = {
        "same": saved,
        "symlink": tmp_path / "链接.rdesk",
        "hard link": tmp_path / "另一个名字.rdesk",
        "roundabout": tmp_path / "甲" / ".." / saved.name,
    }[name]
    (tmp_path / "甲").mkdir()
    if name == "symlink":
        again.symlink_to(saved)
    elif name == "hard link":
        again.hardlink_to(saved)
    second.open_path(again)
    assert len(window.windows.shells) == 2
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def test_a_first_screen_takes_the_next_report(window: MainWindow, saved: Path, other: Path) -> None:
    trigger(window, "new_window")
    second = beside(window)
    assert second.document is None
    second.open_path(saved)
    assert window.document is None
    assert second.document is not None
    window.open_path(other)
    assert len(window.windows.shells) == 2


def test_what_one_window_used_is_listed_in_the_others(window: MainWindow, saved: Path, qtbot: QtBot) -> None:
    trigger(window, "new_window")
    beside(window).open_path(saved)
    assert window.welcome.ui.recent.item(0).text() == "云溪县档案局 2024年"


def test_closing_a_report_takes_its_window_unless_it_is_the_last(
    window: MainWindow, saved: Path, other: Path
) -> None:
    window.open_path(saved)
    window.open_path(other)
    second = beside(window)
    second.ui.action_close.trigger()
    assert not second.isVisible()
    trigger(window, "close")
    assert window.isVisible()
    assert window.document is None


def test_a_closed_window_is_gone(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    trigger(window, "new_window")
    beside(window).close()
    qtbot.waitUntil(lambda: len(window.windows.shells) == 1)


def test_the_question_before_the_last_window_says_that_the_program_ends(
    window: MainWindow, saved: Path, other: Path
) -> None:
    window.open_path(saved)
    window.open_path(other)
    second = changed_beside(window)
    with answering(QMessageBox, press("保存并关闭")):
        second.close()
    assert read_project(other).report.cells[RECEIVED] == 9
    type_figure(window, 6)
    with answering(QMessageBox, press("保存并退出")):
        window.close()


def test_to_quit_asks_in_every_window_and_stops_where_the_clerk_stays(
    window: MainWindow, saved: Path, other: Path
) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    window.open_path(other)
    with answering(QMessageBox, press("取消")) as asked:
        trigger(window, "quit")
        assert "云溪县档案局" in box_says(asked[0])
    assert window.isVisible()


def test_a_signal_keeps_every_window(window: MainWindow, saved: Path, other: Path) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    window.open_path(other)
    changed_beside(window)
    window.windows.keep_and_let_go()
    kept = {read_snapshot(file).report.cells[RECEIVED] for file in snapshot_files()}
    assert kept == {6, 9}
    assert not lock_file(saved).exists()
    assert not lock_file(other).exists()


def test_a_defect_keeps_every_window(window: MainWindow, saved: Path, other: Path) -> None:
    window.open_path(saved)
    window.open_path(other)
    assert {rescue.window for rescue in rescues_of(window.windows)} == set(window.windows.shells)


def test_a_defect_keeps_what_a_collection_decided(window: MainWindow, tmp_path: Path) -> None:
    trigger(window, "collect")
    (collecting,) = window.windows.collecting.windows
    collecting.session.change("添加文件夹", paths=(tmp_path,))
    handler = CrashHandler()
    handler.guard(lambda: rescues_of(window.windows))
    with answering(QMessageBox, press("继续")):
        handler.meet(ValueError("a defect"))
    (kept,) = SetSnapshots().folder.glob("*.set-snapshot")
    assert read_set_snapshot(kept).settings.paths == (tmp_path,)
    collecting.session.undo()
    collecting.close()


def test_one_window_that_cannot_be_kept_keeps_no_other_from_it(
    window: MainWindow, saved: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(saved)
    window.open_path(other)
    changed_beside(window)
    monkeypatch.setattr(window.desk, "finish_editing", lambda: 1 / 0)
    window.windows.keep_and_let_go()
    assert [read_snapshot(file).report.cells[RECEIVED] for file in snapshot_files()] == [9]
    assert not lock_file(other).exists()


def test_several_files_may_be_dropped_or_opened_at_once(window: MainWindow, saved: Path, other: Path) -> None:
    from reportdesk.gui import app

    app.begin(window, [saved, other])
    assert set(window.open_paths()) == {saved, other}


def test_a_save_over_a_file_that_is_open_beside_is_refused(
    window: MainWindow, saved: Path, other: Path
) -> None:
    window.open_path(saved)
    window.open_path(other)
    type_figure(window, 6)
    before = other.read_bytes()
    with answering(QMessageBox, press("取消")) as asked:
        assert not window.commands.save.save_to(other)
        assert "另一个窗口" in box_says(asked[0])
    assert other.read_bytes() == before
    assert shown_document(window).path == saved


def test_a_new_window_is_like_the_one_beside(window: MainWindow, saved: Path, other: Path) -> None:
    window.open_path(saved)
    window.desk.set_zoom(125)
    window.open_path(other)
    assert beside(window).desk.zoom == 125
    assert beside(window).pos() != window.pos()


class _Session:
    """A desktop that ends the session and lets itself be held up."""

    def __init__(self, *, may_ask: bool = True) -> None:
        self.said: list[str] = []
        self.may_ask = may_ask

    def allowsInteraction(self) -> bool:
        return self.may_ask

    def release(self) -> None:
        self.said.append("release")

    def cancel(self) -> None:
        self.said.append("cancel")


@pytest.mark.parametrize(
    ("answers", "said"), [(["不保存", "不保存"], ["release"]), (["不保存", "取消"], ["release", "cancel"])]
)
def test_the_end_of_the_session_asks_in_every_window(
    window: MainWindow, saved: Path, other: Path, answers: list[str], said: list[str]
) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    window.open_path(other)
    changed_beside(window)
    session, left = _Session(), iter(answers)

    def answer(box: QMessageBox) -> None:
        press(next(left))(box)

    with answering(QMessageBox, answer, times=2):
        window.end_session(session)  # type: ignore[arg-type]
    assert session.said == said


def test_nobody_comes_back_to_a_report_that_was_left(window: MainWindow, saved: Path, other: Path) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    window.open_path(other)
    with answering(QMessageBox, press("不保存")):
        window.close()
    assert window.windows.paths() == [other]
    beside(window).open_path(saved)
    (again,) = [shell for shell in window.windows.shells if shell.document and shell.document.path == saved]
    assert again.document is not None
    assert not again.document.is_dirty
    assert again.isVisible()
    assert lock_file(saved).exists()


def ended(window: MainWindow, answers: list[str]) -> None:
    """The session ends, and each window's question is answered."""
    left = iter(answers)

    def answer(box: QMessageBox) -> None:
        press(next(left))(box)

    with answering(QMessageBox, answer, times=len(answers)):
        window.windows.end_session(_Session())  # type: ignore[arg-type]


def test_what_was_agreed_at_the_end_of_the_session_is_not_asked_again(
    qtbot: QtBot, window: MainWindow, saved: Path, other: Path
) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    window.open_path(other)
    changed_beside(window)
    ended(window, ["不保存", "不保存"])
    assert window.windows.close_all()
    qtbot.waitUntil(lambda: not snapshot_files())
    assert not lock_file(saved).exists()


def test_whoever_goes_on_after_the_end_of_the_session_is_asked_again(window: MainWindow, saved: Path) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    ended(window, ["不保存"])
    QTest.keyClick(window, Qt.Key.Key_Shift)
    with answering(QMessageBox, press("取消")):
        window.close()
    assert window.isVisible()


def test_a_desktop_that_ends_the_program_at_once_finds_the_files_released(
    qtbot: QtBot, window: MainWindow, saved: Path, other: Path
) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    window.autosaver.keep_now()
    ended(window, ["不保存"])
    window.windows.finish()
    qtbot.waitUntil(lambda: not snapshot_files())
    assert not lock_file(saved).exists()


def test_a_program_that_ends_while_a_question_is_open_keeps_and_releases(
    window: MainWindow, saved: Path
) -> None:
    window.open_path(saved)
    type_figure(window, 6)

    def end(box: QMessageBox) -> None:
        window.windows.finish()
        press("取消")(box)

    with answering(QMessageBox, end):
        window.close()
    (kept,) = snapshot_files()
    assert read_snapshot(kept).report.cells[RECEIVED] == 6
    assert not lock_file(saved).exists()


def test_where_nobody_may_be_asked_closing_asks_nothing_and_the_snapshots_stay(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    trigger(window, "collect")
    (collecting,) = window.windows.collecting.windows
    collecting.session.change("添加文件夹", paths=(tmp_path,))
    window.windows.end_session(_Session(may_ask=False))  # type: ignore[arg-type]
    assert window.windows.close_all()
    (kept,) = snapshot_files()
    assert read_snapshot(kept).report.cells[RECEIVED] == 6
    assert len(SetSnapshots().offered().snapshots) == 0
    assert len(list(SetSnapshots().folder.glob("*.set-snapshot"))) == 1
    collecting.has_kept = False
    collecting.session.undo()
    collecting.close()
