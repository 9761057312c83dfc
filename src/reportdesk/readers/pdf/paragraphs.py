"""Printed lines put together to the paragraphs that they were broken from."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from reportdesk.patterns import late
from reportdesk.readers.pdf.lines import PrintedLine, is_wide
from reportdesk.report.numerals import ORDINALS

#: Shares of the type's size: an indent, what may stay free at a full line's end, a larger step downwards.
_INDENT_EM = 1.2
_SLACK_EM = 1.0
_OTHER_SIZE_EM = 0.15
#: Times the usual step, and at least so much of the type's size more: a new paragraph.
_LARGER_STEP = 1.35
_STEP_SLACK = 0.25
_HANGS_OUT_EM = 2.0
#: Fewer full lines, or a smaller share of all, tell nothing about the right edge.
_FEWEST_FULL = 3
_FULL_SHARE = 0.2
_BEGINS = late(rf"^(?:[{ORDINALS}]{{1,3}}\s*[、．.]|[（(][{ORDINALS}]{{1,3}}[）)])")
_ENDS = late(r"[。！？；：:;!?…”）)]$")


@dataclass(frozen=True, slots=True)
class Margins:
    """Where full lines begin and end."""

    left: float
    right: float


def margins_of(lines: Sequence[PrintedLine], width: float = 0.0) -> Margins:
    """Return the margins of some lines: of the leftmost and of most of those that reach far right.

    Where hardly a line does, the paper, if its width is given, has equal margins.
    """
    right = max(line.box.right for line in lines)
    full = [line for line in lines if line.box.right >= right - _HANGS_OUT_EM * line.size]
    left = min(line.box.left for line in lines)
    if len(full) < max(_FEWEST_FULL, len(lines) * _FULL_SHARE):
        right = max(right, width - left)
        return Margins(left, right)
    return Margins(left, median(line.box.right for line in full))


def printed_paragraphs(lines: Sequence[PrintedLine], margins: Margins | None = None) -> list[str]:
    """Return lines from the top, of one page, as paragraphs."""
    if not lines:
        return []
    return [text for text, _ in paragraphs_with_ends(lines, margins or margins_of(lines))]


def paragraphs_with_ends(lines: Sequence[PrintedLine], margins: Margins) -> Iterator[tuple[str, PrintedLine]]:
    """Yield each paragraph with its last line."""
    step = _usual_step(lines)
    text, last = lines[0].text, lines[0]
    for line in lines[1:]:
        if _is_new(last, line, margins, step):
            yield text, last
            text = line.text
        else:
            text = put_together(text, line.text)
        last = line
    yield text, last


def goes_on(last: PrintedLine, line: PrintedLine, before: Margins, after: Margins) -> bool:
    """Tell whether a paragraph goes on over a page's end."""
    return not (_is_short(last, line, before) or _is_indented(line, after) or _is_other(last, line))


def put_together(text: str, more: str) -> str:
    """Return two lines of one paragraph as one, a space between Latin words only."""
    if not text or not more:
        return text + more
    return (
        f"{text} {more}"
        if not is_wide(text[-1]) and not is_wide(more[0]) and text[-1].isalpha()
        else text + more
    )


def _is_new(last: PrintedLine, line: PrintedLine, margins: Margins, step: float) -> bool:
    if _is_other(last, line) or _is_short(last, line, margins) or _is_indented(line, margins):
        return True
    if line.base - last.base > max(_LARGER_STEP * step, step + _STEP_SLACK * line.size):
        return True
    return bool(_BEGINS.match(line.text) and _ENDS.search(last.text))


def _is_other(last: PrintedLine, line: PrintedLine) -> bool:
    return abs(line.size - last.size) > _OTHER_SIZE_EM * max(line.size, last.size)


def _is_indented(line: PrintedLine, margins: Margins) -> bool:
    return line.box.left - margins.left > _INDENT_EM * line.size


def _is_short(last: PrintedLine, line: PrintedLine, margins: Margins) -> bool:
    """Tell whether the next line's first word would have found room on a line."""
    return margins.right - last.box.right > _first_word(line) + _SLACK_EM * line.size


def _first_word(line: PrintedLine) -> float:
    seen = [glyph for glyph in line.glyphs if glyph.text.strip()]
    end = 1
    if not is_wide(seen[0].text):
        while end < len(seen) and not is_wide(seen[end].text):
            end += 1
    return seen[end - 1].box.right - seen[0].box.left


def _usual_step(lines: Sequence[PrintedLine]) -> float:
    steps = [after.base - before.base for before, after in itertools.pairwise(lines)]
    return median([step for step in steps if step > 0] or [0.0]) or 1e9
