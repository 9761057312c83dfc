"""What every writer is: a suffix and a way to make the bytes of a file."""

from __future__ import annotations

from typing import Literal, Protocol

from reportdesk.report.model import Report

#: What a file carries beside what it shows: only that again as data, so that it opens without loss; the
#: whole project, to hand it on; or nothing, for the public.
Carries = Literal["printed", "everything", "nothing"]


class Writer(Protocol):
    """A format that a report can be written in."""

    @property
    def suffix(self) -> str:
        """Return the suffix of the files that it writes."""
        ...

    def carrying(self, carries: Carries, /) -> Writer:
        """Return the writer of files that carry this; raise FileError where the format cannot do so."""
        ...

    def render(self, report: Report) -> bytes:
        """Return the file's bytes; raise FileError where the format cannot hold the report."""
        ...
