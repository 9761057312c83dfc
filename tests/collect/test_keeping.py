"""Collections kept for bad days: snapshots of unsaved decisions, and a ring of backups."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from reportdesk.collect.counting.decisions import Decisions
from reportdesk.collect.keeping import SetBackups, SetSnapshots, read_set_snapshot
from reportdesk.collect.kept import FiguresData, Settings, read_set, save_set
from reportdesk.project.disk.owner import this_process
from reportdesk.project.errors import Damaged
from reportdesk.project.kept.backups import Backups
from reportdesk.project.kept.snapshot import Origin
from reportdesk.project.stamp import Stamp

#: The number of no process: greater than any system gives.
_NOBODY = 2**30


def decided(folder: Path, remark: str) -> Settings:
    return Settings((folder / "收",), decisions=Decisions(remarks={"云溪县甲局": remark}))


def origin(path: Path | None, base: Stamp | None, *, is_over: bool = True) -> Origin:
    """Where work came from; its process is over unless told otherwise."""
    me = this_process()
    owner = msgspec.structs.replace(me, process=_NOBODY) if is_over else me
    return Origin(path, base, owner, datetime(2025, 1, 20, 9, tzinfo=UTC))


def test_unsaved_decisions_are_offered_over_the_file_they_grew_from(tmp_path: Path) -> None:
    path, snapshots = tmp_path / "汇总.rdset", SetSnapshots()
    stamp = save_set(path, decided(tmp_path, "一"), None)
    snapshots.write("a", decided(tmp_path, "二"), origin(path, stamp))
    (found,) = snapshots.offered().snapshots
    assert found.settings.decisions.remarks == {"云溪县甲局": "二"}
    assert found.settings.paths == (tmp_path / "收",)
    assert (found.path, found.stamp) == (path, stamp)
    assert found.saved.decisions.remarks == {"云溪县甲局": "一"}


def test_work_whose_file_is_another_or_gone_comes_as_new(tmp_path: Path) -> None:
    path, snapshots = tmp_path / "汇总.rdset", SetSnapshots()
    stamp = save_set(path, decided(tmp_path, "一"), None)
    snapshots.write("a", decided(tmp_path, "二"), origin(path, stamp))
    save_set(path, decided(tmp_path, "三"), stamp)
    (found,) = snapshots.offered().snapshots
    assert (found.path, found.stamp, found.saved) == (None, None, Settings())
    path.unlink()
    (found,) = snapshots.offered().snapshots
    assert found.path is None


def test_what_a_file_holds_already_and_what_is_in_use_is_not_offered(tmp_path: Path) -> None:
    path, snapshots = tmp_path / "汇总.rdset", SetSnapshots()
    stamp = save_set(path, decided(tmp_path, "一"), None)
    held = snapshots.write("a", decided(tmp_path, "一"), origin(path, stamp))
    mine = snapshots.write("b", decided(tmp_path, "二"), origin(path, stamp, is_over=False))
    assert snapshots.offered().snapshots == []
    assert not held.exists()
    assert mine.exists()


def test_a_snapshot_is_private_and_one_that_is_damaged_says_nothing(tmp_path: Path) -> None:
    snapshots = SetSnapshots()
    file = snapshots.write("a", decided(tmp_path, "一"), origin(None, None))
    assert file.stat().st_mode & 0o077 == 0
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises(Damaged):
        read_set_snapshot(file)
    assert snapshots.offered().snapshots == []


def test_what_says_nothing_any_more_is_put_aside_and_of_very_many_the_last_are_offered(
    tmp_path: Path,
) -> None:
    snapshots = SetSnapshots()
    for number in range(1, 6):
        snapshots.write(f"{number:06d}-a", decided(tmp_path, f"{number}"), origin(None, None))
    (snapshots.folder / "000009-a.set-snapshot").write_bytes(b"rubbish")
    found = snapshots.offered(most=2)
    assert [each.settings.decisions.remarks["云溪县甲局"] for each in found.snapshots] == ["5", "4"]
    assert (found.older, found.unreadable) == (3, 1)
    assert "还有 3 份" in found.words
    assert str(snapshots.folder / "unreadable") in found.words
    assert (snapshots.folder / "unreadable" / "000009-a.set-snapshot").exists()
    again = snapshots.offered()
    assert (len(again.snapshots), again.words) == (5, "")


def test_of_very_many_that_say_nothing_or_nothing_new_the_start_looks_at_some(tmp_path: Path) -> None:
    path, snapshots = tmp_path / "汇总.rdset", SetSnapshots()
    settings = decided(tmp_path, "材料不全")
    base = save_set(path, settings, None)
    files = [snapshots.write(f"{number:06d}-x", settings, origin(path, base)) for number in range(100)]
    for file in files[50:]:
        file.write_bytes(b"rubbish")
    found = snapshots.offered(3)
    assert (found.snapshots, found.older, found.unreadable) == ([], 70, 30)
    assert "还有 70 份" in found.words
    assert [file.exists() for file in files] == [True] * 70 + [False] * 30
    assert snapshots.offered(3).older == 40
    # Nothing is left out where all are asked for.
    found = snapshots.offered()
    assert (found.older, any(file.exists() for file in files)) == (0, False)


def test_what_is_declined_is_asked_about_no_more(tmp_path: Path) -> None:
    snapshots = SetSnapshots()
    snapshots.write("a", decided(tmp_path, "一"), origin(None, None))
    (found,) = snapshots.offered().snapshots
    snapshots.decline(found)
    assert snapshots.offered().snapshots == []
    assert snapshots.remove_all() == 1
    assert list(snapshots.folder.iterdir()) == []


def test_every_version_saved_is_kept_and_given_back(tmp_path: Path) -> None:
    path, backups = tmp_path / "汇总.rdset", SetBackups()
    stamp = save_set(path, decided(tmp_path, "一"), None)
    backups.keep(path)
    assert backups.keep(path) is None
    save_set(path, decided(tmp_path, "二"), stamp)
    backups.keep(path)
    newest, first = backups.of(path)
    assert (newest.rev, first.rev) == (2, 1)
    assert backups.settings_of(first, path) == decided(tmp_path, "一")
    assert read_set(path).settings.decisions.remarks == {"云溪县甲局": "二"}
    newest.file.write_bytes(b"x")
    assert backups.newest_good(path) == first


def test_deleting_all_backups_deletes_those_of_collections_too(tmp_path: Path) -> None:
    path = tmp_path / "汇总.rdset"
    save_set(path, decided(tmp_path, "一"), None)
    SetBackups().keep(path)
    assert Backups().delete_all() == 1
    assert SetBackups().of(path) == []


def test_figures_read_anew_are_no_decision(tmp_path: Path) -> None:
    path, snapshots = tmp_path / "汇总.rdset", SetSnapshots()
    kept = decided(tmp_path, "一")
    stamp = save_set(path, replace(kept, figures=FiguresData("2021", 2024)), None)
    snapshots.write("a", kept, origin(path, stamp))
    assert snapshots.offered().snapshots == []
