"""A workbook written row by row: text that stays text, numbers, and formulas with their results beside them.

The results are what Excel would calculate, so that previews and Protected View, which do not calculate,
show them. Memory stays flat: a sheet's rows may come from a generator.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from xml.sax.saxutils import escape

from reportdesk.collect.outgoing.xlsx_frame import (
    FORMATS,
    HEAD,
    MAIN,
    CellStyleName,
    Properties,
    fit_for_xml,
    frame_parts,
    text_of,
)
from reportdesk.collect.outgoing.xlsx_print import Print
from reportdesk.form.formula import Number
from reportdesk.writers.workbook.measures import digits_of, height_pt

#: What Excel's format allows: rows of a sheet, characters of its name, height of a row.
_MOST_ROWS = 1_048_576
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME_CHARACTERS = 31
_HIGHEST_ROW_PT = 409.0


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its sign of equality, and its result; None shows nothing."""

    text: str
    result: Number | None


CellValue = str | Number | Formula | None
StyledCell = tuple[CellValue, CellStyleName]


@dataclass(frozen=True)
class SheetData:
    """A sheet: its name, rows of cells, merged ranges as (row, column, rows, columns) from 0.

    `widths` are in digits, column by column; `frozen` says how many rows and columns stay in sight, on
    paper too. `print_` says how the sheet is cut into pages.
    """

    name: str
    rows: Iterable[Sequence[StyledCell]]
    merges: Sequence[tuple[int, int, int, int]] = ()
    widths: Sequence[float] = ()
    frozen: tuple[int, int] = (0, 0)
    heights: dict[int, float] = field(default_factory=dict)
    print_: Print = field(default_factory=Print)


def packed_sheets(sheets: Sequence[SheetData], properties: Properties) -> bytes:
    """Return the workbook; equal data gives equal bytes."""
    written = io.BytesIO()
    titled = [(sheet.name, _repeated(sheet.name, *sheet.frozen)) for sheet in sheets]
    with zipfile.ZipFile(written, "w") as package:
        for name, text in frame_parts(titled, properties).items():
            package.writestr(_entry(name), HEAD + text)
        for number, sheet in enumerate(sheets, 1):
            with package.open(_entry(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as part:
                for piece in _sheet_xml(sheet, is_first=number == 1):
                    part.write(piece.encode("utf-8"))
    return written.getvalue()


def _repeated(name: str, rows: int, columns: int) -> str:
    """Return the ranges of a sheet's first rows and columns, "" for none."""
    sheet = "'" + name.replace("'", "''") + "'!"
    across = [f"{sheet}$A:${column_letters(columns - 1)}"] if columns else []
    return ",".join([*across, *([f"{sheet}$1:${rows}"] if rows else [])])


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return names that sheets can bear, each once."""
    made: list[str] = []
    for name in wanted:
        plain = _FORBIDDEN_IN_NAMES.sub("", fit_for_xml(name)).strip(" '") or "表"
        free, number = plain[:_LONGEST_NAME_CHARACTERS], 2
        while free.lower() in {other.lower() for other in made}:
            free = f"{plain[: _LONGEST_NAME_CHARACTERS - 4]}({number})"
            number += 1
        made.append(free)
    return made


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _sheet_xml(sheet: SheetData, *, is_first: bool) -> Iterator[str]:
    yield f'{HEAD}<worksheet xmlns="{MAIN}">{sheet.print_.before}'
    selected = ' tabSelected="1"' if is_first else ""
    pane = _pane(*sheet.frozen)
    yield f'<sheetViews><sheetView{selected} workbookViewId="0">{pane}</sheetView></sheetViews>'
    yield '<sheetFormatPr defaultRowHeight="15"/>'
    if sheet.widths:
        columns = (
            f'<col min="{number}" max="{number}" width="{width:g}" customWidth="1"/>'
            for number, width in enumerate(sheet.widths, 1)
        )
        yield f"<cols>{''.join(columns)}</cols>"
    yield "<sheetData>"
    letters: list[str] = []
    for number, row in enumerate(sheet.rows, 1):
        if number > _MOST_ROWS:
            break
        letters += [column_letters(column) for column in range(len(letters), len(row))]
        height = sheet.heights.get(number - 1) or _height_of(row, sheet.widths)
        tall = f' ht="{height:g}" customHeight="1"' if height else ""
        cells = "".join(_cell_xml(f"{letters[place]}{number}", cell) for place, cell in enumerate(row))
        yield f'<row r="{number}"{tall}>{cells}</row>'
    yield "</sheetData>"
    if sheet.merges:
        ranges = (f'<mergeCell ref="{_range(*merge)}"/>' for merge in sheet.merges)
        yield f'<mergeCells count="{len(sheet.merges)}">{"".join(ranges)}</mergeCells>'
    yield f"{sheet.print_.after}</worksheet>"


def _height_of(row: Sequence[StyledCell], widths: Sequence[float]) -> float | None:
    """Return the height that a row's texts need in their columns; None where a line is enough.

    Not every program finds it by itself.
    """
    lines = max(
        (
            ceil(digits_of(value) / width)
            for (value, style), width in zip(row, widths, strict=False)
            if style == "text" and isinstance(value, str)
        ),
        default=1,
    )
    return min(height_pt(lines), _HIGHEST_ROW_PT) if lines > 1 else None


def _cell_xml(place: str, cell: StyledCell) -> str:
    value, style = cell
    head = f'<c r="{place}" s="{FORMATS[style]}"'
    if value is None or value == "":
        return f"{head}/>"
    if isinstance(value, str):
        return f'{head} t="inlineStr"><is><t xml:space="preserve">{text_of(value)}</t></is></c>'
    if isinstance(value, Formula):
        formula = escape(value.text)
        if value.result is None:
            return f'{head} t="str"><f>{formula}</f><v></v></c>'
        return f"{head}><f>{formula}</f><v>{_number_in_xml(value.result)}</v></c>"
    return f"{head}><v>{_number_in_xml(value)}</v></c>"


def _number_in_xml(value: Number) -> str:
    return str(value) if isinstance(value, int) else format(value, "f")


def _range(row: int, column: int, rows: int, columns: int) -> str:
    first = f"{column_letters(column)}{row + 1}"
    return f"{first}:{column_letters(column + columns - 1)}{row + rows}"


def _pane(rows: int, columns: int) -> str:
    if not rows and not columns:
        return ""
    split = (f' xSplit="{columns}"' if columns else "") + (f' ySplit="{rows}"' if rows else "")
    pane = "bottomRight" if rows and columns else "bottomLeft" if rows else "topRight"
    corner = f"{column_letters(columns)}{rows + 1}"
    return f'<pane{split} topLeftCell="{corner}" activePane="{pane}" state="frozen"/>'
