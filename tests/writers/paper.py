"""Tables as found in a written file: what stands where, and how far it reaches. Read without our own code."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import html
from openpyxl import load_workbook


@dataclass(frozen=True)
class Spot:
    """A box as found: its top left place, how many rows and columns it covers, and its words."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


@dataclass(frozen=True)
class Paper:
    """A table as found: its size and its boxes, those of labels and those of figures."""

    rows: int
    columns: int
    spots: tuple[Spot, ...]

    def at(self, row: int, column: int) -> Spot:
        return next(spot for spot in self.spots if (spot.row, spot.column) == (row, column))

    def texts(self, row: int) -> list[str]:
        return [spot.text for spot in self.spots if spot.row == row]


def word_paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]


def word_tables(data: bytes) -> list[Paper]:
    return [_word_table(table._tbl) for table in Document(BytesIO(data)).tables]


def _word_table(table: Any) -> Paper:
    grid: list[list[str | None]] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for number, row in enumerate(table.iterfind(qn("w:tr"))):
        column = 0
        grid.append([])
        for cell in row.iterfind(qn("w:tc")):
            properties = cell.find(qn("w:tcPr"))
            span = properties.find(qn("w:gridSpan"))
            wide = int(span.get(qn("w:val"))) if span is not None else 1
            merge = properties.find(qn("w:vMerge"))
            text = "".join(node.text or "" for node in cell.iter(qn("w:t")))
            if merge is not None and merge.get(qn("w:val")) != "restart":
                top = max(row for row, left in spans if left == column)
                high, wide_above = spans[top, column]
                assert (wide_above, top + high, text) == (wide, number, "")
                spans[top, column] = (high + 1, wide)
                grid[-1] += [None] * wide
            else:
                spans[number, column] = (1, wide)
                grid[-1] += [text] + [None] * (wide - 1)
            column += wide
    columns = len(table.find(qn("w:tblGrid")))
    assert {len(row) for row in grid} == {columns}
    spots = (Spot(row, column, *size, grid[row][column] or "") for (row, column), size in spans.items())
    return Paper(len(grid), columns, tuple(spots))


def excel_tables(data: bytes, title_rows: int = 1) -> list[Paper]:
    book = load_workbook(BytesIO(data))
    return [_excel_table(sheet, title_rows) for sheet in book.worksheets[:-1]]


def _excel_table(sheet: Any, title_rows: int) -> Paper:
    merged = {range_.coord.split(":")[0]: range_ for range_ in sheet.merged_cells.ranges}
    covered = {place for range_ in merged.values() for place in range_.cells} - {
        (range_.min_row, range_.min_col) for range_ in merged.values()
    }
    spots = []
    for row in sheet.iter_rows(min_row=title_rows + 1):
        for cell in row:
            if (cell.row, cell.column) not in covered:
                range_ = merged.get(cell.coordinate)
                size = (range_.size["rows"], range_.size["columns"]) if range_ else (1, 1)
                text = "" if cell.value is None else str(cell.value)
                spots.append(Spot(cell.row - 1 - title_rows, cell.column - 1, *size, text))
    return Paper(sheet.max_row - title_rows, sheet.max_column, tuple(spots))


def html_tables(data: bytes) -> list[Paper]:
    return [_html_table(table) for table in html.fromstring(data.decode()).iter("table")]


def _html_table(table: Any) -> Paper:
    taken: set[tuple[int, int]] = set()
    spots = []
    rows = table.findall(".//tr")
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            high, wide = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
            taken |= {(number + down, column + right) for down in range(high) for right in range(wide)}
            spots.append(Spot(number, column, high, wide, cell.text_content()))
    columns = 1 + max(column for _, column in taken)
    assert len(taken) == len(rows) * columns
    return Paper(len(rows), columns, tuple(spots))
