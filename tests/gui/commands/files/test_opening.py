"""Files that are not as they were, or not what they seem."""

import json
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QProgressDialog
from pytestqt.qtbot import QtBot

from reportdesk.gui.window import MainWindow
from reportdesk.readers.apart import apart
from tests.faults.bombs import word
from tests.gui.clerk import (
    RECEIVED,
    answering,
    box_says,
    press,
    save_three,
    shown_document,
    trigger,
)


def test_a_newer_version_is_named_and_left_alone(window: MainWindow, saved: Path) -> None:
    from reportdesk.project.format.header import seal

    body = saved.read_bytes().partition(b"\n")[2]
    data = seal(body, 3).replace(b'"min_reader":1', b'"min_reader":9')
    header, _, rest = data.partition(b"\n")
    fields = json.loads(header)
    from reportdesk.project.stamp import digest

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
    assert shown_document(window).path is None
    assert shown_document(window).report.cells[RECEIVED] == 3


def test_a_file_that_takes_long_can_be_cancelled_and_its_reader_is_gone(
    qtbot: QtBot, window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = tmp_path / "number"
    slow = f"import os, time; open({str(number)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    monkeypatch.setattr(apart, "command", lambda: [sys.executable, "-c", slow])
    path = tmp_path / "x.docx"
    path.write_bytes(word())
    window.commands.files.open_path(saved)
    with answering(QProgressDialog, press("取消")):
        window.commands.files.open_path(path)
    assert shown_document(window).path == saved
    qtbot.waitUntil(lambda: not number.exists() or not _lives(int(number.read_text() or 0)), timeout=60_000)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return process > 0
