"""Tables that lost their lines: labels and figures one under another, or side by side in lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportdesk.readers.found.blocks import Block, FoundCell, FoundParagraph
from reportdesk.readers.found.square import square
from reportdesk.readers.tables.pieces import Piece, Splitter, is_rule, without_gaps
from reportdesk.readers.tables.rows import looks_like_heads, rows_of
from reportdesk.readers.tables.wording import FormWording

#: A sentence may name a label and a figure or two; a table has more of both.
_FEWEST_FIGURES = 3
_FEWEST_LABELS = 2
#: So many labels one after another are a table that nobody filled in.
_FEWEST_LABELS_OF_A_BLANK = 6
_LONGEST_PIECE_CHARACTERS = 12
_SHORTEST_PART_CHARACTERS = 4
#: In a line that holds a whole table one word in so many may be unknown.
_MOST_UNKNOWN = 5


def raise_flat_tables(
    blocks: Sequence[Block], wording: FormWording, is_heading: Callable[[FoundParagraph], bool]
) -> Iterator[Block]:
    """Yield blocks with runs of labels and figures turned into tables, and all other words as they are."""
    run = _Run(wording)
    for block in blocks:
        line = _plain_line(block, is_heading)
        if line is not None and run.takes(line):
            continue
        yield from run.end()
        run = _Run(wording)
        if line is None or not run.takes(line):
            yield block
    yield from run.end()


def _plain_line(block: Block, is_heading: Callable[[FoundParagraph], bool]) -> FoundParagraph | None:
    is_line = isinstance(block, FoundParagraph) and not block.role and not is_heading(block)
    return block if is_line and isinstance(block, FoundParagraph) else None


class _Run:
    """Lines that may turn out to be a table."""

    def __init__(self, wording: FormWording) -> None:
        self.wording, self.splitter = wording, Splitter(wording)
        self.lines: list[FoundParagraph] = []
        self.pieces: list[list[Piece]] = []

    def takes(self, line: FoundParagraph) -> bool:
        """Add a line if it may belong to a table: labels, figures, pieces of labels, or nothing."""
        was_open = self.splitter.is_open
        pieces = self.splitter.split(line.text)
        if not self._fits(pieces) or not (self.lines or any(piece.text for piece in pieces)):
            self.splitter.is_open = was_open
            return False
        self.lines.append(line)
        self.pieces.append(pieces)
        return True

    def _fits(self, pieces: Sequence[Piece]) -> bool:
        unknown = [piece for piece in pieces if not (piece.is_figure or self._belongs(piece))]
        if not unknown or looks_like_heads(pieces, self.wording):
            return True
        if len(pieces) == 1 and self.lines:
            return len(pieces[0].text) <= _LONGEST_PIECE_CHARACTERS
        known = sum(piece.is_known for piece in pieces)
        figures = sum(piece.is_figure for piece in pieces)
        return (
            len(unknown) * _MOST_UNKNOWN <= len(pieces)
            and known >= _FEWEST_LABELS
            and figures >= _FEWEST_FIGURES
        )

    def _belongs(self, piece: Piece) -> bool:
        return piece.is_known or self.wording.labels.holds(piece.text)

    def end(self) -> Iterator[Block]:
        """Yield what was gathered, as a table if it is one, with what trails behind it as words."""
        lines, pieces = self.lines, self.pieces
        self.lines, self.pieces = [], []
        last = max((n for n, line in enumerate(pieces) if any(map(self._is_table, line))), default=-1)
        while last + 1 < len(pieces) and all(piece.is_blank for piece in pieces[last + 1]):
            last += 1
        flat = [piece for line in pieces[: last + 1] for piece in line]
        figures = sum(piece.is_figure and bool(piece.text.strip()) for piece in flat)
        labels = sum(piece.is_known for piece in flat)
        if labels < _FEWEST_LABELS or (figures < _FEWEST_FIGURES and labels < _FEWEST_LABELS_OF_A_BLANK):
            yield from (line for line in lines if not is_rule(line.text))
            return
        rows = rows_of(without_gaps(flat), self.wording)
        yield square([[_cell(text) for text in row] for row in rows], "", is_aligned=False)
        yield from lines[last + 1 :]

    def _is_table(self, piece: Piece) -> bool:
        is_part = len(piece.text) >= _SHORTEST_PART_CHARACTERS and self.wording.labels.holds(piece.text)
        return piece.is_known or is_part or (piece.is_figure and bool(piece.text.strip()))


def _cell(text: str) -> FoundCell:
    return FoundCell((FoundParagraph(text),))
