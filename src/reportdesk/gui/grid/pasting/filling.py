"""Figures put into many cells at once: filled down, filled right, one figure for all that are chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportdesk.form.formula import Number
from reportdesk.gui.grid.jump import neighbour
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.pasting.paste import Landing, paste
from reportdesk.report.edit import enter


def fill_along(grid: GridModel, keys: Sequence[str], *, is_down: bool) -> str:
    """Give each line of the chosen cells the figure of its first; of a single cell that of the one before.

    Return why nothing was filled; empty where something was. Sums neither give nor take.
    """
    pairs = list(_pairs(grid, keys, is_down=is_down))
    cells = grid.document.form.cells
    report = grid.document.report
    values: dict[str, Number | None] = {}
    for source, target in pairs:
        if not cells[source].is_derived and not cells[target].is_derived:
            values[target] = report.cells.get(source)
    if not values:
        before = "上面" if is_down else "左边"
        return f"{before}没有可以填过来的格子；合计由各项自动算出，不填充"
    grid.apply(enter(report, values, name="向下填充" if is_down else "向右填充"))
    return ""


def fill_with(grid: GridModel, keys: Sequence[str], text: str) -> str:
    """Put what was typed into all the chosen cells; return in words what of them cannot take it."""
    entered = [key for key in keys if not grid.document.form.cells[key].is_derived]
    edit, outcome = paste(grid.document.report, Landing(dict.fromkeys(entered, text)), name="填充")
    grid.apply(edit)
    refused = outcome.refused
    return f"{len(refused)} 格不能填“{text}”，原数未动：{refused[0].reason}" if refused else ""


def _pairs(grid: GridModel, keys: Sequence[str], *, is_down: bool) -> Iterator[tuple[str, str]]:
    """Yield which cell gives its figure to which."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for key in keys:
        row, column = grid.frame.places[key]
        lines[column if is_down else row].append(key)
    for line in lines.values():
        first, *others = sorted(line, key=grid.frame.places.__getitem__)
        if others:
            yield from ((first, other) for other in others)
        elif before := neighbour(grid.frame, first, -1 if is_down else 0, 0 if is_down else -1):
            yield before, first
