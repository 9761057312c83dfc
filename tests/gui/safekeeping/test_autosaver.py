"""Unsaved work is kept while one types, and dropped once it is saved or given up."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui import app
from reportdesk.gui.desk.pages.basics import BasicsPage
from reportdesk.gui.qt.remembering.remembered import Remembered
from reportdesk.gui.safekeeping import futures
from reportdesk.gui.window import MainWindow
from reportdesk.project.kept import autosave
from reportdesk.project.kept.backups import Backups
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.report.edit import enter, write_text
from tests.gui.clerk import (
    RECEIVED,
    answering,
    press,
    shown_document,
    snapshot_files,
    trigger,
    type_figure,
    type_words,
)


@pytest.fixture(autouse=True)
def short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clerk thinks for two seconds; `tests/project/test_recovery.py` counts them."""
    monkeypatch.setattr(autosave, "_PAUSE_S", 0.2)


def test_a_pause_in_typing_is_kept_and_a_save_drops_it(
    qtbot: QtBot, window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands.files.open_path(saved)
    with qtbot.waitSignal(window.autosaver.kept, timeout=5000):
        type_figure(window, 8)
    assert len(snapshot_files()) == 1
    assert "草稿已自动存好" in window.status._kept.text()
    trigger(window, "save")
    qtbot.waitUntil(lambda: not snapshot_files())


def test_undoing_everything_drops_the_snapshot(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    with qtbot.waitSignal(window.autosaver.kept, timeout=5000):
        type_figure(window, 8)
    trigger(window, "undo")
    qtbot.waitUntil(lambda: not snapshot_files(), timeout=5000)


def test_a_snapshot_stands_before_an_export(
    qtbot: QtBot, window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands.files.open_path(saved)
    type_figure(window, 8)
    seen: list[int] = []
    monkeypatch.setattr(
        "reportdesk.gui.commands.outgoing.export._is_wanted", lambda *_: seen.append(len(snapshot_files()))
    )
    window.commands.export.export(".docx")
    assert seen == [1]


def test_work_that_is_given_up_leaves_no_snapshot(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    type_figure(window, 8)
    window.autosaver.keep_now()
    assert snapshot_files()
    with answering(QMessageBox, press("不保存")):
        trigger(window, "close")
    qtbot.waitUntil(lambda: not snapshot_files())


def test_a_profile_that_cannot_be_written_is_said_and_typing_goes_on(
    qtbot: QtBot, window: MainWindow, saved: Path, own_profile: Path
) -> None:
    (own_profile / "recovery").write_bytes(b"in the way")
    window.commands.files.open_path(saved)
    with qtbot.waitSignal(window.autosaver.failed, timeout=5000):
        type_figure(window, 8)
    assert "还没能存成草稿" in window.statusBar().currentMessage()
    (sign,) = [label for label in window.statusBar().findChildren(QLabel) if label.objectName() == "trouble"]
    assert sign.isVisible()
    assert "还没能存成草稿" in sign.text()
    (own_profile / "recovery").unlink()
    qtbot.waitUntil(lambda: not sign.isVisible(), timeout=10_000)
    assert snapshot_files()
    assert shown_document(window).report.cells[RECEIVED] == 8


def test_a_snapshot_that_failed_is_tried_again_and_the_trouble_stands_until_then(
    qtbot: QtBot, window: MainWindow, saved: Path, own_profile: Path
) -> None:
    (own_profile / "recovery").write_bytes(b"in the way")
    window.commands.files.open_path(saved)
    troubles: list[str] = []
    window.autosaver.trouble_changed.connect(troubles.append)
    with qtbot.waitSignal(window.autosaver.failed, timeout=60_000):
        type_figure(window, 8)
    assert "还没能存成草稿" in window.autosaver.trouble
    (own_profile / "recovery").unlink()
    with qtbot.waitSignal(window.autosaver.kept, timeout=60_000):
        assert snapshot_files() == []
    assert len(snapshot_files()) == 1
    assert window.autosaver.trouble == ""
    assert [bool(trouble) for trouble in troubles] == [True, False]


def test_a_disk_that_never_answers_is_a_trouble_too(
    qtbot: QtBot, window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, write = threading.Event(), Snapshots.write

    def wait_and_write(*words: Any) -> Path:
        answered.wait(60)
        return write(*words)

    monkeypatch.setattr(Snapshots, "write", wait_and_write)
    monkeypatch.setattr(futures, "_LATE_MS", 20)
    window.commands.files.open_path(saved)
    type_figure(window, 8)
    qtbot.waitUntil(lambda: "没有应答" in window.autosaver.trouble)
    answered.set()
    qtbot.waitUntil(lambda: window.autosaver.trouble == "")
    assert len(snapshot_files()) == 1
    window.show_document(None)


def test_a_save_ends_the_trouble_of_a_snapshot_and_one_without_a_backup_begins_another(
    qtbot: QtBot, window: MainWindow, saved: Path, own_profile: Path
) -> None:
    window.commands.files.open_path(saved)
    window.autosaver.backing_up.queue.submit(int).result()
    (own_profile / "backups").rename(own_profile / "away")
    for name in ("recovery", "backups"):
        (own_profile / name).write_bytes(b"in the way")
    with qtbot.waitSignal(window.autosaver.failed, timeout=60_000):
        type_figure(window, 8)
    with qtbot.waitSignal(window.autosaver.failed, timeout=60_000):
        trigger(window, "save")
    # The failure may still be that of another snapshot.
    qtbot.waitUntil(lambda: "年报本身已保存" in window.autosaver.trouble, timeout=60_000)
    (own_profile / "backups").unlink()
    type_figure(window, 9)
    trigger(window, "save")
    qtbot.waitUntil(lambda: window.autosaver.trouble == "", timeout=60_000)


def test_a_backup_that_failed_is_tried_again_until_it_is_there(
    qtbot: QtBot, window: MainWindow, saved: Path, own_profile: Path
) -> None:
    window.commands.files.open_path(saved)
    autosaver, told = window.autosaver, list[str]()
    autosaver.backing_up.queue.submit(int).result()
    autosaver.failed.connect(told.append)
    (own_profile / "backups").rename(own_profile / "away")
    (own_profile / "backups").write_bytes(b"in the way")
    tries = list[Path]()
    keep = autosaver.backups.keep
    autosaver.backups.keep = lambda path: tries.append(path) or keep(path)  # type: ignore[method-assign]
    type_figure(window, 8)
    trigger(window, "save")
    qtbot.waitUntil(lambda: len(tries) == 3, timeout=60_000)
    assert "年报本身已保存" in autosaver.trouble
    assert len(told) == 1, "what stands as a sign is told once, not at each try"
    (own_profile / "backups").unlink()
    qtbot.waitUntil(lambda: autosaver.trouble == "", timeout=60_000)
    (kept,) = Backups().of(saved)
    assert kept.open().report.cells[RECEIVED] == 8
    done = len(tries)
    autosaver.backing_up.queue.submit(int).result()
    assert not autosaver.backing_up._timer.isActive()
    assert len(tries) == done


@pytest.mark.parametrize("leave", ["close", "delete"])
def test_a_backup_is_not_tried_again_once_its_report_is_left_or_backups_are_deleted(
    qtbot: QtBot, window: MainWindow, saved: Path, own_profile: Path, leave: str
) -> None:
    (own_profile / "backups").write_bytes(b"in the way")
    window.commands.files.open_path(saved)
    qtbot.waitUntil(lambda: bool(window.autosaver.trouble), timeout=60_000)
    if leave == "close":
        trigger(window, "close")
    else:
        (own_profile / "backups").unlink()
        window.autosaver.deletion_of_backups(saved)()
    assert window.autosaver.trouble == ""
    assert not window.autosaver.backing_up._timer.isActive()


def test_keeping_a_snapshot_costs_the_typing_hand_no_time(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    assert window.autosaver._autosave is not None
    may_go_on = threading.Event()
    window.autosaver._autosave._thread.submit(may_go_on.wait)
    try:
        taken = [window.autosaver._keep() for number in range(40) if type_figure(window, number) is None]
        # Whoever types waits for none of them: they are as many as were asked for, and not one is written.
        assert len(taken) == 40
        assert snapshot_files() == []
    finally:
        may_go_on.set()
    assert all(future is not None and future.result().exists() for future in taken)
    assert len(snapshot_files()) == 1


def test_a_version_is_kept_before_the_next_save_takes_its_place(
    window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backing_up, may_go_on = window.autosaver.backing_up, threading.Event()
    finish = backing_up.finish
    monkeypatch.setattr(backing_up, "finish", lambda: may_go_on.set() or finish())
    # The backup of what is opened comes after the save, unless the save waits for it.
    backing_up.queue.submit(may_go_on.wait)
    window.commands.files.open_path(saved)
    type_figure(window, 8)
    trigger(window, "save")
    may_go_on.set()
    finish()
    after, opened = Backups().of(saved)
    assert opened.open().report.cells[RECEIVED] != 8
    assert after.open().report.cells[RECEIVED] == 8


@pytest.mark.parametrize(("before", "unfit"), [(None, "5wu"), (7, None)])
def test_what_no_cell_can_hold_is_kept_where_nobody_can_be_asked(
    window: MainWindow, blank: Document, before: int | None, unfit: str | None
) -> None:
    """An input method that is composing leaves its letters behind a figure."""
    blank.apply(enter(blank.report, {RECEIVED: before}))
    blank.apply(write_text(blank.report, "overview", "字"))
    window.show_document(blank)
    window.desk.turn_to(3)
    page = window.desk.page
    assert page is not None
    assert page.table is not None
    page.table.go_to(RECEIVED)
    QtBot.keyClicks(page.table.cells, "5")
    field = page.table.cells.field()
    assert field is not None
    type_words(field, "wu")
    window.keep_and_let_go()
    report = shown_document(window).report
    assert (report.cells.get(RECEIVED), report.invalid.get(RECEIVED)) == (before, unfit)
    assert snapshot_files()
    assert ["“5wu”" in words for words in untaken()] == ([] if unfit else [True])


def untaken() -> list[str]:
    """Return what the next program finds that could not be taken."""
    return list(Remembered().untaken.values())


def test_half_a_date_is_told_at_each_start_until_it_was_seen(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    window.desk.turn_to(0)
    page = window.desk.page
    assert isinstance(page, BasicsPage)
    page.ui.date.setText("2025年1月3")
    window.keep_and_let_go()
    page.ui.date.setText("2025年13月")
    window.keep_and_let_go()
    assert untaken() == ["落款日期“2025年13月”"]
    for _ in range(2):
        later = MainWindow()
        app.begin(later, [])
        assert "落款日期“2025年13月”" in later.notices.words("untaken")
    next(one for one in later.findChildren(QPushButton) if one.text() == "知道了").click()
    assert not later.notices.words("untaken")
    assert untaken() == []
