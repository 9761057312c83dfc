"""Lines of text as pieces: what stands between bars, tabs or gaps, as labels, figures and blanks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.readers.tables.figures import is_blank, looks_like_figure
from reportdesk.readers.tables.labels import plain_label
from reportdesk.readers.tables.wording import FormWording

_GAP = late(r"[ \u00a0\u2000-\u200a\u3000]+")
#: A line that holds a whole report has hundreds; of thousands of words with gaps nobody makes a table.
_MOST_PIECES = 5_000
_OTHER_BARS = "｜│┃║"
_RULE = late(r"[\s|:+─━═┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬=-]+")
_DRAWN = late(r"[─━═┼╬+=]|-{2,}|:-|-:")
_ORDINAL = late(r"[(（]?[0-9]{1,2}[)）]?[.．、)）]?")
_NUMBERING = "序号"
_NUMBER = late(r"[0-9]{1,2}")
#: Pieces that are put together to one label at most.
_MOST_JOINED = 6


class Piece(Frozen, frozen=True):
    """A piece of a line: a figure, or blank in a figure's place, or words; `line` counts the run's lines.

    `is_white` says that it is blank by white space on a line of its own.
    """

    text: str
    line: int
    is_figure: bool = False
    is_known: bool = False
    is_white: bool = False

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands there, in a cell of its own."""
        return self.is_figure and not self.text.strip()


def is_rule(text: str) -> bool:
    """Tell whether a line does nothing but draw the lines of a table, as |---|---|."""
    return bool(_DRAWN.search(text)) and bool(_RULE.fullmatch(text)) and not looks_like_figure(text)


class Splitter(msgspec.Struct):
    """Splits the lines of one run; a bar on a line of its own ends the cell on the line before."""

    wording: FormWording
    is_open: bool = False
    _number: int = msgspec.field(default=0)
    _is_numbered: bool = msgspec.field(default=False)

    def split(self, text: str) -> list[Piece]:
        """Return the pieces of the next line, without its number below 序号."""
        pieces = self._split(text)
        if len(pieces) > 1 and pieces[0].text == _NUMBERING and not pieces[1].is_figure:
            self._is_numbered = True
        is_row = self._is_numbered and len(pieces) > 2 and pieces[1].is_known
        return pieces[1:] if is_row and _NUMBER.fullmatch(pieces[0].text) else pieces

    def _split(self, text: str) -> list[Piece]:
        self._number += 1
        line = text
        for bar in _OTHER_BARS:
            line = line.replace(bar, "|")
        if is_rule(line):
            return []
        if "|" in line:
            return self._barred(line.strip())
        if not line.strip():
            return self._white(line)
        self.is_open = True
        if "\t" in line:
            return self._tabbed(line.strip(" \u00a0\u3000"))
        texts = _GAP.split(line.strip())
        return self._gapped(texts) if len(texts) <= _MOST_PIECES else [self.piece(line)]

    def _barred(self, line: str) -> list[Piece]:
        if line.count("|") > _MOST_PIECES:
            return [self.piece(line)]
        cells = [cell.strip() for cell in line.split("|")]
        if not cells[-1]:
            cells.pop()
        if cells and not cells[0] and (self.is_open or any(cells)):
            cells.pop(0)
        self.is_open = not line.endswith("|")
        return [self.piece(cell) for cell in cells]

    def _white(self, line: str) -> list[Piece]:
        """Return the blank cells of a line of white space; a tab at its edge only parts it from the next."""
        if not line:
            return []
        cells = line.split("\t")
        first = 0 if cells[0] else 1
        last = len(cells) if cells[-1] else len(cells) - 1
        return [Piece("", self._number, is_figure=True, is_white=True)] * (last - first)

    def _tabbed(self, line: str) -> list[Piece]:
        cells = line.split("\t")
        first = next(place for place, cell in enumerate(cells) if cell.strip())
        if looks_like_figure(cells[first]):
            first = min(first, 1)
        return [self.piece(cell.strip()) for cell in cells[first:]]

    def _gapped(self, texts: Sequence[str]) -> list[Piece]:
        """Return pieces between gaps; an ordinal with a gap behind it is no figure."""
        pieces: list[Piece] = []
        waiting = ""
        for place, text in enumerate(texts):
            behind = texts[place + 1] if place + 1 < len(texts) else ""
            if not waiting and _ORDINAL.fullmatch(text) and self._is_ordinal(text, behind):
                waiting = text
                continue
            pieces.append(self.piece(waiting + text))
            waiting = ""
        return pieces

    def _is_ordinal(self, text: str, behind: str) -> bool:
        if not behind or looks_like_figure(behind):
            return False
        return not text[-1].isdecimal() or plain_label(text + behind) in self.wording.labels

    def piece(self, text: str) -> Piece:
        """Return a text as a piece of the line at hand."""
        if is_blank(text) or looks_like_figure(text):
            return Piece(text, self._number, is_figure=True)
        match = self.wording.labels.find(text)
        return Piece(text, self._number, is_known=bool(match.labels) and match.certain)


def without_gaps(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without white lines where these only part what is printed: one follows every label."""
    behind = [after for before, after in pairwise(pieces) if after.is_figure and not before.is_figure]
    is_gap = bool(behind) and all(piece.is_white for piece in behind)
    return [piece for piece in pieces if not (is_gap and piece.is_white)]


def joined_words(pieces: Sequence[Piece], wording: FormWording) -> Iterator[str]:
    """Yield the words of pieces, those put together that spell a label only in one."""
    place = 0
    while place < len(pieces):
        for length in range(min(_MOST_JOINED, len(pieces) - place), 0, -1):
            text = "".join(piece.text for piece in pieces[place : place + length])
            if length == 1 or wording.labels.spelled(text):
                yield text
                place += length
                break
