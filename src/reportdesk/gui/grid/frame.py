"""Which part of a table's sheet stands still in the headers, and which part scrolls below and beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from reportdesk.form.model import Form, Table
from reportdesk.form.spans import Box, Sheet, lay_out


@dataclass(frozen=True)
class Frame:
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


def walk(form: Form, frame: Frame, *, down: bool) -> tuple[str, ...]:
    """Return the keys of the cells that can be typed in, down the columns or along the rows."""
    boxes: Iterable[Box] = (box for box in frame.body if box.key and not form.cells[box.key].is_derived)
    ordered = sorted(boxes, key=lambda box: (box.column, box.row)) if down else boxes
    return tuple(box.key for box in ordered)
