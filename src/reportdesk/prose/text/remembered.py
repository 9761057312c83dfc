"""Remembering what was found in texts, up to so many characters: memory stays flat while one types.

Each key makes another text of the paragraph it falls in. A number of texts alone would be no limit, for
what is found in a long paragraph takes a megabyte.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

#: All texts of a long report and of the one before it.
MOST_CHARACTERS = 300_000
#: What an entry takes beside what was found in it, as characters.
_ENTRY_CHARACTERS = 30


def remembered(find: Callable[Concatenate[str, P], R]) -> Callable[Concatenate[str, P], R]:
    """Make a function of a text (its first argument) remember what it returned, the texts last asked for.

    The other arguments are given by place and can be hashed. Threads may share it.
    """
    return keeping(MOST_CHARACTERS)(find)


def keeping(
    most_characters: int,
) -> Callable[[Callable[Concatenate[str, P], R]], Callable[Concatenate[str, P], R]]:
    """Return what makes a function remember, as `remembered` does, what it found in so many characters."""

    def keep(find: Callable[Concatenate[str, P], R]) -> Callable[Concatenate[str, P], R]:
        found: OrderedDict[tuple[Any, ...], R] = OrderedDict()
        lock = Lock()
        characters = 0

        @wraps(find)
        def ask(text: str, /, *others: P.args, **named: P.kwargs) -> R:
            nonlocal characters
            asked = (text, *others)
            with lock:
                if asked in found:
                    found.move_to_end(asked)
                    return found[asked]
            answer = find(text, *others, **named)
            with lock:
                if asked not in found:
                    found[asked] = answer
                    characters += len(text) + _ENTRY_CHARACTERS
                while characters > most_characters:
                    (oldest, *_), _ = found.popitem(last=False)
                    characters -= len(oldest) + _ENTRY_CHARACTERS
            return answer

        return ask

    return keep
