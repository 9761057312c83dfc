"""The lock of an open document: a file beside it that says who works on it, and where.

It is advice for people. What keeps one save from undoing another is the hash of what is on disk.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import msgspec

from reportdesk.errors import FileError
from reportdesk.frozen import Frozen
from reportdesk.profile import PRIVATE_FILE, read_at_most
from reportdesk.project.disk import windows
from reportdesk.project.disk.names import file_beside
from reportdesk.project.disk.owner import Life, Owner, this_process, user_named
from reportdesk.project.disk.save_lock import save_lock
from reportdesk.project.errors import cannot_write
from reportdesk.report.dates import moment_of

#: Who holds a file, where and since when; what is longer was written by something else.
_LONGEST_BYTES = 10_000


class Locked(FileError):
    """Somebody has the document open, or may have; `owner` says who and where.

    `may_be_over` tells that the owner is of this machine, or a clone of it, and of a start that nobody knows:
    whoever knows that nothing else has the document open may remove the lock.
    """

    owner: Owner
    may_be_over: bool = False


class LockDamaged(FileError):
    """There is a lock that nobody can read; it may be removed if nobody has the document open."""


class _LockFile(msgspec.Struct, frozen=True):
    """What a lock file holds; `token` tells this lock from every other."""

    app: str
    token: str
    owner: Owner


class DocumentLock(Frozen, frozen=True):
    """A lock that this process holds; whoever made it releases it."""

    path: Path
    token: str

    def is_held(self) -> bool:
        """Tell whether the lock is still there and ours."""
        try:
            mark = _read(lock_file(self.path))
        except (OSError, LockDamaged):
            return False
        return mark is not None and mark.token == self.token

    def release(self) -> None:
        """Give the document free; a lock that is no longer ours stays."""
        with contextlib.suppress(OSError, FileError), save_lock(lock_file(self.path)):
            if self.is_held():
                lock_file(self.path).unlink()


def lock_file(path: Path) -> Path:
    """Return where the lock of a document lies."""
    target = Path(os.path.realpath(path))
    return file_beside(target, before=".~", after=".lock")


def lock_document(path: Path) -> DocumentLock:
    """Lock a document for editing; a lock whose owner is dead is taken over.

    Raise Locked with its owner, LockDamaged, or what kept the lock from being written: NoPermission,
    DiskFull, Missing.
    """
    file = lock_file(path)
    try:
        with save_lock(file):
            mark = _read(file)
            if mark is not None and mark.owner.life() is not Life.GONE:
                raise _locked(path, mark.owner)
            if mark is not None:
                file.unlink()
            return _create(path, file)
    except OSError as error:
        raise cannot_write(error, path, "没能登记为正在使用") from error


def remove_lock(path: Path) -> None:
    """Take away the lock of a document, whosever it is; raise FileError if that cannot be."""
    file = lock_file(path)
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(error, file, "没能删掉锁文件") from error


def _create(path: Path, file: Path) -> DocumentLock:
    mark = _LockFile("reportdesk", os.urandom(12).hex(), this_process())
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        data = msgspec.json.encode(mark)
        while data:
            data = data[os.write(descriptor, data) :]
    except BaseException:
        os.close(descriptor)
        file.unlink(missing_ok=True)
        raise
    os.close(descriptor)
    windows.hide(file)
    return DocumentLock(path, mark.token)


def _read(file: Path) -> _LockFile | None:
    """Return what a lock file says, None if there is none; raise LockDamaged, OSError.

    That of another user cannot be read: the system says whose it is, and since when.
    """
    try:
        return msgspec.json.decode(read_at_most(file, _LONGEST_BYTES), type=_LockFile)
    except FileNotFoundError:
        return None
    except PermissionError:
        found = file.stat()
        since = f"{moment_of(found.st_mtime):%Y-%m-%d %H:%M}"
        return _LockFile("reportdesk", "", Owner("", 0, user_named(found.st_uid), since))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        remedy = "如果确定没有别人打开，可以删掉锁文件"
        raise LockDamaged("锁文件坏了，看不出谁在使用", where=str(file), remedy=remedy) from error


def _locked(path: Path, owner: Owner) -> Locked:
    what = "这份年报已在本程序的另一个窗口里打开" if owner.is_this_process() else f"{owner.words}正在编辑"
    error = Locked(what, where=str(path), remedy="可以只读打开，或等对方关闭后再打开")
    error.owner = owner
    error.may_be_over = owner.is_of_this_machine() and owner.life() is Life.UNKNOWN
    return error
