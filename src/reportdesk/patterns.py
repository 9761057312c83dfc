"""Patterns that are compiled when they are first used: most files meet few of the hundreds there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, AnyStr, Generic, TypeAlias, cast

#: Groups of words: a text in which a pattern is found has one of each group. Often there is none.
Needs: TypeAlias = tuple[tuple[str, ...], ...]

#: Texts of a few reports: whoever asks more often, as a window does with each key, had better compile it.
_MOST_REFUSED = 50
_KEPT = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` would, without compiling it before the first look at a text.

    A pattern that is wrong is refused then, too: for patterns that were tried before, in tests of the code or
    when a template was prepared.
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


def screened(pattern: str, needs: Needs) -> re.Pattern[str]:
    """Return what `late` would, without compiling it before the first text that has what it needs."""
    return cast("re.Pattern[str]", _Screened(pattern, 0, needs) if needs else _Late(pattern, 0))


def known_needs(pattern: re.Pattern[str]) -> Needs | None:
    """Return what a late pattern was said to need, None for one that is compiled."""
    made: object = pattern
    return made.needs if isinstance(made, _Late) else None


def has_needed(text: str, needs: Needs) -> bool:
    """Tell whether a text has one word of each group."""
    characters = characters_of(text)
    # Loops, for this is asked of every text a hundred times.
    for words in needs:
        for word in words:
            if characters.issuperset(word) and word in text:
                break
        else:
            return False
    return True


def has_characters(text: str, needs: Needs) -> bool:
    """Tell whether a text has the characters of one word of each group, which says less, and sooner."""
    if not text:
        return not needs
    holds = characters_of(text).issuperset
    return all(any(map(holds, words)) for words in needs)


@lru_cache(maxsize=32)
def characters_of(text: str) -> frozenset[str]:
    """Return the characters of a text, which a dozen patterns ask for one after the other."""
    return frozenset(text)


class _Late(Generic[AnyStr]):
    """Becomes a pattern when one of its methods is asked for."""

    def __init__(self, pattern: AnyStr, flags: int, needs: Needs = ()) -> None:
        self.pattern: AnyStr = pattern
        self.needs = needs
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update((kept, getattr(compiled, kept)) for kept in _KEPT)
        return getattr(compiled, name)


class _Screened(_Late[str]):
    """Finds nothing in texts that lack what it needs, by those of its methods that checks use.

    Once it is compiled, the pattern's own methods stand before these.
    """

    _refused = 0

    def search(self, text: str, *stretch: int) -> re.Match[str] | None:
        return self._compiled("search")(text, *stretch) if self._is_worth(text) else None

    def match(self, text: str, *stretch: int) -> re.Match[str] | None:
        return self._compiled("match")(text, *stretch) if self._is_worth(text) else None

    def finditer(self, text: str, *stretch: int) -> Iterator[re.Match[str]]:
        return self._compiled("finditer")(text, *stretch) if self._is_worth(text) else iter(())

    def sub(self, new: str, text: str) -> str:
        return self._compiled("sub")(new, text) if self._is_worth(text) else text

    def _is_worth(self, text: str) -> bool:
        self._refused += 1
        return self._refused > _MOST_REFUSED or has_needed(text, self.needs)

    def _compiled(self, method: str) -> Any:
        return self.__getattr__(method)
