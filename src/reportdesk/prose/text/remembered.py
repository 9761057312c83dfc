"""Remembering what was found in texts, up to so many characters: memory stays flat while one types.

Each key makes another text of the paragraph it falls in. A number of texts alone would be no limit, for
what is found in a long paragraph takes a megabyte.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import update_wrapper
from threading import Lock
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

#: All texts of a long report and of the one before it.
MOST_CHARACTERS = 150_000
#: All sentences of a long report, one by one: after a figure all are compared, those forgotten read anew.
MOST_SENTENCE_CHARACTERS = 100_000
#: What an entry takes beside what was found in it, as characters.
_ENTRY_CHARACTERS = 30


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
        while self.characters > self._most:
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
