"""A save of an open report on its way, in whatever thread."""

from __future__ import annotations

from pathlib import Path

from reportdesk.frozen import Frozen
from reportdesk.project.file import save_project
from reportdesk.project.stamp import Stamp
from reportdesk.report.model import Report


class Saving(Frozen, frozen=True):
    """A save that has begun: where to, what, and over what was read or saved there last."""

    path: Path
    report: Report
    base: Stamp | None

    def run(self) -> Stamp:
        """Write the project file; return what stands there now; raise FileError, Unconfirmed."""
        return save_project(self.path, self.report, self.base)
