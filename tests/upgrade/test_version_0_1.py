"""What version 0.1 left on a machine: every file of it opens, and nothing is lost.

`tests/data/version-0.1` was written by that version: a report begun from last year's, saved twice, with two
findings accepted; its Word file and JSON; a profile with backups, unsaved and declined work, and the list.
"""

import json
import os
import shutil
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.document import Document
from reportdesk.export import export_report
from reportdesk.gui import app
from reportdesk.gui.dialogs.versions.recovery import RecoveryDialog
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.gui.window import MainWindow
from reportdesk.project.disk.lock import lock_file
from reportdesk.project.disk.owner import this_process
from reportdesk.project.file import read_project
from reportdesk.project.format.report_json import report_data
from reportdesk.project.kept import versions_seen
from reportdesk.project.kept.backups import Backups
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.project.kept.snapshot import Outlook, read_snapshot
from reportdesk.project.kept.versions_seen import newer_version_seen, note_version
from reportdesk.readers import read_report
from tests.gui.clerk import answering, box_says, press

LEFT = Path(__file__).parents[1] / "data" / "version-0.1"
RECEIVED = "requests.received.natural_person"


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return app.make_application()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(shutil.copy(LEFT / "report.rdesk", tmp_path / "年报.rdesk"))


@pytest.fixture
def snapshot(own_profile: Path, report: Path) -> Path:
    """The unsaved work, as if 0.1 had ended on this machine with the report here."""
    shutil.copytree(LEFT / "profile" / "recovery", own_profile / "recovery")
    file = own_profile / "recovery" / "aaaa0001.snapshot"
    me = this_process()
    gone = {"host": me.host, "machine": me.machine, "boot": me.boot, "process": 2**22 + 5, "started": "1"}
    relate(file, lambda line: line.update(path=str(report), owner={**line["owner"], **gone}))
    return file


