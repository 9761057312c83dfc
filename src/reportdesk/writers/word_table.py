"""A table in WordprocessingML: the grid's boxes as merged cells, dressed by the template's own styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise

from markupsafe import Markup

from reportdesk.form.spans import Box
from reportdesk.writers.context import Grid, Place

TABLE_STYLE = "报告表格"

# The style of a box is named after the table and this word, such as 表三数字, else 表格数字.
_ROLE_STYLES = {"title": "表头", "corner": "表头", "head": "表头", "label": "项目", "cell": "数字"}
_ANY_TABLE = "表格"

StyleId = Callable[[str, str], str]
"""Returns the id of the first of two style names that the template has."""

XmlText = Callable[[str], Markup]


class WordTable:
    """Turns grids into `w:tbl` elements `width` wide (in twentieths of a point)."""

    def __init__(self, width: int, style_id: StyleId, xml_text: XmlText) -> None:
        """Take from the template what is its own: the width of the text and the styles."""
        self._width = width
        self._style_id = style_id
        self._xml_text = xml_text

    def __call__(self, grid: Grid) -> Markup:
        """Return the table; rows are not split, and stay together on a page as far as it holds them."""
        edges = self._edges(grid)
        columns = "".join(f'<w:gridCol w:w="{end - start}"/>' for start, end in pairwise(edges))
        heads = _repeated_rows(grid)
        rows = list(_rows(grid))
        xml = "".join(
            self._row(grid, row, edges, is_head=number < heads, is_last=number == len(rows) - 1)
            for number, row in enumerate(rows)
        )
        style = self._style_id(TABLE_STYLE, TABLE_STYLE)
        return Markup(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{self._width}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{xml}</w:tbl>"
        )

    def _edges(self, grid: Grid) -> list[int]:
        """Return where columns begin and end; rounding adds up to the whole width."""
        widths = grid.table.widths
        return [round(self._width * sum_ / sum(widths)) for sum_ in accumulate(widths, initial=0)]

    def _row(
        self, grid: Grid, row: list[tuple[Place, bool]], edges: list[int], *, is_head: bool, is_last: bool
    ) -> str:
        head = "<w:tblHeader/>" if is_head else ""
        cells = "".join(
            self._cell(grid, place, edges, starts=starts, keep=not is_last) for place, starts in row
        )
        return f'<w:tr><w:trPr><w:cantSplit/>{head}<w:jc w:val="center"/></w:trPr>{cells}</w:tr>'

    def _cell(self, grid: Grid, place: Place, edges: list[int], *, starts: bool, keep: bool) -> str:
        box = place.box
        width = edges[box.column + box.columns] - edges[box.column]
        span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
        role = _ROLE_STYLES[box.role]
        style = self._style_id(grid.table.name + role, _ANY_TABLE + role)
        text = self._xml_text(place.text) if starts else ""
        run = f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{text}</w:t></w:r>' if text else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{_merge(box, starts)}'
            f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>'
            f"{'<w:keepNext/>' if keep else ''}</w:pPr>{run}</w:p></w:tc>"
        )


def _merge(box: Box, starts: bool) -> str:
    if box.rows == 1:
        return ""
    return '<w:vMerge w:val="restart"/>' if starts else "<w:vMerge/>"


def _rows(grid: Grid) -> Iterator[list[tuple[Place, bool]]]:
    """Yield each paper row's places from the left, those reaching down from above too (then False)."""
    reaching: list[Place] = []
    for number, row in enumerate(row for band in grid.bands for row in band):
        reaching = [place for place in reaching if place.box.row + place.box.rows > number]
        places = [(place, False) for place in reaching] + [(place, True) for place in row]
        yield sorted(places, key=lambda entry: entry[0].box.column)
        reaching += row


def _repeated_rows(grid: Grid) -> int:
    """Return how many rows repeat on a new page; with several bands none heads them all."""
    if len(grid.bands) > 1:
        return 0
    return len(grid.bands[0]) - len(grid.table.band[0].row)
