"""What was kept is offered: unsaved work of a program that died, versions saved before."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QProgressDialog

from reportdesk.document import Document
from reportdesk.gui.dialogs.versions.backups import BackupsDialog
from reportdesk.gui.dialogs.versions.recovery import RecoveryDialog
from reportdesk.gui.qt import questions
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project
from reportdesk.project.kept.backups import Backups
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.project.kept.snapshot import Outlook, Snapshot
from tests.gui.clerk import (
    RECEIVED,
    answering,
    press,
    save_elsewhere,
    save_three,
    shown_document,
    snapshot_files,
    trigger,
)

DIE = """
import os, sys
from pathlib import Path
from reportdesk.project.kept.autosave import Autosave
from reportdesk.project.file import read_project
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.report.edit import enter, write_text
path = Path(sys.argv[1])
read = read_project(path)
report = enter(read.report, {"requests.received.natural_person": 77}).apply(read.report)
report = write_text(report, "problems", "断电前写的话。").apply(report)
Autosave(Snapshots()).keep(report, path if sys.argv[2] == "saved" else None, read.stamp).result()
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def lose_power(saved: Path) -> Callable[[str], None]:
    """Lets a process edit the saved file and die."""

    def die(how: str = "saved") -> None:
        subprocess.run([sys.executable, "-c", DIE, saved, how], check=False, timeout=60)

    return die


def test_unsaved_work_is_offered_with_what_differs_and_recovered_into_its_file(
    window: MainWindow, saved: Path, lose_power: Callable[..., None]
) -> None:
    offered: list[str] = []

    def read_and_recover(dialog: RecoveryDialog) -> None:
        offered.append(dialog.ui.list.item(0).text())
        press("恢复")(dialog)

    lose_power()
    with answering(RecoveryDialog, read_and_recover):
        window.commands.recovery.offer_at_start()
    (words,) = offered
    assert "格数字" in words
    assert "段文字" in words
    assert "最后改动" in words
    assert str(saved) in words
    document = shown_document(window)
    assert document.path == saved
    assert document.is_dirty
    assert document.report.cells[RECEIVED] == 77
    assert len(snapshot_files()) == 1
    trigger(window, "save")
    assert read_project(saved).report.texts["problems"] == "断电前写的话。"


def test_work_on_a_file_that_changed_since_opens_as_a_copy(
    window: MainWindow, saved: Path, lose_power: Callable[..., None]
) -> None:
    lose_power()
    save_elsewhere(saved, "别的机关")
    with answering(RecoveryDialog, press("作为副本打开")):
        window.commands.recovery.offer_at_start()
    assert shown_document(window).path is None
    assert shown_document(window).report.cells[RECEIVED] == 77
    assert read_project(saved).report.organ == "别的机关"


@pytest.mark.parametrize("lose", [Path.unlink, lambda file: file.write_bytes(b"rubbish")])
def test_of_a_file_that_is_gone_nobody_says_that_it_changed(
    window: MainWindow, saved: Path, lose_power: Callable[..., None], lose: Callable[[Path], object]
) -> None:
    said = []

    def read(dialog: RecoveryDialog) -> None:
        said.append(dialog.ui.list.item(0).text())
        press("以后再说")(dialog)

    lose_power()
    lose(saved)
    with answering(RecoveryDialog, read):
        window.commands.recovery.offer_at_start()
    assert "现在打不开" in said[0]
    assert "又变了" not in said[0]


