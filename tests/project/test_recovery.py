"""Unsaved work outlives its process, is offered for what it is, and is nobody else's to read."""

import errno
import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest

from reportdesk.errors import FileError
from reportdesk.project.disk.owner import Owner, this_process
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept import recovery
from reportdesk.project.kept.autosave import Autosave, Schedule
from reportdesk.project.kept.days import Days
from reportdesk.project.kept.recovery import Snapshots
from reportdesk.project.kept.snapshot import Origin, Outlook, Snapshot, _this_run, read_snapshot
from reportdesk.project.stamp import digest
from reportdesk.report.edit import enter, write_text
from reportdesk.report.model import Report
from tests.examples import examples
from tests.project.test_project_file import REPORT

RECEIVED = "requests.received.natural_person"
LATER = write_text(REPORT, "overview", "改过的话。").apply(REPORT)
NOON = datetime(2025, 1, 9, 12, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def store(tmp_path: Path) -> Snapshots:
    return Snapshots(tmp_path / "profile" / "recovery")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "年报.rdesk"
    save_project(path, REPORT, None)
    return path


@pytest.fixture(scope="module")
def dead() -> Owner:
    """A process of this machine that was."""
    show = "from reportdesk.project.disk.owner import this_process as t; import sys, msgspec.json as j;"
    show += "sys.stdout.buffer.write(j.encode(t()))"
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, check=True, timeout=60)
    return msgspec.json.decode(done.stdout, type=Owner)


def origin_of(path: Path | None, owner: Owner) -> Origin:
    return Origin(path, read_project(path).stamp if path else None, owner, NOON)


