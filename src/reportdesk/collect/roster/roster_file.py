"""The rows of a roster as text: a workbook's sheets, or a .csv in UTF-8 or GBK."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.patterns import late
from reportdesk.project.disk.safe_write import read_bytes
from reportdesk.readers.found.package import Package

#: A list of units is far smaller; what is larger is some other workbook.
_LARGEST_BYTES = 30 * 1024 * 1024
#: A collection's workbook has a column for each cell of the form.
_MOST_COLUMNS = 1_000
_ESCAPE = late(r"_x([0-9A-Fa-f]{4})_")
_REMEDY = "请选 .xlsx 或 .csv 文件"


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """A sheet: its name as errors say it, and its rows."""

    name: str
    rows: list[list[str]]


def sheets_of(path: Path) -> Iterator[RosterSheet]:
    """Yield the sheets of a workbook, or the one of a .csv; raise FileError."""
    data = read_bytes(path, _LARGEST_BYTES)
    if data.startswith(b"PK"):
        yield from workbook_sheets(data, str(path))
    elif path.suffix.lower() in {".csv", ".txt"}:
        yield RosterSheet("", _csv_rows(data, str(path)))
    else:
        raise FileError("这不是能读的名单", where=str(path), remedy=_REMEDY)


def workbook_sheets(data: bytes, where: str) -> Iterator[RosterSheet]:
    """Yield a workbook's sheets as text; raise FileError for one that is damaged or unsafe."""
    package = Package(data, where)
    package.check(package.names)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = [
                [_text(value) for value in row[:_MOST_COLUMNS]] for row in sheet.iter_rows(values_only=True)
            ]
            yield RosterSheet(f"工作表“{sheet.title}”", rows)
    except FileError:
        raise
    except Exception as error:
        # openpyxl meets a broken workbook with whatever exception it comes upon.
        raise FileError("工作簿已损坏", where=where, remedy="请用 Excel 或 WPS 打开后另存一份") from error


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), str(value))


def _csv_rows(data: bytes, where: str) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise FileError("名单不是 UTF-8 或 GBK 文字", where=where, remedy=_REMEDY)
    first = text.lstrip("\n").partition("\n")[0]
    # Typed by hand, the commas may be wide ones.
    delimiter = max(",;\t，；", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileError("名单不合 .csv 的写法", where=where, remedy=_REMEDY) from error
