"""Excel workbooks, ours or an office's own: sheets as tables, merged as they are, sums as they stand."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from reportdesk.patterns import late
from reportdesk.readers.found.blocks import (
    MOST_COLUMNS,
    MOST_ROWS,
    FoundCell,
    FoundDocument,
    FoundParagraph,
    FoundTable,
)
from reportdesk.readers.found.package import Package
from reportdesk.readers.office.cell_styles import CellStyle, cell_styles, part_name
from reportdesk.readers.office.cell_values import rich_text, shown_value
from reportdesk.readers.office.own_sheet import listed_words
from reportdesk.readers.office.sums import Address, Sums, matched_address
from reportdesk.report.model import Note

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORKBOOK = "xl/workbook.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_PLACE = late(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
#: Far more than a report has; what is more is not looked at.
_MOST_SHEETS = 50
_MOST_MERGES = 5_000


def find_in_workbook(package: Package) -> FoundDocument:
    """Return each visible sheet as a table; raise FileError for a file that is damaged or unsafe."""
    strings, styles = _shared_strings(package), cell_styles(_styles_part(package))
    parts = _visible_sheets(package)[:_MOST_SHEETS]
    sheets = [_Sheet.of(package.xml(part), strings, styles) for part in parts]
    notes = [note for sheet in sheets for note in sheet.notes()]
    listed = [listed_words(sheet.pairs()) for sheet in sheets]
    words = next((found for found in listed if found is not None), None)
    tables = [sheet.table() for sheet, found in zip(sheets, listed, strict=True) if found is None]
    blocks = tuple(table for table in tables if table.slots)
    return FoundDocument(blocks, tuple(dict.fromkeys(notes)), words=words)


def _visible_sheets(package: Package) -> list[str]:
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip(
            "/"
        )
        for relation in package.xml("xl/_rels/workbook.xml.rels")
        if relation.get("TargetMode") != "External"
    }
    sheets = [element for element in package.xml(_WORKBOOK).iter() if part_name(element) == "sheet"]
    named = [
        targets.get(sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or "", "")
        for sheet in sheets
        if sheet.get("state", "visible") == "visible"
    ]
    return [part for part in named if part in package.names and "worksheets" in part]


def _shared_strings(package: Package) -> list[str]:
    part = next((name for name in package.names if name.lower() == "xl/sharedstrings.xml"), "")
    return [rich_text(item) for item in package.xml(part) if part_name(item) == "si"] if part else []


def _styles_part(package: Package) -> _Element | None:
    part = next((name for name in package.names if name.lower() == "xl/styles.xml"), "")
    return package.xml(part) if part else None


class _Sheet(msgspec.Struct):
    """The filled cells of one sheet by row and column, counted from 0."""

    texts: dict[Address, str] = msgspec.field(default_factory=dict)
    formulas: dict[Address, str] = msgspec.field(default_factory=dict)
    merges: list[tuple[Address, Address]] = msgspec.field(default_factory=list)
    beyond: bool = False

    @classmethod
    def of(cls, root: _Element, strings: list[str], styles: Sequence[CellStyle] = ()) -> _Sheet:
        """Read the cells that lie within the size of any report."""
        made = cls()
        for row in root.iter():
            name = part_name(row)
            if name == "row":
                made._take_row(row, strings, styles)
            elif name == "mergeCell" and len(made.merges) < _MOST_MERGES:
                made._take_merge(row.get("ref", ""))
        made._compute()
        return made

    def notes(self) -> Iterator[Note]:
        """Yield what of the sheet was not read."""
        if self.beyond:
            yield Note("read.beyond", f"工作表里超出 {MOST_ROWS} 行、{MOST_COLUMNS} 列的内容没有读入")
        if self.formulas:
            yield Note("read.formula", f"工作表里有 {len(self.formulas)} 个公式没有算好的结果，按空格读入")

    def pairs(self) -> list[tuple[str, str]]:
        """Return the first two columns, row by row."""
        height = max((row for row, _ in self.texts), default=-1) + 1
        return [(self.texts.get((row, 0), ""), self.texts.get((row, 1), "")) for row in range(height)]

    def table(self) -> FoundTable:
        """Return the sheet as one table, up to its last filled cell."""
        if not self.texts:
            return FoundTable((), is_sheet=True)
        height = max(row for row, _ in self.texts) + 1
        width = max(column for _, column in self.texts) + 1
        owners = self._owners(height, width)
        cells: dict[Address, FoundCell] = {}
        for place in owners.values():
            if place not in cells:
                lines = self.texts.get(place, "").replace("\r\n", "\n").split("\n")
                cells[place] = FoundCell(tuple(FoundParagraph(line) for line in lines))
        return FoundTable(
            tuple(tuple(cells[owners[row, column]] for column in range(width)) for row in range(height)),
            is_sheet=True,
        )

    def _owners(self, height: int, width: int) -> Mapping[Address, Address]:
        """Return, for every slot, the cell that covers it: itself, or the corner of its merged range."""
        owners = {(row, column): (row, column) for row in range(height) for column in range(width)}
        left_over = height * width
        for (top, left), (bottom, right) in self.merges:
            # Merged ranges never overlap, unless somebody wants to keep us busy.
            left_over -= max(0, bottom + 1 - top) * max(0, right + 1 - left)
            if left_over < 0:
                break
            for row in range(top, min(bottom + 1, height)):
                for column in range(left, min(right + 1, width)):
                    owners[row, column] = (top, left)
        return owners

    def _take_row(self, row: _Element, strings: list[str], styles: Sequence[CellStyle]) -> None:
        for cell in row:
            place = _address(cell.get("r", ""))
            if place is None or (self.beyond and _is_beyond(place)):
                continue
            value, formula = shown_value(cell, strings, styles)
            if not value and not formula:
                continue
            if _is_beyond(place):
                self.beyond = True
            elif value:
                self.texts[place] = value
            else:
                self.formulas[place] = formula

    def _take_merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        corner, end = _address(first), _address(last or first)
        if corner and end and corner[0] < MOST_ROWS and corner[1] < MOST_COLUMNS:
            self.merges.append((corner, (min(end[0], MOST_ROWS), min(end[1], MOST_COLUMNS))))

    def _compute(self) -> None:
        """Work out sums that nobody has calculated yet, such as those of a file that no Excel ever opened."""
        sums = Sums(self.texts, self.formulas)
        computed = {place: value for place in self.formulas if (value := sums.result(place)) is not None}
        for place, value in computed.items():
            self.texts[place] = value
            del self.formulas[place]


def _is_beyond(place: Address) -> bool:
    return place[0] >= MOST_ROWS or place[1] >= MOST_COLUMNS


def _address(reference: str) -> Address | None:
    return matched_address(_PLACE.fullmatch(reference))
