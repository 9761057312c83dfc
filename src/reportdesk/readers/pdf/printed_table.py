"""A table as it is printed, in pieces where pages end, and as readers know it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportdesk.readers.found.blocks import FoundCell, FoundParagraph, FoundTable
from reportdesk.readers.pdf.bands import BEGINS, PrintedBand
from reportdesk.readers.pdf.grid import RuledGrid
from reportdesk.readers.pdf.rulings import SAME_LINE
from reportdesk.readers.tables.figures import looks_like_figure

#: Points: a row or column that thin and without words lies between the lines of a double border.
_SLIVER_PT = 3.6
#: Points by which the pieces of one table may differ in width.
_SAME_WIDTH_PT = 6.0
#: The form has three rows of heads; one cut into lines has more.
_MOST_HEAD_ROWS = 8
#: Three columns: any two narrow tables share fewer edges by chance.
_FEWEST_EDGES = 4
#: What stands behind a figure that can't be told for certain: no cell takes it, and a note names it.
DOUBTFUL = "？"

Slots = tuple[tuple[FoundCell | None, ...], ...]


@dataclass(frozen=True, eq=False)
class PrintedTable:
    """A table with the places of its columns' edges on paper, and its bands if no lines rule it.

    `full` are the cells, by identity, whose last line has no room for more.
    """

    xs: tuple[float, ...]
    slots: Slots
    bands: tuple[PrintedBand, ...] = ()
    full: frozenset[int] = frozenset()

    @property
    def found(self) -> FoundTable:
        """Return the table as readers know it."""
        return FoundTable(self.slots)

    def followed_by(self, below: PrintedTable) -> PrintedTable | None:
        """Return this table with its next page's piece, None where that is another table.

        A heading that the piece repeats is left out, and a label that reaches over the page's end is one.
        """
        shift = _shift(self.xs, below.xs)
        if shift is None:
            return None
        other = [x + shift for x in below.xs]
        edges = _merged(self.xs, other)
        upper, lower = _spread(self.slots, self.xs, edges), _spread(below.slots, other, edges)
        lower = _from_first_words(lower[_repeated_rows(upper, lower) :])
        lower = _filled(upper, lower)
        full = self.full | below.full
        if _is_one_row(upper, lower, self.full):
            upper, lower = _with_rest(upper, lower), lower[1:]
        return PrintedTable(tuple(edges), _continued(upper, lower, self.full), full=full)


def printed_table(grid: RuledGrid, cells: Sequence[FoundCell], full: Iterable[int]) -> PrintedTable:
    """Return a grid's cells as a table, without the slivers between double lines.

    `full` are the numbers of cells whose last line has no room for more.
    """
    rows = [row for row in range(len(grid.ys) - 1) if _is_row(grid, cells, row)]
    columns = [column for column in range(len(grid.xs) - 1) if _is_column(grid, cells, column)]
    slots = tuple(tuple(cells[grid.owners[row][column]] for column in columns) for row in rows)
    xs = (*(grid.xs[column] for column in columns), grid.xs[-1])
    return PrintedTable(xs, slots, full=frozenset(id(cells[number]) for number in full))


def _is_row(grid: RuledGrid, cells: Sequence[FoundCell], row: int) -> bool:
    if grid.ys[row + 1] - grid.ys[row] > _SLIVER_PT:
        return True
    return any(cells[owner].rows == 1 and cells[owner].text.strip() for owner in grid.owners[row])


def _is_column(grid: RuledGrid, cells: Sequence[FoundCell], column: int) -> bool:
    if grid.xs[column + 1] - grid.xs[column] > _SLIVER_PT:
        return True
    own = (cells[owners[column]] for owners in grid.owners)
    return any(cell.columns == 1 and cell.text.strip() for cell in own)


def _shift(own: Sequence[float], other: Sequence[float]) -> float | None:
    """Return how far a next page's piece lies left of a table, None where it is another table's.

    It is as wide, or all its edges are the table's: a cell that goes on before and after may not be drawn.
    """
    if abs((own[-1] - own[0]) - (other[-1] - other[0])) <= _SAME_WIDTH_PT:
        return own[0] - other[0]
    fewer, more = sorted((own, other), key=len)
    same = all(any(abs(x - edge) <= SAME_LINE for edge in more) for x in fewer)
    return 0.0 if same and len(fewer) >= _FEWEST_EDGES else None


def _merged(own: Sequence[float], other: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for x in sorted([*own, *other]):
        if not edges or x - edges[-1] > SAME_LINE:
            edges.append(x)
    return edges


def _spread(slots: Slots, xs: Sequence[float], edges: Sequence[float]) -> Slots:
    """Lay rows out on more columns."""
    middles = [(left + right) / 2 for left, right in itertools.pairwise(edges)]
    places = [sum(x <= middle for x in xs) - 1 for middle in middles]
    width = len(xs) - 1
    return tuple(tuple(row[place] if 0 <= place < width else None for place in places) for row in slots)


def _repeated_rows(upper: Slots, lower: Slots) -> int:
    """Return how many rows at the head of the lower piece repeat the head of the table."""
    most = min(_MOST_HEAD_ROWS, len(upper), len(lower) - 1)
    for count in range(most, 0, -1):
        if _cell_texts(upper[:count]) == _cell_texts(lower[:count]) and not _has_figures(lower[:count]):
            return count
    return 0


def _cell_texts(rows: Slots) -> list[list[str]]:
    return [["".join(cell.text.split()) if cell else "" for cell in row] for row in rows]


def _has_figures(rows: Slots) -> bool:
    cells = [cell for row in rows for cell in row if cell is not None]
    return any(looks_like_figure(cell.text) for cell in cells) or not any(cell.text.strip() for cell in cells)


def _from_first_words(rows: Slots) -> Slots:
    """Leave out empty rows, which a page's beginning draws."""
    first = next((place for place, row in enumerate(rows) if any(c and c.text.strip() for c in row)), 0)
    return rows[first:]


