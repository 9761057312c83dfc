"""The words that belong to a number: as far as only known words stand between, within its group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportdesk.prose.figures.groups import Group
from reportdesk.prose.figures.tokens import Token

#: Roles of words that say nothing about what is counted.
_EMPTY = {"filler", "of_which", "all", "rest", "about"}
#: Roles of words that may stand in the name of who speaks, or beside it.
_PLAIN = {"filler", "timely", "this_year", "last_year", "next_year"}


@dataclass(frozen=True, slots=True)
class Reach:
    """Words before and after a number (or a negator); `is_clean` tells that no unknown word stands before."""

    before: tuple[Token, ...]
    after: tuple[Token, ...]
    is_clean: bool

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Return all its words in order."""
        return self.before + self.after

    @property
    def labels(self) -> frozenset[str]:
        """Return what its words are."""
        return frozenset(token.label for token in self.tokens if token.label)

    def has(self, role: str) -> bool:
        """Tell whether a word with that role belongs to it."""
        return any(role in token.roles for token in self.tokens)


def around_number(group: Group, place: int, heading: Group | None) -> Reach:
    """Return the words of the number at a place; with none before it, those of the group that heads it."""
    before, is_clean = _back_from(group.tokens[:place])
    if is_clean and heading is not None and _says_nothing(before):
        of_heading, is_clean = _back_from(heading.tokens)
        before = (*of_heading, *before)
    after = _forth_from(
        group.tokens[place + 1 :], ends_at_verb=any("verb" in token.roles for token in before)
    )
    return Reach(before, after, is_clean)


def after_negator(group: Group, place: int, heading: Group | None) -> Reach:
    """Return the words that the negator at a place denies: after it, else before it (依申请公开：无)."""
    after = _forth_from(group.tokens[place + 1 :])
    if not _says_nothing(after):
        return Reach((), after, is_clean=True)
    before, is_clean = _back_from(group.tokens[:place])
    if is_clean and heading is not None and _says_nothing(before):
        before, is_clean = _back_from(heading.tokens)
    return Reach(before, after, is_clean)


def around_word(group: Group, place: int) -> Reach:
    """Return the word at a place with the known words on both sides."""
    before, is_clean = _back_from(group.tokens[:place])
    return Reach(before, _forth_from(group.tokens[place:]), is_clean)


def of_group(group: Group) -> Reach:
    """Return all words of a group."""
    return Reach(tuple(group.tokens), (), group.is_clean)


def _back_from(tokens: Sequence[Token]) -> tuple[tuple[Token, ...], bool]:
    """Return the known words at the end of some tokens, and whether they are all of them, a name apart.

    An unknown word before 2024年 or 全年 names who speaks.
    """
    start = len(tokens)
    while start and tokens[start - 1].kind in {"word", "year"} and "among" not in tokens[start - 1].roles:
        start -= 1
    is_subject = start < len(tokens) and (tokens[start].year or "this_year" in tokens[start].roles)
    is_named = bool(is_subject) and all(token.roles <= _PLAIN for token in tokens[:start])
    return tuple(tokens[start:]), start == 0 or is_named


def _forth_from(tokens: Sequence[Token], *, ends_at_verb: bool = False) -> tuple[Token, ...]:
    found: list[Token] = []
    for token in tokens:
        is_end = "negator" in token.roles or (ends_at_verb and "verb" in token.roles)
        if is_end or token.kind not in {"word", "year"}:
            break
        found.append(token)
    return tuple(found)


def _says_nothing(tokens: Sequence[Token]) -> bool:
    return all(token.kind == "year" or not _EMPTY.isdisjoint(token.roles) for token in tokens)
