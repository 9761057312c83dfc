"""Snapshots of unsaved work in the profile: what survives when the program or the machine does not.

The clerk's own file is never touched.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.profile import make_private, profile_folder
from reportdesk.project.disk.owner import Life
from reportdesk.project.disk.private import write_private
from reportdesk.project.errors import NewerVersion
from reportdesk.project.kept.days import Days
from reportdesk.project.kept.snapshot import (
    DECLINED,
    RECOVERY,
    UNREADABLE,
    Origin,
    Outlook,
    Snapshot,
    is_in_use,
    new_name,
    put_with_unreadable,
    read_snapshot,
    run_of,
    snapshot_bytes,
    written,
)
from reportdesk.report.model import Report

_SUFFIX = ".snapshot"
#: What was declined by mistake is asked for within a month, if ever.
_KEPT_DAYS = 30
_DAY = late(r"\.day(\d+)\.")


class FoundSnapshots(Frozen, frozen=True):
    """What is there to be had back, the newest first, and what was left out of it.

    `older` were not looked at, `unreadable` say nothing any more and were put `aside`. `newer` are of a later
    version of the program, `out_of_reach` is what the disk does not give now: both stay where they are.
    """

    snapshots: list[Snapshot]
    older: int = 0
    unreadable: int = 0
    newer: int = 0
    out_of_reach: int = 0
    aside: Path | None = None

    @property
    def words(self) -> str:
        """Say what was left out, "" if nothing was."""
        parts = []
        if self.older:
            parts.append(f"还有 {self.older} 份更早的草稿，可从“文件”菜单找回")
        if self.newer:
            parts.append(f"有 {self.newer} 份草稿是新版程序写的，没有动")
        if self.out_of_reach:
            parts.append(f"有 {self.out_of_reach} 份草稿现在读不了，没有动，下次打开程序再看")
        if self.unreadable:
            parts.append(f"有 {self.unreadable} 份草稿已经读不出，放到了 {self.aside}")
        return "；".join(parts)


class Snapshots:
    """The snapshots in a profile; everything here raises FileError or OSError where the disk does."""

    def __init__(self, folder: Path | None = None, days: Days | None = None) -> None:
        """Use a folder, by default that of the user's profile; it is made when first needed."""
        self.folder = folder or profile_folder() / RECOVERY
        self._days = days or Days(self.folder.parent)

    def new_name(self) -> str:
        """Return a name for another snapshot."""
        return new_name(self.folder)

    def write(self, name: str, report: Report, origin: Origin) -> Path:
        """Write or replace one snapshot; return its file."""
        file = self.folder / f"{name}{_SUFFIX}"
        write_private(file, snapshot_bytes(report, origin))
        return file

    def remove(self, name: str) -> None:
        """Remove one snapshot if it is there."""
        (self.folder / f"{name}{_SUFFIX}").unlink(missing_ok=True)

    def offered(self, most: int | None = None) -> FoundSnapshots:
        """Return what should be offered at the start: its process is gone, and it is news.

        What its file holds already is removed, what says nothing any more is put aside. Of very many only
        the `most` that were taken last are looked at.
        """
        files = self._newest_first(self.folder)
        waiting = (file for file in files if not is_in_use(file))
        looked_at = list(islice(waiting, most))
        older = 0 if most is None or len(looked_at) < most else len(files) - 1 - files.index(looked_at[-1])
        found, unreadable, newer, out_of_reach = [], 0, 0, 0
        for file in looked_at:
            try:
                snapshot = read_snapshot(file)
            except NewerVersion:
                newer += 1
            except FileError as error:
                if isinstance(error.__cause__, OSError) and _may_come_back(file):
                    out_of_reach += 1
                else:
                    unreadable += put_with_unreadable(file)
            else:
                if snapshot.outlook() is not Outlook.SAVED:
                    found.append(snapshot)
                elif snapshot.origin is not None and snapshot.origin.owner.life() is Life.GONE:
                    file.unlink(missing_ok=True)
        return FoundSnapshots(
            _by_time(found), older, unreadable, newer, out_of_reach, self.folder / UNREADABLE
        )

    def declined(self) -> list[Snapshot]:
        """Return what the clerk did not want in the last 30 days, the newest first."""
        return _by_time(self._read_all(self.folder / DECLINED))

    def decline(self, snapshot: Snapshot) -> None:
        """Put a snapshot aside; it is kept for another 30 days."""
        name = snapshot.file.name.partition(".")[0]
        aside = make_private(self.folder / DECLINED) / f"{name}.day{self._days.passed()}{_SUFFIX}"
        snapshot.file.replace(aside)

    def sweep(self, today: date | None = None) -> None:
        """Remove what was declined more than 30 days ago; `Days` says which days count."""
        self._days.note(today or datetime.now().astimezone().date())
        passed = self._days.passed()
        for file in _files(self.folder / DECLINED):
            with contextlib.suppress(OSError):
                since = _DAY.search(file.name)
                if since is None:
                    # Of version 0.1, which went by the clock alone: its days begin now.
                    file.replace(file.with_name(f"{file.name.partition('.')[0]}.day{passed}{_SUFFIX}"))
                elif passed - int(since[1]) > _KEPT_DAYS:
                    file.unlink()

    def remove_those_of(self, path: Path | None) -> int:
        """Remove the snapshots of one document, of all for None, but not those of living processes."""
        everything = [*self._read_all(self.folder), *self._read_all(self.folder / DECLINED)]
        doomed = [
            snapshot
            for snapshot in everything
            if (snapshot.is_declined or not is_in_use(snapshot.file))
            and (
                path is None or (snapshot.path and os.path.realpath(snapshot.path) == os.path.realpath(path))
            )
        ]
        for snapshot in doomed:
            snapshot.file.unlink(missing_ok=True)
        return len(doomed)

    def _read_all(self, folder: Path) -> Iterator[Snapshot]:
        for file in _files(folder):
            with contextlib.suppress(FileError):
                yield read_snapshot(file)

    def _newest_first(self, folder: Path) -> list[Path]:
        return sorted(_files(folder), key=lambda file: (run_of(file), written(file)), reverse=True)


def _may_come_back(file: Path) -> bool:
    """Tell whether a file that the disk does not give may be one: no folder, pipe or link to nowhere."""
    try:
        return stat.S_ISREG(file.stat().st_mode)
    except OSError as error:
        return error.errno not in {errno.ENOENT, errno.ELOOP}


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{_SUFFIX}"))


def _by_time(snapshots: Iterable[Snapshot]) -> list[Snapshot]:
    """Return snapshots, the newest first: by the runs of the program, for a clock may be set back."""
    return sorted(snapshots, key=lambda snapshot: (run_of(snapshot.file), snapshot.taken), reverse=True)
