"""Write a file whole or not at all: project files, exports and settings all go through here.

One save at a time: a lock of the system holds others off from the moment when the hash of what is on disk
is compared until what was written is read back. The hash is the truth, the lock closes the gap after it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.project.disk import windows
from reportdesk.project.disk.fresh import digest_of_file, fresh_file, passing_files, passing_name
from reportdesk.project.disk.held import move_patiently
from reportdesk.project.disk.names import file_beside, refuse_name
from reportdesk.project.disk.save_lock import save_lock
from reportdesk.project.errors import ChangedOnDisk, NoPermission, Unconfirmed, cannot_read, cannot_write
from reportdesk.project.stamp import digest

#: How a name tells its kind; what else stands after a point is a number or a word of the name.
_KIND = re.compile(r"\.[a-z][a-z0-9]{1,5}")
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


def backup_of(path: Path) -> Path:
    """Return where the version before the last save is kept."""
    return file_beside(path, after=".bak")


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """Return a file's bytes; raise FileError that says why they can't be had, or that there are too many."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise FileError("这不是普通文件", where=str(path), remedy="请选一个文件")
        if most is not None and found.st_size > most:
            size = f"文件有 {found.st_size // 1_000_000} MB，年报不会超过 {most // 1_000_000} MB"
            raise FileError(size, where=str(path), remedy="请选另一个文件")
        return path.read_bytes()
    except OSError as error:
        raise cannot_read(error, path) from error


def safe_write(
    path: Path,
    data: bytes | Iterable[bytes],
    *,
    expected: str | None = None,
    keep_backup: bool = True,
    private: bool = False,
) -> str:
    """Replace a file by `data`, old or new at any moment; return the digest of what is on disk now.

    What is too large for the memory comes in blocks.

    `expected` is the digest that was last read or written: raise ChangedOnDisk if the file is another by
    now. A symbolic link is followed, the old file's permissions stay, and `keep_backup` leaves it beside
    as `NAME.bak`; only its owner may read a file that is `private`. Raise another FileError while the
    old file still stands untouched, Unconfirmed after it.
    """
    refuse_name(path)
    blocks = (data,) if isinstance(data, bytes) else data
    try:
        target = Path(os.path.realpath(path))
        with save_lock(target) as is_alone:
            if is_alone:
                _sweep(target)
            _refuse_other_kind(target, path)
            old = _inspect(target, path)
            _refuse_changed(target, path, old, expected)
            if old is not None:
                _refuse_held(target)
            with fresh_file(target, blocks, old, private=private) as fresh:
                if keep_backup and old is not None:
                    _keep(target, old)
                _replace(fresh.path, target)
            _confirm(target, fresh.sha256, path)
    except OSError as error:
        raise cannot_write(error, path) from error
    return fresh.sha256


def _sweep(target: Path) -> None:
    """Take away what a save of this target left behind when its process was ended."""
    with contextlib.suppress(OSError):
        for left in passing_files(target):
            with contextlib.suppress(OSError):
                left.unlink()


def _refuse_changed(target: Path, path: Path, old: os.stat_result | None, expected: str | None) -> None:
    if old is not None and expected is not None and digest(target.read_bytes()) != expected:
        raise ChangedOnDisk("文件已被别人改过，没有保存", where=str(path), remedy="请另存，或重新打开后再改")


def _refuse_other_kind(target: Path, path: Path) -> None:
    """Refuse a link that is named as one kind of file and leads to one of another kind."""
    asked, there = path.suffix.lower(), target.suffix.lower()
    if asked != there and _KIND.fullmatch(asked) and _KIND.fullmatch(there):
        what = f"“{path.name}”是一个链接，指向“{target.name}”，那是另一种文件，没有保存"
        raise FileError(what, where=str(path), remedy="请换一个文件名")


def _inspect(target: Path, path: Path) -> os.stat_result | None:
    """Return what the target is now, None if it is not there; refuse what must not be replaced."""
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(old.st_mode):
        raise FileError("这不是普通文件，没有保存", where=str(path), remedy="请换一个文件名")
    if not old.st_mode & stat.S_IWUSR or not os.access(target, os.W_OK):
        raise NoPermission(
            "文件是只读的，没有保存", where=str(path), remedy="请另存为别的名字，或去掉只读属性"
        )
    return old


def _keep(target: Path, old: os.stat_result) -> None:
    """Keep the present version as the backup: as a second name of it, or as a synced copy."""
    second = passing_name(target)
    try:
        os.link(target, second)
    except OSError:
        with fresh_file(target, (target.read_bytes(),), old) as copy:
            _replace(copy.path, backup_of(target))
        return
    try:
        _replace(second, backup_of(target))
    finally:
        # Renaming a file over another name of itself leaves both names.
        second.unlink(missing_ok=True)


def _replace(fresh: Path, target: Path) -> None:
    """Move a file over another in one step; on Windows wait a little for whoever has it open."""
    windows.hide(fresh, hidden=False)
    move_patiently(lambda: fresh.replace(target), target)


def _refuse_held(target: Path) -> None:
    """Raise OSError where Windows lets nobody move the target, by moving it to where it is.

    Asked before anything is made beside it: a second name of such a file could not be taken away again.
    """
    move_patiently(lambda: target.rename(target), target)


def _confirm(target: Path, sha256: str, path: Path) -> None:
    """Make the folder's change last and read the file back."""
    try:
        _sync_folder(target.parent)
        is_there = digest_of_file(target) == sha256
    except OSError as error:
        raise _unconfirmed(path) from error
    if not is_there:
        raise _unconfirmed(path)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _unconfirmed(path: Path) -> Unconfirmed:
    return Unconfirmed("已经写入，但没能确认", where=str(path), remedy="请再保存一次，或另存到别的磁盘")
