"""Ruling lines as a draughtsman means them: pieces joined, doubles made one, those that meet put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportdesk.readers.pdf.marks import Rectangle, Ruling

#: Points: lines closer than that are one line; pieces with a smaller gap between them too.
SAME_LINE = 2.0
_SAME_PIECE_PT = 3.6
#: Points: what is shorter when all pieces are joined rules nothing.
_SHORTEST_PT = 4.0
#: Points: lines whose ends miss each other by less meet.
_MEET_PT = 2.5
_MOST_LINES = 2_500


@dataclass(frozen=True)
class RuledFrame:
    """Lines that meet each other: those across and those down."""

    across: tuple[Ruling, ...]
    down: tuple[Ruling, ...]

    @property
    def box(self) -> Rectangle:
        """Return the box of all the lines."""
        xs = [one.at for one in self.down] + [x for one in self.across for x in (one.start, one.end)]
        ys = [one.at for one in self.across] + [y for one in self.down for y in (one.start, one.end)]
        return Rectangle(min(xs), min(ys), max(xs), max(ys))


def frames(across: Iterable[Ruling], down: Iterable[Ruling]) -> list[RuledFrame]:
    """Return the lines of a page, those that meet each other together."""
    rows, columns = joined_rulings(across), joined_rulings(down)
    if len(rows) + len(columns) > _MOST_LINES:
        return []
    groups = _Groups(len(rows) + len(columns))
    places = [one.at for one in columns]
    for number, row in enumerate(rows):
        first = bisect_left(places, row.start - _MEET_PT)
        last = bisect_right(places, row.end + _MEET_PT)
        for other in range(first, last):
            if columns[other].start - _MEET_PT <= row.at <= columns[other].end + _MEET_PT:
                groups.join(number, len(rows) + other)
    return [
        RuledFrame(
            tuple(rows[n] for n in members if n < len(rows)),
            tuple(columns[n - len(rows)] for n in members if n >= len(rows)),
        )
        for members in groups.listed()
    ]


def joined_rulings(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Return lines with their pieces and doubles made one, in order across them."""
    lines: list[Ruling] = []
    for group in clustered(sorted(rulings, key=lambda one: one.at)):
        at = sum(one.at for one in group) / len(group)
        lines += [one for one in _joined_along(at, group) if one.end - one.start >= _SHORTEST_PT]
    return lines


def clustered(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Return lines in order across them, put together where they lie at one place."""
    groups: list[list[Ruling]] = []
    for one in rulings:
        if groups and one.at - groups[-1][0].at <= SAME_LINE:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _joined_along(at: float, pieces: Iterable[Ruling]) -> list[Ruling]:
    lines: list[Ruling] = []
    for piece in sorted(pieces, key=lambda one: one.start):
        if lines and piece.start - lines[-1].end <= _SAME_PIECE_PT:
            lines[-1] = Ruling(at, lines[-1].start, max(lines[-1].end, piece.end))
        else:
            lines.append(Ruling(at, piece.start, piece.end))
    return lines


class _Groups:
    """Numbers put together."""

    def __init__(self, count: int) -> None:
        self._heads = list(range(count))

    def join(self, one: int, other: int) -> None:
        self._heads[self._head(one)] = self._head(other)

    def listed(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for number in range(len(self._heads)):
            found.setdefault(self._head(number), []).append(number)
        return list(found.values())

    def _head(self, number: int) -> int:
        while self._heads[number] != number:
            self._heads[number] = self._heads[self._heads[number]]
            number = self._heads[number]
        return number