def _is_one_row(upper: Slots, lower: Slots, full: frozenset[int]) -> bool:
    """Tell whether a page ends within a row: what stands below goes on where a cell above is full."""
    if not upper or not lower:
        return False
    said = False
    for column, (above, below) in enumerate(zip(upper[-1], lower[0], strict=True)):
        if above is below:
            continue
        if above is None or below is None or _reach(upper[-1], column) != _reach(lower[0], column):
            return False
        is_begun = not above.text.strip() and below.rows > 1
        if below.text.strip() and not is_begun:
            if id(above) not in full or not _may_be_rest(above.text, below.text):
                return False
            said = True
    return said


def _filled(upper: Slots, lower: Slots) -> Slots:
    """Return the lower rows with the cells that reach over all of them, which no line draws there."""
    if not upper or not lower:
        return lower
    absent = [column for column in range(len(lower[0])) if all(row[column] is None for row in lower)]
    above = {column: upper[-1][column] for column in absent}
    return tuple(tuple(above.get(place, cell) for place, cell in enumerate(row)) for row in lower)


def _may_be_rest(text: str, rest: str) -> bool:
    """Tell whether words may go on in words, or a figure in a figure."""
    return looks_like_figure(text) == looks_like_figure(rest) and not BEGINS.match(rest)


def _with_rest(upper: Slots, lower: Slots) -> Slots:
    """Return the rows above a page's end with the rest of the last one; a figure cut there is doubtful."""
    changed: dict[int, FoundCell] = {}
    for above, below in zip(upper[-1], lower[0], strict=True):
        if above is not None and below is not None and below.text.strip():
            is_figure = looks_like_figure(above.text) or looks_like_figure(below.text)
            text = above.text + below.text + (DOUBTFUL if is_figure else "")
            changed[id(above)] = FoundCell((FoundParagraph(text),), above.rows, above.columns)
    kept = {id(above): changed[id(above)] for row in upper for above in row if id(above) in changed}
    return tuple(tuple(kept.get(id(cell), cell) for cell in row) for row in upper)


def _continued(upper: Slots, lower: Slots, full: frozenset[int]) -> Slots:
    """Return all rows; a label of several rows that reaches over the page's end is one."""
    if not upper or not lower:
        return upper + lower
    changed: dict[int, FoundCell] = {}
    for column, (above, below) in enumerate(zip(upper[-1], lower[0], strict=True)):
        if above is None or below is None or _reach(upper[-1], column) != _reach(lower[0], column):
            continue
        if looks_like_figure(above.text) or max(above.rows, below.rows) < 2 or not above.text.strip():
            continue
        if not below.text.strip():
            changed[id(below)] = above
        elif id(above) in full and _may_be_rest(above.text, below.text):
            words = (FoundParagraph(above.text + below.text),)
            whole = changed.get(id(above)) or FoundCell(words, above.rows + below.rows, above.columns)
            changed[id(above)] = changed[id(below)] = whole
    return tuple(tuple(changed.get(id(cell), cell) for cell in row) for row in upper + lower)


def _reach(row: Sequence[FoundCell | None], column: int) -> tuple[int, int]:
    same = [place for place, cell in enumerate(row) if cell is row[column]]
    return min(same), max(same)
