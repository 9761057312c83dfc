"""The clerk's own folder on this machine: where snapshots, backups, logs and locks of the program lie.

Nobody else on the machine may read it: folders have mode 0700, files 0600. On Windows they have the rights
of the user's own folder, which says the same.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from platformdirs import user_config_path, user_state_path

#: Names another folder for the profile, for portable installations and for tests.
VARIABLE = "REPORTDESK_PROFILE"

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)


def profile_folder() -> Path:
    """Return where this user's profile lies; it need not exist yet."""
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else user_state_path("reportdesk", appauthor=False)


def settings_folder() -> Path:
    """Return where the user's settings lie: in the profile where that was chosen, else where settings go."""
    return profile_folder() if os.environ.get(VARIABLE) else user_config_path("reportdesk", appauthor=False)


def make_private(folder: Path) -> Path:
    """Make a folder that only its owner may enter, and those of the profile above it; raise OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    # The mode of mkdir is cut by the umask, says nothing about a folder that was there before, and is not
    # that of the folders which `parents` makes.
    root = profile_folder()
    for each in (folder, *folder.parents):
        if each not in {folder, root} and root not in each.parents:
            break
        # A file system without rights, or a folder of somebody else: what is written there will tell.
        with contextlib.suppress(OSError):
            each.chmod(PRIVATE_FOLDER)
    return folder


def open_private(path: str, flags: int) -> int:
    """Open a file that only its owner may read, as `open(opener=...)` wants it; return its descriptor.

    Raise OSError for what is no file, such as a pipe, which would wait for somebody at its other end.
    """
    return _regular(os.open(path, flags | _NO_WAITING, PRIVATE_FILE), path)


def read_file(path: Path, most_bytes: int) -> bytes:
    """Return how a file begins, at most so many bytes of it; raise OSError, for a pipe or a folder too."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | _NO_WAITING)
    with os.fdopen(_regular(descriptor, str(path)), "rb") as file:
        return file.read(most_bytes)


def _regular(descriptor: int, path: str) -> int:
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "not a regular file", path)
