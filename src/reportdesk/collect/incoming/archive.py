"""A .zip of reports, read where it lies: names in UTF-8 or GBK, members under guard, one at a time."""

from __future__ import annotations

import posixpath
import stat
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.project.errors import cannot_read
from reportdesk.readers.protocol import Source

#: A province has ten thousand units; more members than this are no collection.
_MOST_MEMBERS = 50_000
_LARGEST_MEMBER_BYTES = 100 * 1024 * 1024
#: Reports hardly shrink further: they are packages themselves. Below the size a high ratio is harmless.
_HIGHEST_RATIO = 200
_RATIO_COUNTS_FROM_BYTES = 1024 * 1024
_CHUNK_BYTES = 256 * 1024
_IN_UTF8 = 0x800
_ENCRYPTED = 0x1
#: The part that every Office file has.
CONTENT_TYPES = "[Content_Types].xml"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
#: What to do about an archive that is not read.
UNPACK = "请解压后把里面的报告放进文件夹"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the archive: its name as people see it, when it was written (s since 1970), its bytes."""

    name: str
    written: float
    size: int
    entry: zipfile.ZipInfo


class Archive:
    """An open archive; members are inflated in memory, one after the other, by whichever thread asks."""

    def __init__(self, path: Path) -> None:
        """Look at the directory alone; raise FileError for a file that is no sound archive."""
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise cannot_read(error, path) from error
        except _BROKEN as error:
            raise FileError("压缩包已损坏", where=str(path), remedy=UNPACK) from error
        if len(self._zip.infolist()) > _MOST_MEMBERS:
            raise FileError(f"压缩包里超过 {_MOST_MEMBERS} 个文件，不读取", where=str(path), remedy=UNPACK)

    @property
    def is_document(self) -> bool:
        """Tell whether this is an Office file that is named .zip."""
        return CONTENT_TYPES in self._zip.namelist()

    def members(self) -> Iterator[Member]:
        """Yield the files in the archive by name, each name once."""
        named = {}
        for entry in self._zip.infolist():
            name = _name(entry)
            if not entry.is_dir() and name and name not in named:
                named[name] = Member(name, _time(entry), entry.file_size, entry)
        yield from (named[name] for name in sorted(named))

    def load(self, member: Member, where: str) -> Source:
        """Inflate a member; raise FileError for one that is unsafe, locked or damaged."""
        _refuse_unsafe(member, where)
        chunks, size = [], 0
        try:
            with self._zip.open(member.entry) as opened:
                while chunk := opened.read(_CHUNK_BYTES):
                    size += len(chunk)
                    _refuse_swelling(member, size, where)
                    chunks.append(chunk)
        except (*_BROKEN, OSError) as error:
            raise FileError("压缩包里的这个文件已损坏", where=where, remedy=UNPACK) from error
        data = b"".join(chunks)
        if not data.strip(b"\0\t\n\r "):
            raise FileError("文件是空的", where=where, remedy="请确认选对了文件")
        return Source(Path(where), data)


def _name(entry: zipfile.ZipInfo) -> str:
    """Return a member's name as people see it: Windows packs in GBK, others in UTF-8 without saying so."""
    name = entry.orig_filename
    if not entry.flag_bits & _IN_UTF8:
        with suppress(UnicodeEncodeError):
            raw = name.encode("cp437")
            for encoding in ("utf-8", "gb18030"):
                with suppress(UnicodeDecodeError):
                    name = raw.decode(encoding)
                    break
    plain = posixpath.normpath(name.replace("\\", "/").replace("\0", "")).lstrip("/")
    return "/".join(part for part in plain.split("/") if part not in {"..", "."})


def _time(entry: zipfile.ZipInfo) -> float:
    try:
        return time.mktime((*entry.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        return 0.0


def _refuse_unsafe(member: Member, where: str) -> None:
    if member.entry.flag_bits & _ENCRYPTED:
        raise FileError("压缩包加了密码", where=where, remedy="请解压后把里面的报告放进文件夹")
    if stat.S_ISLNK(member.entry.external_attr >> 16):
        raise FileError("压缩包里的这个文件是一个链接，不读取", where=where, remedy=UNPACK)
    if member.size > _LARGEST_MEMBER_BYTES:
        raise FileError("文件超过 100 MB，不像一份年度报告", where=where, remedy=UNPACK)


def _refuse_swelling(member: Member, size: int, where: str) -> None:
    is_swollen = size > _RATIO_COUNTS_FROM_BYTES and size > _HIGHEST_RATIO * max(
        member.entry.compress_size, 1
    )
    if size > _LARGEST_MEMBER_BYTES or is_swollen:
        raise FileError("压缩包里的这个文件压缩得不合常理，不读取", where=where, remedy=UNPACK)
