"""The clerk's own folder on this machine: where snapshots, backups, logs and locks of the program lie.

Nobody else on the machine may read it: folders have mode 0700, files 0600. On Windows they have the rights
of the user's own folder, which says the same.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

#: Names another folder for the profile, before all others.
VARIABLE = "REPORTDESK_PROFILE"

#: The files that make a program portable, and the folder beside them that is its profile then.
_PORTABLE = ("portable", "portable.txt")
_PORTABLE_PROFILE = "profile"

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)


def machine_name() -> str:
    """Return the name of this machine, by which locks and running programs tell it from others."""
    if sys.platform != "win32":
        return os.uname().nodename
    # Late: what speaks to others takes longer to load than all else that asks for the name.
    import socket

    return socket.gethostname()


def program_folder() -> Path | None:
    """Return the folder of a program that brings its own Python; None for one that runs from its sources.

    On Windows the launcher lies in it, elsewhere the Python in `runtime/bin`.
    """
    place = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return place.parent
    runtime = place.parent.parent
    return runtime.parent if (place.parent.name, runtime.name) == ("bin", "runtime") else None


def portable_folder(program: Path | None = None) -> Path | None:
    """Return the profile's folder beside a portable program, this one by default; None where it is none.

    A file `portable` in the program's folder makes it one; Windows hides the ending of `portable.txt`.
    """
    folder = program or program_folder()
    if folder is None or not any((folder / name).is_file() for name in _PORTABLE):
        return None
    return folder / _PORTABLE_PROFILE


def portable_program() -> Path | None:
    """Return the folder of a portable program whose own profile is in use; None where there is none."""
    return None if os.environ.get(VARIABLE) or portable_folder() is None else program_folder()


def profile_folder() -> Path:
    """Return where this user's profile lies; it need not exist yet."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen)
    if portable := portable_folder():
        return portable
    # Late, as below: a worker has no profile.
    from platformdirs import user_state_path

    return user_state_path("reportdesk", appauthor=False)


def settings_folder() -> Path:
    """Return where the user's settings lie: in the profile where that was chosen, else where settings go."""
    if os.environ.get(VARIABLE) or portable_folder() is not None:
        return profile_folder()
    from platformdirs import user_config_path

    return user_config_path("reportdesk", appauthor=False)


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


def read_at_most(path: Path, most_bytes: int) -> bytes:
    """Return how a file begins, at most so many bytes of it; raise OSError, for a pipe or a folder too."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | _NO_WAITING)
    with os.fdopen(_regular(descriptor, str(path)), "rb") as file:
        return file.read(most_bytes)


def _regular(descriptor: int, path: str) -> int:
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "not a regular file", path)
