"""What every reader is: a test whether a file is its kind, and a way to what stands in it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reportdesk.frozen import Frozen

if TYPE_CHECKING:
    from reportdesk.readers.found.blocks import FoundDocument
    from reportdesk.readers.found.package import Package, PackageKind


class Source(Frozen, frozen=True, dict=True):
    """A file to read, loaded once: where it lies and its bytes.

    `rescue` asks for what can be had of a damaged file of our own.
    """

    path: Path
    data: bytes
    rescue: bool = False

    @property
    def where(self) -> str:
        """Return the file's name as errors say it."""
        return str(self.path)

    @cached_property
    def package(self) -> Package:
        """Return the file as an Office package, its directory looked at once; raise FileError."""
        from reportdesk.readers.found.package import Package

        return Package(self.data, self.where)

    @cached_property
    def package_kind(self) -> PackageKind:
        """Return what Office package the file is, if it is one; raise FileError for one that is refused."""
        from reportdesk.readers.found.package import package_kind

        return package_kind(self.package) if self.data.startswith(b"PK") else "none"


class Reader(Protocol):
    """A format that a report can be read from."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Return the suffixes that such files usually have."""
        ...

    def accepts(self, source: Source) -> bool:
        """Tell by its bytes whether a file is of this kind; the suffix counts only where they can't tell."""
        ...

    def get_ready(self) -> None:
        """Load what `find` needs: a program that is asked of one file has no use for the other formats."""
        ...

    def find(self, source: Source) -> FoundDocument:
        """Return what stands in the file, with notes on what had to be left out; raise FileError."""
        ...
