"""Plain text, as copied from anywhere: a line for each paragraph, each row or each cell of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportdesk.patterns import late
from reportdesk.readers.found.blocks import MOST_COLUMNS, Block, FoundCell, FoundDocument, FoundParagraph
from reportdesk.readers.found.limits import refuse_long_text
from reportdesk.readers.found.square import square
from reportdesk.readers.page.markdown import find_in_markdown, is_markdown
from reportdesk.report.numerals import ORDINALS

#: What a page break leaves of a broken cell is shorter than any line of the text.
_LONGEST_REST_CHARACTERS = 20
_HEADING = late(rf"^\s*[{ORDINALS}]\s*[、.．]")
_PAGE_NUMBER = late(r"(?:(?<=\f)|(?<=\n))[ \t]*[0-9]{1,3}[ \t]*\n+(?=\f)|(?<=\f)[ \t]*[0-9]{1,3}[ \t]*(?=\n)")
_QUOTED = late(r'(?:(?<=\t)|(?<=\n))"((?:[^"\n]|"")*(?:\n(?:[^"\n]|"")*){1,8})"(?=[\t\n])')


def find_in_text(text: str, where: str) -> FoundDocument:
    """Return the blocks of a text.

    Where every line of a table begins with a tab and holds one cell, a blank line ends a row. Any other
    table stays in its lines, for the labels to tell what they mean. Raise FileError for a text longer than
    any report.
    """
    refuse_long_text(text, where)
    even = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    if is_markdown(even):
        return find_in_markdown(even, where)
    unnumbered = _PAGE_NUMBER.sub("", even).replace("\f", "\n")
    lines = _QUOTED.sub(_on_one_line, unnumbered).split("\n")
    return FoundDocument(tuple(_blocks(lines, where)))


def _on_one_line(quoted: re.Match[str]) -> str:
    """Return a cell of a spreadsheet, quoted for the line breaks in it, on one line."""
    return re.sub(r"(?<!\s)\s*\n\s*", "", quoted[1]).replace('""', '"')


def _blocks(lines: Sequence[str], where: str) -> Iterator[Block]:
    start = 0
    while start < len(lines):
        end = _end_of_table(lines, start)
        begin = _begin_of_cells(lines, start, end)
        yield from map(FoundParagraph, lines[start:begin])
        if begin < end:
            yield from _cell_by_cell(lines[begin:end], where)
        start = max(begin, end)


def _end_of_table(lines: Sequence[str], start: int) -> int:
    """Return where the lines of a table end that begin with tabs; `start` where none begins there."""
    end, blank = start, 0
    if not lines[start].startswith("\t"):
        return start
    for place in range(start, len(lines)):
        line = lines[place]
        blank = blank + 1 if not line.strip() and not line.startswith("\t") else 0
        if blank > 1 or (not blank and not line.startswith("\t") and not _is_rest(line)):
            break
        end = place + 1
    return end


def _begin_of_cells(lines: Sequence[str], start: int, end: int) -> int:
    """Return where lines of a table begin that hold a cell each, blank lines between rows; the end for none.

    Without a table the line itself is passed by. They are gone through once, from the end, for there may be
    many.
    """
    begin, cells, blanks = max(end, start + 1), 0, 0
    for place in range(end - 1, start - 1, -1):
        line = lines[place]
        if line.startswith("\t"):
            if line.count("\t") > 1:
                break
            cells += 1
            if cells > 1 + blanks:
                begin = place
        blanks += not line
    return begin


def _cell_by_cell(lines: Sequence[str], where: str) -> Iterator[Block]:
    rows: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("\t"):
            rows[-1].append(line[1:])
        elif not line.strip():
            rows.append([])
        elif not rows[-1]:
            rows[-1].append(line)
        else:
            rows[-1][-1] += "\n" + line
    filled = [row for row in rows if row]
    if max(map(len, filled)) > MOST_COLUMNS:
        yield from (FoundParagraph(line) for line in lines)
    else:
        yield square([[_cell(text) for text in row] for row in filled], where, is_aligned=False)


def _is_rest(line: str) -> bool:
    """Tell whether a line belongs to the cell above it: a label that went on, a number that slipped down."""
    return len(line.strip()) <= _LONGEST_REST_CHARACTERS and not _HEADING.match(line)


def _cell(text: str) -> FoundCell:
    return FoundCell(tuple(FoundParagraph(line) for line in text.split("\n")))
