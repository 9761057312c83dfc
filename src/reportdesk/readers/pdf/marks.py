"""What is on a printed page: glyphs and ruling lines, in points from its top left corner."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

#: Stands for a glyph that is no known character, so that what it stands in is no figure.
UNKNOWN = "\ufffd"
_QUARTER = math.pi / 2


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle: left, top, right, bottom; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Return the width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the height in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Return the point in its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, point: tuple[float, float], slack: float = 0.0) -> bool:
        """Tell whether a point lies in the box, or no farther outside than the slack."""
        x, y = point
        return self.left - slack <= x <= self.right + slack and self.top - slack <= y <= self.bottom + slack

    def turned(self, quarters: int, width: float, height: float) -> Rectangle:
        """Return the box on the page, of this size, turned clockwise by quarters."""
        corners = [_turned(x, y, quarters, width, height) for x, y in self._corners()]
        return box_around(corners)

    def _corners(self) -> tuple[tuple[float, float], tuple[float, float]]:
        return (self.left, self.top), (self.right, self.bottom)


def box_around(points: Iterable[tuple[float, float]]) -> Rectangle:
    """Return the smallest box that holds all the points."""
    xs, ys = zip(*points, strict=True)
    return Rectangle(min(xs), min(ys), max(xs), max(ys))


def box_over(boxes: Sequence[Rectangle]) -> Rectangle:
    """Return the smallest box that holds all the boxes."""
    return Rectangle(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as it is printed.

    `box` is as wide as the character's advance, `ink` is the box of what is black of it, `origin` where its
    line begins it; `size` is that of its type, `quarters` how often its line is turned clockwise.
    """

    text: str
    box: Rectangle
    ink: Rectangle
    origin: tuple[float, float]
    size: float
    quarters: int = 0

    @property
    def base(self) -> float:
        """Return the height of the line that the glyph stands on."""
        return self.origin[1]

    def moved(self, down: float) -> Glyph:
        """Return the glyph so many points further down."""
        box, ink = (Rectangle(b.left, b.top + down, b.right, b.bottom + down) for b in (self.box, self.ink))
        return replace(self, box=box, ink=ink, origin=(self.origin[0], self.origin[1] + down))

    def turned(self, quarters: int, width: float, height: float) -> Glyph:
        """Return the glyph on the page, of this size, turned clockwise by quarters."""
        box, ink = (one.turned(quarters, width, height) for one in (self.box, self.ink))
        upright = (self.quarters + quarters) % 4
        origin = _turned(*self.origin, quarters, width, height)
        return replace(self, box=box, ink=ink, origin=origin, quarters=upright)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line along one axis: `at` across it, from `start` to `end` along it."""

    at: float
    start: float
    end: float


@dataclass
class PrintedPage:
    """The marks of one page, and whether a picture covers much of it or lies beside words."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Ruling] = field(default_factory=list)
    down: list[Ruling] = field(default_factory=list)
    pictures: list[Rectangle] = field(default_factory=list)
    hidden: int = 0

    def upright(self) -> Self:
        """Return the page turned so that most of its words can be read."""
        counts = Counter(glyph.quarters for glyph in self.glyphs if glyph.text.strip())
        most = counts.most_common(1)[0][0] if counts else 0
        return self.turned(-most % 4)

    def turned(self, quarters: int) -> Self:
        """Return the page turned clockwise by quarters."""
        if quarters % 4 == 0:
            return self
        size = self.width, self.height
        rulings = [_line_box(one, is_across=True) for one in self.across]
        rulings += [_line_box(one, is_across=False) for one in self.down]
        turned = [box.turned(quarters, *size) for box in rulings]
        width, height = reversed(size) if quarters % 2 else size
        made = type(self)(width, height, hidden=self.hidden)
        made.glyphs = [glyph.turned(quarters, *size) for glyph in self.glyphs]
        made.across = [Ruling(b.top, b.left, b.right) for b in turned if b.width >= b.height]
        made.down = [Ruling(b.left, b.top, b.bottom) for b in turned if b.width < b.height]
        made.pictures = [box.turned(quarters, *size) for box in self.pictures]
        return made


def quarters_of(angle: float) -> int | None:
    """Return how many quarters a line of text is turned clockwise, None for one that is aslant."""
    turns = -angle / _QUARTER
    whole = round(turns)
    return whole % 4 if abs(turns - whole) < 0.1 else None


def _line_box(ruling: Ruling, *, is_across: bool) -> Rectangle:
    if is_across:
        return Rectangle(ruling.start, ruling.at, ruling.end, ruling.at)
    return Rectangle(ruling.at, ruling.start, ruling.at, ruling.end)


def _turned(x: float, y: float, quarters: int, width: float, height: float) -> tuple[float, float]:
    match quarters % 4:
        case 1:
            return height - y, x
        case 2:
            return width - x, height - y
        case 3:
            return y, width - x
        case _:
            return x, y
