"""Whatever the profile holds, the window opens; what cannot be read is put aside and told."""

import errno
import json
import os
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QListWidgetItem
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.form.loader import load_edition
from reportdesk.gui import app
from reportdesk.gui.desk.bars import profile_notice
from reportdesk.gui.desk.begin.welcome import Welcome
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.remembering import presence
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.gui.window import MainWindow
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept.backups import Backups
from reportdesk.project.kept.snapshot import Outlook, read_snapshot
from reportdesk.report.edit import write_text
from reportdesk.report.model import Report

OUT_OF_REACH = [errno.EACCES, errno.ESTALE, errno.EIO, errno.EHOSTDOWN, errno.ENAMETOOLONG]


def listed(file: Path, *paths: str) -> RecentFiles:
    file.write_text(
        json.dumps([{"path": path, "organ": "云溪县档案局", "year": 2024} for path in paths]),
        encoding="utf-8",
    )
    return RecentFiles(file)


def opened(qtbot: QtBot, recent: RecentFiles) -> MainWindow:
    window = MainWindow(recent)
    qtbot.addWidget(window)
    window.show()
    app.begin(window, [])
    return window


def rows(window: MainWindow) -> list[QListWidgetItem]:
    shown = window.welcome.ui.recent
    return [shown.item(row) for row in range(shown.count())]


def test_recent_files_out_of_reach_are_listed(qtbot: QtBot, tmp_path: Path) -> None:
    long, gone = f"/{'长' * 400}.rdesk", str(tmp_path / "gone.rdesk")
    window = opened(qtbot, listed(tmp_path / "recent.json", long, gone, str(tmp_path)))
    qtbot.waitUntil(lambda: window.presences.of(Path(gone)) == "missing")
    qtbot.waitUntil(lambda: window.presences.of(Path(long)) == "unreachable")
    assert [("不在了" in row.text()) for row in rows(window)] == [False, True, True]


@pytest.mark.parametrize(
    "number", [errno.EACCES, errno.ESTALE, errno.EIO, errno.EHOSTDOWN, errno.ENAMETOOLONG]
)
def test_a_share_that_fails_is_out_of_reach_not_gone(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fail(_: Path) -> os.stat_result:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "stat", fail)
    assert presence.look_for(Path("/share/年报.rdesk")) == "unreachable"


