"""The reports used last, by organ and year, remembered in the clerk's profile."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reportdesk.errors import ReportDeskError
from reportdesk.profile import put_aside, read_at_most, settings_folder
from reportdesk.project import SET_SUFFIX
from reportdesk.project.disk.private import write_private
from reportdesk.project.disk.travel import portable_place, travelled

#: The first screen shows half of them, the menu all without being scrolled.
_MOST = 12
#: A list of twelve takes a few kilobytes.
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A report that was used: where it lies, whose it is, and for which year."""

    path: Path
    organ: str
    year: int

    @property
    def label(self) -> str:
        """Return organ and year, and of a collection that it is one; the file's name where nobody knows."""
        what = "汇总" if self.path.suffix.lower() == SET_SUFFIX else ""
        return f"{self.organ} {self.year}年{what}" if self.organ else self.path.stem


class RecentFiles(QObject):
    """The list of reports used last, the newest first, kept in a JSON file.

    `changed` tells that it is another; `trouble` says what of it could not be read; "" if all could.
    """

    changed = Signal()

    def __init__(self, file: Path | None = None) -> None:
        """Read the list; what cannot be read of it is put aside, and the rest counts."""
        super().__init__()
        self._file = file or settings_folder() / "recent.json"
        self.trouble = ""
        #: Files of a past year that the clerk has said are to be looked at; for as long as the program runs.
        self.let_be: set[Path] = set()
        self.entries = self._read()

    def add(self, path: Path, organ: str, year: int) -> None:
        """Put a report first; a profile that cannot be written to loses the list, never the work."""
        used = RecentFile(path.absolute(), organ, year)
        others = [entry for entry in self._known() if entry.path != used.path]
        self._keep([used, *others][:_MOST])

    def remove(self, used: RecentFile) -> None:
        """Take a report off the list."""
        self._keep([entry for entry in self._known() if entry != used])

    def _known(self) -> list[RecentFile]:
        """Return the list as it stands in the file, where another program may have added to it."""
        try:
            data = json.loads(read_at_most(self._file, _MOST_BYTES).decode("utf-8"))
            entries = [_entry(one) for one in data]
        except (OSError, ValueError, TypeError, RecursionError):
            return self.entries
        return [entry for entry in entries if entry is not None]

    def _keep(self, entries: list[RecentFile]) -> None:
        self.entries = entries
        data = [
            asdict(entry) | {"path": str(entry.path), "place": portable_place(entry.path)}
            for entry in entries
        ]
        # In ASCII, which holds the names too that are no UTF-8.
        text = json.dumps(data, indent=1)
        with contextlib.suppress(OSError, ReportDeskError):
            write_private(self._file, text.encode("ascii"))
        self.changed.emit()

    def _read(self) -> list[RecentFile]:
        try:
            data = json.loads(read_at_most(self._file, _MOST_BYTES).decode("utf-8"))
        except FileNotFoundError:
            return []
        except OSError:
            self.trouble = f"最近用过的文件记在 {self._file}，现在读不了"
            return []
        except (ValueError, RecursionError):
            data = None
        entries = [_entry(one) for one in data] if isinstance(data, list) else [None]
        if None in entries:
            self._put_aside()
        return [entry for entry in entries if entry is not None]

    def _put_aside(self) -> None:
        """Keep a list that says what nobody can read, under another name."""
        aside = put_aside(self._file)
        self.trouble = f"最近用过的文件有读不出的，原来的单子{f'放到了 {aside}' if aside else '没能挪开'}"


def _entry(one: object) -> RecentFile | None:
    """Return an entry as it was written; None for anything else."""
    match one:
        case {"path": str(path), "organ": str(organ), "year": int(year), **rest} if path and "\0" not in path:
            place = rest.get("place", "")
            is_sound = isinstance(place, str) and "\0" not in place
            return RecentFile(travelled(Path(path), str(place) if is_sound else ""), organ, year)
    return None
