"""The first line of a project file: whose it is, which format, and the hash of all of it."""

from __future__ import annotations

from typing import Annotated

import msgspec

from reportdesk.frozen import Frozen
from reportdesk.project import PROJECT_SUFFIX
from reportdesk.project.errors import Damaged, NewerVersion, NotOurs
from reportdesk.project.format.json_text import encode_json
from reportdesk.project.format.migrations import FORMAT, MIN_READER
from reportdesk.project.stamp import digest

APP = "reportdesk"


class FileKind(Frozen, frozen=True):
    """A kind of file of ours: the word in its header, the format written, the oldest that can read it."""

    app: str
    format: int
    min_reader: int
    suffix: str


PROJECT = FileKind(APP, FORMAT, MIN_READER, PROJECT_SUFFIX)

#: The first line is read before anything is known of the file; ours is far shorter.
_LONGEST_LINE_BYTES = 4096
_Natural = Annotated[int, msgspec.Meta(ge=1)]


class Header(msgspec.Struct, frozen=True):
    """What the first line says; `bytes` is the size of the body, `rev` counts the saves."""

    app: str
    bytes: int
    format: _Natural
    min_reader: _Natural
    rev: int
    sha256: str


class TakenApart(Frozen, frozen=True):
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


def seal(body: bytes, rev: int, kind: FileKind = PROJECT) -> bytes:
    """Return a file's bytes: the header with its hash, a newline, the body."""
    fields = {
        "app": kind.app,
        "bytes": len(body),
        "format": kind.format,
        "min_reader": kind.min_reader,
        "rev": rev,
        "sha256": "",
    }
    blank = encode_json(fields, compact=True)
    mark = digest(blank + b"\n" + body)
    return encode_json(fields | {"sha256": mark}, compact=True) + b"\n" + body


def take_apart(data: bytes, kind: FileKind = PROJECT) -> TakenApart:
    """Split a file into header and body; nothing is judged yet."""
    line, _, body = data.partition(b"\n")
    try:
        header = msgspec.json.decode(line, type=Header) if len(line) <= _LONGEST_LINE_BYTES else None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        header = None
    return TakenApart(header if header and header.app == kind.app else None, line, body)


def refuse_unsound(file: TakenApart, where: str, kind: FileKind = PROJECT) -> Header:
    """Return the header of a sound file that this program may read; raise the FileError that says why not."""
    if file.header is None and not _was_ours(file.line, kind):
        remedy = f"请选 {kind.suffix} 文件，或用“打开”读入别的格式"
        raise NotOurs("不是本程序的文件", where=where, remedy=remedy)
    if not file.is_sound or file.header is None:
        raise Damaged(_damage(file), where=where, remedy="请用备份")
    if file.header.min_reader > kind.format:
        what = f"文件是新版程序保存的（格式 {file.header.format}），本程序只认到格式 {kind.format}"
        raise NewerVersion(what, where=where, remedy="请升级程序；文件没有动")
    return file.header


def _was_ours(line: bytes, kind: FileKind) -> bool:
    """Tell whether a damaged first line was a header of this kind, not of another."""
    app = f'"app":"{kind.app}"'.encode()
    return app in line or (b'"app":"' not in line and (b"sha256" in line or APP.encode() in line))


def _damage(file: TakenApart) -> str:
    if file.header is not None and len(file.body) < file.header.bytes:
        return f"文件不完整，应有 {file.header.bytes} 字节，只剩 {len(file.body)} 字节"
    return "文件已损坏，与保存时不一样"
