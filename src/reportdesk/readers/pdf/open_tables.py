"""Tables without lines between their columns: figures that stand below each other make the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportdesk.readers.found.blocks import FoundCell, FoundParagraph
from reportdesk.readers.pdf.bands import PrintedBand
from reportdesk.readers.pdf.lines import PrintedLine
from reportdesk.readers.pdf.marks import Rectangle, box_over
from reportdesk.readers.pdf.printed_table import DOUBTFUL, PrintedTable, Slots
from reportdesk.readers.tables.figures import looks_like_figure

#: Points around the outermost words.
_EDGE_PT = 2.0
#: A part stands in a column if so much of the narrower of the two lies within the other.
_WITHIN = 0.3
#: A figure over two columns stands in one if that many times more of it does.
_CLEARLY = 2.5


def open_table(bands: Sequence[PrintedBand]) -> PrintedTable | None:
    """Return rows as a table, None where no figures stand in columns."""
    columns = columns_of(bands)
    if not columns:
        return None
    columns = _headed_columns(bands, columns)
    rows = [_Row(band, columns) for band in bands if band.parts]
    depth = max(len(row.labels) for row in rows)
    slots: Slots = tuple(row.slots(depth) for row in rows)
    return PrintedTable(_edges(bands, columns, depth), slots, tuple(bands))


def columns_of(bands: Sequence[PrintedBand]) -> list[Rectangle]:
    """Return the columns of figures from the left, each as wide as its figures."""
    rows = [band.figures for band in bands]
    most = max(map(len, rows), default=0)
    figures = [part.box for row in rows if len(row) > 1 or most == 1 for part in row]
    columns: list[Rectangle] = []
    for box in sorted(figures, key=lambda one: one.middle[0]):
        if columns and _is_within(box, columns[-1]):
            columns[-1] = box_over([columns[-1], box])
        else:
            columns.append(box)
    return columns


def _headed_columns(bands: Sequence[PrintedBand], columns: Sequence[Rectangle]) -> list[Rectangle]:
    """Return the columns with the labels over them, and those that have a label but no figure.

    Words may begin at a column's left edge and figures end at its right one: it reaches over both.
    """
    heads = _heads(bands, columns)
    made = list(columns)
    for place, head in enumerate(heads):
        if any(_is_within(head, column) for column in columns):
            continue
        end = heads[place + 1].left if place + 1 < len(heads) else float("inf")
        below = [at for at, column in enumerate(columns) if head.left <= column.left < end]
        if len(below) == 1 and not any(_is_within(other, columns[below[0]]) for other in heads):
            made[below[0]] = box_over([head, columns[below[0]]])
        else:
            made.append(head)
    return sorted(made, key=lambda one: one.left)


def _heads(bands: Sequence[PrintedBand], columns: Sequence[Rectangle]) -> list[Rectangle]:
    """Return the lowest words over columns, from the left: those right of all labels of rows."""
    labels = [
        part.box.right
        for band in bands
        if band.figures
        for part in band.parts
        if part.box.middle[0] < columns[0].left and not looks_like_figure(part.text)
    ]
    first = max(labels, default=float("-inf"))
    words = [
        (part.base, part.box)
        for band in bands
        if not band.figures
        for part in band.parts
        if part.box.left > first
    ]
    found: list[Rectangle] = []
    for base, box in sorted(words, key=lambda one: -one[0]):
        is_parent = any(other > base and _is_within(box, below) for other, below in words)
        if not is_parent and not any(_is_within(box, known) for known in found):
            found.append(box)
    return sorted(found, key=lambda one: one.left)


def _is_within(box: Rectangle, column: Rectangle) -> bool:
    return _overlap(box, column) > _WITHIN * min(box.width, column.width)


def _edges(bands: Sequence[PrintedBand], columns: Sequence[Rectangle], depth: int) -> tuple[float, ...]:
    parts = [part.box for band in bands for part in band.parts]
    first = min(box.left for box in parts) - _EDGE_PT
    labels = [first + place * (columns[0].left - _EDGE_PT - first) / depth for place in range(depth)]
    borders = [(left.right + right.left) / 2 for left, right in pairwise(columns)]
    return (*labels, columns[0].left - _EDGE_PT, *borders, max(box.right for box in parts) + _EDGE_PT)


@dataclass
class _Row:
    """A row against the columns: labels at its left, and what stands in or over columns."""

    band: PrintedBand
    columns: Sequence[Rectangle]
    labels: list[list[PrintedLine]] = field(default_factory=list)
    placed: dict[tuple[int, int], list[PrintedLine]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for part in sorted(self.band.parts, key=lambda one: one.box.left):
            covered = self._covered(part)
            if covered is None:
                self._take_label(part)
            else:
                self.placed.setdefault(covered, []).append(part)

    def slots(self, depth: int) -> tuple[FoundCell | None, ...]:
        """Return the cells of the row; labels end right before the figures."""
        labels: list[FoundCell] = [_cell(lines) for lines in self.labels] or [FoundCell()] * bool(depth)
        slots: list[FoundCell | None] = [*labels[:1] * (depth - len(labels)), *labels]
        # Words without figures are no row of blanks where no lines say so: a label may go on there.
        has_cells = self.band.is_ruled or bool(self.band.figures)
        slots += [FoundCell() if has_cells else None for _ in self.columns]
        taken: set[int] = set()
        for (first, last), parts in sorted(self.placed.items()):
            covered = set(range(first, last + 1))
            is_doubtful = last > first or len(parts) > 1 or bool(covered & taken)
            cell = _cell(parts, is_doubtful=is_doubtful)
            for column in covered - taken:
                slots[depth + column] = cell
            taken |= covered
        return tuple(slots)

    def _take_label(self, part: PrintedLine) -> None:
        for lines in self.labels:
            around = box_over([line.box for line in lines])
            if part.box.left < around.right and around.left < part.box.right:
                lines.append(part)
                return
        self.labels.append([part])

    def _covered(self, part: PrintedLine) -> tuple[int, int] | None:
        """Return the first and the last column that a part stands in, None for a label left of them."""
        box = part.box
        hit = [place for place, column in enumerate(self.columns) if _is_within(box, column)]
        is_figure = looks_like_figure(part.text)
        if box.middle[0] < self.columns[0].left and not (is_figure and hit):
            return None
        if hit and is_figure:
            return self._closest(box, hit)
        if hit:
            return hit[0], hit[-1]
        nearest = min(range(len(self.columns)), key=lambda place: _distance(box, self.columns[place]))
        return nearest, nearest

    def _closest(self, box: Rectangle, hit: Sequence[int]) -> tuple[int, int]:
        """Return the one column that a figure clearly stands in, or all that it reaches over."""
        ranked = sorted(hit, key=lambda place: -_overlap(box, self.columns[place]))
        if len(ranked) == 1 or _overlap(box, self.columns[ranked[0]]) > _CLEARLY * _overlap(
            box, self.columns[ranked[1]]
        ):
            return ranked[0], ranked[0]
        return hit[0], hit[-1]


def _overlap(box: Rectangle, column: Rectangle) -> float:
    return min(box.right, column.right) - max(box.left, column.left)


def _distance(box: Rectangle, column: Rectangle) -> float:
    return abs(column.middle[0] - box.middle[0])


def _cell(parts: Sequence[PrintedLine], *, is_doubtful: bool = False) -> FoundCell:
    ordered = sorted(parts, key=lambda one: (one.base, one.box.left))
    text = "\n".join(part.text for part in ordered)
    has_figure = any(looks_like_figure(part.text) for part in parts)
    return FoundCell((FoundParagraph(text + DOUBTFUL if is_doubtful and has_figure else text),))
