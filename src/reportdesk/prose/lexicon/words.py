"""Words with labels: a line `{甲|乙|}丙` stands for 甲丙, 乙丙 and 丙; the longest is found first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from reportdesk.errors import FormError
from reportdesk.patterns import late

#: More words than that from one line are a slip, such as a forgotten bracket.
_MOST_SPELLINGS = 5_000
_CHOICE = late(r"\{([^{}]*)\}")


def spellings(written: str, where: str) -> Iterator[str]:
    """Return every word that a line of choices in braces stands for; raise FormError for odd braces."""
    pieces = _CHOICE.split(written)
    if any(mark in piece for piece in pieces for mark in "{}"):
        raise FormError(f"“{written}”的花括号不成对", where=where)
    choices = [piece.split("|") if number % 2 else [piece] for number, piece in enumerate(pieces)]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > _MOST_SPELLINGS:
        raise FormError(f"“{written}”展开有 {count} 个词，太多了", where=where)
    return map("".join, product(*choices))


class WordList:
    """Words with a label each, looked up in a text by their first two characters and their lengths."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Prepare words, each with its label."""
        self._labels = labels
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for word in labels:
            lengths[word[:2]].add(len(word))
        self._lengths = {lead: tuple(sorted(found, reverse=True)) for lead, found in lengths.items()}

    @property
    def beginnings(self) -> frozenset[str]:
        """Return the characters with which words begin."""
        return frozenset(lead[0] for lead in self._lengths)

    def __bool__(self) -> bool:
        """Tell whether there is any word."""
        return bool(self._labels)

    def longest_at(self, text: str, place: int) -> tuple[int, str] | None:
        """Return the end of the longest word at a place of a text, and its label."""
        for lead in (text[place : place + 2], text[place]):
            for length in self._lengths.get(lead, ()):
                label = self._labels.get(text[place : place + length])
                if label is not None:
                    return place + length, label
        return None
