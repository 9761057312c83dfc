"""Stretches of a text: sentences and clauses around a place."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.patterns import late

#: A sentence reaches no farther from a place, so that a text without stops costs no more than another.
_FARTHEST_CHARACTERS = 400
#: What ends a sentence, or a part of one that stands for itself.
SENTENCE_ENDS = "。！？!?；;\n"
_STOP = late(r"[。！？!?；;]+")
_CLAUSE_ENDS = f"{SENTENCE_ENDS}，,、：:"
_SENTENCE = late(r"[^。！？!?；;\n]+[。！？!?；;]?")


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the [start, end) between the commas or stops around a place."""
    return _around(_CLAUSE_ENDS, text, start, end)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the [start, end) between the stops around a place; a semicolon stops too."""
    return _around(SENTENCE_ENDS, text, start, end)


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of every sentence of a text with its stop, spaces before it left out."""
    for match in _SENTENCE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if start < match.end():
            yield start, match.end()


def end_mark_at(text: str, end: int) -> str:
    """Return the marks with which a sentence up to `end` ends, "" where it ends with its line."""
    match = _STOP.match(text, end)
    return match[0] if match else ""


def _around(ends: str, text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - _FARTHEST_CHARACTERS), min(len(text), end + _FARTHEST_CHARACTERS)
    before = max(text.rfind(mark, first, start) for mark in ends)
    after = [place for mark in ends if (place := text.find(mark, end, last)) >= 0]
    return max(first, before + 1), min(after, default=last)
