"""What can go wrong with a file, each told apart because the remedy differs."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.errors import FileError

if TYPE_CHECKING:
    from reportdesk.project.stamp import Stamp


class NotOurs(FileError):
    """The file is of another program, or holds no report."""


class Damaged(FileError):
    """The file is ours but not as it was written; `backup` is a good older copy, if one lies beside it."""

    backup: Path | None = None


class NewerVersion(FileError):
    """The file needs a newer reportdesk."""


class ChangedOnDisk(FileError):
    """Somebody wrote the file since it was last read or saved here."""


class DiskFull(FileError):
    """There is no room for the file, or a quota or size limit forbids it."""


class NoPermission(FileError):
    """The file or its folder may not be read or written by this user."""


class Missing(FileError):
    """The file, or the folder it should go into, is not there."""


class InUse(FileError):
    """Another program has the file open, and the system keeps others off it meanwhile."""


class Unconfirmed(FileError):
    """The file was replaced but could not be confirmed to be safe; `stamp` is what was written, if known."""

    stamp: Stamp | None = None


_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
#: Windows: somebody has the file open without sharing it, or holds a part of it.
_WINDOWS_SHARING = {32, 33}
#: Windows: ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL.
_WINDOWS_NO_ROOM = {39, 112}
_IN_USE = ("文件正在别的程序里打开（如 Word、WPS）", "请在那个程序里关闭它后再试，或另存为别的名字")
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ABSENT = {errno.ENOENT, errno.ENOTDIR}
#: A share, a stick or its server is gone.
_CUT_OFF = (
    "ESTALE EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENETRESET ENOTCONN ETIMEDOUT ECONNABORTED"
    " ECONNREFUSED ECONNRESET ESHUTDOWN EREMOTEIO ECOMM ENOLINK ENODEV ENXIO ENOMEDIUM"
)
_NO_MEANS = "EMFILE ENFILE ENOMEM EAGAIN"


def _numbers(names: str) -> Iterator[int]:
    """Yield what these errors are here; not every system has all of them."""
    return (getattr(errno, name) for name in names.split() if hasattr(errno, name))


_REASONS = {
    **dict.fromkeys(
        _numbers(_CUT_OFF),
        ("它所在的网络盘或 U 盘连不上", "请看网络盘或 U 盘是否还连着，重新连上后再试"),
    ),
    **dict.fromkeys(
        _numbers(_NO_MEANS),
        ("电脑的内存或能同时打开的文件不够了", "请关掉一些别的程序后再试"),
    ),
    errno.EEXIST: ("那里有一个同名的文件，不是文件夹", "请把那个文件改名，或换一个位置"),
    errno.EISDIR: ("这是一个文件夹，不是文件", "请选一个文件"),
    errno.ENAMETOOLONG: ("文件名太长", "请换一个短一些的文件名"),
    errno.EIO: ("磁盘或网络读写出错", "请检查磁盘、U 盘或网络后再试"),
    errno.ELOOP: ("快捷链接绕成了圈", "请选真正的文件"),
    errno.EBUSY: ("文件正被别的程序使用", "请关闭那个程序后再试"),
}


def cannot_read(error: OSError, path: Path) -> FileError:
    """Tell why a file cannot be read."""
    if getattr(error, "winerror", None) in _WINDOWS_SHARING:
        what, remedy = _IN_USE
        return InUse(f"读不了：{what}", where=str(path), remedy=remedy)
    if error.errno in _ABSENT:
        return Missing("找不到这个文件", where=str(path), remedy="请检查文件名和位置")
    if error.errno in _FORBIDDEN:
        return NoPermission("没有读这个文件的权限", where=str(path), remedy="请找管理员开通")
    what, remedy = _reason(error)
    return FileError(f"读不了：{what}", where=str(path), remedy=remedy)


def cannot_write(error: OSError, path: Path, undone: str = "没有保存") -> FileError:
    """Tell why a file cannot be written and what is `undone`; the caller vouches that the old file stands."""
    where = str(path)
    if getattr(error, "winerror", None) in _WINDOWS_SHARING:
        what, remedy = _IN_USE
        return InUse(f"{what}，{undone}", where=where, remedy=remedy)
    if error.errno in _NO_ROOM or getattr(error, "winerror", None) in _WINDOWS_NO_ROOM:
        return DiskFull(f"磁盘空间不够，{undone}", where=where, remedy="请腾出空间，或另存到别处")
    if error.errno in _FORBIDDEN:
        return NoPermission(f"没有写入的权限，{undone}", where=where, remedy="请另存到自己的文件夹")
    if error.errno in _ABSENT:
        return Missing(
            f"文件夹不在了，{undone}", where=where, remedy="请看 U 盘或网络盘是否还连着，或另存到别处"
        )
    what, remedy = _reason(error)
    return FileError(f"{undone}：{what}", where=where, remedy=remedy)


def _reason(error: OSError) -> tuple[str, str]:
    reason = _REASONS.get(error.errno or 0)
    return reason or (f"系统说“{error.strerror or error}”", "请换一个位置再试")
