"""What is kept of collections for bad days: snapshots of unsaved decisions, and a ring of backups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reportdesk.collect.kept import KeptSet, Settings, decode_set, encode_set, read_set
from reportdesk.errors import FileError
from reportdesk.profile import profile_folder
from reportdesk.project import SET_SUFFIX
from reportdesk.project.disk.owner import Life
from reportdesk.project.disk.private import write_private
from reportdesk.project.disk.safe_write import read_bytes
from reportdesk.project.errors import Damaged
from reportdesk.project.format.json_text import MOST_BYTES
from reportdesk.project.kept.backups import Backup, Backups
from reportdesk.project.kept.snapshot import (
    RECOVERY,
    SET_SNAPSHOT,
    UNREADABLE,
    Origin,
    is_in_use,
    new_name,
    origin_line,
    origin_of,
    put_with_unreadable,
    run_of,
    written,
)
from reportdesk.project.stamp import Stamp, digest

_DECLINED = ".declined"
#: So many for each one that is wanted may hold nothing new, or nothing at all, before the rest is left out.
_LOOKED_AT_FOR_EACH = 10


class SetBackups(Backups):
    """The rings of all collections in a profile."""

    suffix = SET_SUFFIX

    def rev_of(self, data: bytes, where: str) -> int:
        """Return the revision of a collection's bytes, opened as a proof; raise FileError."""
        return decode_set(data, Path(where)).stamp.rev

    def settings_of(self, backup: Backup, path: Path) -> Settings:
        """Return what a version of the collection at `path` held; raise FileError."""
        return decode_set(read_bytes(backup.file, MOST_BYTES), path).settings


@dataclass(frozen=True, slots=True)
class SetSnapshot:
    """Unsaved decisions that outlived their program, and where they came from."""

    file: Path
    settings: Settings
    origin: Origin

    @property
    def path(self) -> Path | None:
        """Return the collection's file that still is what the work grew from; None where there is none."""
        return self.origin.path if self._base() is not None else None

    @property
    def stamp(self) -> Stamp | None:
        """Return the stamp of that file."""
        return self.origin.base if self._base() is not None else None

    @property
    def saved(self) -> Settings:
        """Return what that file holds; nothing where there is none."""
        base = self._base()
        return base.settings if base is not None else Settings()

    @property
    def is_news(self) -> bool:
        """Tell whether anything of it is in no file."""
        kept = _read(self.origin.path)
        return kept is None or _decided(kept.settings) != _decided(self.settings)

    def _base(self) -> KeptSet | None:
        kept, base = _read(self.origin.path), self.origin.base
        return kept if kept is not None and base is not None and kept.stamp.sha256 == base.sha256 else None


@dataclass(frozen=True, slots=True)
class FoundSets:
    """What there is to be had back, the newest first; `older` are not looked at, `unreadable` put `aside`."""

    snapshots: list[SetSnapshot]
    older: int
    unreadable: int
    aside: Path

    @property
    def words(self) -> str:
        """Say what was left out, "" if nothing was."""
        parts = [f"还有 {self.older} 份没保存的汇总，下次打开程序再问"] if self.older else []
        if self.unreadable:
            parts.append(f"有 {self.unreadable} 份没保存的汇总已经读不出，放到了 {self.aside}")
        return "；".join(parts)


class SetSnapshots:
    """The snapshots of collections in a profile; raises FileError or OSError where the disk does."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use a folder, by default that of the user's profile; it is made when first needed."""
        self.folder = folder or profile_folder() / RECOVERY

    def new_name(self) -> str:
        """Return a name for another snapshot."""
        return new_name(self.folder)

    def write(self, name: str, work: Settings, origin: Origin) -> Path:
        """Write or replace one snapshot; return its file."""
        file = self._file(name)
        rev = origin.base.rev if origin.base else 0
        body = origin_line(origin) + encode_set(work, origin.path or file, rev)
        write_private(file, digest(body).encode() + b"\n" + body)
        return file

    def remove(self, name: str) -> None:
        """Remove one snapshot if it is there."""
        self._file(name).unlink(missing_ok=True)

    def offered(self, most: int | None = None) -> FoundSets:
        """Return what should be offered at the start: its process is gone, and it is news.

        What its file holds already is removed, what says nothing any more is put aside. Of very many only
        the `most` that were taken last are returned, and a few times as many looked at.
        """
        found: list[SetSnapshot] = []
        looked_at, older, unreadable = 0, 0, 0
        newest_first = sorted(self._files(), key=lambda file: (run_of(file), written(file)), reverse=True)
        for number, file in enumerate(newest_first):
            if most is not None and (len(found) == most or looked_at == most * _LOOKED_AT_FOR_EACH):
                older = len(newest_first) - number
                break
            if is_in_use(file):
                continue
            looked_at += 1
            try:
                snapshot = read_set_snapshot(file)
            except Damaged:
                unreadable += put_with_unreadable(file)
            except FileError:
                # Of a newer version, or the disk does not give it now.
                continue
            else:
                if snapshot.is_news:
                    found.append(snapshot)
                elif snapshot.origin.owner.life() is Life.GONE:
                    file.unlink(missing_ok=True)
        found.sort(key=lambda snapshot: (run_of(snapshot.file), snapshot.origin.taken), reverse=True)
        return FoundSets(found, older, unreadable, self.folder / UNREADABLE)

    def decline(self, snapshot: SetSnapshot) -> None:
        """Ask about a snapshot no more; the last one declined stays, in case it was a slip."""
        snapshot.file.replace(self.folder / f"last{SET_SNAPSHOT}{_DECLINED}")

    def remove_all(self) -> int:
        """Remove the snapshots but those of living processes; return how many."""
        doomed = [file for file in self._files() if not is_in_use(file)]
        doomed += self.folder.glob(f"*{SET_SNAPSHOT}{_DECLINED}")
        for file in doomed:
            file.unlink(missing_ok=True)
        return len(doomed)

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob(f"*{SET_SNAPSHOT}"))

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}{SET_SNAPSHOT}"


def read_set_snapshot(file: Path) -> SetSnapshot:
    """Read a snapshot of a collection; raise FileError for one that is damaged."""
    mark, _, body = read_bytes(file, MOST_BYTES).partition(b"\n")
    line, _, data = body.partition(b"\n")
    origin = origin_of(line) if mark == digest(body).encode() else None
    if origin is None:
        raise Damaged("这份没有保存的汇总读不出了", where=str(file))
    return SetSnapshot(file, decode_set(data, origin.path or file).settings, origin)


def _decided(settings: Settings) -> Settings:
    """Return what a collector decided, without the figures that a reading gives again."""
    return replace(settings, figures=None)


def _read(path: Path | None) -> KeptSet | None:
    if path is None:
        return None
    try:
        return read_set(path)
    except FileError:
        return None
