"""Paragraphs of two texts side by side: which were changed, which are new, which are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import Match, SequenceMatcher

from reportdesk.frozen import Frozen
from reportdesk.report.shown import plain_line

#: Two paragraphs less alike than this (0 to 1) are not one changed paragraph, but one gone and one new.
_ALIKE = 0.4
#: Beyond so many pairs of paragraphs, those between two equal ones are taken as one piece.
_MOST_PAIRS = 200
#: Pairs of equal characters that are looked at for one alignment, about a second's. Where texts repeat
#: themselves there is no end: 3,000 characters of （一） took minutes.
_MOST_STEPS = 10_000_000


class Hunk(Frozen, frozen=True):
    """Paragraphs `start` to `end` of one text, where the other has `lines` in their stead."""

    start: int
    end: int
    lines: tuple[str, ...]


def align(ours: Sequence[str], theirs: Sequence[str]) -> tuple[Hunk, ...]:
    """Return where two texts differ, as finely as paragraphs pair up; blank ones do not count."""
    left, right = _Filled(ours), _Filled(theirs)
    work = _Work()
    pieces = (
        piece
        for a, b, c, d in _differing(left.plain, right.plain, work)
        for piece in _pair(left.plain, right.plain, (a, b, c, d), work)
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
    for a, b, c, d in _differing(before, after, _Work()):
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


class _TooMuch(Exception):
    """Two texts repeat themselves so much that to align them would take minutes."""


class _Work:
    """What may still be done for one alignment."""

    def __init__(self) -> None:
        self._left = _MOST_STEPS

    def spend(self, steps: int) -> None:
        self._left -= steps
        if self._left < 0:
            raise _TooMuch


class _Matcher(SequenceMatcher[str]):
    """Looks for what two texts have in common, as long as there is work left."""

    def __init__(self, one: Sequence[str], other: Sequence[str], work: _Work) -> None:
        super().__init__(None, one, other, autojunk=False)
        self._one, self._counts, self._work = one, Counter(other), work

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        """Go on where what is equal to each part, wherever it stands, is not too much."""
        self._work.spend(sum(map(self._counts.__getitem__, self._one[alo:ahi])))
        return super().find_longest_match(alo, ahi, blo, bhi)


def _differing(before: Sequence[str], after: Sequence[str], work: _Work) -> Iterator[AlignedSpan]:
    """Yield where two texts differ; all between their equal ends where it would take too long to tell."""
    try:
        found = _Matcher(before, after, work).get_opcodes()
    except _TooMuch:
        pairs = enumerate(zip(before, after, strict=False))
        first = next((n for n, (one, other) in pairs if one != other), min(len(before), len(after)))
        shortest = min(len(before), len(after)) - first
        last = next((n for n in range(shortest) if before[-1 - n] != after[-1 - n]), shortest)
        yield first, len(before) - last, first, len(after) - last
        return
    yield from ((a, b, c, d) for tag, a, b, c, d in found if tag != "equal")


def _pair(
    ours: Sequence[str], theirs: Sequence[str], span: AlignedSpan, work: _Work
) -> Iterator[AlignedSpan]:
    """Cut a piece at its most similar pair, again and again; what is like nothing is gone or new."""
    a, b, c, d = span
    if not (b - a and d - c) or (b - a) * (d - c) > _MOST_PAIRS:
        if b - a or d - c:
            yield a, b, c, d
        return
    best = max((_alike(ours[i], theirs[j], work), -i, -j) for i in range(a, b) for j in range(c, d))
    if best[0] < _ALIKE:
        yield a, b, c, d
        return
    i, j = -best[1], -best[2]
    yield from _pair(ours, theirs, (a, i, c, j), work)
    yield i, i + 1, j, j + 1
    yield from _pair(ours, theirs, (i + 1, b, j + 1, d), work)


def _alike(one: str, other: str, work: _Work) -> float:
    matcher = _Matcher(one, other, work)
    most = matcher.quick_ratio()
    if most < _ALIKE:
        return 0.0
    try:
        return matcher.ratio()
    except _TooMuch:
        return most


def is_in_order(names: Iterable[str], order: Iterable[str]) -> bool:
    """Tell whether names follow each other as in an order, leaving some out."""
    left = iter(order)
    return all(name in left for name in names)
