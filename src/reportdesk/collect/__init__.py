"""Many reports into one: a folder of files, a roster, what counts, the sum, and what is told of it."""

from __future__ import annotations

from pathlib import Path

from reportdesk.project import SET_SUFFIX


def is_set_file(path: Path) -> bool:
    """Tell whether a file is a collection's own, by its name."""
    return path.suffix.lower() == SET_SUFFIX
