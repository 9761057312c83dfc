"""A new file beside the one that it is to replace: written, synced, read back; gone unless it was moved."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from reportdesk.profile import PRIVATE_FILE
from reportdesk.project.disk import windows
from reportdesk.project.disk.held import patiently
from reportdesk.project.disk.save_lock import file_mark

_PASSING_END = ".tmp"


class FreshFile(NamedTuple):
    """A file that is on the disk for good, and the digest of what it holds."""

    path: Path
    sha256: str


@contextlib.contextmanager
def fresh_file(
    target: Path, blocks: Iterable[bytes], old: os.stat_result | None, *, private: bool = False
) -> Iterator[FreshFile]:
    """Write a synced file beside the target, read it back, and take it away unless it was moved.

    It gets the rights and the owner of the `old` file; raise OSError.
    """
    fresh = passing_name(target)
    mode = PRIVATE_FILE if private or old is not None else 0o666
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        try:
            written = _write_all(descriptor, blocks)
            if private:
                _set_rights(descriptor, PRIVATE_FILE)
            elif old is not None:
                _take_over_owner(descriptor, old)
                _set_rights(descriptor, stat.S_IMODE(old.st_mode))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        windows.hide(fresh)
        if digest_of_file(fresh) != written:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        yield FreshFile(fresh, written)
    finally:
        with contextlib.suppress(OSError):
            patiently(lambda: fresh.unlink(missing_ok=True))


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of what a file holds, in hexadecimal; raise OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def passing_name(target: Path) -> Path:
    """Return a name beside a target that nobody uses; whoever saves the target next sweeps what has one."""
    return target.with_name(f"{_passing_start(target)}{os.urandom(4).hex()}{_PASSING_END}")


def passing_files(target: Path) -> list[Path]:
    """Return what has such a name beside a target: saves that were ended left it. Raise OSError."""
    start = _passing_start(target)
    beside = target.parent.iterdir()
    return [file for file in beside if file.name.startswith(start) and file.name.endswith(_PASSING_END)]


def _passing_start(target: Path) -> str:
    return f"{file_mark(target)}-"


def _write_all(descriptor: int, blocks: Iterable[bytes]) -> str:
    """Write until every byte is out, for on a full disk a call may take few; return the digest of all."""
    seen = sha256()
    for block in blocks:
        seen.update(block)
        rest = memoryview(block)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    return seen.hexdigest()


def _take_over_owner(descriptor: int, old: os.stat_result) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(PermissionError):
            os.fchown(descriptor, old.st_uid, old.st_gid)


def _set_rights(descriptor: int, mode: int) -> None:
    if sys.platform != "win32":
        os.fchmod(descriptor, mode)