def relate(file: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Changes the line that tells where a snapshot comes from."""
    _, line, data = file.read_bytes().split(b"\n", 2)
    settings = json.loads(line)
    change(settings)
    body = json.dumps(settings, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + data
    file.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)


def test_its_project_file_opens_with_everything(report: Path) -> None:
    project = read_project(report)
    before = json.loads((LEFT / "report.json").read_text("utf-8"))
    now = report_data(project.report)
    for part in ("edition", "organ", "year", "texts", "last", "signature"):
        assert now[part] == before[part], part
    assert {key: value for key, value in now["cells"].items() if value is not None} == {
        key: value for key, value in before["cells"].items() if value is not None
    }
    assert project.stamp.rev == 2
    assert project.report.inherited
    assert project.report.unconfirmed


def test_what_was_accepted_stays_accepted(report: Path) -> None:
    document = Document(read_project(report).report)
    words = {word.note for word in document.report.accepted.values()}
    assert words == {"已核对，属实", "文字无误"}
    decided = set(document.findings) - set(document.open_findings)
    assert {finding.code for finding in decided} == {"section.empty", "text.similar"}


def test_it_is_saved_again_over_what_0_1_wrote(report: Path) -> None:
    project = read_project(report)
    document = Document(project.report, report, project.stamp)
    document.save()
    assert read_project(report).report == document.report
    assert read_project(report).stamp.rev == 3


def test_its_word_file_is_read_back(report: Path) -> None:
    read = read_report(LEFT / "report.docx")
    saved = read_project(report).report
    assert (read.organ, read.year, read.texts) == (saved.organ, saved.year, saved.texts)
    assert {key: value for key, value in read.cells.items() if value is not None} == {
        key: value for key, value in saved.cells.items() if value is not None
    }


def test_its_report_is_exported(report: Path, tmp_path: Path) -> None:
    export_report(read_project(report).report, tmp_path / "out.docx")
    assert read_report(tmp_path / "out.docx").cells[RECEIVED] == 5


def test_its_unsaved_work_is_offered_and_goes_on_in_its_file(snapshot: Path, report: Path) -> None:
    (found,) = Snapshots().offered().snapshots
    assert found.outlook() is Outlook.RECOVER
    assert found.report.cells[RECEIVED] == 8
    assert found.path == report


def test_unsaved_work_of_another_machine_stays_where_it_is(own_profile: Path) -> None:
    shutil.copytree(LEFT / "profile" / "recovery", own_profile / "recovery")
    assert Snapshots().offered().snapshots == []
    assert read_snapshot(own_profile / "recovery" / "aaaa0001.snapshot").report.cells[RECEIVED] == 8


def test_what_was_declined_can_still_be_had(snapshot: Path) -> None:
    snapshots = Snapshots()
    snapshots.sweep(date(2026, 12, 1))
    (declined,) = snapshots.declined()
    assert declined.report.organ == "云溪县统计局"


def test_its_backups_are_listed_and_new_ones_come_after_them(report: Path) -> None:
    backups = Backups()
    shutil.copytree(LEFT / "profile" / "backups" / "ring", backups.ring_of(report))
    assert [backup.number for backup in backups.of(report)] == [2, 1]
    assert [backup.open().stamp.rev for backup in backups.of(report)] == [2, 1]
    project = read_project(report)
    Document(project.report, report, project.stamp).save()
    kept = backups.keep(report)
    assert kept is not None
    assert (kept.number, kept.rev) == (3, 3)


def test_its_list_of_reports_is_read(own_profile: Path) -> None:
    shutil.copy(LEFT / "profile" / "recent.json", own_profile / "recent.json")
    recent = RecentFiles()
    assert (recent.trouble, [used.label for used in recent.entries]) == ("", ["云溪县档案局 2024年"])


def test_the_window_starts_on_its_profile_and_offers_the_work(
    qtbot: QtBot, snapshot: Path, report: Path, own_profile: Path
) -> None:
    shutil.copy(LEFT / "profile" / "recent.json", own_profile / "recent.json")
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda shown: shown.show_document(None))
    window.show()
    with answering(RecoveryDialog, press("恢复")):
        app.begin(window, [])
    assert window.document is not None
    assert window.document.path == report
    assert window.document.report.cells[RECEIVED] == 8
    assert window.document.is_dirty
    assert lock_file(report).exists()
    assert newer_version_seen() == ""


def test_a_profile_of_a_newer_version_is_told_and_left_alone(qtbot: QtBot, own_profile: Path) -> None:
    note_version("9.1.0")
    (own_profile / "settings.json").write_text('{"zoom": 110, "later": {"x": 1}}', encoding="utf-8")
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    app.begin(window, [])
    assert "9.1.0" in window.notices.words("version")
    assert window.desk.zoom == 110
    assert newer_version_seen() == "9.1.0"


def test_a_file_of_a_newer_version_says_so(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    with answering(QMessageBox, press("知道了")) as asked:
        window.open_path(LEFT.parent / "projects" / "newer.rdesk")
        assert "新版" in box_says(asked[0])


@pytest.mark.parametrize(
    ("seen", "now", "words"),
    [
        ("0.1.0", "0.2.0", ""),
        ("0.2.0", "0.2.0", ""),
        ("0.10.0", "0.9.0", "0.10.0"),
        ("1.0", "0.9.9", "1.0"),
        ("rubbish", "0.1.0", ""),
    ],
)
def test_versions_are_told_apart_by_their_numbers(own_profile: Path, seen: str, now: str, words: str) -> None:
    (own_profile / "version.txt").write_text(seen, encoding="ascii")
    assert newer_version_seen(now) == words


def test_the_newest_version_stays_noted(own_profile: Path) -> None:
    note_version("0.3.0")
    note_version("0.2.0")
    assert versions_seen._seen() == "0.3.0"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights that bind this user")
def test_a_profile_without_rights_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Rights that the profile itself lacks the program gives back: it is the folder around that binds it.
    around = tmp_path / "around"
    around.mkdir(mode=0o500)
    monkeypatch.setenv("REPORTDESK_PROFILE", str(around / "profile"))
    note_version("0.3.0")
    around.chmod(0o700)
    assert newer_version_seen("0.1.0") == ""
