"""Old Word files, .doc and .wps: an office program that is installed turns them into .docx first."""

from __future__ import annotations

from dataclasses import replace

from reportdesk.errors import FileError
from reportdesk.office import Conversion, find_office
from reportdesk.readers.found.blocks import FoundDocument
from reportdesk.readers.office.docx import find_in_word
from reportdesk.readers.protocol import Source

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_WORDS = "WordDocument"
_BY_HAND = "请在 Word 或 WPS 里打开它，另存为 .docx，再读"
_STREAMS = {
    "EncryptedPackage": ("文件加了密码", "请去掉密码后另存为 .docx"),
    "Workbook": ("这是旧版 Excel 工作簿", "请在 Excel 或 WPS 里另存为 .xlsx"),
    "PowerPoint Document": ("这是演示文稿", "请选择年度报告"),
}


class OldWordReader:
    """A Word file of the time before .docx, or rich text."""

    suffixes = (".doc", ".wps")

    def accepts(self, source: Source) -> bool:
        """Tell an old office file, or rich text, by its first bytes."""
        return source.data.startswith((_OLE, _RTF))

    def find(self, source: Source) -> FoundDocument:
        """Return what stands in the file as converted; raise FileError, also without an office program."""
        converted = convert_old(source)
        return find_in_word(converted.data, converted.where)


def convert_old(source: Source) -> Source:
    """Return an old file as the .docx that an office program makes of it; raise FileError."""
    _refuse_other_kinds(source)
    office = find_office()
    if not office:
        problem = "这是旧版 Word 或 WPS 文件，要先转换，但这台电脑上没有找到 LibreOffice"
        raise FileError(problem, where=source.where, remedy=_BY_HAND)
    kind = "rtf" if source.data.startswith(_RTF) else "doc"
    return replace(source, data=Conversion(source.data, kind, "docx", source.where, _BY_HAND).run(office))


def _refuse_other_kinds(source: Source) -> None:
    if not source.data.startswith(_OLE):
        return
    for stream, (problem, remedy) in _STREAMS.items():
        if stream.encode("utf-16-le") in source.data:
            raise FileError(problem, where=source.where, remedy=remedy)
    if _WORDS.encode("utf-16-le") not in source.data:
        raise FileError("这不是 Word 或 WPS 文件", where=source.where, remedy="请选择年度报告")
