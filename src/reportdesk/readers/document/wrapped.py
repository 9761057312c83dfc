"""Lines as a page prints them, put together into paragraphs again, as text copied out of a PDF needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdesk.patterns import late
from reportdesk.report.numerals import ORDINALS

#: Of fewer lines no width of the page can be told.
_FEWEST_LINES = 8
#: A line shorter than this, in half-width characters, says nothing about the width of the page.
_SHORTEST_LINE_COLUMNS = 24
#: Half-width columns: a longer line is a paragraph, whatever the others are.
_WIDEST_PAGE_COLUMNS = 140
#: So many of the full lines must end in the middle of a sentence.
_MOSTLY = 0.5
#: And so many of all lines must be full.
_FULL_ENOUGH = 0.35
#: A line is full from that share of the page on: a word that does not fit leaves a gap.
_NEARLY_FULL = 0.8
#: The indent of a paragraph's first line, and how far short of the edge a full line may end.
_INDENT_COLUMNS = 4
_RAGGED_COLUMNS = 10
#: So much more than the page's width a line may hold whose punctuation is set close.
_SQUEEZED_COLUMNS = 3
_ENDS = tuple("。！？；：…”）)!?;:")
_SENTENCE_ENDS = tuple("。！？…”")
_THIN_GAP = late(r"(?<=[^\x00-\x7f\s]) (?=[\x21-\x7e])|(?<=[\x21-\x7e]) (?=[^\x00-\x7f\s])")
_NUMBERED = late(
    rf"(?:[(（]?[{ORDINALS}]{{1,3}}[)）、.．]|[(（]?[0-9]{{1,2}}[)）](?![0-9])|[0-9]{{1,2}}[、．.](?![0-9])|[①-⑳])"
)


def page_width(lines: Sequence[str]) -> int:
    """Return the width of the page that lines were printed on, in half-width characters.

    0 where lines are paragraphs: where most of the long ones end with a sentence.
    """
    widths = sorted(
        width
        for line in lines
        if _SHORTEST_LINE_COLUMNS <= (width := _width(line.strip())) <= _WIDEST_PAGE_COLUMNS
    )
    if len(widths) < _FEWEST_LINES:
        return 0
    edge = widths[int(0.9 * (len(widths) - 1))]
    full = [line for line in lines if _width(line.strip()) >= _NEARLY_FULL * edge]
    cut = [line for line in full if not line.rstrip().endswith(_ENDS)]
    too_long = sum(_width(line.strip()) > edge + _INDENT_COLUMNS for line in lines)
    is_wrapped = len(cut) >= _MOSTLY * len(full) and len(full) - too_long >= _FULL_ENOUGH * len(lines)
    return edge if is_wrapped else 0


def unwrapped(lines: Sequence[str], width: int) -> Iterator[str]:
    """Yield the paragraphs that lines on a page of a width make."""
    printed = list(_printed(lines, width))
    is_indented = sum(_is_indented(line) for line in printed) > 1
    paragraph: list[str] = []
    for place, line in enumerate(printed):
        before = printed[place - 1] if place else ""
        if paragraph and _begins(line, before, width, is_indented=is_indented):
            yield "".join(paragraph)
            paragraph = []
        paragraph += [_gap(before, line.strip()), line.strip()] if paragraph else [line.strip()]
    if paragraph:
        yield "".join(paragraph)


def _printed(lines: Sequence[str], width: int) -> Iterator[str]:
    """Yield lines as printed: pieces of one that a copy put on lines of their own are together again."""
    held = ""
    for line in lines:
        fits = _width(held) + _width(line.strip()) <= width + _SQUEEZED_COLUMNS
        if held and fits and not _is_indented(line) and not _NUMBERED.match(line.strip()):
            held += _gap(held, line.strip()) + line.strip()
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _begins(line: str, before: str, width: int, *, is_indented: bool) -> bool:
    """Tell whether a printed line begins a paragraph: by its indent, number, or the short line before."""
    if is_indented:
        return _is_indented(line) or (_ends_early(before, width) and bool(_NUMBERED.match(line.strip())))
    if _NUMBERED.match(line.strip()):
        return before.endswith(_ENDS) or _ends_early(before, width)
    is_short = _width(line.strip()) <= width - _INDENT_COLUMNS + 1 and not line.rstrip().endswith(
        _SENTENCE_ENDS
    )
    return _ends_early(before, width) or (before.rstrip().endswith(_SENTENCE_ENDS) and is_short)


def _ends_early(line: str, width: int) -> bool:
    return _width(line) < width - _RAGGED_COLUMNS


def _is_indented(line: str) -> bool:
    return _width(line) - _width(line.lstrip()) >= _INDENT_COLUMNS - 1


def _gap(before: str, line: str) -> str:
    """Return the space that parts two lines: only words that a line break parted need one."""
    last, first = before[-1:], line[:1]
    return " " if last.isascii() and last.isalnum() and first.isascii() and first.isalpha() else ""


def _width(text: str) -> int:
    """Return a text's width in half-width characters; a gap between words and figures is half of one."""
    wide = 2 * len(text) - len(text.encode("ascii", "ignore"))
    return wide - len(_THIN_GAP.findall(text)) // 2
