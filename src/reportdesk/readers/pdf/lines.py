"""Glyphs as lines of text: which stand on one line, and what is written there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from statistics import median

from reportdesk.readers.pdf.marks import Glyph, Rectangle, box_over

#: Shares of the type's size. Glyphs whose feet differ by less stand on one line.
_SAME_FOOT_EM = 0.4
#: A gap that wide divides Latin letters or figures; so wide a one divides words of any kind.
_GAP_EM = 0.2
_GAP_AT_FIGURE_EM = 0.45
_WIDE_GAP_EM = 1.0
_WIDEST_GAP_IN_CHINESE_EM = 1.5
#: The same character so near to itself is printed twice to look bold.
_SAME_PLACE_EM = 0.2
_RAISED_EM = 0.15
_SMALL = 0.8
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, eq=False)
class PrintedLine:
    """Glyphs that stand on one line, from the left."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def box(self) -> Rectangle:
        """Return the box of the line."""
        seen = [glyph for glyph in self.glyphs if glyph.text.strip()] or list(self.glyphs)
        tops = min(glyph.base - 0.9 * glyph.size for glyph in seen)
        feet = max(glyph.base + 0.15 * glyph.size for glyph in seen)
        return Rectangle(seen[0].box.left, tops, max(glyph.box.right for glyph in seen), feet)

    @cached_property
    def size(self) -> float:
        """Return the size of most of the line's type."""
        return median(glyph.size for glyph in self.glyphs)

    @property
    def base(self) -> float:
        """Return the height that the line stands on."""
        return median(glyph.base for glyph in self.glyphs)

    @cached_property
    def text(self) -> str:
        """Return what is written, with spaces only where they divide words."""
        return "".join(_written(self.glyphs, self.size))

    def moved(self, down: float) -> PrintedLine:
        """Return the line so many points further down."""
        return PrintedLine(tuple(glyph.moved(down) for glyph in self.glyphs))

    def chunks(self, gap: float, *, at_figures: float = 0.0) -> list[PrintedLine]:
        """Return the parts of the line that gaps of so many times its size divide.

        `at_figures` is what divides a figure from words and from another; if it is not given, much less.
        """
        parts: list[list[Glyph]] = []
        for glyph in self.glyphs:
            if not glyph.text.strip():
                continue
            if parts and glyph.box.left - parts[-1][-1].box.right < self.size * _gap(
                parts[-1][-1], glyph, gap, at_figures
            ):
                parts[-1].append(glyph)
            else:
                parts.append([glyph])
        return [PrintedLine(tuple(part)) for part in parts]


def _gap(before: Glyph, glyph: Glyph, gap: float, at_figures: float) -> float:
    figures = before.text.isdecimal() + glyph.text.isdecimal()
    return (gap, at_figures or _GAP_AT_FIGURE_EM, at_figures or _GAP_EM)[figures]


def printed_lines(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """Return glyphs as lines from the top; those written downwards or upwards as if they were turned."""
    listed = list(glyphs)
    turns = {glyph.quarters for glyph in listed}
    if len(turns) == 1 and turns != {0}:
        listed = _upright(listed, turns.pop())
    lines: list[list[Glyph]] = []
    for glyph in sorted(listed, key=lambda one: one.base):
        if lines and glyph.base - lines[-1][0].base <= _SAME_FOOT_EM * max(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    made = (PrintedLine(tuple(_once(sorted(line, key=lambda one: one.box.left)))) for line in lines)
    return [line for line in made if any(glyph.text.strip() for glyph in line.glyphs)]


def _upright(glyphs: Sequence[Glyph], quarters: int) -> list[Glyph]:
    around = box_over([glyph.box for glyph in glyphs])
    return [glyph.turned(-quarters % 4, around.right, around.bottom) for glyph in glyphs]


def _once(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield glyphs but those that are printed a second time at the same place."""
    last: list[Glyph] = []
    for glyph in glyphs:
        last = [one for one in last if glyph.box.left - one.box.left <= _SAME_PLACE_EM * glyph.size]
        if not any(
            one.text == glyph.text and abs(one.base - glyph.base) <= _SAME_PLACE_EM * one.size for one in last
        ):
            last.append(glyph)
            yield glyph


def _written(glyphs: Sequence[Glyph], size: float) -> Iterator[str]:
    before: Glyph | None = None
    base = median(glyph.base for glyph in glyphs if glyph.size >= _SMALL * size)
    for glyph in glyphs:
        if not glyph.text.strip():
            continue
        if before is not None and _are_apart(before, glyph, size):
            yield " "
        is_raised = glyph.size < _SMALL * size and base - glyph.base > _RAISED_EM * size
        yield glyph.text.translate(_SUPERSCRIPTS) if is_raised else glyph.text
        before = glyph


def _are_apart(before: Glyph, glyph: Glyph, size: float) -> bool:
    gap = (glyph.box.left - before.box.right) / size
    chinese = is_wide(before.text) + is_wide(glyph.text)
    if chinese == 2:
        return gap > _WIDEST_GAP_IN_CHINESE_EM
    return gap > (_WIDE_GAP_EM if chinese else _GAP_EM)


@lru_cache(maxsize=4096)
def is_wide(text: str) -> bool:
    """Tell whether a character is as wide as a Chinese one."""
    return unicodedata.east_asian_width(text[:1]) in {"W", "F"} or text[:1] in "“”‘’…—·"
