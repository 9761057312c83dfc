"""Which part of a table's sheet stands still in the headers, and which part scrolls below and beside them."""

from __future__ import annotations

from functools import cached_property

from reportdesk.form.parts import Table
from reportdesk.form.spans import Box, Sheet, lay_out
from reportdesk.frozen import Frozen


class Frame(Frozen, frozen=True, dict=True):
    """A sheet on the screen: its first `top` rows and `left` columns are frozen, the body is the rest.

    A table with several bands has headers between its rows; there everything is body.
    """

    sheet: Sheet
    top: int
    left: int

    @property
    def rows(self) -> int:
        """Return the number of body rows."""
        return self.sheet.rows - self.top

    @property
    def columns(self) -> int:
        """Return the number of body columns."""
        return self.sheet.columns - self.left

    @cached_property
    def body(self) -> tuple[Box, ...]:
        """Return the boxes that scroll, at their place on the sheet."""
        return tuple(box for box in self.sheet.boxes if box.row >= self.top and box.column >= self.left)

    @property
    def merges(self) -> bool:
        """Tell whether any cell takes several columns, so that figures stand in the middle as on paper."""
        return any(box.key and box.columns > 1 for box in self.body)

    @cached_property
    def across(self) -> tuple[Box, ...]:
        """Return the boxes frozen above the body."""
        return tuple(box for box in self.sheet.boxes if box.row < self.top and box.column >= self.left)

    @cached_property
    def down(self) -> tuple[Box, ...]:
        """Return the boxes frozen beside the body."""
        return tuple(box for box in self.sheet.boxes if box.row >= self.top and box.column < self.left)

    @cached_property
    def corner(self) -> Box | None:
        """Return the box frozen in both directions, if the table has one."""
        frozen = (box for box in self.sheet.boxes if box.row < self.top and box.column < self.left)
        return next(frozen, None)

    @cached_property
    def places(self) -> dict[str, tuple[int, int]]:
        """Return body row and column of each cell by key."""
        return {box.key: (box.row - self.top, box.column - self.left) for box in self.body if box.key}

    def box_at(self, row: int, column: int) -> Box:
        """Return the box that covers a body row and column."""
        return self._covering[row + self.top, column + self.left]

    def labels_of(self, key: str) -> frozenset[Box]:
        """Return the labels that say what a cell is: those of its row, and its heads up to the next band."""
        place = self.places.get(key)
        if place is None:
            return frozenset()
        row, column = place[0] + self.top, place[1] + self.left
        beside = {self._covering[row, left] for left in range(self.sheet.table.label_columns)}
        above = {self._covering[head, column] for head in self._heads_above(row)}
        every = self.sheet.columns - self.sheet.table.label_columns
        telling = {
            box for box in above if box.columns < every or box.row + box.rows not in self.sheet.head_rows
        }
        return frozenset(box for box in beside | telling if box.role in {"label", "head"})

    def _heads_above(self, row: int) -> range:
        """Return the run of header rows nearest above a row."""
        last = max((head for head in self.sheet.head_rows if head < row), default=-1)
        first = last
        while first - 1 in self.sheet.head_rows:
            first -= 1
        return range(max(first, 0), last + 1)

    @cached_property
    def _covering(self) -> dict[tuple[int, int], Box]:
        return {
            (row, column): box
            for box in self.sheet.boxes
            for row in range(box.row, box.row + box.rows)
            for column in range(box.column, box.column + box.columns)
        }


def frame_of(table: Table) -> Frame:
    """Lay a table out for the screen; headers are frozen where the table has one band."""
    sheet = lay_out(table)
    if len(table.band) > 1:
        return Frame(sheet, 0, 0)
    return Frame(sheet, len(sheet.head_rows), table.label_columns)
