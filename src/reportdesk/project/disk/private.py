"""Files of the clerk's profile, written whole or not at all, which nobody else may read."""

from __future__ import annotations

import os
from pathlib import Path

from reportdesk.profile import make_private
from reportdesk.project.disk.safe_write import safe_write
from reportdesk.project.errors import cannot_write
from reportdesk.project.stamp import digest


def write_private(path: Path, data: bytes) -> str:
    """Write a file that only its owner may read; return its digest; raise FileError."""
    try:
        make_private(path.parent)
    except OSError as error:
        raise cannot_write(error, path) from error
    return safe_write(path, data, keep_backup=False, private=True)


def mark_of(path: Path) -> str:
    """Return a short name for a document's path, the same however the path is spelled."""
    return _mark(os.path.realpath(path))


def mark_of_place(place: str) -> str:
    """Return a short name for a document's place as a portable program sees it."""
    # No real path begins so.
    return _mark(f"portable:{place}")


def _mark(words: str) -> str:
    return digest(words.encode("utf-8", "surrogateescape"))[:20]
