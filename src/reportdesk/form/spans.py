"""A table as a sheet of paper: labels become boxes with spans, alike on screen, in Word, Excel and HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal

from reportdesk.form.model import cell_key
from reportdesk.form.parts import Band, Column, Table
from reportdesk.frozen import Frozen

BoxRole = Literal["title", "corner", "head", "label", "cell"]


class Box(Frozen, frozen=True):
    """A rectangle of the paper grid: what it says, or the key of the cell whose figure stands in it."""

    row: int
    column: int
    rows: int
    columns: int
    role: BoxRole
    text: str = ""
    key: str = ""


class Sheet(Frozen, frozen=True):
    """A table laid out: boxes from the top left, covering `rows` x `columns` without gap or overlap."""

    table: Table
    rows: int
    columns: int
    boxes: tuple[Box, ...]
    head_rows: tuple[int, ...]

    def box_of(self, key: str) -> Box:
        """Return the box of a cell; raise KeyError if the table has no such cell."""
        for box in self.boxes:
            if box.key == key:
                return box
        raise KeyError(key)


@lru_cache(maxsize=32)
def lay_out(table: Table) -> Sheet:
    """Lay a table out as the paper prints it; `head_rows` are the rows that hold titles and column labels."""
    boxes: list[Box] = []
    head_rows: list[int] = []
    top = 0
    for band in table.band:
        head = _head_height(band)
        boxes += _title(table, band, top)
        first = top + (1 if band.title else 0)
        boxes += _header(table, band, first, head)
        boxes += _body(table, band, first + head)
        head_rows += range(top, first + head)
        top = first + head + len(band.row)
    return Sheet(table, top, len(table.widths), tuple(sorted(boxes, key=_row_and_column)), tuple(head_rows))


def _row_and_column(box: Box) -> tuple[int, int]:
    return box.row, box.column


def _head_height(band: Band) -> int:
    return bool(band.banner) + max(len(column.labels) for column in band.column)


def _title(table: Table, band: Band, top: int) -> Iterator[Box]:
    if band.title:
        yield Box(top, 0, 1, len(table.widths), "title", band.title)


def _header(table: Table, band: Band, top: int, height: int) -> Iterator[Box]:
    left = table.label_columns
    if left:
        yield Box(top, 0, height, left, "corner", band.corner)
    if band.banner:
        yield Box(top, left, 1, len(table.widths) - left, "head", band.banner)
    below = top + bool(band.banner)
    edges = _edges(table, band)
    for box in _merge([column.labels for column in band.column], top + height - below):
        start, end = edges[box.first], edges[box.last + 1]
        yield Box(below + box.depth, start, box.height, end - start, "head", box.text)


def _body(table: Table, band: Band, top: int) -> Iterator[Box]:
    for box in _merge([row.labels for row in band.row], table.label_columns):
        yield Box(top + box.first, box.depth, box.last - box.first + 1, box.height, "label", box.text)
    for offset, row in enumerate(band.row):
        for column, (start, end) in zip(band.column, pairwise(_edges(table, band)), strict=True):
            yield Box(top + offset, start, 1, end - start, "cell", key=cell_key(table, row, column))


def _edges(table: Table, band: Band) -> list[int]:
    """Return the paper columns where a band's columns begin, and the end; the last takes what is over."""
    columns: Sequence[Column] = band.column
    edges = list(accumulate([1] * (len(columns) - 1), initial=table.label_columns))
    return [*edges, len(table.widths)]


class _Label(Frozen, frozen=True):
    first: int
    last: int
    depth: int
    height: int
    text: str


def _merge(paths: Sequence[tuple[str, ...]], depth: int) -> Iterator[_Label]:
    """Merge neighbours that share a label under the same parents; a path's last label takes what is left."""
    for level in range(depth):
        first = 0
        while first < len(paths):
            path = paths[first]
            last = first
            if level >= len(path):
                first += 1
                continue
            is_last = level == len(path) - 1
            while not is_last and last + 1 < len(paths) and _share(path, paths[last + 1], level):
                last += 1
            yield _Label(first, last, level, depth - level if is_last else 1, path[level])
            first = last + 1


def _share(path: tuple[str, ...], other: tuple[str, ...], level: int) -> bool:
    return len(other) > level + 1 and other[: level + 1] == path[: level + 1]