def test_a_share_that_never_answers_holds_nothing_up(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = threading.Event()
    monkeypatch.setattr(presence, "look_for", lambda _: answered.wait(60) and "there")
    recent = listed(tmp_path / "recent.json", "/dead/a.rdesk", "/dead/b.rdesk")
    window = opened(qtbot, recent)
    assert [row.text() for row in rows(window)] == ["云溪县档案局 2024年"] * 2
    window.ui.menu_recent.aboutToShow.emit()
    assert len(window.ui.menu_recent.actions()) == 2
    answered.set()
    qtbot.waitUntil(lambda: window.presences.of(Path("/dead/a.rdesk")) == "there")


def make_folder(file: Path) -> None:
    file.mkdir()


def make_pipe(file: Path) -> None:
    os.mkfifo(file)


def make_nest(file: Path) -> None:
    file.write_text("[" * 100_000, encoding="ascii")


def make_bytes(file: Path) -> None:
    file.write_bytes(bytes(range(256)) * 40)


def make_strange(file: Path) -> None:
    good = {"path": "/a.rdesk", "organ": "云溪县档案局", "year": 2024}
    file.write_text(json.dumps([good, {"path": "a\0b", "organ": "", "year": 1}, {"year": 1e400}, 7]))


@pytest.mark.parametrize("make", [make_folder, make_pipe, make_nest, make_bytes, make_strange])
def test_a_list_that_cannot_be_read_is_told_and_put_aside(
    qtbot: QtBot, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    file = tmp_path / "recent.json"
    make(file)
    is_text = file.is_file()
    window = opened(qtbot, RecentFiles(file))
    assert "最近用过的文件" in window.notices.words("aside")
    assert file.with_suffix(".unreadable.json").exists() is is_text
    assert len(rows(window)) == (make is make_strange)
    (known,) = window.notices.buttons("aside")
    known.click()
    assert window.notices.words("aside") == ""


def test_a_profile_that_is_a_file_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "profile").write_bytes(b"")
    monkeypatch.setenv("REPORTDESK_PROFILE", str(tmp_path / "profile"))
    window = opened(qtbot, RecentFiles())
    assert "写不进去" in window.notices.words("profile")


def test_the_notice_of_a_profile_that_cannot_be_written_goes_when_it_can(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = tmp_path / "profile"
    profile.write_bytes(b"")
    monkeypatch.setenv("REPORTDESK_PROFILE", str(profile))
    monkeypatch.setattr(profile_notice, "_AGAIN_MS", 5)
    window = opened(qtbot, RecentFiles())
    assert str(profile) in window.notices.words("profile")
    profile.unlink()
    qtbot.waitUntil(lambda: window.notices.words("profile") == "")
    assert not list(profile.glob(".*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_log_that_cannot_be_written_is_not_said_to_lose_drafts(qtbot: QtBot, own_profile: Path) -> None:
    (own_profile / "log").mkdir()
    (own_profile / "log" / "reportdesk.log").symlink_to("/dev/full")
    window = opened(qtbot, RecentFiles())
    assert window.notices.words("profile") == ""


def test_work_that_begins_while_nothing_can_be_kept_has_the_notice_too(
    qtbot: QtBot, own_profile: Path, blank: Document
) -> None:
    window = opened(qtbot, RecentFiles())
    assert window.notices.words("profile") == ""
    window.show_document(blank)
    (own_profile / "recovery").write_bytes(b"")
    blank.apply(write_text(blank.report, "overview", "写了一句。"))
    assert not window.autosaver.keep_now()
    qtbot.waitUntil(lambda: str(own_profile / "recovery") in window.notices.words("profile"))
    assert str(own_profile / "recovery") in window.autosaver.trouble
    window.show_document(None)


def test_a_portable_program_that_cannot_write_says_so_and_writes_nowhere_else(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPORTDESK_PROFILE")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "reportdesk.exe"))
    (tmp_path / "portable").touch()
    (tmp_path / "profile").touch()
    window = opened(qtbot, RecentFiles())
    assert "便携方式" in window.notices.words("profile")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["portable", "profile"]


PIECES = ["days.txt", "starts.txt", "log/reportdesk.log", "log/defects.txt", "recovery", "backups", "passing"]
PIECES += ["recovery/0000000000000000.snapshot", "backups/0/path.txt", "passing/0.held", "recent.json"]
PIECES += ["version.txt", "settings.json", "recovery/000001-00.set-snapshot"]


def make_loop(file: Path) -> None:
    file.symlink_to(file)


def make_nothing(file: Path) -> None:
    file.symlink_to(file.with_name("gone"))


@pytest.mark.skipif(os.name == "nt", reason="pipes and links of POSIX")
@pytest.mark.parametrize(
    ("make", "piece"),
    [(make_pipe, piece) for piece in PIECES]
    + [(make_folder, piece) for piece in PIECES if "." in piece]
    + [(make, piece) for make in (make_loop, make_nothing) for piece in ("days.txt", "recovery")],
)
def test_no_piece_of_the_profile_keeps_a_report_from_being_opened_and_saved(
    qtbot: QtBot, own_profile: Path, tmp_path: Path, piece: str, make: Callable[[Path], None]
) -> None:
    (own_profile / piece).parent.mkdir(parents=True, exist_ok=True)
    make(own_profile / piece)
    path = tmp_path / "年报.rdesk"
    save_project(path, Report(load_edition("2021"), organ="云溪县档案局", year=2024), None)
    window = opened(qtbot, RecentFiles())
    window.open_path(path)
    document = window.document
    assert document is not None
    document.apply(write_text(document.report, "overview", "写了一句。"))
    window.autosaver.keep_now()
    assert window.save()
    assert read_project(path).report == document.report
    window.show_document(None)
    Backups().documents()


NAMES = [
    b"\xc4\xea\xb1\xa8.rdesk",
    b"\xff.rdesk",
    "年\n报.rdesk".encode(),
    "\u202e年报.rdesk".encode(),
    b"-n.rdesk",
]


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no UTF-8 are of Linux")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_opened_kept_saved_and_listed(
    qtbot: QtBot, own_profile: Path, tmp_path: Path, name: bytes
) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/" + name))
    save_project(path, Report(load_edition("2021"), organ="云溪县档案局", year=2024), None)
    window = opened(qtbot, RecentFiles())
    window.open_path(path)
    document = window.document
    assert document is not None
    document.apply(write_text(document.report, "overview", "写了一句。"))
    assert window.autosaver.keep_now()
    (kept,) = (own_profile / "recovery").glob("*.snapshot")
    assert read_snapshot(kept).path == path
    assert read_snapshot(kept).outlook() is Outlook.RECOVER
    assert window.save()
    assert window.autosaver.trouble == ""
    window.show_document(None)
    assert [used.path for used in RecentFiles().entries] == [path]
    assert Backups().documents() == [path]


def test_of_very_many_snapshots_the_start_looks_at_some(
    qtbot: QtBot, own_profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportdesk.project.kept import recovery

    folder = own_profile / "recovery"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:016x}.snapshot").write_bytes(b"rubbish")
    read: list[Path] = []
    real = recovery.read_snapshot
    monkeypatch.setattr(recovery, "read_snapshot", lambda file: read.append(file) or real(file))
    window = opened(qtbot, RecentFiles(tmp_path / "recent.json"))
    assert 0 < len(read) < 100
    assert "更早的草稿" in window.notices.words("left_out")


def test_what_a_report_needs_is_loaded_while_the_first_screen_is_read(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(app, "import_module", lambda name: loaded.append(import_module(name).__name__))
    app.load_soon(qapp)
    assert len(loaded) == 1
    qtbot.waitUntil(lambda: "reportdesk.gui.desk.pages.table_page" in loaded, timeout=60_000)
    assert {"reportdesk.document", "reportdesk.gui.desk.pages.basics", "reportdesk.checks.engine"} <= set(
        loaded
    )


def test_a_defect_at_the_start_keeps_no_file_from_opening(
    window: MainWindow, blank: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "年报.rdesk"
    save_project(path, Report(load_edition("2021"), organ="云溪县档案局", year=2024), None)

    def fail() -> None:
        raise LookupError("unexpected")

    monkeypatch.setattr(type(window.commands.recovery), "offer_at_start", lambda _: fail())
    app.begin(window, [path])
    assert window.document is not None
    assert window.document.path == path


def test_who_opens_a_file_sees_the_first_screen_only_where_that_cannot_be_opened(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(questions, "tell_error", lambda _, error: told.append(error.what))
    path = tmp_path / "年报.rdesk"
    save_project(path, Report(load_edition("2021"), organ="云溪县档案局", year=2024), None)
    windows = []
    for file in (path, tmp_path / "别处.rdesk"):
        window = MainWindow(expects_report=True)
        qtbot.addWidget(window)
        window.show()
        assert window.ui.stack.currentWidget() is window.ui.desk
        assert not window.ui.toolbar.isVisible()
        app.begin(window, [file])
        windows.append(window)
    assert [window.findChild(Welcome) is None for window in windows] == [True, False]
    assert windows[1].ui.stack.currentWidget() is windows[1].welcome
    assert windows[1].welcome.isVisible()
    assert len(told) == 1
    windows[0].show_document(None)
    assert windows[0].welcome.isVisible()
