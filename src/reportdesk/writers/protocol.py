"""What every writer is: a suffix and a way to make the bytes of a file."""

from __future__ import annotations

from typing import Protocol

from reportdesk.report.model import Report


class Writer(Protocol):
    """A format that a report can be written in."""

    @property
    def suffix(self) -> str:
        """Return the suffix of the files that it writes."""
        ...

    def render(self, report: Report) -> bytes:
        """Return the file's bytes; raise FileError where the format cannot hold the report."""
        ...
