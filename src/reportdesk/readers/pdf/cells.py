"""The cells of a grid with what is printed in them; a figure not certain to be a cell's own is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportdesk.patterns import late
from reportdesk.readers.found.blocks import Block, FoundCell, FoundParagraph
from reportdesk.readers.pdf.grid import RuledGrid
from reportdesk.readers.pdf.lines import PrintedLine, printed_lines
from reportdesk.readers.pdf.marks import Glyph, Rectangle
from reportdesk.readers.pdf.paragraphs import printed_paragraphs, put_together
from reportdesk.readers.pdf.printed_table import DOUBTFUL

#: Points between the words of a cell and its edges, left and right together, as offices set them.
_PADDING_PT = 12.0
#: Shares of the type's size.
_STRADDLES_EM = 0.12
_TOUCHES_EM = 0.12
_OVERLAPS = 0.5
_LONG_CHARACTERS = 90
_DIGIT = late(r"[0-9０-９.,]")


@dataclass
class Contents:
    """What stands in each cell of a grid: its glyphs, tables within it, and whether it is doubtful."""

    grid: RuledGrid
    glyphs: dict[int, list[Glyph]] = field(default_factory=dict)
    nested: dict[int, list[tuple[float, Block]]] = field(default_factory=dict)

    def full(self) -> frozenset[int]:
        """Return the cells whose last line has no room for another character."""
        boxes = self.grid.boxes()
        lines = {number: printed_lines(glyphs) for number, glyphs in self.glyphs.items()}
        return frozenset(n for n, own in lines.items() if own and _has_no_room(own[-1], boxes[n]))

    def cells(self, struck: Sequence[Rectangle] = ()) -> list[FoundCell]:
        """Return the cells by their numbers; `struck` are lines that may cross figures out."""
        boxes = self.grid.boxes()
        doubtful = self._straddling()
        made: list[FoundCell] = []
        spans = _spans(self.grid)
        for number, box in enumerate(boxes):
            lines = printed_lines(self.glyphs.get(number, ()))
            blocks: list[Block] = list(_paragraphs(lines, box))
            if number in doubtful or _is_overprinted(lines) or _is_struck(lines, struck):
                blocks = [FoundParagraph(_doubted(blocks))]
            if number in self.nested:
                blocks = _in_order(lines, self.nested[number])
            made.append(FoundCell(tuple(blocks), *spans[number]))
        return made

    def _straddling(self) -> set[int]:
        """Return the cells whose figures reach over an edge, or go on in the next cell."""
        found: set[int] = set()
        every = [glyph for glyphs in self.glyphs.values() for glyph in glyphs if glyph.quarters == 0]
        owners = {id(glyph): number for number, glyphs in self.glyphs.items() for glyph in glyphs}
        boxes = self.grid.boxes()
        for line in printed_lines(every):
            digits = [glyph for glyph in line.glyphs if glyph.text.strip()]
            for glyph in digits:
                number = owners.get(id(glyph))
                if number is not None and _DIGIT.match(glyph.text) and _reaches_out(glyph, boxes[number]):
                    found.add(number)
            for one, other in pairwise(digits):
                numbers = {owners.get(id(one)), owners.get(id(other))}
                if len(numbers) > 1 and _is_one_figure(one, other):
                    found |= {number for number in numbers if number is not None}
        return found


def _reaches_out(glyph: Glyph, box: Rectangle) -> bool:
    slack = _STRADDLES_EM * glyph.size
    return glyph.ink.left < box.left - slack or glyph.ink.right > box.right + slack


def _is_one_figure(one: Glyph, other: Glyph) -> bool:
    if not (_DIGIT.match(one.text) and _DIGIT.match(other.text)):
        return False
    return other.box.left - one.box.right < _TOUCHES_EM * max(one.size, other.size)


def _is_overprinted(lines: Sequence[PrintedLine]) -> bool:
    """Tell whether figures are printed over each other."""
    for line in lines:
        seen = [glyph for glyph in line.glyphs if glyph.text.strip()]
        for one, other in pairwise(seen):
            overlap = one.box.right - other.box.left
            if overlap > _OVERLAPS * min(one.box.width, other.box.width) > 0 and _DIGIT.match(
                one.text + other.text
            ):
                return True
    return False


def _is_struck(lines: Sequence[PrintedLine], struck: Sequence[Rectangle]) -> bool:
    return any(
        mark.left <= glyph.ink.middle[0] <= mark.right
        and glyph.base - 0.6 * glyph.size < mark.top < glyph.base - 0.12 * glyph.size
        for line in lines
        for glyph in line.glyphs
        if _DIGIT.match(glyph.text)
        for mark in struck
    )


def _doubted(blocks: Sequence[Block]) -> str:
    text = "\n".join(block.text for block in blocks if isinstance(block, FoundParagraph))
    return text + DOUBTFUL if _DIGIT.search(text) else text


def _paragraphs(lines: Sequence[PrintedLine], box: Rectangle) -> Iterator[FoundParagraph]:
    """Yield what stands in a cell: a long text as paragraphs, anything else as its lines."""
    if sum(len(line.text) for line in lines) > _LONG_CHARACTERS:
        yield from (FoundParagraph(text) for text in printed_paragraphs(lines))
        return
    if len(lines) > 2 and all(len(line.text) <= 1 for line in lines):
        yield FoundParagraph("".join(line.text for line in lines))
        return
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and not _is_full(before, line, box):
            yield FoundParagraph(text)
            text = ""
        text = put_together(text, line.text)
    if text:
        yield FoundParagraph(text)


def _is_full(line: PrintedLine, after: PrintedLine, box: Rectangle) -> bool:
    """Tell whether the next line's first character had no room on a line."""
    first = next(glyph for glyph in after.glyphs if glyph.text.strip())
    return line.box.width + first.box.width > box.width - _PADDING_PT


def _has_no_room(line: PrintedLine, box: Rectangle) -> bool:
    return line.box.width + max(glyph.box.width for glyph in line.glyphs) > box.width - _PADDING_PT


def _in_order(lines: Sequence[PrintedLine], nested: Sequence[tuple[float, Block]]) -> list[Block]:
    placed: list[tuple[float, Block]] = list(nested)
    placed += [(line.base, FoundParagraph(line.text)) for line in lines]
    return [block for _, block in sorted(placed, key=lambda one: one[0])]


def _spans(grid: RuledGrid) -> Mapping[int, tuple[int, int]]:
    rows: dict[int, set[int]] = {}
    columns: dict[int, set[int]] = {}
    for row, owners in enumerate(grid.owners):
        for column, owner in enumerate(owners):
            rows.setdefault(owner, set()).add(row)
            columns.setdefault(owner, set()).add(column)
    return {owner: (len(rows[owner]), len(columns[owner])) for owner in rows}
