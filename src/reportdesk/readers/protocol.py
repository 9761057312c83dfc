"""What every reader is: a test whether a file is its kind, and a way to a Report with notes."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from reportdesk.report.model import Report


class Reader(Protocol):
    """A format that a report can be read from."""

    def accepts(self, path: Path, head: bytes) -> bool:
        """Tell from a file's name and its first bytes whether it is of this kind."""
        ...

    def read(self, path: Path) -> Report:
        """Read the file; what could not be placed is in the report's notes. Raise FileError."""
        ...
