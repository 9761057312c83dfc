"""Lines of text that turn out to be tables: those with parts side by side, and rows between ruling lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportdesk.patterns import late
from reportdesk.readers.pdf.bands import (
    BEGINS,
    GAP_EM,
    ONE_LABEL_EM,
    PrintedBand,
    bands_between,
    bands_of_lines,
    is_tabular,
    overlap,
)
from reportdesk.readers.pdf.lines import PrintedLine
from reportdesk.readers.pdf.marks import Rectangle, Ruling, box_over
from reportdesk.readers.pdf.open_tables import open_table
from reportdesk.readers.pdf.printed_table import PrintedTable
from reportdesk.report.numerals import ORDINALS

#: Ruling lines farther apart than that, in points, are of two tables.
_FARTHEST_PT = 250.0
#: A head, a row and the end: fewer lines underline words.
_FEWEST_RULINGS = 3
#: Times the size: larger type is a heading.
_LARGER = 1.15
#: Lines of a label that the page before began.
_MOST_BEGUN = 3
#: Characters: a line as long as that is a sentence or a heading, no part of a table's label.
_LONGEST_PIECE_CHARACTERS = 26
_HEADING = late(rf"^[{ORDINALS}]{{1,2}}\s*[、．.].{{9,}}")
_SENTENCE = late(r"[。；]")


@dataclass(frozen=True, eq=False)
class OpenTable:
    """A table and where it is on the page."""

    table: PrintedTable
    box: Rectangle


OpenItem = PrintedLine | OpenTable


def open_items(lines: Sequence[PrintedLine], rulings: Sequence[Ruling]) -> list[OpenItem]:
    """Return lines, those that are tables as such; `rulings` are lines across that meet no others."""
    items: list[OpenItem] = []
    left = list(lines)
    for stack, box in _stacks(rulings, _headings(lines)):
        inside = [line for line in left if box.holds(line.box.middle)]
        bands = bands_between(inside, stack)
        table = open_table(bands) if is_tabular(bands) else None
        if table is not None:
            items.append(OpenTable(table, box))
            left = [line for line in left if line not in inside]
    items += _runs(left)
    return items


def _headings(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    return [line for line in lines if _HEADING.match(line.text) and len(_wide_parts(line)) == 1]


def _stacks(
    rulings: Sequence[Ruling], headings: Sequence[PrintedLine]
) -> Iterator[tuple[list[Ruling], Rectangle]]:
    """Yield lines that lie one below another, and the box of them all."""
    stack: list[Ruling] = []
    for one in [*sorted(rulings, key=lambda ruling: ruling.at), None]:
        if one is not None and (not stack or _is_below(one, stack, headings)):
            stack.append(one)
            continue
        if len({ruling.at for ruling in stack}) >= _FEWEST_RULINGS:
            box = box_over([Rectangle(ruling.start, ruling.at, ruling.end, ruling.at) for ruling in stack])
            yield stack, box
        stack = [one] if one is not None else []


def _is_below(one: Ruling, stack: Sequence[Ruling], headings: Sequence[PrintedLine]) -> bool:
    last = stack[-1].at
    if one.at - last > _FARTHEST_PT or any(last < heading.base < one.at for heading in headings):
        return False
    return any(min(one.end, other.end) > max(one.start, other.start) for other in stack)


def _runs(lines: Sequence[PrintedLine]) -> Iterator[OpenItem]:
    """Yield lines, and runs of them that are a table as one."""
    first = _begun(lines)
    run: list[PrintedLine] = list(lines[:first])
    for line in lines[first:]:
        if _may_belong(line, run):
            run.append(line)
        else:
            yield from _ended(run)
            run = []
            if _may_belong(line, run):
                run.append(line)
            else:
                yield line
    yield from _ended(run)


def _begun(lines: Sequence[PrintedLine]) -> int:
    """Return how many lines at a page's head are pieces of a label in the row right below them."""
    first = next((at for at, line in enumerate(lines) if len(_wide_parts(line)) > 1), len(lines))
    if not 0 < first <= _MOST_BEGUN or first == len(lines):
        return 0
    close = all(
        below.base - line.base <= ONE_LABEL_EM * below.size for line, below in pairwise(lines[: first + 1])
    )
    return first if close and all(_is_piece(line) for line in lines[:first]) else 0


def _is_piece(line: PrintedLine) -> bool:
    return len(line.text) <= _LONGEST_PIECE_CHARACTERS and not (
        _HEADING.match(line.text) or _SENTENCE.search(line.text)
    )


def _may_belong(line: PrintedLine, run: Sequence[PrintedLine]) -> bool:
    if len(_wide_parts(line)) > 1:
        return not _SENTENCE.search(line.text)
    return bool(run) and _is_piece(line) and line.size <= _LARGER * run[-1].size


def _ended(run: list[PrintedLine]) -> Iterator[OpenItem]:
    """Yield a run as a table if it is one; single lines behind its last row of parts are no part of it."""
    last = max((place for place, line in enumerate(run) if len(_wide_parts(line)) > 1), default=-1)
    while 0 <= last < len(run) - 1 and _goes_on(run[max(0, last - 2) : last + 1], run[last + 1]):
        last += 1
    rows = run[: last + 1]
    bands: list[PrintedBand] = bands_of_lines(rows)
    table = open_table(bands) if is_tabular(bands) else None
    if table is None:
        yield from run
        return
    yield OpenTable(table, box_over([line.box for line in rows]))
    yield from run[last + 1 :]


def _goes_on(above: Sequence[PrintedLine], below: PrintedLine) -> bool:
    """Tell whether a label of the last lines goes on right below."""
    is_close = below.base - above[-1].base <= ONE_LABEL_EM * below.size
    parts = [part for line in above for part in _wide_parts(line)]
    return is_close and not BEGINS.match(below.text) and any(overlap(part, below) for part in parts)


def _wide_parts(line: PrintedLine) -> list[PrintedLine]:
    """Return the parts of a line that gaps divide which no justified sentence has."""
    return list(line.chunks(GAP_EM, at_figures=GAP_EM))
