"""Nobody else on the machine reads the profile: neither its folders nor any file in it."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.logbook import log, start_log, stop_log
from reportdesk.profile import clear_the_way, close_to_others, make_private, profile_folder, settings_folder
from reportdesk.project.disk.owner import this_process
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept.backups import Backups
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.project.kept.snapshot import Origin
from tests.project.test_project_file import REPORT
from tests.project.test_recovery import NOON

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")


def test_all_that_a_session_leaves_is_the_clerks_alone(
    own_profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTDESK_PROFILE", str(own_profile / "deep" / "profile"))
    previous = os.umask(0)
    try:
        path = tmp_path / "年报.rdesk"
        save_project(path, REPORT, None)
        start_log()
        for _ in range(9000):
            log("filling", what="x" * 40)
        RecentFiles().add(path, "云溪县档案局", 2024)
        Backups().keep(path)
        snapshots = Snapshots()
        snapshots.write("a", REPORT, Origin(path, read_project(path).stamp, this_process(), NOON))
        snapshots.sweep()
        stop_log()
    finally:
        os.umask(previous)
    found = [profile_folder(), *profile_folder().rglob("*")]
    assert {"recent.json", "days.txt", "starts.txt", "a.snapshot", "reportdesk.log", "reportdesk.log.1"} <= {
        path.name for path in found
    }
    assert {(path.name, oct(stat.S_IMODE(path.stat().st_mode))) for path in found if path.is_dir()} == {
        (path.name, "0o700") for path in found if path.is_dir()
    }
    assert {(path.name, oct(stat.S_IMODE(path.stat().st_mode))) for path in found if path.is_file()} == {
        (path.name, "0o600") for path in found if path.is_file()
    }


def test_a_list_of_version_0_1_that_others_could_read_is_closed_to_them(own_profile: Path) -> None:
    recent = own_profile / "recent.json"
    recent.write_text("[]")
    recent.chmod(0o644)
    own_profile.chmod(0o755)
    RecentFiles().add(Path("年报.rdesk"), "云溪县档案局", 2024)
    assert stat.S_IMODE(recent.stat().st_mode) == 0o600
    assert stat.S_IMODE(own_profile.stat().st_mode) == 0o700


def test_folders_above_the_profile_keep_their_rights(own_profile: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private(tmp_path / "elsewhere")
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert settings_folder() == own_profile


def make_folder(place: Path) -> None:
    (place / "inside").mkdir(parents=True)


def make_link_to_nowhere(place: Path) -> None:
    place.symlink_to(place.parent / "nowhere")


def make_loop(place: Path) -> None:
    place.symlink_to(place.name)


@pytest.mark.parametrize("make", [make_folder, os.mkfifo, make_link_to_nowhere, make_loop])
@pytest.mark.parametrize("name", ["recent.json", "settings.json", "days.txt", "starts.txt", "version.txt"])
def test_what_is_no_file_in_the_place_of_one_is_put_aside(
    own_profile: Path, make: Callable[[Path], None], name: str
) -> None:
    own_profile.mkdir(exist_ok=True)
    place = own_profile / name
    make(place)
    (aside,) = clear_the_way()
    assert not os.path.lexists(place)
    assert os.path.lexists(aside)
    assert clear_the_way() == []


@pytest.mark.parametrize("make", [Path.touch, os.mkfifo, make_link_to_nowhere, make_loop])
@pytest.mark.parametrize("name", ["recovery", "backups", "log", "passing"])
def test_what_is_no_folder_in_the_place_of_one_is_put_aside(
    own_profile: Path, make: Callable[[Path], None], name: str
) -> None:
    own_profile.mkdir(exist_ok=True)
    for _ in range(2):
        make(own_profile / name)
        (aside,) = clear_the_way()
        assert not os.path.lexists(own_profile / name)
        assert os.path.lexists(aside)
    assert len(list(own_profile.iterdir())) == 2


def test_a_folder_that_lies_elsewhere_stays_linked(own_profile: Path, tmp_path: Path) -> None:
    own_profile.mkdir(exist_ok=True)
    (tmp_path / "elsewhere").mkdir()
    (own_profile / "backups").symlink_to(tmp_path / "elsewhere")
    assert clear_the_way() == []


def test_what_an_older_version_left_open_is_closed_to_others_and_nothing_else(
    own_profile: Path, tmp_path: Path
) -> None:
    elsewhere, own = tmp_path / "elsewhere.txt", own_profile / "notes.txt"
    names = ("recent.json", "recovery/declined/a.snapshot", "log/reportdesk.log")
    ours = [own_profile / name for name in names]
    for file in (elsewhere, own, *ours):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
        file.touch(0o644)
        file.chmod(0o644)
    (own_profile / "log" / "linked.txt").symlink_to(elsewhere)
    close_to_others()
    assert [stat.S_IMODE(file.stat().st_mode) for file in ours] == [0o600] * 3
    assert stat.S_IMODE((own_profile / "recovery" / "declined").stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in (elsewhere, own)] == [0o644] * 2


def test_a_profile_that_nobody_may_enter_is_opened_by_its_owner(own_profile: Path) -> None:
    own_profile.mkdir(exist_ok=True)
    own_profile.chmod(0)
    make_private(own_profile / "recovery")
    assert stat.S_IMODE(own_profile.stat().st_mode) == 0o700
