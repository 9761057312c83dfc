"""The ring keeps every version saved lately and one a day before, each of which can be opened."""

import stat
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.project.disk.safe_write import backup_of
from reportdesk.project.errors import Damaged
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept.backups import Backups
from reportdesk.report.edit import write_text
from tests.project.test_project_file import REPORT

START = datetime(2025, 1, 9, 12)  # noqa: DTZ001 - local, as backups are named


@pytest.fixture
def rings(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "profile" / "backups")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "年报.rdesk"
    save_project(path, REPORT, None)
    return path


def save_again(path: Path, words: str) -> None:
    read = read_project(path)
    save_project(path, write_text(read.report, "overview", words).apply(read.report), read.stamp)


def test_every_version_saved_can_be_opened_the_newest_first(rings: Backups, path: Path) -> None:
    rings.keep(path)
    for number in range(3):
        save_again(path, f"第{number}稿")
        rings.keep(path)
    kept = rings.of(path)
    assert [backup.open().report.texts["overview"] for backup in kept[:3]] == ["第2稿", "第1稿", "第0稿"]
    assert [(backup.number, backup.rev) for backup in kept] == [(4, 4), (3, 3), (2, 2), (1, 1)]
    assert rings.documents() == [path]


def test_a_version_is_kept_once(rings: Backups, path: Path) -> None:
    assert rings.keep(path) is not None
    assert rings.keep(path) is None
    assert len(rings.of(path)) == 1


def test_the_last_twenty_and_one_a_day_for_thirty_days_stay(rings: Backups, path: Path) -> None:
    for day in range(40):
        for hour in range(3):
            save_again(path, f"{day}/{hour}")
            rings.keep(path, START + timedelta(days=day, hours=hour))
    kept = rings.of(path)
    words = [backup.open().report.texts["overview"] for backup in kept]
    assert words[:20] == [f"{39 - n // 3}/{2 - n % 3}" for n in range(20)]
    assert words[20:] == [f"{day}/2" for day in range(32, 9, -1)]


def test_a_clock_that_jumps_back_changes_no_order(rings: Backups, path: Path) -> None:
    for number in range(30):
        save_again(path, f"第{number}稿")
        rings.keep(path, START - timedelta(days=number * 400))
    assert [b.open().report.texts["overview"] for b in rings.of(path)][:3] == ["第29稿", "第28稿", "第27稿"]
    assert len(rings.of(path)) >= 20


def test_a_clock_ten_years_ahead_cuts_nothing(rings: Backups, path: Path) -> None:
    for day in range(40):
        save_again(path, f"第{day}天")
        rings.keep(path, START + timedelta(days=day))
    before = [backup.file for backup in rings.of(path)]
    assert len(before) == 30
    save_again(path, "十年后")
    rings.keep(path, START + timedelta(days=3700))
    assert [backup.file for backup in rings.of(path)][1:] == before[:-1]
    save_again(path, "又回来")
    rings.keep(path, START + timedelta(days=40))
    assert len(rings.of(path)) == 30


def test_revisions_that_begin_anew_are_still_the_newest(rings: Backups, path: Path) -> None:
    for number in range(25):
        save_again(path, f"第{number}稿")
        rings.keep(path)
    save_project(path, REPORT, None)
    rings.keep(path)
    newest = rings.of(path)[0]
    assert (newest.number, newest.rev) == (26, 1)
    assert newest.open().report == REPORT


def test_what_cannot_be_opened_is_not_kept_as_a_backup(rings: Backups, path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-9] ^= 1
    path.write_bytes(data)
    with pytest.raises(Damaged):
        rings.keep(path)
    assert rings.of(path) == []


def test_the_newest_good_one_is_found_behind_a_damaged_one(rings: Backups, path: Path) -> None:
    rings.keep(path)
    save_again(path, "后来的")
    later = rings.keep(path)
    assert later is not None
    later.file.write_bytes(later.file.read_bytes()[:-5])
    good = rings.newest_good(path)
    assert good is not None
    assert good.rev == 1
    good.file.write_bytes(b"")
    assert rings.newest_good(path) is None


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_nobody_else_may_read_them(rings: Backups, path: Path) -> None:
    path.chmod(0o664)
    backup = rings.keep(path)
    assert backup is not None
    assert stat.S_IMODE(backup.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.file.parent.stat().st_mode) == 0o700


def test_deleting_takes_all_of_one_document_and_nothing_else(
    rings: Backups, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "另一份.rdesk"
    save_project(other, REPORT, None)
    rings.keep(other)
    rings.keep(path)
    save_again(path, "二稿")
    rings.keep(path)
    assert backup_of(path).exists()
    assert rings.delete(path) == 3
    assert rings.of(path) == []
    assert not backup_of(path).exists()
    assert path.exists()
    assert len(rings.of(other)) == 1
    assert rings.delete(path) == 0
    assert rings.delete_all() == 1
    assert rings.documents() == []


def test_all_are_deleted_while_one_is_being_written(rings: Backups, path: Path) -> None:
    """Whoever deletes waits for what is being written: nothing fails, nothing is left half."""
    troubles: list[Exception] = []

    def save_on() -> None:
        for number in range(12):
            try:
                save_again(path, f"第{number}稿")
                rings.keep(path)
            except Exception as error:
                troubles.append(error)

    writer = threading.Thread(target=save_on)
    writer.start()
    while writer.is_alive():
        rings.delete_all()
    writer.join()
    assert troubles == []
    for backup in rings.of(path):
        assert backup.open().report.form is REPORT.form
    rings.delete_all()
    assert rings.documents() == []


def test_a_profile_that_cannot_be_written_says_so(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError):
        Backups(tmp_path / "file" / "backups").keep(path)


def test_a_link_and_its_target_have_one_ring(rings: Backups, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.rdesk"
    link.symlink_to(path)
    rings.keep(link)
    assert len(rings.of(path)) == 1
