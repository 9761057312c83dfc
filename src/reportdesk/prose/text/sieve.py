"""A sieve before patterns: which characters a pattern cannot do without, worked out from the pattern itself.

Most texts have no 《, no X and no half-width comma anywhere. A pattern that needs one is not tried on them,
which costs the look at a set instead of a try at each character.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from reportdesk.frozen import Frozen

#: Larger ranges, such as all ideographs, stand in every text.
_MOST_CHARACTERS = 100
_Needs = tuple[frozenset[str], ...]


class Sieve(Frozen, frozen=True):
    """Patterns of which any may be found; `needs` has, for each, sets of characters of which it has some."""

    patterns: tuple[re.Pattern[str], ...]
    needs: tuple[_Needs, ...]

    @classmethod
    def of(cls, patterns: Iterable[re.Pattern[str]]) -> Sieve:
        """Work out what each pattern needs."""
        given = tuple(patterns)
        return cls(given, tuple(needs_of(pattern.pattern, pattern.flags) for pattern in given))

    def lets_through(self, text: str) -> bool:
        """Tell whether one of the patterns is found in a text."""
        characters = characters_of(text)
        return any(
            _has_all(needs, characters) and pattern.search(text) is not None
            for pattern, needs in zip(self.patterns, self.needs, strict=True)
        )


def may_be_in(text: str, pattern: str) -> bool:
    """Tell whether a pattern, written without flags, can be found in a text at all."""
    return _has_all(needs_of(pattern), characters_of(text))


@lru_cache(maxsize=32)
def characters_of(text: str) -> frozenset[str]:
    """Return the characters of a text, which a dozen patterns ask for one after the other."""
    return frozenset(text)


@lru_cache(maxsize=512)
def needs_of(pattern: str, flags: int = 0) -> _Needs:
    """Return sets of characters: a text in which the pattern is found has one of each set. Often none."""
    try:
        parser: Any = importlib.import_module("re._parser")
        parsed = parser.parse(pattern, flags)
        return () if parsed.state.flags & re.IGNORECASE else tuple(_of_all(parsed))
    except (ImportError, AttributeError, TypeError, ValueError):
        # Another Python may keep its parser elsewhere: then the pattern is tried on every text.
        return ()


def _has_all(needs: _Needs, characters: frozenset[str]) -> bool:
    return not any(need.isdisjoint(characters) for need in needs)


def _of_all(items: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """Return what the pieces of a sequence need together."""
    return [need for kind, value in items for need in _of_one(str(kind), value)]


def _of_one(kind: str, value: Any) -> Sequence[frozenset[str]]:
    """Return what a piece needs, nothing where it may be empty or be almost anything."""
    match kind:
        case "LITERAL":
            return [frozenset(chr(value))]
        case "IN":
            return _of_set(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _of_all(value[2]) if value[0] else []
        case "SUBPATTERN":
            _, added, _, inside = value
            return [] if added & re.IGNORECASE else _of_all(inside)
        case "ATOMIC_GROUP":
            return _of_all(value)
        case "ASSERT":
            return _of_all(value[1])
        case "BRANCH":
            return _of_either([_of_all(branch) for branch in value[1]])
    return []


def _of_set(members: Iterable[tuple[Any, Any]]) -> Sequence[frozenset[str]]:
    found: set[str] = set()
    for kind, value in members:
        if str(kind) == "LITERAL":
            found.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _MOST_CHARACTERS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return []
    return [frozenset(found)]


def _of_either(branches: Sequence[Sequence[frozenset[str]]]) -> Sequence[frozenset[str]]:
    """Return one set of which every branch needs some."""
    if not all(branches):
        return []
    return [frozenset[str]().union(*(min(needs, key=len) for needs in branches))]
