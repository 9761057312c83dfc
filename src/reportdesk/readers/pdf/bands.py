"""Rows of a table that no lines rule: figures on one line make a row, labels go with those they flank."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportdesk.patterns import late
from reportdesk.readers.pdf.lines import PrintedLine
from reportdesk.readers.pdf.marks import Ruling
from reportdesk.readers.tables.figures import looks_like_figure
from reportdesk.report.numerals import ORDINALS

#: Times the size of the type: what is farther apart are two cells; lines closer than that are of one label.
GAP_EM = 0.8
ONE_LABEL_EM = 1.65
_SAME_LINE_EM = 0.3
#: Lines that close to each other overlap: they are of cells side by side.
_ONE_ROW_EM = 0.95
#: Less than two rows with two figures are a line that happens to have gaps.
_FEWEST_ROWS = 2
_FEWEST_FIGURES = 2
#: How a row's label begins that is numbered.
BEGINS = late(rf"^\s*(?:[{ORDINALS}]{{1,3}}\s*[、．.]|[（(]|[0-9]{{1,2}}\s*[.．、])")


@dataclass
class PrintedBand:
    """One row: the parts of its lines, each the words of a cell or of a line of it.

    `is_ruled` says that lines divide it from the rows around it.
    """

    parts: list[PrintedLine]
    is_ruled: bool = False

    @property
    def figures(self) -> list[PrintedLine]:
        """Return the parts that are figures, or strokes in their place."""
        return [part for part in self.parts if looks_like_figure(part.text)]


def parts_of(lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    """Return the parts of lines that wide gaps divide."""
    return [part for line in lines for part in line.chunks(GAP_EM)]


def is_tabular(bands: Sequence[PrintedBand]) -> bool:
    """Tell whether rows may be a table: several have parts side by side, and there are figures."""
    wide = [band for band in bands if len(band.parts) > 1]
    return len(wide) >= _FEWEST_ROWS and sum(len(band.figures) for band in bands) >= _FEWEST_FIGURES


def bands_between(lines: Iterable[PrintedLine], rulings: Sequence[Ruling]) -> list[PrintedBand]:
    """Return lines as rows that ruling lines divide; a label that no line crosses stays whole."""
    ys = sorted({one.at for one in rulings})
    bands = [PrintedBand([], is_ruled=True) for _ in ys[1:]]
    for label in _labels(parts_of(lines)):
        for piece in _divided(label.lines, rulings):
            middle = (piece[0].box.top + piece[-1].box.bottom) / 2
            place = min(max(bisect_right(ys, middle) - 1, 0), len(bands) - 1)
            bands[place].parts.extend(piece)
    return bands


def _divided(lines: Sequence[PrintedLine], rulings: Sequence[Ruling]) -> list[list[PrintedLine]]:
    """Divide lines where a ruling line passes between them."""
    pieces = [[lines[0]]]
    for before, line in pairwise(lines):
        x = line.box.middle[0]
        above, below = before.box.middle[1], line.box.middle[1]
        if any(above < one.at < below and one.start <= x <= one.end for one in rulings):
            pieces.append([])
        pieces[-1].append(line)
    return pieces


def bands_of_lines(lines: Sequence[PrintedLine]) -> list[PrintedBand]:
    """Return lines as rows from the top."""
    parts = parts_of(lines)
    figures = [part for part in parts if looks_like_figure(part.text)]
    rows = _figure_rows(lines)
    first = min((part.box.left for part in figures), default=0.0)
    heads = [line.base for line in lines if _heads_columns(line, first)]
    known = {id(part) for own in rows.values() for part in own}
    words = [part for part in parts if id(part) not in known and part not in figures]
    for label in _labels(words):
        for base, own in label.shared(sorted({*rows, *heads})):
            rows.setdefault(base, []).extend(own)
    return [PrintedBand(rows[base]) for base in sorted(rows)]


def _figure_rows(lines: Sequence[PrintedLine]) -> dict[float, list[PrintedLine]]:
    """Return the figures by the line that they stand on; those of one cell's second line with its first."""
    rows: dict[float, list[PrintedLine]] = {}
    above: list[PrintedLine] = []
    lowest = 0.0
    for line in sorted(lines, key=lambda one: one.base):
        parts = line.chunks(GAP_EM)
        own = [part for part in parts if looks_like_figure(part.text)]
        if not own:
            continue
        words = "".join(part.text for part in parts if part not in own)
        if above and own[0].base - lowest < _ONE_ROW_EM * own[0].size:
            above.extend(own)
            lowest = own[0].base
            continue
        if above and _are_second_lines(own, above, has_words=bool(words)) and not BEGINS.match(words):
            above.extend(own)
            continue
        rows[own[0].base] = above = own
        lowest = own[0].base
    return rows


