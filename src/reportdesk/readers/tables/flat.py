"""Tables that lost their lines: labels and figures one under another, or side by side in one line of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from reportdesk.readers.found.blocks import Block, FoundCell, FoundParagraph, square
from reportdesk.readers.tables.figures import is_blank, looks_like_figure
from reportdesk.readers.tables.wording import FormRow, FormWording

_FEWEST_FIGURES = 3
_FEWEST_LABELS = 2
_LONGEST_PIECE = 12
_GAP = re.compile(r"[ \u00a0\u3000]+")
_BORDERS = re.compile(r"\s*\|\s*|\t")


@dataclass(frozen=True, slots=True)
class _Word:
    """A label or a figure in a run of such lines."""

    text: str
    is_figure: bool
    is_known: bool


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
        if line is None or not run.takes(line):
            yield block
    yield from run.end()


def _plain_line(block: Block, is_heading: Callable[[FoundParagraph], bool]) -> FoundParagraph | None:
    is_line = isinstance(block, FoundParagraph) and not block.role and not is_heading(block)
    return block if is_line and isinstance(block, FoundParagraph) else None


@dataclass
class _Run:
    """Lines that may turn out to be a table."""

    wording: FormWording
    lines: list[FoundParagraph] = field(default_factory=list)
    words: list[list[_Word]] = field(default_factory=list)

    def takes(self, line: FoundParagraph) -> bool:
        """Add a line if it may belong to a table: a label, figures, a piece of a label, or nothing."""
        words = self._words(line.text)
        is_table = all(word.is_figure or word.is_known for word in words)
        is_piece = len(words) == 1 and bool(self.words) and len(words[0].text) <= _LONGEST_PIECE
        if not (is_table or is_piece) or not (words or self.lines):
            return False
        self.lines.append(line)
        self.words.append(words)
        return True

    def end(self) -> Iterator[Block]:
        """Yield what was gathered, as a table if it is one, with what trails behind it as words."""
        lines, words = self.lines, self.words
        self.lines, self.words = [], []
        last = max(
            (n for n, line in enumerate(words) if any(w.is_figure or w.is_known for w in line)), default=-1
        )
        flat = [word for line in words[: last + 1] for word in line]
        figures = sum(word.is_figure for word in flat)
        labels = sum(word.is_known for word in flat)
        if figures < _FEWEST_FIGURES or labels < _FEWEST_LABELS:
            yield from lines
            return
        rows = list(_rows(self._joined(flat), self.wording))
        yield square([[_cell(text) for text in row] for row in rows], "", is_aligned=False)
        yield from lines[last + 1 :]

    def _words(self, text: str) -> list[_Word]:
        line = text.strip()
        if not line:
            return []
        if _BORDERS.search(line):
            return [self._word(cell) for cell in _BORDERS.split(line.strip("|"))]
        pieces = _GAP.split(line)
        first = len(pieces)
        while first > 0 and looks_like_figure(pieces[first - 1]):
            first -= 1
        return self._labels(pieces[:first]) + [self._word(piece) for piece in pieces[first:]]

    def _labels(self, pieces: Sequence[str]) -> list[_Word]:
        """Tell several labels on one line from one label with spaces in it."""
        if all(self.wording.labels.spelled(piece) for piece in pieces):
            return [self._word(piece) for piece in pieces]
        return [self._word(" ".join(pieces))]

    def _word(self, text: str) -> _Word:
        is_figure = is_blank(text) or looks_like_figure(text)
        match = self.wording.labels.find(text)
        return _Word(text, is_figure, not is_figure and bool(match.labels) and match.certain)

    def _joined(self, words: Sequence[_Word]) -> list[_Word]:
        """Put pieces of labels together where that makes a known label."""
        joined: list[_Word] = []
        for word in words:
            if joined and not word.is_figure and not joined[-1].is_figure:
                both = self._word(joined[-1].text + word.text)
                if both.is_known and not (joined[-1].is_known and word.is_known):
                    joined[-1] = both
                    continue
            joined.append(word)
        return joined


def _cell(text: str) -> FoundCell:
    return FoundCell((FoundParagraph(text),))


def _rows(words: Sequence[_Word], wording: FormWording) -> Iterator[list[str]]:
    """Cut a run of words into rows: a row begins with words after figures, and with a row's own label."""
    row: list[str] = []
    has_figures = False
    has_heads = False
    is_begun = False
    for place, word in enumerate(words):
        if not word.is_figure:
            begins = _begins_row(words, place, wording)
            if has_figures or (begins and has_heads) or _is_title(word, wording):
                yield row
                row, has_heads = [], False
            has_heads, is_begun = has_heads or not begins, begins
        elif row and not has_figures and not is_begun:
            yield row
            row, has_heads = [], False
        row.append(word.text)
        has_figures = word.is_figure
        if _is_title(word, wording):
            yield row
            row, has_heads = [], False
    yield row


def _is_title(word: _Word, wording: FormWording) -> bool:
    labels = wording.labels.find(word.text).labels if word.is_known else frozenset()
    return any(labels & table.titles.keys() for table in wording.tables)


def _begins_row(words: Sequence[_Word], place: int, wording: FormWording) -> bool:
    """Tell whether a word labels a row: its own numbers follow, or the label of a row under it does."""
    labels = wording.labels.find(words[place].text).labels
    lines = [line for table in wording.tables for name in labels for line in table.rows.get(name, ())]
    figures = _figures_after(words, place)
    if any(figures == len(line.band.column) for line in lines):
        return True
    if lines and figures and not any(words[place].text in table.columns for table in wording.tables):
        return True
    return (
        not figures
        and place + 1 < len(words)
        and _is_parent(labels, wording)
        and _begins_row(words, place + 1, wording)
    )


def _is_parent(labels: frozenset[str], wording: FormWording) -> bool:
    return any(labels & set(line.row.labels[:-1]) for line in _all_lines(wording))


def _all_lines(wording: FormWording) -> Iterator[FormRow]:
    return (line for table in wording.tables for lines in table.rows.values() for line in lines)


def _figures_after(words: Sequence[_Word], place: int) -> int:
    count = 0
    while place + 1 + count < len(words) and words[place + 1 + count].is_figure:
        count += 1
    return count
