"""Blocks cut into pages: what must stay together moves on as one, as far as a page holds it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportdesk.gui.preview.lines import Line, set_lines
from reportdesk.gui.preview.table import LaidTable
from reportdesk.gui.preview.word.model import PaperTable, Paragraph, WordPaper


@dataclass(frozen=True, slots=True)
class PagePiece:
    """What is never cut: a line, a row, or room between paragraphs.

    `height` is in points. Room is left out where a page begins. A piece that keeps must not be the last
    on a page.
    """

    height: float
    keeps: bool = False
    line: Line | None = None
    table: LaidTable | None = None
    row: int = 0
    starts_page: bool = False

    @property
    def is_room(self) -> bool:
        """Tell whether it is nothing but room."""
        return self.line is None and self.table is None


def cut(paper: WordPaper) -> Iterator[list[PagePiece]]:
    """Yield what stands on each page, from the top."""
    height = paper.sheet.text_height
    page: list[PagePiece] = []
    for group in _groups(_page_pieces(paper)):
        if page and (group[0].starts_page or _must_move(page, group, height)):
            yield page
            page = []
        for piece in group:
            if page and _height(page) + (0 if piece.is_room else piece.height) > height + _ROUNDING_PT:
                yield page
                page = []
            if not page:
                if piece.is_room:
                    continue
                page = list(_repeated(piece))
            page.append(piece)
    if page:
        yield page


#: Whether a line may be the last of a page is known by how many come after it in its paragraph, up to these.
_ENOUGH_AFTER = 2
#: Lengths are told in twentieths of a point; sums of them may differ by less than one.
_ROUNDING_PT = 0.04


def _must_move(page: Sequence[PagePiece], group: Sequence[PagePiece], height: float) -> bool:
    """Tell whether what keeps together fits on a page of its own, but not on what is left of this one."""
    needed = _height([piece for piece in group if not piece.is_room])
    return (
        _height(page) + _height(group[:1]) * group[0].is_room + needed > height + _ROUNDING_PT
        and needed <= height
    )


def _repeated(piece: PagePiece) -> Iterator[PagePiece]:
    """Yield the heading rows that come again above a row that begins a page."""
    if piece.table is not None and piece.row not in piece.table.repeated:
        for row in piece.table.repeated:
            yield PagePiece(piece.table.heights[row], table=piece.table, row=row)


def _groups(pieces: Iterator[PagePiece]) -> Iterator[list[PagePiece]]:
    group: list[PagePiece] = []
    for piece in pieces:
        if piece.starts_page and group:
            yield group
            group = []
        group.append(piece)
        if not piece.keeps:
            yield group
            group = []
    if group:
        yield group


def _page_pieces(paper: WordPaper) -> Iterator[PagePiece]:
    room = paper.sheet.text_width
    blocks = paper.blocks
    for place, block in enumerate(blocks):
        if isinstance(block, PaperTable):
            if block.rows:
                yield from _rows(LaidTable(block, room))
            continue
        before = blocks[place - 1] if place else None
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        yield from _lines_of_paragraph(
            block, room, joins=_joins(before, block), is_joined=_joins(block, following)
        )


def _rows(table: LaidTable) -> Iterator[PagePiece]:
    last = len(table.heights) - 1
    for row, height in enumerate(table.heights):
        keeps = table.table.rows[row].keeps_with_next and row < last
        yield PagePiece(height, keeps=keeps, table=table, row=row)


def _lines_of_paragraph(
    block: Paragraph, width: float, *, joins: bool, is_joined: bool
) -> Iterator[PagePiece]:
    shape = block.shape
    starts_page = shape.starts_page or "\f" in block.text
    if shape.before and not joins:
        yield PagePiece(shape.before, keeps=True, starts_page=starts_page)
        starts_page = False
    for place, (line, after) in enumerate(_with_some_after(set_lines(block, width))):
        # The first two stay together, and the last two.
        is_edge = shape.avoids_single_lines and (place == 0 or after == 1)
        yield PagePiece(
            line.height,
            keeps=shape.keeps_lines or is_edge if after else shape.keeps_with_next,
            line=line,
            starts_page=starts_page,
        )
        starts_page = False
    if shape.after and not is_joined:
        yield PagePiece(shape.after, keeps=shape.keeps_with_next)


def _with_some_after(lines: Iterator[Line]) -> Iterator[tuple[Line, int]]:
    """Yield each line with how many come after it, up to two: no more need be laid out to know that."""
    waiting: deque[Line] = deque()
    for line in lines:
        waiting.append(line)
        if len(waiting) > _ENOUGH_AFTER:
            yield waiting.popleft(), _ENOUGH_AFTER
    while waiting:
        line = waiting.popleft()
        yield line, len(waiting)


def _joins(one: object, other: object) -> bool:
    """Tell whether there is no room between two paragraphs of one style that want none."""
    return (
        isinstance(one, Paragraph)
        and isinstance(other, Paragraph)
        and one.shape.joins_its_like
        and one.shape.style == other.shape.style
    )


def _height(pieces: Sequence[PagePiece]) -> float:
    return sum(piece.height for piece in pieces)
