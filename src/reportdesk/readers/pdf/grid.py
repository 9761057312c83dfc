"""A frame of ruling lines as a grid: which cells there are, and which rows and columns each covers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportdesk.readers.pdf.marks import Rectangle, Ruling
from reportdesk.readers.pdf.rulings import SAME_LINE, RuledFrame, clustered

#: So much of a cell's edge must be ruled to divide it from its neighbour.
_RULED = 0.5
#: Points: a box that is higher is no row of a table but a frame around words.
_HIGHEST_ROW_PT = 90.0
#: Fields of a grid; a form of 28 rows and 10 columns has 280.
_MOST_FIELDS = 20_000


@dataclass(frozen=True)
class RuledGrid:
    """A grid: where its columns and rows begin and end, and by row and column the number of the cell."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Rectangle:
        """Return the box of the whole grid."""
        return Rectangle(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def count(self) -> int:
        """Return how many cells there are."""
        return 1 + max(owner for row in self.owners for owner in row)

    def at(self, place: tuple[float, float]) -> tuple[int, int] | None:
        """Return the row and the column of a place, None outside the grid."""
        if not self.box.holds(place):
            return None
        column = min(max(bisect_right(self.xs, place[0]) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, place[1]) - 1, 0), len(self.ys) - 2)
        return row, column

    def cell_at(self, place: tuple[float, float]) -> int | None:
        """Return the number of the cell at a place, None outside the grid."""
        found = self.at(place)
        return None if found is None else self.owners[found[0]][found[1]]

    def boxes(self) -> list[Rectangle]:
        """Return each cell's box by its number."""
        found: dict[int, Rectangle] = {}
        for row, owners in enumerate(self.owners):
            for column, owner in enumerate(owners):
                box = Rectangle(self.xs[column], self.ys[row], self.xs[column + 1], self.ys[row + 1])
                known = found.get(owner, box)
                found[owner] = Rectangle(
                    min(known.left, box.left),
                    min(known.top, box.top),
                    max(known.right, box.right),
                    max(known.bottom, box.bottom),
                )
        return [found[number] for number in range(len(found))]


def grid_of(frame: RuledFrame) -> RuledGrid | None:
    """Return the grid that a frame draws; an edge that is not drawn, as at a page's end, is where lines end.

    None where the frame divides nothing, or is a drawing of countless lines.
    """
    box = frame.box
    xs = _places(frame.down, box.left, box.right)
    ys = _places(frame.across, box.top, box.bottom)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_FIELDS:
        return None
    if len(xs) == len(ys) == 2 and box.height > _HIGHEST_ROW_PT:
        return None
    return RuledGrid(tuple(xs), tuple(ys), _owners(xs, ys, frame))


def _places(rulings: Sequence[Ruling], first: float, last: float) -> list[float]:
    groups = clustered(sorted(rulings, key=lambda one: one.at))
    places = [sum(one.at for one in group) / len(group) for group in groups]
    if not places or places[0] - first > SAME_LINE:
        places.insert(0, first)
    if last - places[-1] > SAME_LINE:
        places.append(last)
    return places


def _owners(xs: Sequence[float], ys: Sequence[float], frame: RuledFrame) -> tuple[tuple[int, ...], ...]:
    """Return each field's cell by number: fields with no line between are one, if they make a rectangle."""
    edges = _Edges(xs, ys, frame)
    owners = [[-1] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    count = 0
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if owners[row][column] >= 0:
                continue
            right = column + 1
            while right < len(xs) - 1 and owners[row][right] < 0 and not edges.is_left(row, right):
                right += 1
            bottom = row + 1
            while bottom < len(ys) - 1 and edges.go_on(owners[bottom], bottom, column, right):
                bottom += 1
            for covered in range(row, bottom):
                owners[covered][column:right] = [count] * (right - column)
            count += 1
    return tuple(tuple(row) for row in owners)


class _Edges:
    """Which edges of the fields of a grid are ruled."""

    def __init__(self, xs: Sequence[float], ys: Sequence[float], frame: RuledFrame) -> None:
        self._xs, self._ys = xs, ys
        self._down = [[one for one in frame.down if abs(one.at - x) <= SAME_LINE] for x in xs]
        self._across = [[one for one in frame.across if abs(one.at - y) <= SAME_LINE] for y in ys]

    def is_left(self, row: int, column: int) -> bool:
        """Tell whether a field has a line at its left."""
        return _is_ruled(self._down[column], self._ys[row], self._ys[row + 1])

    def go_on(self, owners: Sequence[int], row: int, column: int, right: int) -> bool:
        """Tell whether a cell reaches into the next row: free there, and no line above or between."""
        if any(owner >= 0 for owner in owners[column:right]):
            return False
        if _is_ruled(self._across[row], self._xs[column], self._xs[right]):
            return False
        return not any(self.is_left(row, between) for between in range(column + 1, right))


def _is_ruled(rulings: Sequence[Ruling], start: float, end: float) -> bool:
    drawn = sum(max(0.0, min(one.end, end) - max(one.start, start)) for one in rulings)
    return drawn >= _RULED * (end - start)
