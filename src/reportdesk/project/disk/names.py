"""Names of files: what lies beside a document, and what Windows cannot hold."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from reportdesk.errors import FileError

#: What a name may take on every file system in use here, in bytes of UTF-8.
LONGEST_BYTES = 255

#: Letters of a hash: two names cut alike meet once in four thousand million.
_CUT_MARK = 8
_NOT_ON_WINDOWS = '<>:"/\\|?*'
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)


def file_beside(path: Path, *, before: str = "", after: str = "") -> Path:
    """Return the file beside another whose name is its name with something `before` or `after` it.

    A name that would be too long is cut, and told from others by a piece of its hash.
    """
    name = path.name
    room = LONGEST_BYTES - len(os.fsencode(before + after))
    if len(os.fsencode(name)) > room:
        mark = "~" + sha256(os.fsencode(name)).hexdigest()[:_CUT_MARK]
        while len(os.fsencode(name + mark)) > room:
            name = name[:-1]
        name += mark
    return path.with_name(f"{before}{name}{after}")


def the_same_file(path: Path, others: Iterable[Path]) -> Path | None:
    """Return which of some files a path leads to, by another spelling, link or name; None if to none.

    A disk that does not answer keeps whoever asks waiting.
    """
    real = os.path.realpath(path)
    for other in others:
        with contextlib.suppress(OSError, ValueError):
            if real == os.path.realpath(other) or path.samefile(other):
                return other
    return None


def refuse_name(path: Path, *, is_windows: bool = sys.platform == "win32") -> None:
    """Raise FileError for a name that Windows takes for something else than a file, or cannot hold."""
    if is_windows and (trouble := trouble_on_windows(path.name)):
        raise FileError(f"{trouble}，没有保存", where=str(path), remedy="请换一个文件名")


def trouble_on_windows(name: str) -> str:
    """Return what is wrong with a file's name on Windows, in words; "" if nothing is."""
    found = next((letter for letter in name if letter in _NOT_ON_WINDOWS or letter < " "), "")
    if found:
        shown = f"“{found}”" if found.isprintable() else "看不见的控制字符"
        return f"文件名里不能有{shown}"
    if name.partition(".")[0].rstrip(" ").lower() in _DEVICES:
        return f"“{name.partition('.')[0]}”在 Windows 上是设备名，不能做文件名"
    if name.endswith((".", " ")):
        return "文件名不能以点或空格结尾"
    return ""
