"""Nothing is lost in the window: locks, snapshots, recovery, backups, and a way out of every failed save."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QProgressDialog
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.dialogs.backups import BackupsDialog
from reportdesk.gui.dialogs.recovery import RecoveryDialog
from reportdesk.gui.window import MainWindow
from reportdesk.project.disk.lock import lock_document, lock_file
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept.backups import Backups
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.readers.apart import apart
from reportdesk.report.edit import enter, set_field, write_text
from tests.faults.bombs import word
from tests.gui.clerk import answering, box_says, choose_file, press, trigger

RECEIVED = "requests.received.natural_person"


@pytest.fixture
def saved(sample: Document, tmp_path: Path) -> Path:
    path = tmp_path / "云溪.rdesk"
    save_project(path, sample.report, None)
    return path


def open_document(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def type_figure(window: MainWindow, figure: int) -> None:
    document = open_document(window)
    document.apply(enter(document.report, {RECEIVED: figure}))


def save_elsewhere(path: Path, organ: str) -> None:
    theirs = read_project(path)
    save_project(path, set_field(theirs.report, "organ", organ).apply(theirs.report), theirs.stamp)


# The lock


@pytest.fixture
def colleague(saved: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that has the file open."""
    program = "import sys; from pathlib import Path; from reportdesk.project.disk.lock import lock_document; "
    program += "lock_document(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    process = subprocess.Popen(
        [sys.executable, "-c", program, saved], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    yield process
    process.kill()
    process.communicate()


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


def test_a_damaged_lock_can_be_removed(window: MainWindow, saved: Path) -> None:
    lock_file(saved).write_bytes(b"")
    with answering(QMessageBox, press("删掉锁文件并打开")) as asked:
        window.commands.files.open_path(saved)
        assert "锁文件坏了" in box_says(asked[0])
    assert open_document(window).path == saved
    assert not window.autosaver.is_read_only


def test_the_lock_moves_with_the_file(window: MainWindow, saved: Path, tmp_path: Path) -> None:
    window.commands.files.open_path(saved)
    other = tmp_path / "另存.rdesk"
    with answering(QFileDialog, choose_file(other)):
        trigger(window, "save_as")
    assert not lock_file(saved).exists()
    assert lock_file(other).exists()
    lock_document(saved).release()


# Snapshots and recovery


def snapshot_files() -> list[Path]:
    return sorted(Snapshots().folder.glob("*.snapshot"))


def test_a_pause_in_typing_is_kept_and_a_save_drops_it(
    qtbot: QtBot, window: MainWindow, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands.files.open_path(saved)
    with qtbot.waitSignal(window.autosaver.kept, timeout=5000):
        type_figure(window, 8)
    assert len(snapshot_files()) == 1
    assert "自动留底" in window.status._kept.text()
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
        "reportdesk.gui.commands.files.export_report", lambda *_, **__: seen.append(len(snapshot_files()))
    )
    window.commands.files.export(".docx")
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
    assert "没能自动留底" in window.statusBar().currentMessage()
    assert open_document(window).report.cells[RECEIVED] == 8


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
        subprocess.run([sys.executable, "-c", DIE, saved, how], check=False)

    return die


def test_unsaved_work_is_offered_with_what_differs_and_recovered_into_its_file(
    window: MainWindow, saved: Path, lose_power: Callable[..., None]
) -> None:
    lose_power()
    with answering(RecoveryDialog, press("恢复")) as asked:
        window.commands.recovery.offer_at_start()
        words = asked[0].ui.list.item(0).text() if asked[0].ui.list.count() else asked[0].recovered.words
        assert "格数字" in words
        assert "段文字" in words
        assert "最后改动" in words
        assert str(saved) in words
    document = open_document(window)
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
    assert open_document(window).path is None
    assert open_document(window).report.cells[RECEIVED] == 77
    assert read_project(saved).report.organ == "别的机关"


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
    assert open_document(window).report.cells[RECEIVED] == 77


