"""Blocks of cells: to the clipboard as the paper grid has them, from it, and blanked; one edit each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.pasting.clipboard import Fields, is_words, read_block
from reportdesk.gui.grid.pasting.paste import Landing, PasteOutcome, blanks_over_figures, land, paste
from reportdesk.report.edit import enter

if TYPE_CHECKING:
    from reportdesk.gui.grid.pasting.labelled import Labelled

#: Asks whether so many figures go where a block is blank; None for neither.
AskBlanks: TypeAlias = Callable[[int], bool | None]


def block_of(grid: GridModel, keys: Sequence[str]) -> Fields:
    """Return the rectangle around some cells: figures, labels between; a merged box counts once."""
    top, left, bottom, right = _bounds(grid, keys)
    return [[_text(grid, row, column) for column in range(left, right)] for row in range(top, bottom)]


def blank(grid: GridModel, keys: Sequence[str], name: str) -> None:
    """Blank those of some cells that can be typed in; `name` stands in the undo menu."""
    grid.apply(enter(grid.document.report, dict.fromkeys(_entered(grid, keys)), name=name))


def paste_text(
    grid: GridModel, text: str, keys: Sequence[str], html: str = "", ask_blanks: AskBlanks | None = None
) -> PasteOutcome | None:
    """Paste a block from the first of some cells on; a single value goes into all of them.

    A block with labels goes where they say, whatever the cells; `html` is the page beside it on the
    clipboard. `ask_blanks` decides on figures that the block has blanks for, which go without it; None
    for a change of mind.
    """
    block = read_block(text)
    entered = _entered(grid, keys)
    if len(entered) > 1 and [len(line) for line in block] == [1]:
        landing = Landing(dict.fromkeys(entered, block[0][0]))
        labelled = None
    else:
        top, left, _, _ = _bounds(grid, keys)
        landing = land(grid.frame, block, top, left)
        labelled = (
            _by_labels(grid, block, html) if landing.has_words and len(block[0]) + len(block) > 2 else None
        )
    if labelled is not None:
        landing = Landing(labelled.texts)
    kept = _kept(grid, landing, ask_blanks)
    if kept is None:
        return None
    landing = replace(landing, texts={key: it for key, it in landing.texts.items() if key not in kept})
    edit, outcome = paste(grid.document.report, landing)
    outcome.kept = kept
    if labelled is not None:
        outcome.by_labels, outcome.left_out = True, list(labelled.left_out)
    grid.apply(edit)
    return outcome


def _by_labels(grid: GridModel, block: Fields, html: str) -> Labelled | None:
    """Read a block with words by its labels; None where the words are values that no cell can hold."""
    # Late: it brings along what reads documents.
    from reportdesk.gui.grid.pasting.labelled import Labelled, read_labelled

    labelled = read_labelled(grid.document.form, grid.frame.sheet.table.key, block, html)
    if labelled.texts or labelled.left_out:
        return labelled
    heads = [*block[0], *(line[0] for line in block)]
    if any(map(is_words, heads)):
        return Labelled(
            {}, ("粘贴的内容带有文字，看不出各数是哪一行哪一列的；请只复制数字，或连同表头一起复制",)
        )
    return None


def _kept(grid: GridModel, landing: Landing, ask_blanks: AskBlanks | None) -> list[str] | None:
    """Return the keys whose figures stay although the block is blank there; None for a change of mind."""
    over = blanks_over_figures(grid.document.report, landing)
    if not over or ask_blanks is None or len(landing.texts) == len(over):
        return []
    clears = ask_blanks(len(over))
    return None if clears is None else [] if clears else over


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
