"""Whether the profile takes what is to be kept in it, and if not, why."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.profile import make_private, open_private, profile_folder
from reportdesk.project.errors import cannot_write
from reportdesk.project.kept.snapshot import RECOVERY


def trouble_of_profile() -> FileError | None:
    """Write a little where drafts and backups go, and take it away; return what went wrong, if anything."""
    for name in ("", RECOVERY, "backups"):
        folder = profile_folder() / name
        try:
            # The folders themselves are made when they are needed.
            if not name or os.path.lexists(folder):
                _try(make_private(folder))
        except OSError as error:
            return cannot_write(error, folder, "草稿和备份都留不下")
    return None


def _try(folder: Path) -> None:
    file = folder / f".{os.urandom(6).hex()}.trial"
    descriptor = open_private(str(file), os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        os.write(descriptor, b"reportdesk")
    finally:
        os.close(descriptor)
        with contextlib.suppress(OSError):
            file.unlink()
