"""Remembering what was found in texts, up to so many characters: memory stays flat while one types.

Each key makes another text of the paragraph it falls in. A number of texts alone would be no limit, for
what is found in a long paragraph takes a megabyte. What is kept is measured by the reports at work: those
texts of the last minutes that are no more would fill any larger room.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import update_wrapper
from threading import Lock
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from reportdesk.prose.text.clauses import SENTENCE_ENDS

P = ParamSpec("P")
R = TypeVar("R")

#: What is kept beside a report: its versions of the last minutes.
FEWEST_CHARACTERS = 10_000
#: So many times what the sentences of a report need, each an entry of its own.
_TIMES = 1.5
#: All texts of a long report and of the one before it.
MOST_CHARACTERS = 150_000
#: All sentences of a long report, one by one: after a figure all are compared, those forgotten read anew.
MOST_SENTENCE_CHARACTERS = 100_000
#: What an entry takes beside what was found in it, as characters.
_ENTRY_CHARACTERS = 30


class _Room:
    """How much each function may keep: as much as the longest report at work so far needs."""

    characters = FEWEST_CHARACTERS

    def widen(self, texts: Iterable[str]) -> None:
        """Have room for what is found in texts, sentence by sentence."""
        needed = sum(
            len(text) + _ENTRY_CHARACTERS * (1 + sum(map(text.count, SENTENCE_ENDS))) for text in texts
        )
        self.characters = max(self.characters, FEWEST_CHARACTERS + round(_TIMES * needed))


_room = _Room()


def make_room_for(texts: Iterable[str]) -> None:
    """Let what is found in the texts of a report be kept whole, however long it is, up to the limits."""
    _room.widen(texts)


class Remembering(Generic[P, R]):
    """A function of a text that remembers what it returned for the texts last asked for.

    `misses` counts how often it had to look, `characters` is how much it holds now.
    """

    def __init__(self, find: Callable[Concatenate[str, P], R], most_characters: int) -> None:
        """Remember nothing yet."""
        self._find = find
        self._most = most_characters
        self._found: OrderedDict[tuple[Any, ...], R] = OrderedDict()
        self._lock = Lock()
        self.misses = self.characters = 0
        update_wrapper(self, find)

    def __call__(self, text: str, /, *others: P.args, **named: P.kwargs) -> R:
        """Return what is found in a text, now or before."""
        asked = (text, *others)
        with self._lock:
            if asked in self._found:
                self._found.move_to_end(asked)
                return self._found[asked]
            self.misses += 1
        answer = self._find(text, *others, **named)
        with self._lock:
            self._keep(asked, answer)
        return answer

    def _keep(self, asked: tuple[Any, ...], answer: R) -> None:
        if asked not in self._found:
            self._found[asked] = answer
            self.characters += _size(asked)
        while self.characters > min(self._most, _room.characters):
            oldest, _ = self._found.popitem(last=False)
            self.characters -= _size(oldest)


def _size(asked: tuple[Any, ...]) -> int:
    return len(asked[0]) + _ENTRY_CHARACTERS


def remembered(find: Callable[Concatenate[str, P], R]) -> Remembering[P, R]:
    """Make a function of a text (its first argument) remember what it returned, the texts last asked for.

    The other arguments are given by place and can be hashed. Threads may share it.
    """
    return Remembering(find, MOST_CHARACTERS)


def keeping(most_characters: int) -> Callable[[Callable[Concatenate[str, P], R]], Remembering[P, R]]:
    """Return what makes a function remember, as `remembered` does, what it found in so many characters."""
    return lambda find: Remembering(find, most_characters)
