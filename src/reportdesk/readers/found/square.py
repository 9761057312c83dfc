"""Rows of cells with spans laid out as a grid, within the size of any report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportdesk.errors import FileError
from reportdesk.readers.found.blocks import (
    MOST_COLUMNS,
    MOST_GRID_COLUMNS,
    MOST_ROWS,
    FoundCell,
    FoundTable,
)
from reportdesk.readers.found.refusals import TOO_MUCH_REMEDY


def square(rows: Iterable[Sequence[FoundCell]], where: str, *, is_aligned: bool = True) -> FoundTable:
    """Lay rows of cells with spans out as a grid; raise FileError for a table beyond all measure.

    Spans that run into each other or over the edge are cut, never widened.
    """
    grid: list[list[FoundCell | None]] = []
    hanging: dict[int, tuple[FoundCell, int]] = {}
    for cells in rows:
        if len(grid) >= MOST_ROWS:
            raise FileError(f"有一个表格超过 {MOST_ROWS} 行", where=where, remedy=TOO_MUCH_REMEDY)
        grid.append(_lay_row(cells, hanging, where))
    width = max(map(len, grid), default=0)
    slots = tuple(tuple(row + [None] * (width - len(row))) for row in grid)
    return narrowed(FoundTable(slots, is_aligned=is_aligned), where)


def narrowed(table: FoundTable, where: str) -> FoundTable:
    """Return a table without the columns that only a fine grid has; raise FileError if still too wide.

    Where no row has something in a cell that begins in a column, the column tells nothing.
    """
    if table.width <= MOST_COLUMNS:
        return table
    kept = [column for column in range(table.width) if any(_says(row, column) for row in table.slots)]
    if len(kept) > MOST_COLUMNS:
        raise too_wide(where)
    return replace(table, slots=tuple(tuple(row[column] for column in kept) for row in table.slots))


def _says(row: Sequence[FoundCell | None], column: int) -> bool:
    cell = row[column]
    begins = cell is not None and (column == 0 or row[column - 1] is not cell)
    return begins and cell is not None and (cell.nests or bool(cell.text.strip()))


def too_wide(where: str) -> FileError:
    """Return the refusal of a table with more columns than any report has."""
    problem = f"有一个表格超过 {MOST_COLUMNS} 列"
    return FileError(problem, where=where, remedy=TOO_MUCH_REMEDY)


def _lay_row(
    cells: Sequence[FoundCell], hanging: dict[int, tuple[FoundCell, int]], where: str
) -> list[FoundCell | None]:
    """Lay one row; `hanging` holds, by column, the cell that reaches down and for how many rows more."""
    row: dict[int, FoundCell] = {column: cell for column, (cell, _) in hanging.items()}
    for column, (cell, left) in list(hanging.items()):
        if left > 1:
            hanging[column] = (cell, left - 1)
        else:
            del hanging[column]
    column = 0
    for cell in cells:
        while column in row:
            column += 1
        for covered in range(column, min(column + cell.columns, MOST_GRID_COLUMNS)):
            if covered in row:
                break
            row[covered] = cell
            if cell.rows > 1:
                hanging[covered] = (cell, cell.rows - 1)
        if column >= MOST_GRID_COLUMNS:
            raise too_wide(where)
    return [row.get(column) for column in range(max(row, default=-1) + 1)]
