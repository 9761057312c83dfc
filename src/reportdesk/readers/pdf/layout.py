"""One page: which marks are tables and which are lines of text, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportdesk.readers.pdf.cells import Contents
from reportdesk.readers.pdf.grid import RuledGrid, grid_of
from reportdesk.readers.pdf.lines import PrintedLine, printed_lines
from reportdesk.readers.pdf.marks import UNKNOWN, Glyph, PrintedPage, Rectangle
from reportdesk.readers.pdf.open_runs import OpenItem, OpenTable, open_items
from reportdesk.readers.pdf.printed_table import printed_table
from reportdesk.readers.pdf.rulings import frames


@dataclass(frozen=True)
class LaidPage:
    """The lines and tables of a page from the top, its size, and what of it can't be read."""

    items: tuple[OpenItem, ...]
    width: float
    height: float
    has_picture: bool
    hidden: int
    glyphs: int
    unknown: int


#: How far type reaches above and below its line, in its size.
_ABOVE, _BELOW = 0.85, 0.1


def lay(page: PrintedPage) -> LaidPage:
    """Return the lines and tables of a page in order."""
    drawn = frames(page.across, page.down)
    grids = sorted(filter(None, map(grid_of, drawn)), key=lambda grid: grid.box.width * grid.box.height)
    contents = [Contents(grid) for grid in grids]
    outside = _distribute(page.glyphs, contents)
    struck = [
        Rectangle(one.start, one.at, one.end, one.at)
        for frame in drawn
        if not frame.down
        for one in frame.across
    ]
    laid = _nest(contents, struck)
    rulings = [one for frame in drawn if not frame.down for one in frame.across]
    items: list[OpenItem] = [*open_items(printed_lines(outside), rulings), *laid]
    return LaidPage(
        tuple(sorted(items, key=_top)),
        page.width,
        page.height,
        has_picture=bool(page.pictures),
        hidden=page.hidden,
        glyphs=len(page.glyphs),
        unknown=sum(glyph.text == UNKNOWN for glyph in page.glyphs),
    )


def _top(item: OpenItem) -> float:
    return item.box.middle[1] if isinstance(item, PrintedLine) else item.box.top


def _distribute(glyphs: Sequence[Glyph], contents: Sequence[Contents]) -> list[Glyph]:
    """Give each glyph to the innermost grid around it; return those that are in none."""
    outside: list[Glyph] = []
    for glyph in glyphs:
        if not glyph.text.strip():
            continue
        for one in contents:
            number = _cell_of(glyph, one.grid)
            if number is not None:
                one.glyphs.setdefault(number, []).append(glyph)
                break
        else:
            if glyph.quarters == 0:
                outside.append(glyph)
    return outside


def _cell_of(glyph: Glyph, grid: RuledGrid) -> int | None:
    """Return the cell that a glyph stands in, or out of whose foot or head it reaches at a page's end."""
    x, y = glyph.ink.middle
    box = grid.box
    if not box.top <= y <= box.bottom:
        reach = glyph.base - _ABOVE * glyph.size, glyph.base + _BELOW * glyph.size
        if reach[0] > box.bottom or reach[1] < box.top:
            return None
        y = min(max(y, box.top), box.bottom)
    return grid.cell_at((x, y))


def _nest(contents: Sequence[Contents], struck: Sequence[Rectangle]) -> list[OpenTable]:
    """Put tables that lie in a cell of another one there, and return the others."""
    laid: list[OpenTable] = []
    for place, one in enumerate(contents):
        table = printed_table(one.grid, one.cells(struck), one.full())
        box = one.grid.box
        for outer in contents[place + 1 :]:
            number = outer.grid.cell_at(box.middle)
            if number is not None:
                outer.nested.setdefault(number, []).append((box.top, table.found))
                break
        else:
            laid.append(OpenTable(table, box))
    return laid
