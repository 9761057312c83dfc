"""How alike two texts are once years and digits are set aside, as a share of common pairs of characters."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from operator import add

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.prose.text.remembered import keeping, remembered

# Numbers and marks are no words of their own: a changed year does not make a text another.
_SET_ASIDE = late(r"[\W\d_〇零一二两三四五六七八九十百千万亿]+")
#: Each paragraph is compared with each; no section has more than a few dozen.
_MOST_PARAGRAPHS = 100
#: One of fewer pairs is alike by chance.
_FEWEST_PAIRS = 12
#: Last year's long texts; the pairs of a character take a hundred bytes.
_MOST_CHARACTERS = 50_000


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; two texts without words are not alike."""
    return _likeness(_pairs(one), _pairs(other))


def _likeness(mine: Counter[str], theirs: Counter[str]) -> float:
    # Mine may be a long paragraph: what is common is looked for among theirs.
    total = mine.total() + theirs.total()
    return 2 * (theirs & mine).total() / total if total else 0.0


class Copied(Frozen, frozen=True):
    """A paragraph (its number) with the one of last year that it is most like, and how much."""

    number: int
    paragraph: str
    last: str
    likeness: float


def copied_paragraphs(text: str, last: str, least: float) -> tuple[Copied, ...]:
    """Return the paragraphs at least so much like one of last year's; short ones are left out."""
    others = _long_paragraphs(last)
    if not others:
        return ()
    found = []
    for number, paragraph in enumerate(text.split("\n")[:_MOST_PARAGRAPHS]):
        if _is_long(paragraph):
            nearest, alike = _nearest(paragraph, others)
            if alike >= least:
                found.append(Copied(number, paragraph, nearest, alike))
    return tuple(found)


@lru_cache(maxsize=16)
def _long_paragraphs(text: str) -> tuple[str, ...]:
    """Return the same paragraphs each time, so that what remembers them holds them once."""
    return tuple(paragraph for paragraph in text.split("\n") if _is_long(paragraph))[:_MOST_PARAGRAPHS]


@remembered
def _nearest(paragraph: str, others: tuple[str, ...]) -> tuple[str, float]:
    # Looked for once: a key makes another paragraph of it, and those of long ones would fill what is kept.
    mine = pairs_of(paragraph)
    alike, nearest = max((_likeness(mine, _pairs(other)), other) for other in others)
    return nearest, alike


def _is_long(paragraph: str) -> bool:
    """Tell whether a paragraph has a dozen pairs; mostly its first characters tell."""
    return any(len(_SET_ASIDE.sub("", words)) > _FEWEST_PAIRS for words in (paragraph[:100], paragraph))


def pairs_of(text: str) -> Counter[str]:
    """Return the pairs of neighbouring characters of a text, years and digits set aside, each counted."""
    bare = _SET_ASIDE.sub("", text)
    return Counter(map(add, bare, bare[1:]))


_pairs = keeping(_MOST_CHARACTERS)(pairs_of)
