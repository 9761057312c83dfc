"""A sieve before patterns: which words a pattern cannot do without, worked out from the pattern itself.

Most texts have no 《, no X and no 填写 anywhere. A pattern that needs one is not tried on them,
which costs the look at a set instead of a try at each character.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from reportdesk import patterns
from reportdesk.frozen import Frozen
from reportdesk.patterns import Needs, known_needs

#: Larger ranges, such as all ideographs, stand in every text.
_MOST_CHARACTERS = 100
#: Words of one group; to look for more takes longer than to try the pattern.
_MOST_WORDS = 40
_Group = tuple[str, ...]
#: All that a piece may stand for; None where that is no end of words.
_Said = frozenset[str] | None
_NOTHING = frozenset({""})


class Sieve(Frozen, frozen=True):
    """Patterns of which any may be found; `needs` has, for each, groups of words of which it has some."""

    patterns: tuple[re.Pattern[str], ...]
    needs: tuple[Needs, ...]

    @classmethod
    def of(cls, patterns: Iterable[re.Pattern[str]]) -> Sieve:
        """Work out what each pattern needs, where nobody knows."""
        given = tuple(patterns)
        return cls(given, tuple(map(_needs, given)))

    def lets_through(self, text: str) -> bool:
        """Tell whether one of the patterns is found in a text."""
        return any(
            patterns.has_characters(text, needs) and pattern.search(text) is not None
            for pattern, needs in zip(self.patterns, self.needs, strict=True)
        )


def may_be_in(text: str, pattern: str) -> bool:
    """Tell whether a pattern, written without flags, can be found in a text at all."""
    return patterns.has_needed(text, needs_of(pattern))


@lru_cache(maxsize=512)
def needs_of(pattern: str, flags: int = 0) -> Needs:
    """Return groups of words: a text in which the pattern is found has one of each. Often there is none."""
    try:
        parser: Any = importlib.import_module("re._parser")
        parsed = parser.parse(pattern, flags)
        return () if parsed.state.flags & re.IGNORECASE else tuple(_Needed().of(parsed))
    except (ImportError, AttributeError, TypeError, ValueError):
        # Another Python may keep its parser elsewhere: then the pattern is tried on every text.
        return ()


def _needs(pattern: re.Pattern[str]) -> Needs:
    known = known_needs(pattern)
    return needs_of(pattern.pattern, pattern.flags) if known is None else known


class _Needed:
    """What the pieces of a sequence need: words that follow each other in it are one word."""

    def __init__(self) -> None:
        self._groups: list[_Group] = []
        self._run = _NOTHING

    def of(self, items: Iterable[tuple[Any, Any]]) -> list[_Group]:
        """Return the groups of words of which a text has one each."""
        for kind, value in items:
            said = _said(str(kind), value)
            if said is None:
                self._end()
                self._groups += _of_endless(str(kind), value)
            elif str(kind) == "ASSERT":
                # What stands there stands in what follows, or in what was before, too.
                self._end(ahead=said if value[0] > 0 else _NOTHING)
            else:
                self._go_on(said)
        self._end()
        return self._groups

    def _go_on(self, said: frozenset[str]) -> None:
        if len(self._run) * len(said) > _MOST_WORDS:
            self._end()
        self._run = _joined(self._run, said)

    def _end(self, ahead: frozenset[str] = _NOTHING) -> None:
        if len(self._run) * len(ahead) <= _MOST_WORDS:
            self._run = _joined(self._run, ahead)
        elif "" not in ahead:
            self._groups += _group(ahead)
        self._groups += _group(self._run)
        self._run = _NOTHING


def _joined(before: frozenset[str], after: frozenset[str]) -> frozenset[str]:
    return frozenset(one + other for one in before for other in after)


def _group(words: frozenset[str]) -> list[_Group]:
    """Return some words as a group, those left out that hold another one; none where nothing may stand."""
    if "" in words or len(words) > _MOST_WORDS:
        return []
    return [tuple(sorted(word for word in words if not any(other in word for other in words - {word})))]


def _said(kind: str, value: Any) -> _Said:
    """Return all words that a piece may stand for, where they are few."""
    match kind:
        case "LITERAL":
            return frozenset(chr(value))
        case "IN":
            return _said_by_set(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inside = value
            return _repeated(_said_by_all(inside), least, most)
        case "SUBPATTERN":
            return None if value[1] & re.IGNORECASE else _said_by_all(value[3])
        case "ATOMIC_GROUP":
            return _said_by_all(value)
        case "ASSERT":
            return _said_by_all(value[1])
        case "BRANCH":
            return _either([_said_by_all(branch) for branch in value[1]])
        case "AT" | "ASSERT_NOT":
            return _NOTHING
    return None


def _said_by_all(items: Iterable[tuple[Any, Any]]) -> _Said:
    found = _NOTHING
    for kind, value in items:
        said = _NOTHING if str(kind) == "ASSERT" else _said(str(kind), value)
        if said is None or len(found) * len(said) > _MOST_WORDS:
            return None
        found = _joined(found, said)
    return found


def _said_by_set(members: Iterable[tuple[Any, Any]]) -> _Said:
    found: set[str] = set()
    for kind, value in members:
        if str(kind) == "LITERAL":
            found.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _MOST_CHARACTERS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found)


def _repeated(said: _Said, least: int, most: int) -> _Said:
    if said is None or most > 2 or len(said) ** most > _MOST_WORDS:
        return None
    found, longer = frozenset[str](), _NOTHING
    for times in range(most + 1):
        found |= longer if times >= least else frozenset()
        longer = _joined(longer, said)
    return found


def _either(branches: Sequence[_Said]) -> _Said:
    found: frozenset[str] = frozenset()
    for said in branches:
        if said is None:
            return None
        found |= said
    return found if len(found) <= _MOST_WORDS else None


def _of_endless(kind: str, value: Any) -> list[_Group]:
    """Return what a piece needs that may stand for no end of words, or for many."""
    match kind:
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _Needed().of(value[2]) if value[0] else []
        case "SUBPATTERN":
            return [] if value[1] & re.IGNORECASE else _Needed().of(value[3])
        case "ATOMIC_GROUP":
            return _Needed().of(value)
        case "ASSERT":
            return _Needed().of(value[1])
        case "BRANCH":
            return _of_either([_Needed().of(branch) for branch in value[1]])
        case "IN":
            many = _said_by_set(value)
            return [tuple(sorted(many))] if many else []
    return []


def _of_either(branches: Sequence[Sequence[_Group]]) -> list[_Group]:
    """Return one group of which every branch needs some: of each branch the words that tell most."""
    if not all(branches):
        return []
    chosen = (max(groups, key=_tells) for groups in branches)
    return _group(frozenset(word for group in chosen for word in group))


def _tells(group: _Group) -> tuple[int, int]:
    """Rank groups: long words first, then few."""
    return min(map(len, group)), -len(group)
