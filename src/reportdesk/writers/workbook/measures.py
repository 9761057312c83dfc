"""How wide and high cells must be for their words: in digits of the default font, and in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from reportdesk.form.spans import Box

#: A Chinese character takes this many digits of the default font.
CHARACTER_WIDTH_DIGITS = 1.85
_LINE_HEIGHT_PT = 14
_AROUND_PT = 6
#: A label that reaches over more rows has room for its words however high these are.
_MOST_CROWDED_ROWS = 3


def label_lines(labels: Iterable[tuple[Box, str]], widths: Sequence[float], rows: int) -> list[int]:
    """Return how many lines each row of a table needs for its labels, whose words stand in their boxes."""
    lines = [1] * rows
    for box, text in labels:
        if box.key or box.rows > _MOST_CROWDED_ROWS:
            continue
        width = sum(widths[box.column : box.column + box.columns])
        needed = ceil(lines_in(text, width) / box.rows)
        for row in range(box.row, box.row + box.rows):
            lines[row] = max(lines[row], needed)
    return lines


def lines_in(text: str, width: float) -> int:
    """Return how many lines a Chinese text takes in so many digits."""
    return ceil(len(text) / max(1, int(width / CHARACTER_WIDTH_DIGITS)))


def height_pt(lines: int) -> float:
    """Return the height of a row of so many lines."""
    return lines * _LINE_HEIGHT_PT + _AROUND_PT


def digits_of(text: str) -> int:
    """Return how many digits of the default font a text of any script takes, rather more than fewer."""
    return len(text.encode("gb18030", "replace"))
