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
from collections.abc import Callable, Iterable
from pathlib import Path

#: Names another folder for the profile, before all others.
VARIABLE = "REPORTDESK_PROFILE"

#: The files that make a program portable, and the folder beside them that is its profile then.
_PORTABLE = ("portable", "portable.txt")
_PORTABLE_PROFILE = "profile"

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_OTHERS = 0o077
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)

#: What the program keeps in a profile: folders, files, and files that may lie in a folder of settings.
_FOLDERS = ("recovery", "backups", "log", "passing")
_FILES = ("log/reportdesk.log", "log/defects.txt", "days.txt", "starts.txt", "version.txt")
_SETTINGS = ("recent.json", "settings.json")
#: So often something is put aside under one name.
_MOST_ASIDE = 9


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
    root = profile_folder()
    inside = [each for each in (folder, *folder.parents) if each in {folder, root} or root in each.parents]
    # Before, for nothing can be made in one that not even its owner may enter; and after, for the mode of
    # mkdir is cut by the umask, and is not that of the folders which `parents` makes.
    _close(reversed(inside))
    folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    _close(inside)
    return folder


def _close(folders: Iterable[Path]) -> None:
    for folder in folders:
        # A file system without rights, or a folder of somebody else: what is written there will tell.
        with contextlib.suppress(OSError):
            folder.chmod(PRIVATE_FOLDER)


def close_to_others() -> None:
    """Take from all others what rights they have on what the program keeps: an older version gave some."""
    for path in (
        *(profile_folder() / name for name in _FILES),
        *(settings_folder() / name for name in _SETTINGS),
    ):
        _take_rights_of_others(path)
    for name in _FOLDERS:
        for folder, _, names in os.walk(profile_folder() / name):
            for path in (Path(folder), *(Path(folder, name) for name in names)):
                _take_rights_of_others(path)


def _take_rights_of_others(path: Path) -> None:
    with contextlib.suppress(OSError):
        mode = path.lstat().st_mode
        # What a link leads to is not the profile's.
        if mode & _OTHERS and not stat.S_ISLNK(mode):
            path.chmod(stat.S_IMODE(mode) & ~_OTHERS)


def clear_the_way() -> list[Path]:
    """Put aside what is not a folder, or a file, where one of ours belongs; return where it lies now.

    In the place of a pipe, a folder or a link that leads nowhere nothing could be kept, for ever.
    """
    places = [(profile_folder() / name, stat.S_ISDIR) for name in _FOLDERS]
    places += [(profile_folder() / name, stat.S_ISREG) for name in _FILES]
    places += [(settings_folder() / name, stat.S_ISREG) for name in _SETTINGS]
    moved = [put_aside(path) for path, is_right in places if _is_in_the_way(path, is_right)]
    return [path for path in moved if path is not None]


def _is_in_the_way(path: Path, is_right: Callable[[int], bool]) -> bool:
    try:
        return not is_right(path.stat().st_mode)
    except OSError as error:
        # A link that leads nowhere, or to itself; what cannot be reached now may be all right.
        return error.errno in {errno.ENOENT, errno.ELOOP} and path.is_symlink()


def put_aside(path: Path) -> Path | None:
    """Give what nobody can use another name beside it; return that, None where it stays."""
    for number in ("", *range(2, _MOST_ASIDE + 1)):
        aside = path.with_name(f"{path.stem}.unreadable{number}{path.suffix}")
        if not os.path.lexists(aside):
            with contextlib.suppress(OSError):
                return path.rename(aside)
    return None


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
