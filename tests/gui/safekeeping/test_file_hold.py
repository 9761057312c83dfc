"""A file that is open is held, and one that somebody else has is left alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reportdesk.document import Document
from reportdesk.gui.window import MainWindow
from reportdesk.project.disk.lock import lock_document, lock_file
from reportdesk.project.file import read_project
from tests.gui.clerk import (
    RECEIVED,
    answering,
    box_says,
    choose_file,
    press,
    shown_document,
    trigger,
    type_figure,
)
from tests.processes import Start


@pytest.fixture
def colleague(saved: Path, start: Start) -> "subprocess.Popen[str]":
    """Another process that has the file open."""
    program = "import sys; from pathlib import Path; from reportdesk.project.disk.lock import lock_document; "
    program += "lock_document(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    process = start(
        [sys.executable, "-c", program, saved], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_an_open_file_is_locked_until_it_is_closed(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    assert lock_file(saved).exists()
    window.commands.files.open_path(saved)
    assert lock_file(saved).exists()
    trigger(window, "close")
    assert not lock_file(saved).exists()
    window.commands.files.open_path(saved)
    window.close()
    assert not lock_file(saved).exists()


@pytest.mark.usefixtures("colleague")
def test_a_file_in_use_says_by_whom_and_can_be_left_alone(window: MainWindow, saved: Path) -> None:
    with answering(QMessageBox, press("取消")) as asked:
        window.commands.files.open_path(saved)
        assert "正在编辑" in box_says(asked[0])
        assert os.uname().nodename in box_says(asked[0])
    assert window.document is None


@pytest.mark.usefixtures("colleague")
def test_a_file_in_use_opens_to_be_read_and_is_saved_as_another(
    window: MainWindow, saved: Path, tmp_path: Path
) -> None:
    before = saved.read_bytes()
    with answering(QMessageBox, press("只读打开")):
        window.commands.files.open_path(saved)
    assert "（只读）" in window.windowTitle()
    type_figure(window, 9)
    copy = tmp_path / "副本.rdesk"
    with answering(QFileDialog, choose_file(copy)):
        trigger(window, "save")
    assert saved.read_bytes() == before
    assert read_project(copy).report.cells[RECEIVED] == 9
    assert "（只读）" not in window.windowTitle()
    assert lock_file(copy).exists()


@pytest.mark.usefixtures("colleague")
def test_nothing_is_saved_over_a_file_in_use(window: MainWindow, saved: Path, blank: Document) -> None:
    before = saved.read_bytes()
    window.show_document(blank)
    with answering(QMessageBox, press("取消")) as asked:
        assert not window.commands.save.save_to(saved)
        assert "正在编辑" in box_says(asked[0])
    assert saved.read_bytes() == before
    assert blank.path is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when the machine was started")
@pytest.mark.parametrize("answer", ["没有别人，编辑", "只读打开"])
def test_a_lock_that_may_be_a_clones_is_the_clerks_to_judge(
    window: MainWindow, saved: Path, answer: str
) -> None:
    lock_document(saved)
    held = json.loads(lock_file(saved).read_bytes())
    held["owner"] |= {"boot": f"h1:{'0' * 32}", "process": 1}
    lock_file(saved).write_text(json.dumps(held))
    with answering(QMessageBox, press(answer)) as asked:
        window.commands.files.open_path(saved)
        assert "复制出来的另一台" in box_says(asked[0])
    assert shown_document(window).path == saved
    assert window.autosaver.is_read_only == (answer == "只读打开")
    assert (json.loads(lock_file(saved).read_bytes())["owner"]["process"] == os.getpid()) == (
        answer != "只读打开"
    )


def test_a_damaged_lock_can_be_removed(window: MainWindow, saved: Path) -> None:
    lock_file(saved).write_bytes(b"")
    with answering(QMessageBox, press("删掉锁文件并打开")) as asked:
        window.commands.files.open_path(saved)
        assert "锁文件坏了" in box_says(asked[0])
    assert shown_document(window).path == saved
    assert not window.autosaver.is_read_only


def test_the_lock_moves_with_the_file(window: MainWindow, saved: Path, tmp_path: Path) -> None:
    window.commands.files.open_path(saved)
    other = tmp_path / "另存.rdesk"
    with answering(QFileDialog, choose_file(other)):
        trigger(window, "save_as")
    assert not lock_file(saved).exists()
    assert lock_file(other).exists()
    lock_document(saved).release()
