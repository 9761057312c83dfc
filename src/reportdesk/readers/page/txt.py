"""Plain text, as copied from a page: a line for each paragraph, and for each cell of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportdesk.readers.found.blocks import (
    MOST_COLUMNS,
    Block,
    FoundCell,
    FoundDocument,
    FoundParagraph,
    square,
)
from reportdesk.readers.found.limits import refuse_long_text
from reportdesk.readers.page.decoding import decode_text, is_text
from reportdesk.readers.protocol import Source

_LONGEST_REST = 20
_HEADING = re.compile(r"^\s*[一二三四五六七八九十]\s*[、.．]")


class TextReader:
    """Plain text in any usual encoding; the last resort for whatever is text."""

    suffixes = (".txt",)

    def accepts(self, source: Source) -> bool:
        """Tell whether the file is text."""
        return is_text(source.data)

    def find(self, source: Source) -> FoundDocument:
        """Return lines and cells; raise FileError for a text longer than any report."""
        text = decode_text(source.data)
        refuse_long_text(text, source.where)
        return find_in_text(text, source.where)


def find_in_text(text: str, where: str) -> FoundDocument:
    """Return the blocks of a text: a line that begins with a tab is a cell, a blank line ends a row."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    return FoundDocument(tuple(_blocks(lines, where)))


def _blocks(lines: Sequence[str], where: str) -> Iterator[Block]:
    rows: list[list[str]] = []
    row: list[str] = []
    blank = 0
    for line in [*lines, "", ""]:
        if line.startswith("\t"):
            row += line[1:].split("\t")
            blank = 0
        elif not line.strip():
            rows += [row] if row else []
            row = []
            blank += 1
            if blank > 1:
                yield from _table(rows, where)
                rows = []
        elif row and _is_rest(line):
            row[-1] += "\n" + line
        else:
            yield from _table([*rows, row] if row else rows, where)
            rows, row = [], []
            yield FoundParagraph(line)


def _is_rest(line: str) -> bool:
    """Tell whether a line belongs to the cell above it: a label that went on, a number that slipped down."""
    return len(line.strip()) <= _LONGEST_REST and not _HEADING.match(line)


def _table(rows: Sequence[Sequence[str]], where: str) -> Iterator[Block]:
    if rows:
        yield square([[_cell(text) for text in row[:MOST_COLUMNS]] for row in rows], where, is_aligned=False)


def _cell(text: str) -> FoundCell:
    return FoundCell(tuple(FoundParagraph(line) for line in text.split("\n")))
