"""The reports used last, by organ and year, remembered in the clerk's profile."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from reportdesk.errors import ReportDeskError
from reportdesk.profile import settings_folder
from reportdesk.project.disk.private import write_private

_MOST = 12


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A report that was used: where it lies, whose it is, and for which year."""

    path: Path
    organ: str
    year: int

    @property
    def label(self) -> str:
        """Return organ and year, the file's name where they are not known."""
        return f"{self.organ} {self.year}年" if self.organ else self.path.stem

    @property
    def is_missing(self) -> bool:
        """Tell whether the file is no longer there."""
        return not self.path.is_file()


class RecentFiles:
    """The list of reports used last, the newest first, kept in a JSON file."""

    def __init__(self, file: Path | None = None) -> None:
        """Read the list; one that cannot be read counts as empty."""
        self._file = file or settings_folder() / "recent.json"
        self.entries = self._read()

    def add(self, path: Path, organ: str, year: int) -> None:
        """Put a report first; a profile that cannot be written to loses the list, never the work."""
        used = RecentFile(path.absolute(), organ, year)
        others = [entry for entry in self.entries if entry.path != used.path]
        self._keep([used, *others][:_MOST])

    def remove(self, used: RecentFile) -> None:
        """Take a report off the list."""
        self._keep([entry for entry in self.entries if entry != used])

    def _keep(self, entries: list[RecentFile]) -> None:
        self.entries = entries
        data = [asdict(entry) | {"path": str(entry.path)} for entry in entries]
        text = json.dumps(data, ensure_ascii=False, indent=1)
        with contextlib.suppress(OSError, ReportDeskError):
            write_private(self._file, text.encode())

    def _read(self) -> list[RecentFile]:
        try:
            data = json.loads(self._file.read_text(encoding="utf-8"))
            return [RecentFile(Path(one["path"]), str(one["organ"]), int(one["year"])) for one in data]
        except (OSError, ValueError, TypeError, KeyError):
            return []
