"""Markdown, as tools make it of a report: marks of headings taken off, tables as they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportdesk.patterns import late
from reportdesk.readers.found.blocks import MOST_COLUMNS, Block, FoundCell, FoundDocument, FoundParagraph
from reportdesk.readers.found.square import square

_HEADING = late(r"^ {0,3}#{1,6}[ \t]*(?=\S)(.*?)[ \t]*#*[ \t]*$")
_RULE = late(r"^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$")
_BAR = late(r"(?<!\\)\|")
_BREAK = late(r"<br\s*/?>", re.IGNORECASE)
_MARKS = late(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__|`([^`]+)`")
_ESCAPED = late(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
#: One line may begin with # by chance.
_FEWEST_HEADINGS = 2
#: A heading or a rule is no longer; in a longer paragraph nobody marks words.
_LONGEST_MARK_CHARACTERS = 1_000
_LONGEST_MARKED_CHARACTERS = 5_000


def is_markdown(text: str) -> bool:
    """Tell whether a text is Markdown: headings marked with # or a table with its rule of dashes."""
    lines = text.split("\n")
    return sum(_heading(line) is not None for line in lines) >= _FEWEST_HEADINGS or any(
        _is_rule(line) and place and "|" in lines[place - 1] for place, line in enumerate(lines)
    )


def find_in_markdown(text: str, where: str) -> FoundDocument:
    """Return the blocks of a Markdown text, its tables aligned as they are drawn."""
    return FoundDocument(tuple(_blocks(text.replace("\f", "\n").split("\n"), where)))


def _is_rule(line: str) -> bool:
    return len(line) <= _LONGEST_MARK_CHARACTERS and "|" in line and "-" in line and bool(_RULE.match(line))


def _heading(line: str) -> re.Match[str] | None:
    return _HEADING.match(line) if len(line) <= _LONGEST_MARK_CHARACTERS and "#" in line else None


def _blocks(lines: Sequence[str], where: str) -> Iterator[Block]:
    place = 0
    while place < len(lines):
        end = _end_of_table(lines, place)
        if end > place:
            yield from _table(lines[place:end], where)
            place = end
        else:
            heading = _heading(lines[place])
            yield FoundParagraph(_unmarked_words(heading[1] if heading else lines[place]))
            place += 1


def _end_of_table(lines: Sequence[str], place: int) -> int:
    """Return where a table with a rule under its first row ends; `place` itself where none begins."""
    if "|" not in lines[place] or place + 1 >= len(lines) or not _is_rule(lines[place + 1]):
        return place
    end = place + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end


def _table(lines: Sequence[str], where: str) -> Iterator[Block]:
    rows = [_cells(line) for line in lines if not _is_rule(line)]
    if not rows or max(map(len, rows)) > MOST_COLUMNS:
        yield from (FoundParagraph(line) for line in lines)
        return
    is_aligned = len({len(row) for row in rows}) == 1
    cells = [[FoundCell((FoundParagraph(text),)) for text in row] for row in rows]
    yield square(cells, where, is_aligned=is_aligned)


def _cells(line: str) -> list[str]:
    bare = line.strip()
    inner = bare.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [_unmarked_words(cell.strip()) for cell in _BAR.split(inner)]


def _unmarked_words(text: str) -> str:
    """Return words without the marks of Markdown; a break within a cell is a line break."""
    if len(text) > _LONGEST_MARKED_CHARACTERS:
        return text
    bare = _MARKS.sub(lambda found: found[1] or found[2] or found[3], text)
    return _ESCAPED.sub(r"\1", _BREAK.sub("\n", bare))
