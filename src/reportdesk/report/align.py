"""Paragraphs of two texts side by side: which were changed, which are new, which are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reportdesk.frozen import Frozen
from reportdesk.report.shown import plain_line

#: Two paragraphs less alike than this (0 to 1) are not one changed paragraph, but one gone and one new.
_ALIKE = 0.4
#: Beyond so many pairs of paragraphs, those between two equal ones are taken as one piece.
_MOST_PAIRS = 200


class Hunk(Frozen, frozen=True):
    """Paragraphs `start` to `end` of one text, where the other has `lines` in their stead."""

    start: int
    end: int
    lines: tuple[str, ...]


def align(ours: Sequence[str], theirs: Sequence[str]) -> tuple[Hunk, ...]:
    """Return where two texts differ, as finely as paragraphs pair up; blank ones do not count."""
    left, right = _Filled(ours), _Filled(theirs)
    matcher = SequenceMatcher(None, left.plain, right.plain, autojunk=False)
    pieces = (
        piece
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
        for piece in _pair(left.plain, right.plain, a, b, c, d)
    )
    return tuple(Hunk(*left.span(a, b), right.lines(c, d)) for a, b, c, d in pieces)


def with_hunks(ours: Sequence[str], hunks: Iterable[Hunk]) -> tuple[str, ...]:
    """Return the paragraphs with some of their hunks taken from the other text."""
    lines = list(ours)
    for hunk in sorted(hunks, key=lambda hunk: (hunk.start, hunk.end), reverse=True):
        lines[hunk.start : hunk.end] = hunk.lines
    return tuple(lines)


def changed_spans(
    before: Sequence[str], after: Sequence[str], together: int
) -> tuple[tuple[int, int, int, int], ...]:
    """Return where two texts differ, as [start, end) of one and [start, end) of the other.

    Changes with no more than `together` parts (characters or words) between them are one.
    """
    spans: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if spans and a - spans[-1][1] <= together:
            start, _, begin, _ = spans.pop()
            spans.append((start, b, begin, d))
        else:
            spans.append((a, b, c, d))
    return tuple(spans)


class _Filled:
    """The paragraphs of a text that have words, with their places in it."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        self._places = [place for place, text in enumerate(paragraphs) if plain_line(text)]
        self.plain = [plain_line(paragraphs[place]) for place in self._places]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return where some of them lie among all paragraphs; none lie right behind the one before."""
        if first < end:
            return self._places[first], self._places[end - 1] + 1
        behind = self._places[first - 1] + 1 if first else 0
        return behind, behind

    def lines(self, first: int, end: int) -> tuple[str, ...]:
        """Return some of them as they stand."""
        return tuple(self._paragraphs[place] for place in self._places[first:end])


AlignedSpan = tuple[int, int, int, int]


def _pair(
    ours: Sequence[str], theirs: Sequence[str], a: int, b: int, c: int, d: int
) -> Iterator[AlignedSpan]:
    """Cut a piece at its most similar pair, again and again; what is like nothing is gone or new."""
    if not (b - a and d - c) or (b - a) * (d - c) > _MOST_PAIRS:
        if b - a or d - c:
            yield a, b, c, d
        return
    best = max((_alike(ours[i], theirs[j]), -i, -j) for i in range(a, b) for j in range(c, d))
    if best[0] < _ALIKE:
        yield a, b, c, d
        return
    i, j = -best[1], -best[2]
    yield from _pair(ours, theirs, a, i, c, j)
    yield i, i + 1, j, j + 1
    yield from _pair(ours, theirs, i + 1, b, j + 1, d)


def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def is_in_order(names: Iterable[str], order: Iterable[str]) -> bool:
    """Tell whether names follow each other as in an order, leaving some out."""
    left = iter(order)
    return all(name in left for name in names)
