"""Places as seen from a portable program: a stick that is E: today and F: tomorrow keeps what belongs to it.

A file on the program's own disk is noted by its way from the program's folder, with `/`, such as
`../年报/2024.rdesk`; what lies on another disk has no such place.
"""

from __future__ import annotations

import ntpath
import os
import posixpath
from pathlib import Path, PurePath, PureWindowsPath

from reportdesk.profile import portable_program


def portable_place(path: Path) -> str:
    """Return the place of a file or folder on a portable program's own disk; "" for every other."""
    folder, program = portable_program(), _program()
    if folder is None or program is None:
        return ""
    # Another drive may not answer: it is not asked. A drive's letter may stand for a share.
    if path.absolute().drive.lower() not in {folder.absolute().drive.lower(), program.drive.lower()}:
        return ""
    real = Path(os.path.realpath(path))
    return seen_from(program, real) if _disk(real) == _disk(program) else ""


def at_place(place: str) -> Path | None:
    """Return where a place is today; None where there is none, or the program is not portable."""
    program = _program() if place else None
    return Path(os.path.normpath(program / place)) if program is not None else None


def travelled(once: Path, place: str) -> Path:
    """Return where a file is today that was once at `once`, and at `place` as seen from the program.

    It may have gone with the program to another drive, or the program alone to another folder.
    """
    today = at_place(place)
    if today is None or portable_place(once) == place:
        return once
    is_elsewhere = not today.exists() and portable_place(once) and once.exists()
    return once if is_elsewhere else today


def seen_from(folder: PurePath, file: PurePath) -> str:
    """Return the way from a folder to a file; "" where they are on two drives of Windows."""
    if folder.drive.lower() != file.drive.lower():
        return ""
    if isinstance(folder, PureWindowsPath):
        return ntpath.relpath(file, folder).replace("\\", "/")
    return posixpath.relpath(file, folder)


def _program() -> Path | None:
    folder = portable_program()
    return Path(os.path.realpath(folder)) if folder is not None else None


def _disk(path: Path) -> str:
    """Return what tells a path's disk from others: its drive, elsewhere where it is mounted."""
    if path.drive:
        return path.drive.lower()
    return next(str(each) for each in (path, *path.parents) if each == each.parent or os.path.ismount(each))
