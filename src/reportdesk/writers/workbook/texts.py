"""The sheet 文字: what the tables do not hold, so that a workbook can be read back whole.

Two columns, 项目 and 内容, one paragraph in a row. A row without 项目 continues the paragraph above it,
which was longer than a cell may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from reportdesk.form.model import INTRO
from reportdesk.report.model import Report
from reportdesk.writers.workbook.sheet import cell_at, fit_to_page, put_text

SHEET = "文字"

# A cell holds 32,767 UTF-16 units: half as many of the rarest characters, and escapes take some.
_LONGEST_CELL_CHARACTERS = 16_000

#: As wide as the printed page leaves it, in digits of the default font.
_CONTENT_WIDTH_DIGITS = 90
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)
_FONT = Font(name="宋体", size=11)
_HEAD_FONT = Font(name="黑体", size=11)


def write_texts(book: Workbook, report: Report, names: Mapping[str, Any]) -> None:
    """Add the sheet of the words and of what the report is about."""
    sheet: Worksheet = book.create_sheet(SHEET)
    for number, (label, content) in enumerate([("项目", "内容"), *_rows(report, names)], start=1):
        font = _HEAD_FONT if number == 1 else _FONT
        for column, value in ((1, label), (2, content)):
            cell = cell_at(sheet, number, column)
            cell.font, cell.alignment = font, _TOP
            if isinstance(value, int):
                cell.value = value
            elif value or column == 2:
                put_text(cell, value)
        sheet.row_dimensions[number].height = _height(str(content))
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = _CONTENT_WIDTH_DIGITS
    sheet.freeze_panes = "A2"
    fit_to_page(sheet)


def _height(text: str) -> float:
    """Return the height (points) for a text in the wide column; Excel allows no more than 409."""
    lines = ceil(len(text) * 2.05 / _CONTENT_WIDTH_DIGITS) + text.count("\n")
    return min(409, max(1, lines) * 15 + 3)


def _rows(report: Report, names: Mapping[str, Any]) -> Iterator[tuple[str, str | int]]:
    level = report.form.level(report.level).name if report.level else ""
    yield from (
        ("版本", report.form.edition),
        ("年度", report.year),
        ("单位名称", report.organ),
        ("单位层级", level),
        ("标题", names["title"]),
        ("落款单位", names["signature_organ"]),
        ("落款日期", names["signature_date"]),
    )
    for part in names["parts"]:
        for paragraph in part.paragraphs:
            yield from _cells_full(part.heading or report.form.heading_of(INTRO), paragraph.text)


def _cells_full(label: str, text: str) -> Iterator[tuple[str, str]]:
    yield label, text[:_LONGEST_CELL_CHARACTERS]
    for start in range(_LONGEST_CELL_CHARACTERS, len(text), _LONGEST_CELL_CHARACTERS):
        yield "", text[start : start + _LONGEST_CELL_CHARACTERS]
