"""The newest version of the program that has used this profile, so that an older one can say so."""

from __future__ import annotations

import contextlib
from pathlib import Path

from reportdesk import __version__
from reportdesk.errors import ReportDeskError
from reportdesk.patterns import late
from reportdesk.profile import profile_folder, read_at_most
from reportdesk.project.disk.private import write_private

_VERSION = late(r"\d{1,6}(?:\.\d{1,6}){1,3}")
#: A version is far shorter.
_MOST_BYTES = 100


def newer_version_seen(now: str = __version__) -> str:
    """Return the version that used this profile, where it is newer than the present one; "" otherwise."""
    seen = _seen()
    return seen if seen and _order(seen) > _order(now) else ""


def note_version(now: str = __version__) -> None:
    """Remember that a version uses this profile, unless a newer one did; without rights it is forgotten."""
    seen = _seen()
    if not seen or _order(seen) < _order(now):
        with contextlib.suppress(OSError, ReportDeskError):
            write_private(_file(), f"{now}\n".encode("ascii"))


def _seen() -> str:
    try:
        found = _VERSION.match(read_at_most(_file(), _MOST_BYTES).decode("ascii", "replace"))
    except OSError:
        return ""
    return found[0] if found else ""


def _order(version: str) -> tuple[int, ...]:
    found = _VERSION.match(version)
    return tuple(map(int, found[0].split("."))) if found else ()


def _file() -> Path:
    return profile_folder() / "version.txt"