def test_who_waits_no_longer_for_a_share_is_told_that_nothing_is_lost(
    window: MainWindow, lose_power: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_power()
    gate = threading.Event()
    monkeypatch.setattr(Snapshot, "outlook", lambda _: gate.wait(60) and Outlook.COPY)
    with answering(QProgressDialog, press("取消")):
        window.commands.recovery.offer_at_start()
    gate.set()
    assert "都还在" in window.ui.statusbar.currentMessage()
    assert len(snapshot_files()) == 1


def test_no_puts_it_aside_and_the_menu_still_has_it(
    window: MainWindow, lose_power: Callable[..., None]
) -> None:
    lose_power("new")
    with answering(RecoveryDialog, press("不要了")):
        window.commands.recovery.offer_at_start()
    assert window.document is None
    window.commands.recovery.offer_at_start()
    with answering(RecoveryDialog, press("打开")):
        trigger(window, "recover")
    assert shown_document(window).report.cells[RECEIVED] == 77


def test_later_means_the_next_start(window: MainWindow, lose_power: Callable[..., None]) -> None:
    lose_power()
    for _ in range(2):
        with answering(RecoveryDialog, press("以后再说")):
            window.commands.recovery.offer_at_start()
    assert window.document is None


def test_without_anything_unsaved_nothing_is_asked(window: MainWindow) -> None:
    window.commands.recovery.offer_at_start()
    trigger(window, "recover")
    assert "没有可以找回的内容" in window.ui.statusbar.currentMessage()


def test_without_backups_no_dialog_opens(window: MainWindow, blank: Document) -> None:
    window.show_document(blank)
    trigger(window, "backups")
    assert "还没有备份" in window.ui.statusbar.currentMessage()


def test_a_version_is_brought_back_in_one_step(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    save_three(window)

    def choose(dialog: BackupsDialog) -> None:
        assert dialog.ui.list.count() == 4
        assert "完全一样" in dialog.ui.inside.toPlainText()
        assert not dialog.ui.restore.isEnabled()
        dialog.ui.list.setCurrentRow(2)
        assert "格数字" in dialog.ui.inside.toPlainText()
        press("恢复到现在的年报")(dialog)

    with answering(BackupsDialog, choose):
        trigger(window, "backups")
    document = shown_document(window)
    assert document.report.cells[RECEIVED] == 1
    assert window.ui.action_undo.text() == "撤销“恢复备份”"
    trigger(window, "undo")
    assert document.report.cells[RECEIVED] == 3


def test_a_version_opens_as_a_new_report(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    save_three(window)

    def choose(dialog: BackupsDialog) -> None:
        dialog.ui.list.setCurrentRow(3)
        press("另开为新年报")(dialog)

    with answering(BackupsDialog, choose):
        trigger(window, "backups")
    _, beside = window.windows.shells
    assert beside.document is not None
    assert beside.document.path is None
    assert beside.document.report.cells[RECEIVED] == 4
    assert read_project(saved).report.cells[RECEIVED] == 3


def test_a_backup_that_cannot_be_read_says_so(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    save_three(window)
    Backups().of(saved)[1].file.write_bytes(b"{}")

    def look(dialog: BackupsDialog) -> None:
        dialog.ui.list.setCurrentRow(1)
        assert not dialog.ui.open_new.isEnabled()
        assert "不是本程序的文件" in dialog.ui.inside.toPlainText()
        press("关闭")(dialog)

    with answering(BackupsDialog, look):
        trigger(window, "backups")


def test_what_was_deleted_while_it_was_offered_can_be_declined(
    window: MainWindow, lose_power: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_power("new")
    told: list[object] = []
    monkeypatch.setattr(questions, "tell", lambda *words: told.append(words))

    def delete_and_decline(dialog: RecoveryDialog) -> None:
        Snapshots().remove_those_of(None)
        press("不要了")(dialog)

    with answering(RecoveryDialog, delete_and_decline):
        window.commands.recovery.offer_at_start()
    assert told == []
    assert Snapshots().declined() == []


def test_a_slow_disk_that_deletes_backups_does_not_hold_the_window_up(
    window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands.files.open_path(saved)
    save_three(window)
    threads = []
    remove = Snapshots.remove_those_of

    def noted(snapshots: Snapshots, path: Path | None) -> int:
        threads.append(threading.current_thread())
        return remove(snapshots, path)

    monkeypatch.setattr(Snapshots, "remove_those_of", noted)
    with answering(QMessageBox, press("删除全部备份")):
        trigger(window, "delete_backups")
    assert Backups().of(saved) == []
    assert threading.main_thread() not in threads
    assert len(threads) == 1


def test_backups_are_deleted_when_it_is_said_twice(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    save_three(window)
    with answering(QMessageBox, press("取消")):
        trigger(window, "delete_backups")
    assert len(Backups().of(saved)) == 4
    with answering(QMessageBox, press("删除这份年报的备份")):
        trigger(window, "delete_backups")
    assert Backups().of(saved) == []
    assert saved.exists()
