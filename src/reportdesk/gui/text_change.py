"""The smallest change that makes one text of another, so that caret and scroll stay where they can."""

from __future__ import annotations

from itertools import takewhile


def smallest_change(before: str, after: str) -> tuple[int, int, str]:
    """Return from where to where (in UTF-16, as Qt counts) `before` gives way, and to which words."""
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    end = len(before) - tail
    return utf16_length(before[:head]), utf16_length(before[:end]), after[head : len(after) - tail]


def utf16_length(text: str) -> int:
    """Return a length as Qt counts it: characters beyond the basic plane count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
