"""A lock for the moment of a save, held by the system: it goes with the process that holds it."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.project.disk import windows

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

#: A save on a slow share takes seconds; who holds longer hangs, and the clerk is told.
_PATIENCE_S = 10.0
#: Between two tries; a save on a disk of this machine takes longer.
_PAUSE_S = 0.01
#: A file system without locks: the save goes on, and the hash of what is on disk guards alone.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class SaveInProgress(FileError):
    """Somebody else has been saving the same file for so long that we gave up; nothing was written."""


def file_mark(target: Path) -> str:
    """Return what the names of all passing files beside a target begin with."""
    return f".{sha256(target.name.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}"


@contextlib.contextmanager
def save_lock(target: Path, patience: float = _PATIENCE_S) -> Iterator[bool]:
    """Be the only one who saves a target; yields whether the file system really holds others off.

    Raise OSError if the lock's file cannot be made, SaveInProgress after `patience` seconds.
    """
    file = target.with_name(f"{file_mark(target)}.saving")
    descriptor, is_held = _wait_for(file, target, time.monotonic() + patience)
    try:
        yield is_held
    finally:
        _release(descriptor, file)


def _release(descriptor: int, file: Path) -> None:
    """Free the lock and take its file away; a failure here says nothing about what was saved."""
    # Windows refuses to remove an open file, elsewhere it must go while it is still held.
    steps: list[Callable[[], None]] = [file.unlink, partial(os.close, descriptor)]
    for step in reversed(steps) if sys.platform == "win32" else steps:
        with contextlib.suppress(OSError):
            step()


def _wait_for(file: Path, target: Path, deadline: float) -> tuple[int, bool]:
    while True:
        descriptor = _open(file)
        try:
            is_locked = _lock(descriptor)
            if is_locked is None:
                return descriptor, False
            if is_locked and _is_still(descriptor, file):
                return descriptor, True
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        if time.monotonic() > deadline:
            raise SaveInProgress("别人正在保存这个文件，没有保存", where=str(target), remedy="请稍等再保存")
        time.sleep(_PAUSE_S)


def _open(file: Path) -> int:
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        # What a colleague's program made may still be read, and that is enough to lock it.
        if not file.exists():
            raise
        return os.open(file, os.O_RDONLY)
    windows.hide(file)
    return descriptor


def _lock(descriptor: int) -> bool | None:
    """Lock an open file without waiting; None where the file system has no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        if error.errno in _NO_LOCKS:
            return None
        raise
    return True


def _is_still(descriptor: int, file: Path) -> bool:
    """Tell whether the file that was locked is still the one of that name, not one removed meanwhile."""
    try:
        named = file.stat()
    except FileNotFoundError:
        return False
    return sys.platform == "win32" or os.path.samestat(os.fstat(descriptor), named)
