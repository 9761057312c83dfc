"""Saving, and a way out of every save that fails."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reportdesk.gui.window import MainWindow
from reportdesk.project.disk.lock import lock_file
from reportdesk.project.file import read_project
from reportdesk.project.kept.recovery import Snapshots
from tests.gui.clerk import (
    RECEIVED,
    answering,
    box_says,
    choose_file,
    press,
    save_elsewhere,
    shown_document,
    trigger,
    type_figure,
)


def test_a_changed_file_says_how_much_and_theirs_can_be_taken(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    type_figure(window, 6)
    save_elsewhere(saved, "别的机关")
    with answering(QMessageBox, press("改用磁盘上的")) as asked:
        trigger(window, "save")
        assert "被别人改过" in box_says(asked[0])
        assert "格数字" in box_says(asked[0])
    document = shown_document(window)
    assert document.report.organ == "别的机关"
    assert not document.is_dirty
    (mine,) = Snapshots().declined()
    assert mine.report.cells[RECEIVED] == 6


def test_a_changed_file_stays_and_mine_is_saved_beside(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    window.commands.files.open_path(saved)
    type_figure(window, 6)
    save_elsewhere(saved, "别的机关")
    mine = tmp_path / "我的.rdesk"
    with answering(QFileDialog, choose_file(mine)), answering(QMessageBox, press("另存我的为…")):
        trigger(window, "save")
    assert read_project(mine).report.cells[RECEIVED] == 6
    assert read_project(saved).report.organ == "别的机关"


@pytest.mark.parametrize(("damage", "words"), [("folder", "文件夹不在了"), ("read-only", "只读")])
def test_a_save_that_cannot_be_offers_another_place(
    window: MainWindow, saved: Path, tmp_path: Path, damage: str, words: str
) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    path = saved.rename(folder / saved.name)
    window.commands.files.open_path(path)
    type_figure(window, 6)
    if damage == "folder":
        lock_file(path).unlink()
        path.unlink()
        folder.rmdir()
    else:
        path.chmod(0o444)
    other = tmp_path / "别处.rdesk"
    with answering(QFileDialog, choose_file(other)), answering(QMessageBox, press("另存为…")) as asked:
        trigger(window, "save")
    assert words in box_says(asked[0])
    assert read_project(other).report.cells[RECEIVED] == 6
    assert not shown_document(window).is_dirty


def test_a_full_disk_has_its_own_words(window: MainWindow, saved: Path) -> None:
    resource = pytest.importorskip("resource")
    window.commands.files.open_path(saved)
    type_figure(window, 6)
    window.autosaver.keep_now()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with answering(QMessageBox, press("取消")) as asked:
            trigger(window, "save")
            assert "磁盘空间不够" in box_says(asked[0])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert shown_document(window).is_dirty
    assert read_project(saved).report.cells[RECEIVED] == 4
