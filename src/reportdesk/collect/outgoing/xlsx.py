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
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from reportdesk.form.formula import Number

Style = Literal["text", "title", "head", "label", "figure", "sum", "plain"]
#: The place of each style among the formats of `_STYLES`.
_FORMATS: dict[Style, int] = {
    "plain": 0,
    "title": 1,
    "head": 2,
    "label": 3,
    "figure": 4,
    "sum": 5,
    "text": 6,
}

_LONGEST_TEXT = 32_000
_MOST_ROWS = 1_048_576
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its sign of equality, and its result; None shows nothing."""

    text: str
    result: Number | None


Value = str | Number | Formula | None
Cell = tuple[Value, Style]


@dataclass(frozen=True)
class SheetData:
    """A sheet: its name, rows of cells, merged ranges as (row, column, rows, columns) from 0.

    `widths` are in characters, column by column; `frozen` says how many rows and columns stay in sight.
    """

    name: str
    rows: Iterable[Sequence[Cell]]
    merges: Sequence[tuple[int, int, int, int]] = ()
    widths: Sequence[float] = ()
    frozen: tuple[int, int] = (0, 0)
    heights: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the workbook says of itself."""

    title: str
    subject: str = ""
    keywords: str = ""


def workbook_bytes(sheets: Sequence[SheetData], properties: Properties) -> bytes:
    """Return the workbook; equal data gives equal bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, text in _frame([sheet.name for sheet in sheets], properties).items():
            package.writestr(_entry(name), _HEAD + text)
        for number, sheet in enumerate(sheets, 1):
            with package.open(_entry(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as part:
                for piece in _sheet_xml(sheet, is_first=number == 1):
                    part.write(piece.encode("utf-8"))
    return written.getvalue()


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Return names that sheets can bear, each once."""
    made: list[str] = []
    for name in wanted:
        plain = _FORBIDDEN_IN_NAMES.sub("", _ILLEGAL.sub("", name)).strip(" '") or "表"
        free, number = plain[:_LONGEST_NAME], 2
        while free.lower() in {other.lower() for other in made}:
            free = f"{plain[: _LONGEST_NAME - 4]}({number})"
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


def text_of(text: str) -> str:
    """Return a text as a cell holds it: no control characters, no escape that Excel would undo, no tag."""
    plain = _LIKE_AN_ESCAPE.sub("_x005F_", _ILLEGAL.sub("\ufffd", text[:_LONGEST_TEXT]))
    return escape(plain.replace("\r", ""))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _sheet_xml(sheet: SheetData, *, is_first: bool) -> Iterator[str]:
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
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
        height = sheet.heights.get(number - 1)
        tall = f' ht="{height:g}" customHeight="1"' if height else ""
        cells = "".join(_cell_xml(f"{letters[place]}{number}", cell) for place, cell in enumerate(row))
        yield f'<row r="{number}"{tall}>{cells}</row>'
    yield "</sheetData>"
    if sheet.merges:
        ranges = (f'<mergeCell ref="{_range(*merge)}"/>' for merge in sheet.merges)
        yield f'<mergeCells count="{len(sheet.merges)}">{"".join(ranges)}</mergeCells>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'


def _cell_xml(place: str, cell: Cell) -> str:
    value, style = cell
    head = f'<c r="{place}" s="{_FORMATS[style]}"'
    if value is None or value == "":
        return f"{head}/>"
    if isinstance(value, str):
        return f'{head} t="inlineStr"><is><t xml:space="preserve">{text_of(value)}</t></is></c>'
    if isinstance(value, Formula):
        formula = escape(value.text)
        if value.result is None:
            return f'{head} t="str"><f>{formula}</f><v></v></c>'
        return f"{head}><f>{formula}</f><v>{_number(value.result)}</v></c>"
    return f"{head}><v>{_number(value)}</v></c>"


def _number(value: Number) -> str:
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


def _frame(names: Sequence[str], properties: Properties) -> dict[str, str]:
    """Return all parts but the sheets."""
    numbers = range(1, len(names) + 1)
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in zip(numbers, names, strict=True)
    )
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{main}.worksheet+xml"/>'
        for number in numbers
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/worksheet"'
        f' Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    styles = len(names) + 1
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{main}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        f' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{text_of(properties.title)}</dc:title><dc:subject>{text_of(properties.subject)}</dc:subject>"
        f"<cp:keywords>{text_of(properties.keywords)}</cp:keywords></cp:coreProperties>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        f"<bookViews><workbookView/></bookViews><sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        f'<Relationship Id="rId{styles}" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/styles.xml": _STYLES,
    }


_SIDES = "".join(
    f'<{side} style="thin"><color auto="1"/></{side}>' for side in ("left", "right", "top", "bottom")
)


def _format(font: int, fill: int, border: int, horizontal: str) -> str:
    return (
        f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyFont="1"'
        f' applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="{horizontal}"'
        ' vertical="center" wrapText="1"/></xf>'
    )


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="3">'
    '<font><sz val="10"/><name val="宋体"/></font>'
    '<font><sz val="14"/><name val="黑体"/></font>'
    '<font><b/><sz val="10"/><name val="宋体"/></font></fonts>'
    '<fills count="4"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEDF1F5"/></patternFill></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF7F7F2"/></patternFill></fill></fills>'
    f'<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    f"<border>{_SIDES}<diagonal/></border></borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + _format(1, 0, 0, "center")
    + _format(2, 2, 1, "center")
    + _format(0, 0, 1, "left")
    + _format(0, 0, 1, "center")
    + _format(2, 3, 1, "center")
    + _format(0, 0, 1, "left")
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
