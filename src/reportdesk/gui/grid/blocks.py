"""Blocks of cells: to the clipboard as the paper grid has them, from it, and blanked; one edit each."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.gui.grid.clipboard import Block, read_block
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.paste import Landing, PasteOutcome, land, paste
from reportdesk.report.edit import enter


def block_of(grid: GridModel, keys: Sequence[str]) -> Block:
    """Return the rectangle around some cells: figures, labels between; a merged box counts once."""
    top, left, bottom, right = _bounds(grid, keys)
    return [[_text(grid, row, column) for column in range(left, right)] for row in range(top, bottom)]


def blank(grid: GridModel, keys: Sequence[str], name: str) -> None:
    """Blank those of some cells that can be typed in; `name` stands in the undo menu."""
    grid.apply(enter(grid.document.report, dict.fromkeys(_entered(grid, keys)), name=name))


def paste_text(grid: GridModel, text: str, keys: Sequence[str]) -> PasteOutcome:
    """Paste a block from the first of some cells on; a single value goes into all of them."""
    block = read_block(text)
    entered = _entered(grid, keys)
    if len(entered) > 1 and [len(line) for line in block] == [1]:
        landing = Landing(dict.fromkeys(entered, block[0][0]))
    else:
        top, left, _, _ = _bounds(grid, keys)
        landing = land(grid.frame, block, top, left)
    edit, outcome = paste(grid.document.report, landing)
    grid.apply(edit)
    return outcome


def _entered(grid: GridModel, keys: Sequence[str]) -> list[str]:
    return [key for key in keys if not grid.document.form.cells[key].is_derived]


def _bounds(grid: GridModel, keys: Sequence[str]) -> tuple[int, int, int, int]:
    """Return body row and column of the first of some cells, and those after the last."""
    boxes = [grid.frame.sheet.box_of(key) for key in keys]
    top, left = grid.frame.top, grid.frame.left
    return (
        min(box.row for box in boxes) - top,
        min(box.column for box in boxes) - left,
        max(box.row + box.rows for box in boxes) - top,
        max(box.column + box.columns for box in boxes) - left,
    )


def _text(grid: GridModel, row: int, column: int) -> str:
    box = grid.frame.box_at(row, column)
    if (box.row - grid.frame.top, box.column - grid.frame.left) != (row, column):
        return ""
    if not box.key:
        return box.text
    state = grid.state(box.key)
    return "" if state.figure == "partial" else state.text