def test_later_means_the_next_start(window: MainWindow, lose_power: Callable[..., None]) -> None:
    lose_power()
    for _ in range(2):
        with answering(RecoveryDialog, press("以后再说")):
            window.commands.recovery.offer_at_start()
    assert window.document is None


def test_without_anything_unsaved_nothing_is_asked(window: MainWindow) -> None:
    window.commands.recovery.offer_at_start()
    with answering(QMessageBox, press("知道了")) as asked:
        trigger(window, "recover")
        assert "没有可以找回的内容" in box_says(asked[0])


# Backups


def save_three(window: MainWindow) -> None:
    for figure in (1, 2, 3):
        type_figure(window, figure)
        trigger(window, "save")
    window.autosaver._backing_up.shutdown(wait=True)


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
    document = open_document(window)
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
    assert open_document(window).path is None
    assert open_document(window).report.cells[RECEIVED] == 4
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


# Failed saves and files that are not as they were


def test_a_changed_file_says_how_much_and_theirs_can_be_taken(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    type_figure(window, 6)
    save_elsewhere(saved, "别的机关")
    with answering(QMessageBox, press("改用磁盘上的")) as asked:
        trigger(window, "save")
        assert "被别人改过" in box_says(asked[0])
        assert "格数字" in box_says(asked[0])
    document = open_document(window)
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
    assert not open_document(window).is_dirty


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
    assert open_document(window).is_dirty
    assert read_project(saved).report.cells[RECEIVED] == 4


def test_a_newer_version_is_named_and_left_alone(window: MainWindow, saved: Path) -> None:
    from reportdesk.project.format.header import seal

    body = saved.read_bytes().partition(b"\n")[2]
    data = seal(body, 3).replace(b'"min_reader":1', b'"min_reader":9')
    header, _, rest = data.partition(b"\n")
    fields = json.loads(header)
    from reportdesk.project.disk.safe_write import digest

    blank = header.replace(fields["sha256"].encode(), b"")
    mark = digest(blank + b"\n" + rest)
    saved.write_bytes(header.replace(fields["sha256"].encode(), mark.encode()) + b"\n" + rest)
    before = saved.read_bytes()
    with answering(QMessageBox, press("知道了")) as asked:
        window.commands.files.open_path(saved)
        assert "新版程序" in box_says(asked[0])
    assert window.document is None
    assert saved.read_bytes() == before


def test_of_a_damaged_file_the_newest_backup_opens(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    save_three(window)
    trigger(window, "close")
    saved.write_bytes(saved.read_bytes()[:-30])
    with answering(QMessageBox, press("打开最近的备份")) as asked:
        window.commands.files.open_path(saved)
        assert "完好备份" in box_says(asked[0])
    assert open_document(window).path is None
    assert open_document(window).report.cells[RECEIVED] == 3


# Files of strangers


def test_a_file_that_takes_long_can_be_cancelled_and_its_reader_is_gone(
    window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = tmp_path / "number"
    slow = f"import os, time; open({str(number)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-c", slow])
    path = tmp_path / "x.docx"
    path.write_bytes(word())
    window.commands.files.open_path(saved)
    with answering(QProgressDialog, press("取消")):
        window.commands.files.open_path(path)
    assert open_document(window).path == saved
    deadline = time.monotonic() + 10
    while number.exists() and _lives(int(number.read_text() or 0)) and time.monotonic() < deadline:
        QApplication.processEvents()
    assert not number.exists() or not _lives(int(number.read_text() or 0))


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return process > 0


def test_keeping_a_snapshot_costs_the_typing_hand_no_time(window: MainWindow, saved: Path) -> None:
    window.commands.files.open_path(saved)
    document = open_document(window)
    spent = []
    for number in range(40):
        type_figure(window, number)
        begun = time.perf_counter()
        window.autosaver._keep()
        spent.append(time.perf_counter() - begun)
    assert sorted(spent)[20] < 0.005
    document.apply(write_text(document.report, "other", ""))
