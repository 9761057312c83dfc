"""Where two texts differ: the one stretch of words that gives way, and what comes there."""

from __future__ import annotations


def changed_span(before: str, after: str) -> tuple[int, int, str]:
    """Return from where to where (in characters) `before` gives way, and to which words."""
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    return head, len(before) - tail, after[head : len(after) - tail]


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike, by halving: a keystroke leaves most of them."""
    same, end = 0, min(len(one), len(other))
    while same < end:
        middle = (same + end + 1) // 2
        if one[same:middle] == other[same:middle]:
            same = middle
        else:
            end = middle - 1
    return same
