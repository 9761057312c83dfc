"""A ring of backups in the profile: every version saved, each opened again to prove that it can be.

Backups are numbered in the order in which they came, whatever the clock says. Kept are the last 20, and
the last one of each of the last 30 days on which there was one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.profile import make_private, profile_folder, read_at_most
from reportdesk.project import PROJECT_SUFFIX
from reportdesk.project.disk.private import mark_of, mark_of_place, write_private
from reportdesk.project.disk.safe_write import backup_of, read_bytes
from reportdesk.project.disk.save_lock import save_lock
from reportdesk.project.disk.travel import portable_place, travelled
from reportdesk.project.errors import cannot_write
from reportdesk.project.format.json_text import MOST_BYTES
from reportdesk.project.format.project_bytes import ProjectFile, decode_project

#: A day of saving every half hour; and behind these one copy for each of the last days of work.
_LAST_COPIES = 20
_DAYS = 30
_NAME = late(r"(?P<number>\d{6,})-rev(?P<rev>\d+)-(?P<taken>\d{8}T\d{6})\.\w+")
_ORIGIN, _PLACE = "path.txt", "place.txt"
#: No system has longer paths.
_LONGEST_PATH_BYTES = 1 << 16
_STAMP = "%Y%m%dT%H%M%S"


class Backup(Frozen, frozen=True):
    """One version that was kept: its number in the ring, its revision, and when it was kept (local time)."""

    file: Path
    number: int
    rev: int
    taken: datetime

    def open(self) -> ProjectFile:
        """Read it; raise FileError if it is damaged."""
        return decode_project(read_bytes(self.file, MOST_BYTES), str(self.file))


class Backups:
    """The rings of all documents of a kind in a profile."""

    suffix = PROJECT_SUFFIX

    def __init__(self, folder: Path | None = None) -> None:
        """Use a folder, by default that of the user's profile; it is made when first needed."""
        self.folder = folder or profile_folder() / "backups"

    def keep(self, path: Path, now: datetime | None = None) -> Backup | None:
        """Keep the version that a document's file holds now, and thin out older ones.

        Return None if the newest backup is that version already. Raise FileError if the file cannot be
        read or the backup cannot be written and opened again.
        """
        data = read_bytes(path, MOST_BYTES)
        rev = self.rev_of(data, str(path))
        with self._alone():
            return self._keep(path, data, rev, now or datetime.now())  # noqa: DTZ005 - local, as in the names

    def _keep(self, path: Path, data: bytes, rev: int, taken: datetime) -> Backup | None:
        ring = self._settled_ring(path)
        kept = self.in_ring(ring)
        if kept and _same(kept[0].file, data):
            self._note_origin(ring, path)
            return None
        number = kept[0].number + 1 if kept else 1
        file = ring / f"{number:06d}-rev{max(rev, 0)}-{taken:{_STAMP}}{self.suffix}"
        write_private(file, data)
        self._note_origin(ring, path)
        backup = Backup(file, number, rev, taken)
        self.rev_of(read_bytes(file, MOST_BYTES), str(file))
        self._thin([backup, *kept])
        return backup

    def rev_of(self, data: bytes, where: str) -> int:
        """Return the revision of a document's bytes, opened as a proof; raise FileError."""
        return decode_project(data, where).stamp.rev

    def of(self, path: Path) -> list[Backup]:
        """Return the backups of a document, the newest first."""
        return self.in_ring(self.ring_of(path))

    def in_ring(self, ring: Path) -> list[Backup]:
        """Return the backups in a document's folder, the newest first."""
        return sorted(_backups_in(ring, self.suffix), key=lambda backup: backup.number, reverse=True)

    def rings(self) -> list[Path]:
        """Return the folders of all documents that have backups."""
        return sorted(path for path in self.folder.glob("*") if path.is_dir())

    def newest_good(self, path: Path) -> Backup | None:
        """Return the newest backup of a document that can be opened."""
        for backup in self.of(path):
            with contextlib.suppress(FileError):
                self.rev_of(read_bytes(backup.file, MOST_BYTES), str(backup.file))
                return backup
        return None

    def documents(self) -> list[Path]:
        """Return the documents that have backups."""
        origins = {ring: _line_in(ring / _ORIGIN) for ring in self.rings()}
        return sorted(
            travelled(Path(path), _line_in(ring / _PLACE)) for ring, path in origins.items() if path
        )

    def ring_of(self, path: Path) -> Path:
        """Return the folder of a document's backups; on a portable program's disk its place names it."""
        place = portable_place(path)
        if not place:
            return self.folder / mark_of(path)
        ring = self.folder / mark_of_place(place)
        return ring if ring.is_dir() else self._earlier_ring(path) or ring

    def _earlier_ring(self, path: Path) -> Path | None:
        """Return the ring from before the program was portable, or moved; None if there is none."""
        ring, origin = self.folder / mark_of(path), str(path.absolute())
        if ring.is_dir():
            return ring
        return next((each for each in self.rings() if _line_in(each / _ORIGIN) == origin), None)

    def _settled_ring(self, path: Path) -> Path:
        """Return the ring of a document under the name that it has today."""
        ring, place = self.ring_of(path), portable_place(path)
        if place and ring.is_dir() and ring.name != mark_of_place(place):
            with contextlib.suppress(OSError):
                return ring.rename(self.folder / mark_of_place(place))
        return ring

    def _note_origin(self, ring: Path, path: Path) -> None:
        """Write down whose backups these are: where the document is, and its place where it has one."""
        for file, words in ((ring / _ORIGIN, str(path.absolute())), (ring / _PLACE, portable_place(path))):
            if words and words != _line_in(file):
                write_private(file, words.encode("utf-8", "surrogateescape"))

    def delete(self, path: Path) -> int:
        """Delete a document's backups, the one beside it too; return how many; raise FileError."""
        beside = backup_of(Path(os.path.realpath(path)))
        with self._alone():
            number = len(self.of(path)) + beside.is_file()
            try:
                if beside.is_file():
                    beside.unlink()
                if self.ring_of(path).is_dir():
                    shutil.rmtree(self.ring_of(path))
            except OSError as error:
                raise cannot_write(error, path, "备份没有删完") from error
        return number

    def delete_all(self) -> int:
        """Delete every backup in the profile; return how many; raise FileError."""
        with self._alone():
            number = sum(len(list(_backups_in(ring, ""))) for ring in self.folder.glob("*"))
            try:
                if self.folder.is_dir():
                    shutil.rmtree(self.folder)
            except OSError as error:
                raise cannot_write(error, self.folder, "备份没有删完") from error
        return number

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Let nobody write a backup while others are deleted, or two at a time; raise FileError."""
        try:
            make_private(self.folder.parent)
            with save_lock(self.folder):
                yield
        except OSError as error:
            raise cannot_write(error, self.folder, "备份没有留下") from error

    def _thin(self, newest_first: list[Backup]) -> None:
        keep = {backup.file for backup in _worth_keeping(newest_first)}
        for backup in newest_first:
            if backup.file not in keep:
                with contextlib.suppress(OSError):
                    backup.file.unlink()


def _worth_keeping(newest_first: list[Backup]) -> Iterator[Backup]:
    """Yield what stays; days are counted as they stand in the ring, so that a wrong clock ends none."""
    yield from newest_first[:_LAST_COPIES]
    days: set[date] = set()
    for backup in newest_first:
        day = backup.taken.date()
        if day not in days and len(days) < _DAYS:
            days.add(day)
            yield backup


def _backups_in(ring: Path, suffix: str) -> Iterable[Backup]:
    for file in ring.glob(f"*{suffix}"):
        if match := _NAME.fullmatch(file.name):
            with contextlib.suppress(ValueError):
                # Local time, as written; `strptime` would load the calendar of the locale.
                taken = datetime.fromisoformat(match["taken"])
                yield Backup(file, int(match["number"]), int(match["rev"]), taken)


def _line_in(file: Path) -> str:
    try:
        return read_at_most(file, _LONGEST_PATH_BYTES).decode("utf-8", "surrogateescape")
    except OSError:
        return ""


def _same(file: Path, data: bytes) -> bool:
    try:
        return read_bytes(file, MOST_BYTES) == data
    except FileError:
        return False
