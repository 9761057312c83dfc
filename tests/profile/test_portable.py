"""A file `portable` beside an installed program keeps the whole profile there."""

import sys
from pathlib import Path

import pytest

from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.logbook import log_file
from reportdesk.profile import portable_folder, profile_folder, program_folder, settings_folder
from reportdesk.project.kept.backups import Backups
from reportdesk.project.kept.recovery import Snapshots


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program's folder as packaging lays it out for Linux."""
    monkeypatch.delenv("REPORTDESK_PROFILE")
    folder = tmp_path / "reportdesk"
    python = folder / "runtime" / "bin" / "reportdesk-python"
    python.parent.mkdir(parents=True)
    python.touch()
    monkeypatch.setattr(sys, "executable", str(python))
    return folder


def test_the_programs_folder_is_found_in_each_layout(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program_folder() == program
    monkeypatch.setattr(sys, "executable", str(program / "reportdesk.exe"))
    assert program_folder() is None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program_folder() == program


def test_a_python_of_the_system_is_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("/usr/bin/python3", "/srv/.venv/bin/python", "python"):
        monkeypatch.setattr(sys, "executable", place)
        assert program_folder() is None


def test_without_the_file_the_profile_is_the_users(program: Path) -> None:
    assert portable_folder() is None
    assert program not in profile_folder().parents


@pytest.mark.parametrize("name", ["portable", "portable.txt"])
def test_with_the_file_everything_lies_beside_the_program(program: Path, name: str) -> None:
    (program / name).touch()
    assert profile_folder() == settings_folder() == program / "profile"
    for place in (log_file(), Snapshots().folder, Backups().folder):
        assert program / "profile" in place.parents
    RecentFiles().add(program / "x.rdesk", "云溪县档案局", 2024)
    assert (program / "profile" / "recent.json").exists()


def test_a_profile_named_by_the_environment_goes_first(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / "portable").touch()
    monkeypatch.setenv("REPORTDESK_PROFILE", str(tmp_path / "P"))
    assert profile_folder() == tmp_path / "P"


def test_a_program_that_moves_takes_its_profile_along(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program / "portable").touch()
    RecentFiles().add(program / "x.rdesk", "云溪县档案局", 2024)
    moved = program.rename(program.with_name("U盘"))
    monkeypatch.setattr(sys, "executable", str(moved / "runtime" / "bin" / "reportdesk-python"))
    assert [used.organ for used in RecentFiles().entries] == ["云溪县档案局"]