class Clock:
    """A clock that goes when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_snapshot_is_due_two_seconds_after_the_last_change() -> None:
    clock = Clock()
    schedule = Schedule(clock)
    assert schedule.seconds_left() is None
    schedule.changed()
    clock.now += 1.5
    schedule.changed()
    assert schedule.seconds_left() == 2
    clock.now += 2
    assert schedule.seconds_left() == 0
    schedule.settled()
    assert schedule.seconds_left() is None


def test_who_types_without_a_pause_loses_less_than_15_seconds() -> None:
    clock = Clock()
    schedule = Schedule(clock)
    waits = []
    for _ in range(600):
        schedule.changed()
        if schedule.seconds_left() == 0:
            waits.append(clock.now)
            schedule.settled()
        clock.now += 0.1
    gaps = [later - earlier for earlier, later in zip([1000.0, *waits], waits, strict=False)]
    assert len(waits) == 4
    assert max(gaps) < 15


def test_a_snapshot_that_failed_is_due_again_less_soon_each_time() -> None:
    clock = Clock()
    schedule = Schedule(clock)
    schedule.changed()
    waits = []
    for _ in range(8):
        schedule.settled()
        schedule.failed()
        schedule.changed()
        wait = schedule.seconds_left()
        assert wait is not None
        waits.append(wait)
        clock.now += wait
        assert schedule.seconds_left() == 0
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    schedule.settled()
    schedule.succeeded()
    assert schedule.seconds_left() is None
    schedule.changed()
    assert schedule.seconds_left() == 2


def test_a_snapshot_comes_back_with_where_it_grew_from(store: Snapshots, path: Path, dead: Owner) -> None:
    origin = origin_of(path, dead)
    store.write("a", LATER, origin)
    (found,) = store.offered().snapshots
    assert found.report == LATER
    assert found.origin == origin
    assert found.taken == NOON
    assert found.outlook() is Outlook.RECOVER
    assert found.on_disk() == REPORT


def test_work_of_a_living_process_is_not_offered(store: Snapshots, path: Path) -> None:
    store.write("a", LATER, origin_of(path, this_process()))
    assert store.offered().snapshots == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when a process was started")
def test_a_number_used_again_withholds_no_work(store: Snapshots, path: Path) -> None:
    owner = msgspec.structs.replace(this_process(), started="1")
    store.write("a", LATER, origin_of(path, owner))
    assert len(store.offered().snapshots) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when the machine was started")
@pytest.mark.usefixtures("identified")
def test_a_start_that_nobody_listed_and_another_name_of_the_machine_withhold_no_work(
    store: Snapshots, path: Path
) -> None:
    owner = msgspec.structs.replace(this_process(), boot=f"h1:{'0' * 32}", host="renamed")
    store.write("a", LATER, origin_of(path, owner))
    assert len(store.offered().snapshots) == 1
    store.write("b", LATER, origin_of(path, msgspec.structs.replace(owner, machine=f"h1:{'1' * 32}")))
    assert len(store.offered().snapshots) == 1


def test_a_file_that_changed_since_gives_a_copy(store: Snapshots, path: Path, dead: Owner) -> None:
    store.write("a", LATER, origin_of(path, dead))
    other = write_text(REPORT, "overview", "别人的话。").apply(REPORT)
    save_project(path, other, read_project(path).stamp)
    (found,) = store.offered().snapshots
    assert found.outlook() is Outlook.COPY
    path.unlink()
    assert found.outlook() is Outlook.COPY
    path.write_bytes(b"\0" * 40)
    assert found.outlook() is Outlook.COPY


def test_work_that_was_never_saved_is_new(store: Snapshots, dead: Owner) -> None:
    store.write("a", LATER, origin_of(None, dead))
    assert store.offered().snapshots[0].outlook() is Outlook.NEW


def test_what_was_saved_before_the_end_is_not_offered_but_removed(
    store: Snapshots, path: Path, dead: Owner
) -> None:
    file = store.write("a", LATER, origin_of(path, dead))
    save_project(path, LATER, read_project(path).stamp)
    assert store.offered().snapshots == []
    assert not file.exists()


def test_the_newest_comes_first(store: Snapshots, dead: Owner) -> None:
    for number in (2, 3, 1):
        report = enter(REPORT, {RECEIVED: number}).apply(REPORT)
        store.write(
            f"n{number}", report, replace(origin_of(None, dead), taken=NOON + timedelta(hours=number))
        )
    assert [found.report.cells[RECEIVED] for found in store.offered().snapshots] == [3, 2, 1]


@pytest.mark.parametrize("years", [-56, -1, 0, 80])
def test_the_last_run_s_is_the_newest_whatever_the_clock_said(
    store: Snapshots, dead: Owner, years: int
) -> None:
    for run in range(1, 4):
        report = enter(REPORT, {RECEIVED: run}).apply(REPORT)
        taken = NOON.replace(year=NOON.year + years * run // 3)
        _this_run.cache_clear()
        file = store.write(store.new_name(), report, replace(origin_of(None, dead), taken=taken))
        os.utime(file, (taken.timestamp(), taken.timestamp()))
    assert [found.report.cells[RECEIVED] for found in store.offered().snapshots] == [3, 2, 1]
    (newest,) = store.offered(1).snapshots
    assert newest.report.cells[RECEIVED] == 3
    store.decline(newest)
    _this_run.cache_clear()
    assert store.new_name().startswith("000004-")


def test_no_puts_it_aside_for_thirty_days(store: Snapshots, dead: Owner) -> None:
    store.write("a", LATER, origin_of(None, dead))
    os.utime(store.folder / "a.snapshot", (0, 0))
    first = NOON.date()
    store.sweep(first)
    store.decline(store.offered().snapshots[0])
    assert store.offered().snapshots == []
    for day in range(31):
        store.sweep(first + timedelta(days=day))
        (aside,) = store.declined()
        assert aside.is_declined
        assert aside.report == LATER
    store.sweep(first + timedelta(days=31))
    assert store.declined() == []


def test_a_wrong_clock_makes_nothing_old(store: Snapshots, dead: Owner) -> None:
    store.write("a", LATER, origin_of(None, dead))
    today = NOON.date()
    store.sweep(today)
    store.decline(store.offered().snapshots[0])
    years = timedelta(days=3653)
    for day in range(12):
        # Ten years ahead, back again, and a battery that forgets.
        for clock in (today + years, today + timedelta(days=day), date(2000, 1, 1)):
            store.sweep(clock)
    assert len(store.declined()) == 1
    for day in range(12, 40):
        store.sweep(today + timedelta(days=day))
    assert store.declined() == []


def test_a_clock_of_another_wrong_date_each_time_makes_nothing_old(store: Snapshots, dead: Owner) -> None:
    store.write("a", LATER, origin_of(None, dead))
    store.sweep(NOON.date())
    store.decline(store.offered().snapshots[0])
    for decade in (1, -1, 2, -2, 3, -3, 4, 5):
        store.sweep(NOON.date() + timedelta(days=decade * 3653))
        store.sweep(NOON.date())
    assert len(store.declined()) == 1


def test_what_version_0_1_put_aside_begins_its_days_anew(store: Snapshots, dead: Owner) -> None:
    store.write("a", LATER, origin_of(None, dead))
    (store.folder / "declined").mkdir()
    old = (store.folder / "a.snapshot").rename(store.folder / "declined" / "a.snapshot")
    os.utime(old, (0, 0))
    store.sweep(NOON.date())
    assert len(store.declined()) == 1
    for day in range(1, 33):
        store.sweep(NOON.date() + timedelta(days=day))
    assert store.declined() == []


def test_days_count_each_once_and_never_fall(tmp_path: Path) -> None:
    days = Days(tmp_path / "profile")
    assert days.passed() == 0
    seen = []
    for date_ in (date(2025, 1, 1), date(2025, 1, 1), date(2026, 1, 1), date(2025, 1, 3), date(2025, 6, 1)):
        days.note(date_)
        seen.append(days.passed())
    assert seen == [0, 0, 7, 9, 16]
    (tmp_path / "profile" / "days.txt").write_bytes(b"\xff2025-99-99\n2025-01-01\n")
    assert days.passed() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_nobody_else_may_read_them(store: Snapshots, dead: Owner) -> None:
    store.folder.mkdir(parents=True, mode=0o777)
    file = store.write("a", LATER, origin_of(None, dead))
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    store.decline(store.offered().snapshots[0])
    assert stat.S_IMODE((store.folder / "declined").stat().st_mode) == 0o700


def test_of_a_damaged_snapshot_the_work_is_still_offered(store: Snapshots, path: Path, dead: Owner) -> None:
    file = store.write("a", LATER, origin_of(path, dead))
    data = bytearray(file.read_bytes())
    for place in (0, data.index(b'"path"'), len(data) - 30):
        data[place] ^= 4
        file.write_bytes(data)
        (found,) = store.offered().snapshots
        assert found.origin is None
        assert found.outlook() is Outlook.NEW
        assert found.report.texts["overview"] == "改过的话。"
    file.write_bytes(data[:70])
    with pytest.raises(FileError):
        read_snapshot(file)


def test_what_says_nothing_any_more_is_put_aside_and_told_of_once(store: Snapshots, dead: Owner) -> None:
    file = store.write("a", LATER, origin_of(None, dead))
    store.write("b", LATER, origin_of(None, dead))
    data = file.read_bytes()[:70]
    file.write_bytes(data)
    (store.folder / "c.snapshot").mkdir()
    found = store.offered()
    assert len(found.snapshots) == 1
    assert "有 2 份草稿已经读不出" in found.words
    assert not file.exists()
    assert (store.folder / "unreadable" / "a.snapshot").read_bytes() == data
    assert store.offered().words == ""


@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.ESTALE, errno.ENOMEM])
def test_what_the_disk_does_not_give_now_stays_and_is_offered_later(
    store: Snapshots, dead: Owner, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    store.write("a", LATER, origin_of(None, dead))
    with monkeypatch.context() as at_first:
        at_first.setattr(Path, "read_bytes", lambda _: (_ for _ in ()).throw(OSError(number, "")))
        found = store.offered()
    assert (found.snapshots, found.unreadable) == ([], 0)
    assert "有 1 份草稿现在读不了" in found.words
    assert len(store.offered().snapshots) == 1


def test_of_ten_thousand_only_those_looked_at_are_opened(
    store: Snapshots, dead: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = store.write("0", LATER, origin_of(None, dead)).read_bytes()
    for number in range(1, 30):
        (store.folder / f"{number:06d}-a.snapshot").write_bytes(data)
    opened: list[Path] = []
    monkeypatch.setattr(recovery, "is_in_use", lambda file: bool(opened.append(file)))
    found = store.offered(most=3)
    assert (len(found.snapshots), found.older, len(opened)) == (3, 27, 3)


def test_work_kept_by_a_newer_version_stays_for_it(store: Snapshots, dead: Owner) -> None:
    file = store.write("a", LATER, origin_of(None, dead))
    _, line, body = file.read_bytes().split(b"\n", 2)
    header, text = body.split(b"\n", 1)
    blank = header.replace(json.loads(header)["sha256"].encode(), b"").replace(
        b'"min_reader":1', b'"min_reader":9'
    )
    sealed = blank.replace(b'"sha256":""', b'"sha256":"%s"' % digest(blank + b"\n" + text).encode())
    rest = b"\n".join([line, sealed, text])
    file.write_bytes(digest(rest).encode() + b"\n" + rest)
    found = store.offered()
    assert (found.snapshots, found.newer) == ([], 1)
    assert "新版程序" in found.words
    assert file.exists()


def test_of_very_many_the_last_ones_are_looked_at_and_the_rest_is_told(store: Snapshots, dead: Owner) -> None:
    file = store.write("0", LATER, origin_of(None, dead))
    for number in range(1, 60):
        another = store.folder / f"{number}.snapshot"
        another.write_bytes(file.read_bytes() if number > 54 else b"unread")
        os.utime(another, (2e9 + number, 2e9 + number))
    found = store.offered(most=5)
    assert (len(found.snapshots), found.older, found.unreadable) == (5, 55, 0)
    assert "还有 55 份更早的草稿" in found.words


def test_those_of_one_document_are_deleted_not_those_of_the_living(
    store: Snapshots, path: Path, dead: Owner
) -> None:
    store.write("a", LATER, origin_of(path, dead))
    store.write("b", LATER, origin_of(None, dead))
    store.write("c", LATER, origin_of(path, this_process()))
    assert store.remove_those_of(path) == 1
    assert store.remove_those_of(None) == 1
    assert [file.name for file in store.folder.iterdir()] == ["c.snapshot"]


def test_the_last_request_wins_and_a_drop_leaves_nothing(store: Snapshots, path: Path) -> None:
    autosave = Autosave(store)
    stamp = read_project(path).stamp
    kept: list[Snapshot] = []
    for number in range(20):
        autosave.keep(enter(REPORT, {RECEIVED: number}).apply(REPORT), path, stamp)
    file = autosave.keep(LATER, path, stamp).result()
    kept.append(read_snapshot(file))
    assert kept[0].report == LATER
    assert kept[0].origin is not None
    assert kept[0].origin.owner.is_this_process()
    autosave.drop().result()
    autosave.finish()
    assert list(store.folder.iterdir()) == []


def test_a_profile_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    autosave = Autosave(Snapshots(tmp_path / "file" / "recovery"))
    with pytest.raises(FileError):
        autosave.keep(REPORT, None, None).result()
    autosave.finish()


def test_two_open_documents_never_share_a_snapshot(store: Snapshots) -> None:
    first, second = Autosave(store), Autosave(store)
    files: set[Path] = {first.keep(REPORT, None, None).result(), second.keep(LATER, None, None).result()}
    assert len(files) == 2


def test_any_report_survives(store: Snapshots, dead: Owner) -> None:
    from hypothesis import given

    from tests.project.reports import reports

    @given(reports)
    @examples(20)
    def survives(report: Report) -> None:
        file = store.write("x", report, origin_of(None, dead))
        assert replace(read_snapshot(file).report, title=report.title) == report

    survives()
