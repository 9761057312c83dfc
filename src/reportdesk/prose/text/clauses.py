"""Stretches of a text: sentences and clauses around a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A sentence reaches no farther from a place, so that a text without stops costs no more than another.
_FARTHEST_CHARACTERS = 400
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")
_CLAUSE_END = re.compile(r"[。！？!?；;，,、：:\n]")
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the [start, end) between the commas or stops around a place."""
    return _around(_CLAUSE_END, text, start, end)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the [start, end) between the stops around a place; a semicolon stops too."""
    return _around(_SENTENCE_END, text, start, end)


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of every sentence of a text with its stop, spaces before it left out."""
    for match in _SENTENCE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if start < match.end():
            yield start, match.end()


def _around(ends: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - _FARTHEST_CHARACTERS), min(len(text), end + _FARTHEST_CHARACTERS)
    before = [match.end() for match in ends.finditer(text, first, start)]
    after = ends.search(text, end, last)
    return before[-1] if before else first, after.start() if after else last
