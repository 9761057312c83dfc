"""Readers: any published report, in any file, becomes a Report with notes on what could not be placed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportdesk.errors import FileError
from reportdesk.project.errors import cannot_read

if TYPE_CHECKING:
    from reportdesk.readers.formats import READERS, SUFFIXES
    from reportdesk.readers.protocol import Source
    from reportdesk.readers.result.reading import Reading
    from reportdesk.report.model import Report

__all__ = ["READERS", "SUFFIXES", "load", "read_file", "read_report", "read_source"]

#: A report with pictures stays far below; a worker holds a file several times over.
_LARGEST_BYTES = 100 * 1024 * 1024
_UNREADABLE = {
    b"\x89PNG": "这是图片",
    b"\xff\xd8\xff": "这是图片",
    b"GIF8": "这是图片",
}
_REMEDY = "请选择 Word（.docx）、网页、Excel（.xlsx）、PDF、文本或本软件的文件"


def read_report(path: Path, *, rescue: bool = False) -> Report:
    """Read a report from a file by what it is, whatever its suffix; raise FileError.

    `rescue` takes what can be had of a damaged project file, said in the report's notes.
    """
    return read_file(path, rescue=rescue).report


def read_file(path: Path, *, rescue: bool = False) -> Reading:
    """Read a report from a file together with what the reader saw there; raise FileError.

    `rescue` takes what can be had of a damaged project file, said in the report's notes.
    """
    return read_source(load(path, rescue=rescue))


def read_source(source: Source) -> Reading:
    """Read a file that was loaded; raise FileError."""
    # Late, as all that parses: whoever has a file read apart only loads it.
    from reportdesk.readers.formats import READERS
    from reportdesk.readers.found.refusals import NotAReport
    from reportdesk.readers.result.assemble import reading_from

    _refuse_known(source)
    for reader in READERS:
        if reader.accepts(source):
            return reading_from(reader.find(source), source.where)
    raise NotAReport("这不是能读的文件", where=source.where, remedy=_REMEDY)


def _refuse_known(source: Source) -> None:
    for begins, problem in _UNREADABLE.items():
        if source.data.startswith(begins):
            raise FileError(f"{problem}，读不了", where=source.where, remedy="请找到它的 Word 文件或网页再读")


def load(path: Path, *, rescue: bool = False) -> Source:
    """Load the whole file once, so that no later step sees another one; raise FileError."""
    from reportdesk.readers.protocol import Source

    return Source(path, _load(path), rescue)


def _load(path: Path) -> bytes:
    where = str(path)
    try:
        if path.is_dir():
            raise FileError("这是一个文件夹，不是文件", where=where, remedy=_REMEDY)
        if path.exists() and not path.is_file():
            raise FileError("这不是普通文件", where=where, remedy=_REMEDY)
        if path.stat().st_size > _LARGEST_BYTES:
            raise FileError("文件超过 100 MB，不像一份年度报告", where=where, remedy=_REMEDY)
        data = path.read_bytes()
    except OSError as error:
        raise cannot_read(error, path) from error
    if not data.strip(b"\0\t\n\r "):
        raise FileError("文件是空的", where=where, remedy="请确认选对了文件")
    return data


def __getattr__(name: str) -> Any:
    """Return the formats once somebody asks for them; raise AttributeError for another name."""
    if name not in {"READERS", "SUFFIXES"}:
        raise AttributeError(name)
    from reportdesk.readers import formats

    return getattr(formats, name)
