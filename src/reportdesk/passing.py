"""Folders for what only passes through: an export that is read back, a file that an office program converts.

They lie in the profile, not among everybody's temporary files. Whoever uses one holds a lock of the system
on it; what a program that was ended left behind is taken away by the next one, whatever the clock says.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from reportdesk.profile import PRIVATE_FOLDER, make_private, open_private, profile_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = ".held"
#: Who sweeps may take one away before it is locked; three in a row mean that nothing locks here.
_TRIES = 3


@contextlib.contextmanager
def passing_folder() -> Iterator[Path]:
    """Make a private folder that is gone afterwards; raise OSError.

    Where the profile cannot be written, it is one of the system's temporary folders, as private.
    """
    try:
        held, descriptor = _claim(make_private(_root()))
    except OSError:
        with tempfile.TemporaryDirectory(prefix="reportdesk-") as name:
            yield Path(name)
        return
    try:
        folder = held.with_suffix("")
        folder.mkdir(mode=PRIVATE_FOLDER)
        yield folder
    finally:
        _remove(held, descriptor)
        sweep_passing()


def sweep_passing() -> None:
    """Take away what programs that were ended have left behind."""
    with contextlib.suppress(OSError):
        for held in list(_root().glob(f"*{_HELD}")):
            _sweep(held)
        for folder in list(_root().iterdir()):
            # Made anew after it was swept, by an office program that outlived us: the lock is always there
            # before its folder, and goes after it.
            if folder.suffix != _HELD and not folder.with_suffix(_HELD).exists():
                shutil.rmtree(folder, ignore_errors=True)


def _claim(root: Path) -> tuple[Path, int]:
    """Return a new lock that is ours, and its open file; raise OSError."""
    for _ in range(_TRIES):
        held = root / f"{os.urandom(8).hex()}{_HELD}"
        descriptor = open_private(str(held), os.O_RDWR | os.O_CREAT | os.O_EXCL)
        if _lock(descriptor):
            return held, descriptor
        # Somebody who sweeps was faster, and takes it away; or nothing can be locked here.
        os.close(descriptor)
        held.unlink(missing_ok=True)
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


def _root() -> Path:
    return profile_folder() / "passing"


def _sweep(held: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(held, os.O_RDWR)
        if _lock(descriptor):
            _remove(held, descriptor)
        else:
            os.close(descriptor)


def _remove(held: Path, descriptor: int) -> None:
    """Remove a folder, its lock last; on Windows an open file stays until it is closed."""
    shutil.rmtree(held.with_suffix(""), ignore_errors=True)
    is_gone = not held.with_suffix("").exists()
    if sys.platform != "win32" and is_gone:
        held.unlink(missing_ok=True)
    os.close(descriptor)
    if sys.platform == "win32" and is_gone:
        with contextlib.suppress(OSError):
            held.unlink(missing_ok=True)


def _lock(descriptor: int) -> bool:
    """Lock an open file without waiting; False where somebody holds it, or nobody can."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
