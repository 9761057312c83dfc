"""A portable program on a stick finds its own again: under another letter, and moved on the stick itself."""

import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.gui.qt.remembering.remembered import Remembered
from reportdesk.project.disk import travel
from reportdesk.project.disk.owner import this_process
from reportdesk.project.disk.travel import portable_place, seen_from, travelled
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept.backups import Backups
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.project.kept.snapshot import Origin, Outlook
from reportdesk.report.edit import write_text
from tests.project.test_project_file import REPORT


@pytest.mark.parametrize(
    ("folder", "file", "place"),
    [
        (r"E:\reportdesk", r"E:\年报\2024.rdesk", "../年报/2024.rdesk"),
        (r"F:\reportdesk", r"f:\年报\2024.rdesk", "../年报/2024.rdesk"),
        (r"E:\reportdesk", r"e:\REPORTDESK\2024.rdesk", "2024.rdesk"),
        (r"E:\工具\reportdesk", r"E:\2024.rdesk", "../../2024.rdesk"),
        (r"E:\reportdesk", r"D:\年报\2024.rdesk", ""),
        (r"\\server\share\reportdesk", r"\\server\share\年报\2024.rdesk", "../年报/2024.rdesk"),
        (r"\\server\share\reportdesk", r"\\other\share\2024.rdesk", ""),
    ],
)
def test_a_place_on_windows_does_not_hang_on_the_letter(folder: str, file: str, place: str) -> None:
    assert seen_from(PureWindowsPath(folder), PureWindowsPath(file)) == place


def test_a_place_elsewhere_is_the_way_from_the_program() -> None:
    program, file = PurePosixPath("/media/a/U盘/reportdesk"), PurePosixPath("/media/a/U盘/年报/2024.rdesk")
    assert seen_from(program, file) == "../年报/2024.rdesk"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick with a portable program and, beside its folder, a report."""
    monkeypatch.delenv("REPORTDESK_PROFILE")
    root = tmp_path / "E"
    (root / "reportdesk" / "runtime" / "bin").mkdir(parents=True)
    (root / "reportdesk" / "portable").touch()
    (root / "年报").mkdir()
    save_project(root / "年报" / "2024.rdesk", REPORT, None)
    start_from(root / "reportdesk", monkeypatch)
    return root


def start_from(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(program / "runtime" / "bin" / "reportdesk-python"))


def plugged_in_elsewhere(stick: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The report's file where the stick is today."""
    moved = stick.rename(stick.with_name("F"))
    start_from(moved / "reportdesk", monkeypatch)
    return moved / "年报" / "2024.rdesk"


def test_backups_are_found_under_another_letter(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Backups().keep(stick / "年报" / "2024.rdesk")
    report = plugged_in_elsewhere(stick, monkeypatch)
    assert len(Backups().of(report)) == 1
    assert Backups().keep(report) is None
    assert Backups().documents() == [report]
    assert Backups().delete(report) == 1


def test_backups_are_found_where_the_program_was_moved_on_its_disk(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = stick / "年报" / "2024.rdesk"
    Backups().keep(report)
    (stick / "工具").mkdir()
    start_from((stick / "reportdesk").rename(stick / "工具" / "reportdesk"), monkeypatch)
    assert len(Backups().of(report)) == 1
    read = read_project(report)
    save_project(report, write_text(read.report, "overview", "又一稿").apply(read.report), read.stamp)
    Backups().keep(report)
    assert [backup.number for backup in Backups().of(report)] == [2, 1]
    assert len(Backups().rings()) == 1
    report = plugged_in_elsewhere_from(stick, "工具/reportdesk", monkeypatch)
    assert len(Backups().of(report)) == 2


def plugged_in_elsewhere_from(stick: Path, program: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    moved = stick.rename(stick.with_name("F"))
    start_from(moved / program, monkeypatch)
    return moved / "年报" / "2024.rdesk"


def test_backups_from_before_places_were_noted_are_found_and_travel_from_then_on(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = stick / "年报" / "2024.rdesk"
    with monkeypatch.context() as before:
        before.setattr(travel, "portable_program", lambda: None)
        Backups().keep(report)
    assert len(Backups().of(report)) == 1
    read = read_project(report)
    save_project(report, write_text(read.report, "overview", "又一稿").apply(read.report), read.stamp)
    Backups().keep(report)
    report = plugged_in_elsewhere(stick, monkeypatch)
    assert len(Backups().of(report)) == 2


def test_two_sticks_with_files_of_one_name_keep_apart(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Backups().keep(stick / "年报" / "2024.rdesk")
    report = plugged_in_elsewhere(stick, monkeypatch)
    # Another stick has the letter now.
    other = stick / "年报" / "2024.rdesk"
    other.parent.mkdir(parents=True)
    shutil.copy(report, other)
    monkeypatch.setattr(
        os.path, "ismount", lambda path: str(path) in {"/", str(stick), str(report.parents[1])}
    )
    assert portable_place(other) == ""
    assert Backups().of(other) == []
    assert travelled(other, "../年报/2024.rdesk") == report


def test_recent_files_and_folders_are_found_under_another_letter(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = stick / "年报" / "2024.rdesk"
    outside = stick.parent / "外面.rdesk"
    monkeypatch.setattr(
        os.path, "ismount", lambda path: Path(path).parent == stick.parent or str(path) == "/"
    )
    RecentFiles().add(outside, "云溪县档案局", 2023)
    RecentFiles().add(report, "云溪县档案局", 2024)
    Remembered().note_folder("open", report.parent)
    Remembered().note_page(report, "overview")
    report = plugged_in_elsewhere(stick, monkeypatch)
    assert [used.path for used in RecentFiles().entries] == [report, outside]
    assert Remembered().folder("open") == report.parent
    assert Remembered().page(report) == "overview"
    RecentFiles().add(report, "云溪县档案局", 2024)
    assert [used.path for used in RecentFiles().entries] == [report, outside]


def test_unsaved_work_is_still_that_of_its_file(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stick / "年报" / "2024.rdesk"
    read = read_project(path)
    changed = write_text(read.report, "overview", "没保存的").apply(read.report)
    owner = this_process()
    Snapshots().write("0" * 16, changed, Origin(path, read.stamp, owner, datetime(2025, 1, 9, tzinfo=UTC)))
    monkeypatch.setattr("reportdesk.project.kept.recovery.is_in_use", lambda _: False)
    report = plugged_in_elsewhere(stick, monkeypatch)
    (found,) = Snapshots().offered().snapshots
    assert (found.path, found.outlook()) == (report, Outlook.RECOVER)


def test_a_program_that_is_not_portable_notes_whole_paths(tmp_path: Path) -> None:
    RecentFiles().add(tmp_path / "x.rdesk", "云溪县档案局", 2024)
    assert portable_place(tmp_path / "x.rdesk") == ""
    assert travelled(tmp_path / "x.rdesk", "../y.rdesk") == tmp_path / "x.rdesk"
    Remembered().note_folder("open", tmp_path)
    assert Remembered().folder("open") == tmp_path


def test_places_that_lead_nowhere_are_no_folders(stick: Path) -> None:
    Remembered().note_folder("open", stick / "年报")
    assert Remembered().folder("open") == stick / "年报"
    assert travelled(stick / "年报" / "2024.rdesk", "") == stick / "年报" / "2024.rdesk"
