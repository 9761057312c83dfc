"""Ctrl-C in the terminal, or being told to end: no question, no trace, and nothing that was typed is lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.project.file import save_project
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.report.model import Report
from tests.processes import Start

TYPE_AND_WAIT = """
import sys
import reportdesk.gui.app as app
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

begin = app.begin

def begin_and_type(window, files):
    begin(window, files)
    window.desk.turn_to(3)
    cells = window.desk.page.table.cells
    cells.go_to("requests.received.natural_person")
    QTest.keyClick(cells, Qt.Key.Key_4)
    QTest.keyClick(cells.field(), Qt.Key.Key_1)
    print("typed", flush=True)

app.begin = begin_and_type
sys.exit(app.main(sys.argv[1:]))
"""


SIGNALS = [getattr(signal, name, 0) for name in ("SIGINT", "SIGTERM", "SIGHUP")]


@pytest.mark.skipif(os.name == "nt", reason="signals are of POSIX")
@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_program_and_what_was_typed_is_offered(
    tmp_path: Path, number: int, start: Start
) -> None:
    path = tmp_path / "年报.rdesk"
    save_project(path, Report(load_edition("2021"), organ="云溪县档案局", year=2024), None)
    program = start(
        [sys.executable, "-c", TYPE_AND_WAIT, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert program.stdout.readline() == "typed\n"
    program.send_signal(number)
    _, said = program.communicate(timeout=60)
    assert program.returncode == 128 + number
    assert "Traceback" not in said
    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(".lock")] == []
    (snapshot,) = Snapshots().offered().snapshots
    assert snapshot.path == path
    assert snapshot.report.cells["requests.received.natural_person"] == 41
