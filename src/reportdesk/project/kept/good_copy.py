"""The newest good copy of a damaged file: from the ring in the profile, or from beside the file."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.frozen import Frozen
from reportdesk.project.errors import Damaged
from reportdesk.project.file import read_project
from reportdesk.project.format.project_bytes import ProjectFile
from reportdesk.project.kept.backups import Backups
from reportdesk.report.dates import moment_of
from reportdesk.report.model import Report


class GoodCopy(Frozen, frozen=True):
    """A version that can be read; `taken` is when it was saved."""

    report: Report
    rev: int
    taken: datetime

    @property
    def words(self) -> str:
        """Say which it is."""
        return f"{self.taken:%Y-%m-%d %H:%M}（第 {self.rev} 次保存）"


def good_backup(backups: Backups, path: Path, error: Damaged) -> GoodCopy | None:
    """Return the newest good copy of a file; `error` names the one beside it."""
    found = []
    with contextlib.suppress(FileError, OSError):
        if error.backup is not None:
            found.append(_copy(read_project(error.backup), _written(error.backup)))
    with contextlib.suppress(FileError, OSError):
        newest = backups.newest_good(path)
        if newest is not None:
            found.append(_copy(newest.open(), newest.taken))
    return max(found, key=lambda copy: copy.rev, default=None)


def _copy(project: ProjectFile, taken: datetime) -> GoodCopy:
    return GoodCopy(project.report, project.stamp.rev, taken)


def _written(path: Path) -> datetime:
    return moment_of(path.stat().st_mtime).replace(tzinfo=None)
