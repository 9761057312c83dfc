"""Decisions in the window 汇总 outlive the program: snapshots, recovery at the start, backups, locks."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.collect.counting.decisions import Decisions
from reportdesk.collect.keeping import SetSnapshots, read_set_snapshot
from reportdesk.collect.kept import Settings, read_set, save_set
from reportdesk.collect.session import Session
from reportdesk.gui.collecting import set_file
from reportdesk.gui.collecting.window import CollectingWindow
from reportdesk.gui.commands import collecting as commands
from reportdesk.gui.window import MainWindow
from reportdesk.project.disk.lock import lock_document
from reportdesk.project.kept import autosave
from tests.gui.clerk import answering, press

SOON_MS = 10_000


@pytest.fixture
def collecting(qtbot: QtBot) -> CollectingWindow:
    """A window that collects nothing yet."""
    window = CollectingWindow()
    qtbot.addWidget(window, before_close_func=forget)
    window.show()
    return window


def forget(window: CollectingWindow) -> None:
    """Lets a window close without a question."""
    window.session = Session()


def kept() -> list[Path]:
    return list(SetSnapshots().folder.glob("*.set-snapshot"))


def decide(window: CollectingWindow, remark: str) -> None:
    window.session.note("处理意见", "remarks", "云溪县甲局", remark)
    window.decided()


def test_a_backup_that_failed_is_tried_again(
    qtbot: QtBot,
    collecting: CollectingWindow,
    own_profile: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(autosave, "_PAUSE_S", 0.2)
    path, in_the_way = tmp_path / "汇总.rdset", own_profile / "backups"
    in_the_way.write_bytes(b"")
    decide(collecting, "已电话联系")
    monkeypatch.setattr(set_file, "ask_for_output", lambda *_: path)
    with qtbot.waitSignal(collecting.keeper.failed, timeout=SOON_MS):
        assert collecting.set_file.save()
    in_the_way.unlink()
    qtbot.waitUntil(lambda: len(collecting.keeper.backups.of(path)) == 1, timeout=SOON_MS)


def test_a_decision_is_in_a_snapshot_at_once_and_a_save_drops_it(
    qtbot: QtBot, collecting: CollectingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(collecting, "已电话联系")
    qtbot.waitUntil(lambda: len(kept()) == 1, timeout=SOON_MS)
    assert read_set_snapshot(kept()[0]).settings == collecting.session.settings
    monkeypatch.setattr(set_file, "ask_for_output", lambda *_: tmp_path / "汇总.rdset")
    assert collecting.set_file.save()
    qtbot.waitUntil(lambda: not kept(), timeout=SOON_MS)
    path = tmp_path / "汇总.rdset"
    qtbot.waitUntil(lambda: len(collecting.keeper.backups.of(path)) == 1, timeout=SOON_MS)


def test_a_version_is_kept_before_the_next_save_takes_its_place(
    collecting: CollectingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "汇总.rdset"
    save_set(path, Settings(), None)
    backing_up, may_go_on = collecting.keeper.backing_up, threading.Event()
    finish = backing_up.finish
    monkeypatch.setattr(backing_up, "finish", lambda: may_go_on.set() or finish())
    # The backup of what is opened comes after the save, unless the save waits for it.
    backing_up.queue.submit(may_go_on.wait)
    collecting.set_file.open_path(path)
    decide(collecting, "已电话联系")
    assert collecting.set_file.save()
    may_go_on.set()
    finish()
    assert len(collecting.keeper.backups.of(path)) == 2


def test_undoing_everything_and_closing_drop_the_snapshot(qtbot: QtBot, collecting: CollectingWindow) -> None:
    decide(collecting, "一")
    qtbot.waitUntil(lambda: len(kept()) == 1, timeout=SOON_MS)
    collecting.step("undo")
    qtbot.waitUntil(lambda: not kept(), timeout=SOON_MS)
    decide(collecting, "二")
    qtbot.waitUntil(lambda: len(kept()) == 1, timeout=SOON_MS)
    with answering(QMessageBox, press("不保存")):
        assert collecting.close()
    qtbot.waitUntil(lambda: not kept(), timeout=SOON_MS)


def test_unsaved_decisions_are_offered_at_the_start_and_opened_in_their_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "汇总.rdset"
    save_set(path, Settings(), None)
    first = Session.of(path)
    first.note("处理意见", "remarks", "云溪县甲局", "已电话联系")
    store = SetSnapshots()
    saving = autosave.Autosave(store)
    saving.keep(first.settings, path, first.stamp).result()
    monkeypatch.setattr("reportdesk.collect.keeping.is_in_use", lambda _: False)
    collecting = window.commands.collecting
    with answering(QMessageBox, press("打开")) as met:
        collecting.offer_at_start(window)
    assert "汇总.rdset" in met[0].text()
    assert met[0].defaultButton().text() == "打开", "as for a report: Enter loses nothing"
    (recovered,) = collecting.windows
    qtbot.addWidget(recovered, before_close_func=forget)
    assert recovered.session.path == path
    assert recovered.isWindowModified()
    assert recovered.session.settings.decisions.remarks == {"云溪县甲局": "已电话联系"}
    assert recovered.set_file.save()
    assert Session.of(path).settings.decisions.remarks == {"云溪县甲局": "已电话联系"}


def test_of_very_many_unsaved_collections_the_start_asks_about_few(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving = autosave.Autosave(SetSnapshots())
    (file,) = [saving.keep(Settings(paths=(Path("/收"),)), None, None).result()]
    for number in range(2, 30):
        file.with_name(f"{number:06d}-a.set-snapshot").write_bytes(file.read_bytes())
    monkeypatch.setattr("reportdesk.collect.keeping.is_in_use", lambda _: False)
    monkeypatch.setattr(commands, "_MOST_AT_START", 2)
    with answering(QMessageBox, press("以后再说"), times=2):
        left_out = window.commands.collecting.offer_at_start(window)
    assert "还有 27 份" in left_out


def test_decisions_without_a_snapshot_have_a_sign_until_they_have_one(
    qtbot: QtBot, collecting: CollectingWindow, own_profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autosave, "_PAUSE_S", 0.05)
    (own_profile / "recovery").write_bytes(b"")
    decide(collecting, "已电话联系")
    qtbot.waitUntil(lambda: "还没有留底" in collecting.notices.words("kept"), timeout=SOON_MS)
    (own_profile / "recovery").unlink()
    qtbot.waitUntil(lambda: len(kept()) == 1, timeout=SOON_MS)
    qtbot.waitUntil(lambda: collecting.notices.words("kept") == "", timeout=SOON_MS)


def test_nothing_kept_asks_nothing(window: MainWindow) -> None:
    window.commands.collecting.offer_at_start(window)
    assert window.commands.collecting.windows == []


def test_a_collection_that_somebody_has_open_is_only_read(
    qtbot: QtBot, collecting: CollectingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "汇总.rdset"
    save_set(path, Settings(), None)
    before = path.read_bytes()
    lock = lock_document(path)
    try:
        with answering(QMessageBox, press("只读打开")):
            collecting.set_file.open_path(path)
        assert "只读" in collecting.windowTitle()
        decide(collecting, "一")
        asked: list[str] = []
        monkeypatch.setattr(set_file, "ask_for_output", lambda _, *words: asked.append(words[0]))
        assert not collecting.set_file.save()
        assert asked == ["保存汇总文件"]
        assert path.read_bytes() == before
    finally:
        lock.release()


def test_a_version_saved_before_comes_back_as_one_step_of_undo(
    qtbot: QtBot, collecting: CollectingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "汇总.rdset"
    monkeypatch.setattr(set_file, "ask_for_output", lambda *_: path)
    backups = collecting.keeper.backups
    for number, remark in enumerate(("一", "二"), 1):
        decide(collecting, remark)
        assert collecting.set_file.save()
        qtbot.waitUntil(lambda number=number: len(backups.of(path)) == number, timeout=SOON_MS)  # type: ignore[misc]

    def choose_oldest(dialog: QInputDialog) -> None:
        dialog.setTextValue(dialog.comboBoxItems()[-1])
        dialog.accept()

    with answering(QInputDialog, choose_oldest):
        collecting.ui.action_backups.trigger()
    assert collecting.session.settings.decisions.remarks == {"云溪县甲局": "一"}
    collecting.step("undo")
    assert collecting.session.settings.decisions.remarks == {"云溪县甲局": "二"}


def test_a_file_that_somebody_else_saved_is_told_of_and_taken_as_a_step_of_undo(
    qtbot: QtBot, collecting: CollectingWindow, tmp_path: Path
) -> None:
    path = tmp_path / "汇总.rdset"
    collecting.session.note("", "remarks", "云溪县甲局", "我的")
    assert collecting.set_file._save(path)
    mine = read_set(path)
    theirs = replace(mine.settings, decisions=Decisions(remarks={"云溪县甲局": "别人的"}))
    save_set(path, theirs, mine.stamp)
    with qtbot.waitSignal(collecting.replaced.watch.seen):
        collecting.replaced.watch.look()
    take, *_ = collecting.notices.buttons("replaced")
    assert take.text() == "改用新的"
    take.click()
    assert collecting.session.settings.decisions.remarks == {"云溪县甲局": "别人的"}
    assert not collecting.session.is_dirty
    assert not collecting.notices.isVisible()
    collecting.step("undo")
    assert collecting.session.settings.decisions.remarks == {"云溪县甲局": "我的"}
    assert collecting.set_file._save(path)
    path.unlink()
    with qtbot.waitSignal(collecting.replaced.watch.seen):
        collecting.replaced.watch.look()
    assert [button.text() for button in collecting.notices.buttons("replaced")] == ["另存我的为…", "以后再说"]
