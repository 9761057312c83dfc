"""A file replaced or taken away while it is open: told when it happens, and nothing of anybody's is lost."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.outcome import OutcomeDialog
from reportdesk.gui.safekeeping import file_watch
from reportdesk.gui.safekeeping.file_hold import FileHold
from reportdesk.gui.safekeeping.file_watch import FileSeen
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project
from reportdesk.project.kept.recovery import Snapshots
from tests.gui.clerk import (
    RECEIVED,
    answering,
    choose_file,
    press,
    save_elsewhere,
    shown_document,
    trigger,
    type_figure,
)

DATA = Path(__file__).parents[3] / "data"


def notice(window: MainWindow) -> str:
    return window.notices.words("replaced")


def choose(window: MainWindow, words: str) -> None:
    (button,) = [each for each in window.notices.findChildren(QPushButton) if each.text() == words]
    button.click()


@pytest.fixture(autouse=True)
def short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_watch, "_REST_MS", 20)


@pytest.fixture
def replaced(qtbot: QtBot, window: MainWindow, saved: Path) -> Path:
    """A file that is open, with a figure unsaved, and saved by somebody else meanwhile."""
    window.open_path(saved)
    type_figure(window, 6)
    save_elsewhere(saved, "云溪县统计局")
    qtbot.waitUntil(lambda: "被别人保存过" in notice(window))
    return saved


def test_it_is_told_when_it_happens_with_how_much_differs(window: MainWindow, replaced: Path) -> None:
    assert "格数字" in notice(window)
    assert "云溪.rdesk" in notice(window)
    assert window.notices.isVisible()
    assert shown_document(window).report.cells[RECEIVED] == 6


def test_theirs_can_be_taken_and_mine_is_kept_aside(window: MainWindow, replaced: Path) -> None:
    choose(window, "改用新的")
    assert shown_document(window).report.organ == "云溪县统计局"
    assert not shown_document(window).is_dirty
    assert notice(window) == ""
    (mine,) = Snapshots().declined()
    assert mine.report.cells[RECEIVED] == 6
    type_figure(window, 7)
    trigger(window, "save")
    assert read_project(replaced).report.organ == "云溪县统计局"


def test_mine_can_be_saved_beside(window: MainWindow, replaced: Path, tmp_path: Path) -> None:
    mine = tmp_path / "我的.rdesk"
    with answering(QFileDialog, choose_file(mine)):
        choose(window, "另存我的为…")
    assert read_project(mine).report.cells[RECEIVED] == 6
    assert read_project(replaced).report.organ == "云溪县统计局"
    assert notice(window) == ""


def test_both_can_be_compared(window: MainWindow, replaced: Path) -> None:
    with answering(OutcomeDialog, press("知道了")) as asked:
        choose(window, "比较…")
        lines = [asked[0].ui.list.item(row).text() for row in range(asked[0].ui.list.count())]
    assert any("云溪县统计局" in line for line in lines)


def test_it_may_wait_and_is_told_again_for_another_change(
    qtbot: QtBot, window: MainWindow, replaced: Path
) -> None:
    choose(window, "以后再说")
    assert notice(window) == ""
    window.file_watch.look()
    qtbot.waitUntil(lambda: not window.file_watch.is_looking)
    assert notice(window) == ""
    save_elsewhere(replaced, "云溪县乙局")
    qtbot.waitUntil(lambda: notice(window) != "")


def test_what_is_put_back_is_told_no_more(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.open_path(saved)
    before = saved.read_bytes()
    save_elsewhere(saved, "云溪县统计局")
    qtbot.waitUntil(lambda: notice(window) != "")
    saved.write_bytes(before)
    qtbot.waitUntil(lambda: notice(window) == "")


def test_a_file_that_is_gone_can_be_put_back(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.open_path(saved)
    type_figure(window, 6)
    saved.unlink()
    qtbot.waitUntil(lambda: "不在原来的地方" in notice(window))
    choose(window, "照原样存回去")
    assert read_project(saved).report.cells[RECEIVED] == 6
    assert notice(window) == ""


def test_a_file_that_nobody_can_read_any_more_is_told(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.open_path(saved)
    saved.write_bytes(b"half a fi")
    qtbot.waitUntil(lambda: "读不出" in notice(window))


def test_a_file_of_a_newer_version_in_its_place_is_told(
    qtbot: QtBot, window: MainWindow, saved: Path
) -> None:
    window.open_path(saved)
    saved.write_bytes((DATA / "projects" / "newer.rdesk").read_bytes())
    qtbot.waitUntil(lambda: "新版" in notice(window))


def test_my_own_saves_are_not_told(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.open_path(saved)
    seen: list[FileSeen] = []
    window.file_watch.seen.connect(seen.append)
    for figure in (5, 6):
        type_figure(window, figure)
        trigger(window, "save")
        window.file_watch.look()
        qtbot.waitUntil(lambda: not window.file_watch.is_looking)
    assert seen == []


def test_a_share_that_tells_of_nothing_is_looked_at_on_coming_back(
    qtbot: QtBot, window: MainWindow, saved: Path
) -> None:
    window.open_path(saved)
    window.file_watch._watcher.removePaths([str(saved), str(saved.parent)])
    save_elsewhere(saved, "云溪县统计局")
    trigger(window, "new_window")
    window.activateWindow()
    qtbot.waitUntil(lambda: "被别人保存过" in notice(window))


def test_a_disk_that_does_not_answer_is_asked_once(
    qtbot: QtBot, window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    answered, asked = Event(), []
    monkeypatch.setattr(
        file_watch, "look_at", lambda *_: asked.append(1) or (answered.wait(60) and FileSeen("unknown"))
    )
    window.open_path(saved)
    window.file_watch.look()
    window.file_watch.look()
    assert len(asked) <= 1
    answered.set()
    qtbot.waitUntil(lambda: not window.file_watch.is_looking)
    assert notice(window) == ""


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_a_closed_report_is_not_looked_after(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    window.open_path(saved)
    trigger(window, "close")
    assert window.file_watch._watcher.files() == []
    window.file_watch.look()
    assert not window.file_watch.is_looking


def test_who_only_reads_takes_the_new_one_unasked(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    document = Document(read_project(saved).report, saved, read_project(saved).stamp)
    window.show_document(document, hold=FileHold(saved, is_read_only=True))
    save_elsewhere(saved, "云溪县统计局")
    qtbot.waitUntil(lambda: notice(window) != "")
    choose(window, "改用新的")
    assert shown_document(window).report.organ == "云溪县统计局"
    assert window.autosaver.is_read_only
