"""The clerk's own folder on this machine: snapshots, backups and logs, readable by nobody else."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from platformdirs import user_state_path

from reportdesk.project.disk.safe_write import digest, safe_write
from reportdesk.project.errors import cannot_write

#: Names another folder for the profile, for portable installations and for tests.
VARIABLE = "REPORTDESK_PROFILE"


def profile_folder() -> Path:
    """Return where this user's profile lies; it need not exist yet."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else user_state_path("reportdesk", appauthor=False)


def make_private(folder: Path) -> Path:
    """Make a folder, and those above it, that only its owner may enter; raise OSError if that fails."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # The mode of mkdir is cut by the umask and says nothing about a folder that was there before.
    with contextlib.suppress(PermissionError):
        folder.chmod(0o700)
    return folder


def write_private(path: Path, data: bytes) -> str:
    """Write a file that only its owner may read; return its digest; raise FileError."""
    try:
        make_private(path.parent)
    except OSError as error:
        raise cannot_write(error, path) from error
    return safe_write(path, data, keep_backup=False, private=True)


def mark_of(path: Path) -> str:
    """Return a short name for a document's path, the same however the path is spelled."""
    return digest(os.path.realpath(path).encode("utf-8", "surrogateescape"))[:20]
