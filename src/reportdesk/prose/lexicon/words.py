"""Words with labels: a line `{甲|乙|}丙` stands for 甲丙, 乙丙 and 丙; the longest is found first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from math import prod

from reportdesk.errors import FormError
from reportdesk.frozen import Frozen
from reportdesk.patterns import Needs

#: More words than that from one line are a slip, such as a forgotten bracket.
_MOST_SPELLINGS = 5_000
#: Of a line of so many words those are spelled out that a text may hold: thirty lines make most words.
_MANY_SPELLINGS = 100
#: Pieces that follow each other are looked for as one, while there are no more of them.
_MOST_PIECES = 20


class WordLine(Frozen, frozen=True):
    """A line of words: one of each of its choices, joined, makes a word."""

    choices: tuple[tuple[str, ...], ...]

    @classmethod
    def read(cls, written: str, where: str) -> WordLine:
        """Read a line of choices in braces; raise FormError for odd braces, and where it says too much."""
        if "{" not in written and "}" not in written:
            return cls(((written,),))
        line = cls(tuple(_choices(written, where)))
        if line.count > _MOST_SPELLINGS:
            raise FormError(f"“{written}”展开有 {line.count} 个词，太多了", where=where)
        return line

    @property
    def count(self) -> int:
        """Return how many words it stands for, those that it makes in two ways among them."""
        return prod(map(len, self.choices))

    @property
    def words(self) -> Iterator[str]:
        """Yield every word that it stands for."""
        return map("".join, product(*self.choices))

    @property
    def needs(self) -> Needs:
        """Return groups of pieces: a text in which one of its words stands has one of each."""
        groups: list[tuple[str, ...]] = []
        goes_on = False
        for choice in self.choices:
            is_sure = all(choice)
            if goes_on and is_sure and len(groups[-1]) * len(choice) <= _MOST_PIECES:
                groups[-1] = tuple(map("".join, product(groups[-1], choice)))
            elif is_sure:
                groups.append(choice)
            goes_on = is_sure
        return tuple(sorted(groups, key=len))

    def within(self, text: str) -> WordLine:
        """Return the line of those of its words whose pieces stand in a text."""
        return WordLine(tuple(tuple(piece for piece in choice if piece in text) for choice in self.choices))

    @property
    def beginnings(self) -> set[str]:
        """Return the characters with which its words begin."""
        found: set[str] = set()
        for choice in self.choices:
            found.update(piece[0] for piece in choice if piece)
            if all(choice):
                break
        return found


def _choices(written: str, where: str) -> Iterator[tuple[str, ...]]:
    for number, piece in enumerate(written.split("{")):
        inside, closing, after = piece.partition("}") if number else ("", "", piece)
        if bool(closing) != bool(number) or "}" in after:
            raise FormError(f"“{written}”的花括号不成对", where=where)
        if closing:
            yield tuple(inside.split("|"))
        if after:
            yield (after,)


def _has_each(text: str, needs: Needs) -> bool:
    """Tell whether a sentence has one piece of each group: so short a text is best looked through at once."""
    for pieces in needs:
        for piece in pieces:
            if piece in text:
                break
        else:
            return False
    return True


class WordList:
    """Words with a label each, looked up in a text by their first two characters and their lengths.

    Of lines of many words those are taken in that a text may hold: few of them stand in any text.
    """

    def __init__(self, lines: Iterable[tuple[WordLine, str]]) -> None:
        """Prepare lines of words, each with its label."""
        self._labels: dict[str, str] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._waiting: list[tuple[Needs, WordLine, str]] = []
        self._spelled_out: set[WordLine] = set()
        ready: dict[str, str] = {}
        for line, label in lines:
            if len(line.choices) == 1:
                ready.update(dict.fromkeys(line.choices[0], label))
            elif line.count >= _MANY_SPELLINGS:
                self._waiting.append((line.needs, line, label))
            else:
                ready.update(dict.fromkeys(line.words, label))
        self._add(ready)
        begin = {lead[0] for lead in self._lengths}
        #: The characters with which words begin.
        self.beginnings = frozenset(begin.union(*(line.beginnings for _, line, _ in self._waiting)))

    def __bool__(self) -> bool:
        """Tell whether there is any word."""
        return bool(self._labels or self._waiting)

    def take_in(self, text: str) -> None:
        """Spell out the words of long lines that a text may hold."""
        for needs, line, label in self._waiting:
            if _has_each(text, needs) and (part := line.within(text)) not in self._spelled_out:
                self._add(dict.fromkeys(part.words, label))
                self._spelled_out.add(part)

    def longest_at(self, text: str, place: int) -> tuple[int, str] | None:
        """Return the end of the longest word at a place of a text that was taken in, and its label."""
        for lead in (text[place : place + 2], text[place]):
            for length in self._lengths.get(lead, ()):
                word = text[place : place + length]
                label = self._labels.get(word)
                if label is not None:
                    # At the end of a text there may be less than was looked for.
                    return place + len(word), label
        return None

    def _add(self, added: dict[str, str]) -> None:
        """Add words; other threads may look some up meanwhile, so that nothing is taken away."""
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for word in added.keys() - self._labels.keys() if self._labels else added:
            lengths[word[:2]].add(len(word))
        self._labels.update(added)
        for lead, found in lengths.items():
            found.update(self._lengths.get(lead, ()))
            self._lengths[lead] = tuple(sorted(found, reverse=True))
