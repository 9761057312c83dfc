"""The project file `.rdesk`: a header line with a hash, then the report as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportdesk.report.model import Report


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was last read from, or written to, a project file: its revision and the hash of its bytes."""

    rev: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """A project file that was read."""

    report: Report
    stamp: Stamp


def read_project(path: Path) -> ProjectFile:
    """Read a project file; raise FileError if it is damaged, newer than this program, or not ours."""
    raise NotImplementedError


def save_project(path: Path, report: Report, base: Stamp | None) -> Stamp:
    """Save a report; `base` is what was read from that path. Raise FileError; the old file then stands."""
    raise NotImplementedError
