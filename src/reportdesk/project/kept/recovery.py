"""Snapshots of unsaved work in the profile: what survives when the program or the machine does not.

A snapshot file is the hash of what follows, a line that says where the work came from and whose it is, and
a whole project file. The clerk's own file is never touched.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

import msgspec

from reportdesk.errors import FileError
from reportdesk.project.disk.owner import Owner
from reportdesk.project.disk.profile import make_private, profile_folder, write_private
from reportdesk.project.disk.safe_write import digest, read_bytes
from reportdesk.project.errors import Damaged
from reportdesk.project.file import decode_project, encode_project
from reportdesk.project.format.json_text import MOST_BYTES, encode_json
from reportdesk.project.format.rescue import rescue
from reportdesk.project.stamp import Stamp
from reportdesk.report.model import Report

_SUFFIX = ".snapshot"
_DECLINED = "declined"
_KEPT_DECLINED = 30 * 24 * 3600


class Outlook(Enum):
    """What can be done with a snapshot."""

    RECOVER = "the file is still what the work grew from"
    COPY = "the file is another by now, or gone"
    NEW = "the work was never saved"
    SAVED = "the file holds all of it already"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where unsaved work came from: file, what was last read or written there, process, and when."""

    path: Path | None
    base: Stamp | None
    owner: Owner
    taken: datetime


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Unsaved work that was kept; `origin` is None where the damaged file no longer tells."""

    file: Path
    report: Report
    origin: Origin | None

    @property
    def path(self) -> Path | None:
        """Return the file that the work belongs to, None if it was never saved."""
        return self.origin.path if self.origin else None

    @property
    def taken(self) -> datetime:
        """Return when the snapshot was taken."""
        return self.origin.taken if self.origin else datetime.fromtimestamp(_written(self.file)).astimezone()

    @property
    def is_declined(self) -> bool:
        """Tell whether the clerk did not want it."""
        return self.file.parent.name == _DECLINED

    def on_disk(self) -> Report | None:
        """Return the report that its file holds now; None if there is none that can be read."""
        try:
            return (
                decode_project(read_bytes(self.path, MOST_BYTES), str(self.path)).report
                if self.path
                else None
            )
        except FileError:
            return None

    def outlook(self) -> Outlook:
        """Tell what can be done with it, by what its file is now."""
        if self.path is None or self.origin is None:
            return Outlook.NEW
        try:
            data = read_bytes(self.path, MOST_BYTES)
            if decode_project(data, str(self.path)).report == self.report:
                return Outlook.SAVED
        except FileError:
            return Outlook.COPY
        base = self.origin.base
        return Outlook.RECOVER if base is not None and digest(data) == base.sha256 else Outlook.COPY


class _Tag(msgspec.Struct, frozen=True):
    """The line of a snapshot that says where it comes from."""

    path: str | None
    rev: int
    sha256: str
    format: int
    owner: Owner
    taken: str


class Snapshots:
    """The snapshots in a profile; everything here raises FileError or OSError where the disk does."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use a folder, by default that of the user's profile; it is made when first needed."""
        self.folder = folder or profile_folder() / "recovery"

    def write(self, name: str, report: Report, origin: Origin) -> Path:
        """Write or replace one snapshot; return its file."""
        body = _tag_line(origin) + encode_project(report, origin.base.rev if origin.base else 0)
        file = self.folder / f"{name}{_SUFFIX}"
        write_private(file, digest(body).encode() + b"\n" + body)
        return file

    def remove(self, name: str) -> None:
        """Remove one snapshot if it is there."""
        (self.folder / f"{name}{_SUFFIX}").unlink(missing_ok=True)

    def offered(self) -> list[Snapshot]:
        """Return what should be offered at the start, the newest first: its process is gone, and it is news.

        What its file holds already is removed.
        """
        found = []
        for snapshot in self._read_all(self.folder):
            if snapshot.origin is not None and not snapshot.origin.owner.is_dead():
                continue
            if snapshot.outlook() is Outlook.SAVED:
                snapshot.file.unlink(missing_ok=True)
            else:
                found.append(snapshot)
        return _newest_first(found)

    def declined(self) -> list[Snapshot]:
        """Return what the clerk did not want in the last 30 days, the newest first."""
        return _newest_first(self._read_all(self.folder / _DECLINED))

    def decline(self, snapshot: Snapshot) -> None:
        """Put a snapshot aside; it is kept for another 30 days."""
        aside = make_private(self.folder / _DECLINED) / snapshot.file.name
        snapshot.file.replace(aside)
        os.utime(aside)

    def sweep(self) -> None:
        """Remove what was declined more than 30 days ago."""
        for file in _files(self.folder / _DECLINED):
            if time.time() - _written(file) > _KEPT_DECLINED:
                file.unlink(missing_ok=True)

    def remove_those_of(self, path: Path | None) -> int:
        """Remove the snapshots of one document, of all for None, but not those of living processes."""
        everything = [*self._read_all(self.folder), *self._read_all(self.folder / _DECLINED)]
        doomed = [
            snapshot
            for snapshot in everything
            if (snapshot.origin is None or snapshot.origin.owner.is_dead() or snapshot.is_declined)
            and (
                path is None or (snapshot.path and os.path.realpath(snapshot.path) == os.path.realpath(path))
            )
        ]
        for snapshot in doomed:
            snapshot.file.unlink(missing_ok=True)
        return len(doomed)

    def _read_all(self, folder: Path) -> Iterator[Snapshot]:
        for file in _files(folder):
            # What says nothing at all any more stays where it is; nobody can be helped with it.
            with contextlib.suppress(FileError):
                yield read_snapshot(file)


def read_snapshot(file: Path) -> Snapshot:
    """Read a snapshot; of a damaged one what can be had. Raise FileError if there is nothing."""
    mark, _, body = read_bytes(file, MOST_BYTES).partition(b"\n")
    line, _, data = body.partition(b"\n")
    origin = _origin(line) if mark == digest(body).encode() else None
    try:
        report = decode_project(data, str(file)).report
    except Damaged:
        report = rescue(data, str(file))
    return Snapshot(file, report, origin)


def _tag_line(origin: Origin) -> bytes:
    base = origin.base or Stamp(0, "")
    path = str(origin.path) if origin.path else None
    tag = _Tag(path, base.rev, base.sha256, base.format, origin.owner, origin.taken.isoformat())
    return encode_json(tag, compact=True) + b"\n"


def _origin(line: bytes) -> Origin | None:
    try:
        tag = msgspec.json.decode(line, type=_Tag)
        taken = datetime.fromisoformat(tag.taken)
    except (msgspec.MsgspecError, ValueError):
        return None
    base = Stamp(tag.rev, tag.sha256, tag.format) if tag.sha256 else None
    return Origin(Path(tag.path) if tag.path else None, base, tag.owner, taken)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{_SUFFIX}"))


def _written(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return time.time()


def _newest_first(snapshots: Iterator[Snapshot] | list[Snapshot]) -> list[Snapshot]:
    return sorted(snapshots, key=lambda snapshot: snapshot.taken, reverse=True)
