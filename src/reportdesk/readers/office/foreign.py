"""Files of old and of other office programs, made new ones first by an office program that is installed.

Word and WPS files from before .docx, Excel and WPS sheets from before .xlsx, rich text, and OpenDocument,
packed or flat.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.errors import FileError
from reportdesk.patterns import late
from reportdesk.readers.office.ole import SIGNATURE, top_streams
from reportdesk.readers.protocol import Source

if TYPE_CHECKING:
    from reportdesk.readers.found.blocks import FoundDocument

_RTF = b"{\\rtf"
_ODF = b"application/vnd.oasis.opendocument."
_MIME_PART = b"mimetype"
_NAME_AT = 30
_MIME_BYTES = 200
_ODF_KIND = late(rb"application/vnd\.oasis\.opendocument\.([a-z]+)")
_FLAT = late(rb"<office:document[\s>]")
#: What kind of file it is stands in its first lines.
_HEAD_BYTES = 8192
_FORBIDDEN_XML = late(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_NOT_A_REPORT = "请选择年度报告"


class _ForeignKind(NamedTuple):
    """A kind of file: its suffix, what it is converted to, and what a clerk calls it."""

    suffix: str
    wanted: str
    name: str

    @property
    def remedy(self) -> str:
        """Return what to do by hand."""
        programs = "Word 或 WPS" if self.wanted == "docx" else "Excel 或 WPS"
        return f"请在 {programs} 里打开它，另存为 .{self.wanted}，再读"


_DOC = _ForeignKind("doc", "docx", "旧版 Word 或 WPS 文件")
_XLS = _ForeignKind("xls", "xlsx", "旧版 Excel 或 WPS 表格")
_RICH_TEXT = _ForeignKind("rtf", "docx", "RTF 文件")
_OPEN = {
    b"text": _ForeignKind("odt", "docx", "OpenDocument 文字文件"),
    b"spreadsheet": _ForeignKind("ods", "xlsx", "OpenDocument 表格"),
}
_FLAT_OPEN = {
    b"text": _ForeignKind("fodt", "docx", "OpenDocument 文字文件"),
    b"spreadsheet": _ForeignKind("fods", "xlsx", "OpenDocument 表格"),
}
#: What the streams at the top of an old file say, in this order.
_STREAMS: tuple[tuple[str, _ForeignKind], ...] = (("WordDocument", _DOC), ("Workbook", _XLS), ("Book", _XLS))
_REFUSED_STREAMS = {
    "EncryptedPackage": ("文件加了密码", "请去掉密码后另存为 .docx"),
    "PowerPoint Document": ("这是演示文稿", _NOT_A_REPORT),
}


class ForeignReader:
    """A file of an old or another office program."""

    suffixes = (".doc", ".wps", ".wpt", ".rtf", ".odt", ".fodt", ".xls", ".et", ".ods", ".fods")

    def accepts(self, source: Source) -> bool:
        """Tell such a file by its first bytes alone."""
        data = source.data
        return data.startswith((SIGNATURE, _RTF)) or _is_open(data) or _is_flat(data)

    def get_ready(self) -> None:
        """Load nothing: a file of this kind is one of another once it was converted."""

    def find(self, source: Source) -> FoundDocument:
        """Return what stands in the file as converted; raise FileError, also without an office program."""
        # Late: whoever only asks whether a file is of this kind needs neither.
        from reportdesk.readers.office.docx import find_in_word
        from reportdesk.readers.office.xlsx import find_in_workbook

        converted = convert_foreign(source)
        if foreign_kind(source).wanted == "xlsx":
            return find_in_workbook(converted.package)
        return find_in_word(converted.package)


def convert_foreign(source: Source) -> Source:
    """Return the file as the .docx or .xlsx that an office program makes of it; raise FileError."""
    from reportdesk.office import Conversion, find_office

    kind = foreign_kind(source)
    office = find_office()
    if not office:
        problem = f"这是{kind.name}，要先转换，但这台电脑上没有找到 LibreOffice"
        raise FileError(problem, where=source.where, remedy=kind.remedy)
    conversion = Conversion(source.data, kind.suffix, kind.wanted, source.where, kind.remedy)
    return Source(source.path, conversion.run(office), source.rescue)


def foreign_kind(source: Source) -> _ForeignKind:
    """Return the kind of a file that is accepted; raise FileError for one that is refused."""
    data = source.data
    if data.startswith(_RTF):
        return _RICH_TEXT
    if data.startswith(SIGNATURE):
        return _old_kind(source)
    said = _ODF_KIND.search(_first_part(data) or data[:_HEAD_BYTES])
    kind = (_OPEN if _is_open(data) else _FLAT_OPEN).get(said[1] if said else b"")
    if kind is None:
        what = "这是 OpenDocument 文件，但不是文字也不是表格"
        raise FileError(what, where=source.where, remedy=_NOT_A_REPORT)
    if kind.suffix.startswith("f") and _FORBIDDEN_XML.search(data):
        raise FileError("文件里有不该有的声明（DTD）", where=source.where, remedy=kind.remedy)
    return kind


def _is_open(data: bytes) -> bool:
    return _first_part(data).startswith(_ODF)


def _first_part(data: bytes) -> bytes:
    """Return how a package's first part begins if that tells the package's kind, as OpenDocument asks for."""
    if not data.startswith(b"PK\x03\x04") or data[_NAME_AT : _NAME_AT + len(_MIME_PART)] != _MIME_PART:
        return b""
    method, name, extra = (int.from_bytes(data[at : at + 2], "little") for at in (8, 26, 28))
    packed = data[_NAME_AT + name + extra :][:_MIME_BYTES]
    if method == 0 or name != len(_MIME_PART):
        return packed
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, _MIME_BYTES)
    except zlib.error:
        return b""


def _is_flat(data: bytes) -> bool:
    head = data[:_HEAD_BYTES]
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _ODF in head and bool(_FLAT.search(head))


def _old_kind(source: Source) -> _ForeignKind:
    streams = top_streams(source.data) or _named_anywhere(source.data)
    for stream, (problem, remedy) in _REFUSED_STREAMS.items():
        if stream in streams:
            raise FileError(problem, where=source.where, remedy=remedy)
    for stream, kind in _STREAMS:
        if stream in streams:
            return kind
    raise FileError("这不是 Word、Excel 或 WPS 文件", where=source.where, remedy=_NOT_A_REPORT)


def _named_anywhere(data: bytes) -> frozenset[str]:
    """Return the streams whose names stand somewhere in a file whose directory can't be read."""
    names = [*_REFUSED_STREAMS, *(stream for stream, _ in _STREAMS)]
    return frozenset(name for name in names if name.encode("utf-16-le") in data)