def _heads_columns(line: PrintedLine, first: float) -> bool:
    """Tell whether words stand both left of the figures' columns, which begin at `first`, and over them."""
    parts = line.chunks(GAP_EM)
    words = [part.box.left for part in parts if not looks_like_figure(part.text)]
    return len(words) == len(parts) > 1 and min(words) < first <= max(words) + line.size


def _are_second_lines(own: Sequence[PrintedLine], above: Sequence[PrintedLine], *, has_words: bool) -> bool:
    """Tell whether figures stand close below some of those above, as the rest of broken ones."""
    if (has_words and len(own) >= len(above)) or own[0].base - above[0].base > ONE_LABEL_EM * own[0].size:
        return False
    return all(any(overlap(part, other) for other in above) for part in own)


def overlap(one: PrintedLine, other: PrintedLine) -> bool:
    """Tell whether one line stands over the other, somewhere."""
    return min(one.box.right, other.box.right) > max(one.box.left, other.box.left)


@dataclass
class _Label:
    """Lines that stand close below each other in one column."""

    lines: list[PrintedLine] = field(default_factory=list)

    def takes(self, part: PrintedLine) -> bool:
        """Add a line if it goes on right below; one with a number of its own begins another label."""
        last = self.lines[-1]
        is_below = 0 < part.base - last.base <= ONE_LABEL_EM * max(part.size, last.size)
        if is_below and overlap(part, last) and not BEGINS.match(part.text):
            self.lines.append(part)
            return True
        return False

    def shared(self, bases: Sequence[float]) -> Iterator[tuple[float, list[PrintedLine]]]:
        """Yield the label's lines by the row that each belongs to, or by the height of a row of their own."""
        anchors = {
            place: base
            for place, line in enumerate(self.lines)
            for base in bases
            if abs(base - line.base) <= _SAME_LINE_EM * line.size
        }
        if len(set(anchors.values())) > 1:
            yield from self._divided(anchors)
            return
        box_top, box_foot = self.lines[0].box.top, self.lines[-1].box.bottom
        beside = [base for base in bases if box_top < base < box_foot]
        middle = (self.lines[0].base + self.lines[-1].base) / 2
        yield (min(beside, key=lambda base: abs(base - middle)) if beside else middle), self.lines

    def _divided(self, anchors: dict[int, float]) -> Iterator[tuple[float, list[PrintedLine]]]:
        """Yield lines of several rows; one that no figures flank goes with the closer of its neighbours."""
        begins_anchored = 0 in anchors
        for place, line in enumerate(self.lines):
            before = [at for at in anchors if at <= place]
            after = [at for at in anchors if at >= place]
            above, below = (max(before) if before else None), (min(after) if after else None)
            if above is None or (below is not None and below - place < place - above):
                chosen = below
            elif below is None or place - above < below - place or begins_anchored:
                chosen = above
            else:
                chosen = below
            if chosen is not None:
                yield anchors[chosen], [line]


def _labels(words: Sequence[PrintedLine]) -> list[_Label]:
    labels: list[_Label] = []
    for part in sorted(words, key=lambda one: (one.base, one.box.left)):
        if not any(label.takes(part) for label in labels):
            labels.append(_Label([part]))
    return labels
