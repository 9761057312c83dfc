"""A snapshot of unsaved work: the report, where it grew from, and what can be done with it.

Its file is the hash of what follows, a line that says where the work came from and whose it is, and a whole
project file.
"""

from __future__ import annotations

import os
import re
import time
from datetime import datetime
from enum import Enum
from functools import cache
from pathlib import Path

import msgspec

from reportdesk.errors import FileError
from reportdesk.frozen import Frozen
from reportdesk.profile import make_private, read_at_most
from reportdesk.project.disk.owner import Life, Owner
from reportdesk.project.disk.safe_write import read_bytes
from reportdesk.project.disk.travel import portable_place, travelled
from reportdesk.project.errors import Damaged
from reportdesk.project.format.json_text import MOST_BYTES, encode_json, has_surrogate, without_surrogates
from reportdesk.project.format.migrations import FORMAT
from reportdesk.project.format.project_bytes import decode_project, encode_project
from reportdesk.project.format.rescue import rescue
from reportdesk.project.stamp import Stamp, digest
from reportdesk.report.dates import moment_of
from reportdesk.report.model import Report

#: The folder of unsaved work in the profile, and what ends the name of a collection's snapshot.
RECOVERY, SET_SNAPSHOT = "recovery", ".set-snapshot"
#: The folder of what the clerk did not want, and that of what says nothing any more.
DECLINED, UNREADABLE = "declined", "unreadable"

#: Whose work it is and of which file: some 300, and a path of 4,096 written as escapes.
_LONGEST_LINE_BYTES = 20_000
_RUN = re.compile(r"(\d{6,12})-")


class Outlook(Enum):
    """What can be done with a snapshot."""

    RECOVER = "the file is still what the work grew from"
    COPY = "the file is another by now, or gone"
    NEW = "the work was never saved"
    SAVED = "the file holds all of it already"


class Origin(Frozen, frozen=True):
    """Where unsaved work came from: file, what was last read or written there, process, and when."""

    path: Path | None
    base: Stamp | None
    owner: Owner
    taken: datetime


class Snapshot(Frozen, frozen=True):
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
        return self.origin.taken if self.origin else moment_of(written(self.file))

    @property
    def is_declined(self) -> bool:
        """Tell whether the clerk did not want it."""
        return self.file.parent.name == DECLINED

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


class _OriginLine(msgspec.Struct, frozen=True):
    """The line of a snapshot that says where it comes from.

    `raw_path` is the path in hexadecimal where it is no UTF-8, `place` that on a portable program's disk.
    """

    path: str | None
    rev: int
    sha256: str
    format: int
    owner: Owner
    taken: str
    raw_path: str = ""
    place: str = ""


def snapshot_bytes(report: Report, origin: Origin) -> bytes:
    """Return a snapshot's file."""
    body = origin_line(origin) + encode_project(report, origin.base.rev if origin.base else 0)
    return digest(body).encode() + b"\n" + body


def read_snapshot(file: Path) -> Snapshot:
    """Read a snapshot; of a damaged one what can be had. Raise FileError if there is nothing."""
    mark, _, body = read_bytes(file, MOST_BYTES).partition(b"\n")
    line, _, data = body.partition(b"\n")
    origin = origin_of(line) if mark == digest(body).encode() else None
    try:
        report = decode_project(data, str(file)).report
    except Damaged:
        report = rescue(data, str(file))
    return Snapshot(file, report, origin)


def is_in_use(file: Path) -> bool:
    """Tell whether a snapshot's process lives, here or, for all that is known, on another machine.

    Only the lines that tell are read, unless they say so: then the hash must vouch for them.
    """
    try:
        mark, line, *_ = (*read_at_most(file, 2 * _LONGEST_LINE_BYTES).split(b"\n", 2), b"", b"")
    except OSError:
        return False
    origin = origin_of(line) if mark else None
    if origin is None:
        return False
    life = origin.owner.life()
    # A start of this machine that is not on the list: the profile was lost, and nobody but us needs it.
    may_live = life is Life.LIVES or (life is Life.UNKNOWN and not origin.owner.is_of_this_machine())
    return may_live and _is_whole(file)


def put_with_unreadable(file: Path) -> bool:
    """Put away what nobody can read, so that it is told of once; tell whether that could be done."""
    try:
        file.replace(make_private(file.parent / UNREADABLE) / file.name)
    except OSError:
        return False
    return True


def new_name(folder: Path) -> str:
    """Return a name for another snapshot in a folder, which tells in which run of the program it began."""
    return f"{_this_run(folder):06d}-{os.urandom(8).hex()}"


@cache
def _this_run(folder: Path) -> int:
    """Return this run's number: above all in the folder, whatever the clock says."""
    try:
        return 1 + max(map(run_of, folder.rglob("*")), default=0)
    except OSError:
        return 1


def run_of(file: Path) -> int:
    """Return in which run of the program a snapshot began, 0 for one of version 0.1."""
    found = _RUN.match(file.name)
    return int(found[1]) if found else 0


def written(file: Path) -> float:
    """Return when a file was written, in seconds of the clock; now if that cannot be told."""
    try:
        return file.stat().st_mtime
    except OSError:
        return time.time()


def _is_whole(file: Path) -> bool:
    try:
        mark, _, body = read_bytes(file, MOST_BYTES).partition(b"\n")
    except FileError:
        return False
    return mark == digest(body).encode()


def origin_line(origin: Origin) -> bytes:
    """Return the line of a snapshot that says where its work came from."""
    base = origin.base or Stamp(0, "", FORMAT)
    path = str(origin.path) if origin.path else None
    raw, place = "", portable_place(origin.path) if origin.path else ""
    if path and has_surrogate(path):
        path, raw, place = without_surrogates(path), os.fsencode(path).hex(), ""
    taken = origin.taken.isoformat()
    tag = _OriginLine(path, base.rev, base.sha256, base.format, origin.owner, taken, raw, place)
    return encode_json(tag, compact=True) + b"\n"


def origin_of(line: bytes) -> Origin | None:
    """Return what the line of a snapshot says; None where it says nothing."""
    try:
        tag = msgspec.json.decode(line, type=_OriginLine)
        taken = datetime.fromisoformat(tag.taken)
        path = os.fsdecode(bytes.fromhex(tag.raw_path)) if tag.raw_path else tag.path
    except (msgspec.MsgspecError, ValueError):
        return None
    base = Stamp(tag.rev, tag.sha256, tag.format) if tag.sha256 else None
    # No file has a name with a NUL in it.
    is_sound = path and "\0" not in path + tag.place
    return Origin(travelled(Path(path), tag.place) if path and is_sound else None, base, tag.owner, taken)
