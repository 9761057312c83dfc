"""Ways to spoil a paper that several documents share."""

from __future__ import annotations

from reportdesk.form.loader import load_edition
from tests.readers.paper import Grid, Paper, changed, paper, twin, values


def cut(made: Paper, name: str, at: int, *, heads: int = 0) -> None:
    """Cut a table before a row; the second part has the first `heads` rows again."""
    grid = made.grid(name)
    place = made.at(grid)
    first, second = grid.rows[:at], grid.rows[at:]
    open_cells = [
        changed(cell, rows=cell.rows - (at - number), text="")
        for number, row in enumerate(first)
        for cell in row
        if number + cell.rows > at
    ]
    for number, row in enumerate(first):
        for index, cell in enumerate(row):
            row[index] = changed(cell, rows=min(cell.rows, at - number))
    second[0] = [*open_cells, *second[0]]
    repeated = [[changed(cell) for cell in row] for row in first[:heads]]
    made.blocks[place : place + 1] = [twin(grid, first), ("text", ""), twin(grid, [*repeated, *second])]


def with_strokes(mark: str) -> Paper:
    """A paper of few figures, its zeroes printed as a mark."""
    made = paper(figures_of=values(load_edition("2021"), sparse=True))
    zeroes = [key for key, value in made.expected.items() if value == 0]
    made.show(zeroes, mark)
    return made


def word_headings(made: Paper, words: dict[str, str]) -> None:
    """Print headings with other words."""
    made.blocks = [
        (block[0], words.get(block[1], block[1])) if not isinstance(block, Grid) else block
        for block in made.blocks
    ]
