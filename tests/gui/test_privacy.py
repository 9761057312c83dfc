"""What is logged and what a defect leaves behind holds codes, sizes and classes, and nothing of a report."""

import errno
import logging
import stat
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.gui.app import rescue_of
from reportdesk.gui.qt.crash import CrashHandler
from reportdesk.gui.window import MainWindow
from reportdesk.logbook import log, log_error, log_file, start_log, stop_log
from reportdesk.project.file import read_project, save_project
from reportdesk.report.edit import enter, set_field, write_text
from tests.gui.clerk import answering, box_says, press, trigger

SECRETS = ("申请人张三", "13800138000", "987654321", "云溪县", "机密.rdesk", "Geheimnis")
RECEIVED = "requests.received.natural_person"


@pytest.fixture
def logged(own_profile: Path) -> Iterator[Path]:
    """The log's folder, while the log is written."""
    assert start_log() == log_file()
    yield own_profile / "log"
    stop_log()


def all_that_is_left(folder: Path) -> str:
    return "".join(file.read_text("utf-8") for file in sorted(folder.iterdir()))


def test_a_noisy_session_leaves_nothing_of_the_report(
    qtbot: QtBot, window: MainWindow, sample: Document, tmp_path: Path, logged: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "机密.rdesk"
    save_project(path, sample.report, None)
    window.commands.files.open_path(path)
    document = window.document
    assert document is not None
    document.apply(write_text(document.report, "problems", "申请人张三 13800138000 Geheimnis"))
    document.apply(enter(document.report, {RECEIVED: 987654321}))
    with qtbot.waitSignal(window.autosaver.kept, timeout=5000):
        window.autosaver.keep_now()
    theirs = read_project(path)
    save_project(path, set_field(theirs.report, "organ", "云溪县乙局").apply(theirs.report), theirs.stamp)
    with answering(QMessageBox, press("取消")):
        trigger(window, "save")
    broken = tmp_path / "机密.docx"
    broken.write_bytes(b"PK\x03\x04 Geheimnis")
    with answering(QMessageBox, press("知道了")):
        window.commands.files.open_path(broken)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    handler = CrashHandler()
    handler.install()
    handler.guard(lambda: [rescue_of(window)])
    with answering(QMessageBox, press("继续")) as asked:
        try:
            raise KeyError("申请人张三", {"13800138000": "Geheimnis"})  # noqa: TRY301
        except KeyError as error:
            sys.excepthook(KeyError, error, error.__traceback__)
    assert "不含年报内容" in box_says(asked[0])
    assert window.document is document
    left = all_that_is_left(logged)
    assert [secret for secret in SECRETS if secret in left] == []
    for expected in ("opened kind=.rdesk", "autosave bytes=", "ChangedOnDisk", "FileError", "KeyError"):
        assert expected in left, expected


def test_text_never_gets_through_whatever_is_logged(logged: Path) -> None:
    log(
        "event",
        kind=".docx",
        size=12,
        text="申请人张三 说",
        organ="云溪县",
        done=True,
        words="Geheimnis and more",
    )
    try:
        try:
            raise OSError(28, "Geheimnis", "/机密.rdesk")  # noqa: TRY301
        except OSError as error:
            raise ValueError("申请人张三") from error
    except ValueError as error:
        log_error("failed", error)
    left = all_that_is_left(logged)
    assert "kind=.docx size=12 text=<7> organ=<3> done=True words=<18>" in left
    assert "failed ValueError < OSError(28) at test_privacy.py:" in left
    assert [secret for secret in SECRETS if secret in left] == []


def test_the_log_turns_over_before_it_grows(logged: Path) -> None:
    for number in range(10**300, 10**300 + 4_000):
        log("event", number=number)
    sizes = [file.stat().st_size for file in logged.glob("reportdesk.log*")]
    assert len(sizes) == 4
    assert max(sizes) <= 256 * 1024


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_nobody_else_may_read_it(logged: Path) -> None:
    assert stat.S_IMODE(logged.stat().st_mode) == 0o700
    assert stat.S_IMODE(log_file().stat().st_mode) == 0o600


def test_without_a_place_for_it_the_program_goes_on(own_profile: Path) -> None:
    (own_profile / "log").write_bytes(b"")
    assert start_log() is None
    log("event")
    stop_log()


def test_a_full_disk_says_nothing_in_the_terminal(
    logged: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    ours = logging.getLogger("reportdesk").handlers
    (handler,) = (each for each in ours if isinstance(each, RotatingFileHandler))
    monkeypatch.setattr(handler, "format", refuse)
    log("saved", rev=1)
    assert capfd.readouterr().err == ""
