"""Where the programs of one clerk meet: a name that only those find that should be one program.

Another version, another profile, another desktop session or machine is another program. On Linux the place is
a socket in a folder that nobody else may enter, on Windows a pipe with the rights of its owner.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from reportdesk import __version__
from reportdesk.profile import PRIVATE_FOLDER, machine_name, make_private, profile_folder, settings_folder

#: A socket's address may take 107 bytes on Linux; ours has 28 after the folder, and Qt's passing one 8 more.
_LONGEST_BYTES = 71
_DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SESSIONNAME", "REPORTDESK_TEMPLATES")


class Meeting(NamedTuple):
    """A place to meet: the name of a local server, and the file whose lock says that it is served."""

    name: str
    lock: Path

    @property
    def may_be_served(self) -> bool:
        """Tell whether it is worth asking there; a pipe of Windows cannot be seen without."""
        return sys.platform == "win32" or os.path.exists(self.name)  # noqa: PTH110 - it is a socket


def meeting_place() -> Meeting | None:
    """Return where to meet; None where there is no folder of one's own for it."""
    mark = _mark()
    try:
        if sys.platform == "win32":
            return Meeting(f"reportdesk-{mark}", make_private(profile_folder()) / "running")
        folder = _own_folder()
    except OSError:
        return None
    if folder is None or len(os.fsencode(folder)) > _LONGEST_BYTES:
        return None
    return Meeting(str(folder / f"reportdesk-{mark}"), folder / f"reportdesk-{mark}.lock")


def _mark() -> str:
    """Return what tells one program from another, as a short hash."""
    parts = [
        __version__,
        str(Path(profile_folder()).absolute()),
        str(Path(settings_folder()).absolute()),
        machine_name(),
        *(os.environ.get(name, "") for name in _DESKTOP),
    ]
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _own_folder() -> Path | None:
    """Return a folder that is this user's alone: that of the session, or one among the temporary files."""
    if sys.platform == "win32":
        return None
    session = os.environ.get("XDG_RUNTIME_DIR")
    if session and _is_ours(Path(session)):
        return Path(session)
    folder = Path(tempfile.gettempdir()) / f"reportdesk-{os.getuid()}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(PRIVATE_FOLDER)
    return folder if _is_ours(folder) else None


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder, not one that a link leads to, is of this user and closed to all others."""
    if sys.platform == "win32":
        return False
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
