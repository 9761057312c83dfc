"""How cells look, made once a workbook and put on cell after cell, merged ranges with their edges too.

openpyxl looks each part of a style up for every cell, and for every edge of a merged range adds borders one
to the other; that is most of what writing a workbook takes.
"""

from __future__ import annotations

from collections.abc import Hashable
from copy import copy
from itertools import product
from typing import Any

from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Border, Side
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet


class Wardrobe:
    """The looks of one workbook's cells by a name."""

    def __init__(self) -> None:
        """Begin with none."""
        self._made: dict[Hashable, Any] = {}

    def dress(self, cell: Any, name: Hashable, **parts: object) -> None:
        """Give a cell without a look the one of that name, made of `parts` (font, border, alignment)."""
        made = self._made.get(name)
        if made is not None:
            cell._style = copy(made)  # noqa: SLF001 - the way openpyxl's own copies take
            return
        for part, value in parts.items():
            setattr(cell, part, value)
        self._made[name] = copy(cell._style)  # noqa: SLF001

    def merge(self, sheet: Worksheet, area: CellRange, side: Side | None = None) -> None:
        """Merge cells of a sheet as `Worksheet.merge_cells` does; what is covered bears `side` at the edges.

        The first cell must stand there and bear its own look.
        """
        sheet.merged_cells.add(area)
        rows, columns = range(area.min_row, area.max_row + 1), range(area.min_col, area.max_col + 1)
        for row, column in list(product(rows, columns))[1:]:
            covered: Any = MergedCell(sheet, row, column)
            sheet._cells[row, column] = covered  # noqa: SLF001
            edges = {
                "left": column == area.min_col,
                "right": column == area.max_col,
                "top": row == area.min_row,
                "bottom": row == area.max_row,
            }
            at = tuple(name for name, is_there in edges.items() if is_there)
            if side is not None and at:
                sides: dict[str, Any] = dict.fromkeys(at, side)
                self.dress(covered, at, border=Border(**sides))
