"""A table in WordprocessingML: the grid's boxes as merged cells, dressed by the template's own styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from reportdesk.writers.context import Grid, PrintedBox
from reportdesk.writers.word.styles import WordStyles

TABLE_STYLE = "报告表格"

# The style of a box is named after the table and this word, such as 表三数字, else 表格数字.
_ROLE_STYLES = {"title": "表头", "corner": "表头", "head": "表头", "label": "项目", "cell": "数字"}
_ANY_TABLE = "表格"


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place as it takes part in one row: where it starts, or where it reaches down from above."""

    place: PrintedBox
    starts: bool


class WordTable:
    """Turns grids into `w:tbl` elements as wide as the template's text."""

    def __init__(
        self, styles: WordStyles, xml_text: Callable[[object], Markup], *, flows: bool = False
    ) -> None:
        """Take the template's styles, and how text is written so that it comes out as typed.

        A table that `flows` may go over to the next page between any two rows, as far as its heads repeat.
        """
        self._flows = flows
        self._styles = styles
        self._xml_text = xml_text

    def __call__(self, grid: Grid) -> Markup:
        """Return the table; rows are not split, those of a band stay together as far as a page holds them.

        Between bands a page may end: a table of several kept whole could leave half a page empty.
        """
        if not isinstance(grid, Grid | Undefined):
            raise SecurityError("“table”只能用于有表格的 part.grid")
        edges = self._edges(grid)
        columns = "".join(f'<w:gridCol w:w="{end - start}"/>' for start, end in pairwise(edges))
        rows = list(_rows(grid))
        # Where no head repeats, a row on the next page would have none.
        kept = _kept_flowing(grid) if self._flows and grid.repeated_rows else _kept_by_band(grid)
        heads = _heads(grid)
        xml = "".join(
            self._row(grid, row, edges, is_head=number in heads, keep=number in kept)
            for number, row in enumerate(rows)
        )
        return Markup(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles.id_of(TABLE_STYLE)}"/>'
            f'<w:tblW w:w="{edges[-1]}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
            f"{self._read_aloud(grid)}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{xml}</w:tbl>"
        )

    def _read_aloud(self, grid: Grid) -> str:
        """Return what a program that reads aloud is told: which cells are heads, and what the table holds."""
        has_labels = int(grid.table.label_columns > 0)
        look = (
            f'<w:tblLook w:val="{0x20 + 0x80 * has_labels + 0x600:04X}" w:firstRow="1" w:lastRow="0"'
            f' w:firstColumn="{has_labels}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        )
        name = self._xml_text(grid.table.name)
        return (
            f'{look}<w:tblCaption w:val="{name}"/><w:tblDescription w:val="{self._xml_text(grid.caption)}"/>'
        )

    def _edges(self, grid: Grid) -> list[int]:
        """Return where paper columns begin and end; rounding adds up to the whole width."""
        widths = grid.table.widths
        whole = self._styles.text_width / sum(widths)
        return [round(whole * passed) for passed in accumulate(widths, initial=0)]

    def _row(self, grid: Grid, row: list[_Slot], edges: list[int], *, is_head: bool, keep: bool) -> str:
        header = "<w:tblHeader/>" if is_head else ""
        cells = "".join(self._cell(grid, slot, edges, keep=keep) for slot in row)
        return f'<w:tr><w:trPr><w:cantSplit/>{header}<w:jc w:val="center"/></w:trPr>{cells}</w:tr>'

    def _cell(self, grid: Grid, slot: _Slot, edges: list[int], *, keep: bool) -> str:
        box = slot.place.box
        width = edges[box.column + box.columns] - edges[box.column]
        span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{_merge(slot)}'
            f'<w:vAlign w:val="center"/></w:tcPr>{self._paragraph(grid, slot, width, keep=keep)}</w:tc>'
        )

    def _paragraph(self, grid: Grid, slot: _Slot, width: int, *, keep: bool) -> str:
        role = _ROLE_STYLES[slot.place.box.role]
        style = self._styles.first_of(grid.table.name + role, _ANY_TABLE + role)
        text = slot.place.text if slot.starts else ""
        indent = self._balance(text, style, width) if slot.place.box.role == "head" else ""
        run = f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{self._xml_text(text)}</w:t></w:r>'
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._styles.id_of(style)}"/>'
            f"{'<w:keepNext/>' if keep else ''}{indent}</w:pPr>{run if text else ''}</w:p>"
        )

    def _balance(self, text: str, style: str, width: int) -> str:
        """Indent a label that needs several lines so that these come out alike: 商业|企业, not 商业企|业."""
        size = self._styles.size_of(style)
        room = width - self._styles.cell_margins(TABLE_STYLE)
        fitting = max(1, room // size)
        on_a_line = ceil(len(text) / ceil(len(text) / fitting)) if text else 0
        side = (room - on_a_line * size - size // 2) // 2
        if fitting in (0, on_a_line) or fitting >= len(text) or side <= 0:
            return ""
        return f'<w:ind w:left="{side}" w:right="{side}"/>'


def _heads(grid: Grid) -> frozenset[int]:
    """Return the rows marked as heads: those that repeat; of several bands the one with each band's labels.

    Below a row that is none, such as the title of a band, a head is told but never repeats: on the next page
    it would stand above figures of another band.
    """
    if grid.repeated_rows:
        return frozenset(range(grid.repeated_rows))
    ends = tuple(accumulate(map(len, grid.bands)))
    found = {end - len(band.row) - 1 for end, band in zip(ends, grid.table.band, strict=True)}
    return frozenset(found - {-1, 0})


def _kept_by_band(grid: Grid) -> frozenset[int]:
    """Return the rows that stay with the next one: all but the last of each band."""
    ends = frozenset(end - 1 for end in accumulate(map(len, grid.bands)))
    return frozenset(range(sum(map(len, grid.bands)))) - ends


def _kept_flowing(grid: Grid) -> frozenset[int]:
    """Return the rows that stay with the next one: heads with the first figures, the last two rows."""
    rows = sum(map(len, grid.bands))
    return frozenset({*range(grid.repeated_rows), max(0, rows - 2)})


def _merge(slot: _Slot) -> str:
    if slot.place.box.rows == 1:
        return ""
    return '<w:vMerge w:val="restart"/>' if slot.starts else "<w:vMerge/>"


def _rows(grid: Grid) -> Iterator[list[_Slot]]:
    """Yield each paper row from the left, boxes that reach down from above among the others."""
    reaching: list[PrintedBox] = []
    for number, row in enumerate(row for band in grid.bands for row in band):
        reaching = [place for place in reaching if place.box.row + place.box.rows > number]
        slots = [_Slot(place, starts=False) for place in reaching]
        slots += [_Slot(place, starts=True) for place in row]
        yield sorted(slots, key=lambda slot: slot.place.box.column)
        reaching += row
