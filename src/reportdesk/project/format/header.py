"""The first line of a project file: whose it is, which format, and the hash of all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import msgspec

from reportdesk.project.disk.safe_write import digest
from reportdesk.project.errors import Damaged, NewerVersion, NotOurs
from reportdesk.project.format.json_text import encode_json
from reportdesk.project.format.migrations import FORMAT, MIN_READER

APP = "reportdesk"

_LONGEST = 4096
_Natural = Annotated[int, msgspec.Meta(ge=1)]


class Header(msgspec.Struct, frozen=True):
    """What the first line says; `bytes` is the size of the body, `rev` counts the saves."""

    app: str
    bytes: int
    format: _Natural
    min_reader: _Natural
    rev: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TakenApart:
    """A project file taken apart; without a header the first line was no header of ours."""

    header: Header | None
    line: bytes
    body: bytes

    @property
    def is_sound(self) -> bool:
        """Tell whether the file is as it was written, to the last bit."""
        if self.header is None:
            return False
        mark = self.header.sha256.encode()
        if len(mark) != len(digest(b"")) or self.line.count(mark) != 1 or len(self.body) != self.header.bytes:
            return False
        return digest(self.line.replace(mark, b"") + b"\n" + self.body) == self.header.sha256


def seal(body: bytes, rev: int) -> bytes:
    """Return a project file's bytes: the header with its hash, a newline, the body."""
    fields = {
        "app": APP,
        "bytes": len(body),
        "format": FORMAT,
        "min_reader": MIN_READER,
        "rev": rev,
        "sha256": "",
    }
    blank = encode_json(fields, compact=True)
    mark = digest(blank + b"\n" + body)
    return encode_json(fields | {"sha256": mark}, compact=True) + b"\n" + body


def take_apart(data: bytes) -> TakenApart:
    """Split a file into header and body; nothing is judged yet."""
    line, _, body = data.partition(b"\n")
    try:
        header = msgspec.json.decode(line, type=Header) if len(line) <= _LONGEST else None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        header = None
    return TakenApart(header if header and header.app == APP else None, line, body)


def refuse_unsound(file: TakenApart, where: str) -> Header:
    """Return the header of a sound file that this program may read; raise the FileError that says why not."""
    if file.header is None and b"sha256" not in file.line and APP.encode() not in file.line:
        raise NotOurs("不是本程序的文件", where=where, remedy="请选 .rdesk 文件，或用“打开”读入别的格式")
    if not file.is_sound or file.header is None:
        raise Damaged(_damage(file), where=where, remedy="请用备份")
    if file.header.min_reader > FORMAT:
        what = f"文件是新版程序保存的（格式 {file.header.format}），本程序只认到格式 {FORMAT}"
        raise NewerVersion(what, where=where, remedy="请升级程序；文件没有动")
    return file.header


def _damage(file: TakenApart) -> str:
    if file.header is not None and len(file.body) < file.header.bytes:
        return f"文件不完整，应有 {file.header.bytes} 字节，只剩 {len(file.body)} 字节"
    return "文件已损坏，与保存时不一样"
