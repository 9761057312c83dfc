"""The words that belong to a number: as far as only known words stand between, within its group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from reportdesk.frozen import Frozen
from reportdesk.prose.figures.cutting.groups import SAYS_NOTHING, Group
from reportdesk.prose.figures.cutting.tokens import Token

#: Roles of words that may stand in the name of who speaks, or beside it.
_PLAIN = frozenset(
    {"filler", "organ", "timely", "this_year", "last_year", "next_year", "sum", "name", "scope", "besides"}
)
_KNOWN = frozenset({"word", "year"})
_AFTER_A_NAME = frozenset({"this_year", "sum", "organ"})
_WHOSE = frozenset({"last_year", "next_year"})


class Reach(Frozen, frozen=True):
    """Words before and after a number (or a negator).

    `is_clean` tells that no unknown word stands before; `is_loose` that unknown words between were passed.
    """

    before: tuple[Token, ...]
    after: tuple[Token, ...]
    is_clean: bool
    is_loose: bool = False

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

    def led_by(self, tokens: Iterable[Token]) -> Reach:
        """Return the reach with more words before it."""
        return Reach((*tokens, *self.before), self.after, self.is_clean, self.is_loose)

    def only(self, kept: Token, among: Iterable[Token]) -> Reach:
        """Return the reach with one of some words before the number, without the others."""
        others = {id(token) for token in among} - {id(kept)}
        return Reach(
            tuple(token for token in self.before if id(token) not in others),
            self.after,
            self.is_clean,
            self.is_loose,
        )


def around_number(group: Group, place: int, heading: Group | None) -> Reach:
    """Return the words of the number at a place; where none tell anything, those of the group before it."""
    before, is_clean = _back_from(group.tokens[:place])
    has_verb = any("verb" in token.roles for token in before)
    after = _forth_from(tuple(_its_own(group.tokens[place + 1 :])), ends_at_verb=has_verb)
    if not _says_nothing(before) and group.last_number > place:
        # 复议5件和诉讼4件: the words between are the second number's.
        after = ()
    if is_clean and heading is not None and _says_nothing(before):
        of_heading, is_clean = _back_from(heading.tokens)
        if _says_nothing(after) or not any("verb" in token.roles for token in (*of_heading, *after)):
            before = (*of_heading, *before)
        else:
            before = (*_objects(of_heading), *before)
    return Reach(before, after, is_clean)


def loosely_around(group: Group, place: int) -> Reach:
    """Return the known words on both sides of a number as far as the next number, passing unknown ones."""
    tokens = group.tokens
    first = next((at + 1 for at in range(place - 1, -1, -1) if tokens[at].kind == "number"), 0)
    last = next((at for at in range(place + 1, len(tokens)) if tokens[at].kind == "number"), len(tokens))
    before = tuple(token for token in tokens[first:place] if token.kind in _KNOWN)
    after = tuple(_until_a_turn(tuple(_its_own(tokens[place + 1 : last]))))
    return Reach(before, after, is_clean=False, is_loose=True)


def denies_all(pair: Sequence[Token]) -> bool:
    """Tell whether a negator denies no more than that it was all: 没有都写明, 未全部办结."""
    return len(pair) > 1 and pair[0].end == pair[1].start and "all" in pair[1].roles


def after_negator(group: Group, place: int, heading: Group | None) -> Reach:
    """Return the words that the negator at a place denies: after it, else before it (依申请公开：无)."""
    after = _forth_from(group.tokens[place + 1 :])
    if not _says_nothing(after):
        # 上年无结转: whose figure it is may stand before.
        named = group.tokens[place - 1 : place] if place else []
        return Reach(tuple(token for token in named if token.roles & _WHOSE), after, is_clean=True)
    if any(token.kind == "unknown" for token in group.tokens[place + 1 :]):
        # 对不掌握的信息没有都写明: what is denied follows, and nobody knows it.
        return Reach((), (), is_clean=False)
    before, is_clean = _back_from(group.tokens[:place])
    if is_clean and heading is not None and _says_nothing(before):
        before, is_clean = _back_from(heading.tokens)
    return Reach(before, after, is_clean)


def loosely_after_negator(group: Group, place: int) -> Reach:
    """Return the known words after the negator at a place, as far as the next one, passing unknown ones."""
    after = tuple(_until_a_turn(group.tokens[place + 1 :]))
    return Reach((), after, is_clean=False, is_loose=True)


def around_word(group: Group, place: int) -> Reach:
    """Return the word at a place with the known words on both sides."""
    before, is_clean = _back_from(group.tokens[:place])
    return Reach(before, _forth_from(group.tokens[place:]), is_clean)


def of_group(group: Group) -> Reach:
    """Return all known words of a group."""
    known = tuple(token for token in group.tokens if token.kind in _KNOWN)
    return Reach(known, (), group.is_clean, is_loose=not group.is_clean)


def _objects(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the words that do nothing: what a heading hands down where the number has a verb of its own."""
    return tuple(token for token in tokens if "verb" not in token.roles)


def _its_own(tokens: Sequence[Token]) -> Iterable[Token]:
    """Yield the words after a number that may be its own: 5件中… and 5件分别… go on about parts of it."""
    return takewhile(lambda token: not token.roles & {"among", "in_turn"}, tokens)


def _until_a_turn(tokens: Sequence[Token]) -> Iterable[Token]:
    for token in tokens:
        if token.roles & {"negator", "compare"}:
            return
        if token.kind in _KNOWN:
            yield token


def _back_from(tokens: Sequence[Token]) -> tuple[tuple[Token, ...], bool]:
    """Return the known words at the end of some tokens, and whether they are all of them, a name apart.

    An unknown word before 2024年 or 全年 names who speaks, and one that ends like an organ's name.
    """
    start = len(tokens)
    while start and tokens[start - 1].kind in _KNOWN and "among" not in tokens[start - 1].roles:
        start -= 1
    # 云溪市累计受理: a word that says nothing may stand between.
    after = next((one for one in tokens[start : start + 2] if one.year or one.roles & _AFTER_A_NAME), None)
    is_subject = after is not None and all(one.roles <= _PLAIN for one in tokens[start : start + 1])
    is_name = start > 0 and "name" in tokens[start - 1].roles
    is_named = bool(is_subject or is_name) and all(token.roles <= _PLAIN for token in tokens[:start])
    return tuple(tokens[start:]), start == 0 or is_named


def _forth_from(tokens: Sequence[Token], *, ends_at_verb: bool = False) -> tuple[Token, ...]:
    found: list[Token] = []
    for token in tokens:
        is_end = token.roles & {"negator", "compare"} or (ends_at_verb and "verb" in token.roles)
        if is_end or token.kind not in _KNOWN:
            break
        found.append(token)
    return tuple(found)


def _says_nothing(tokens: Sequence[Token]) -> bool:
    return all(token.kind == "year" or bool(token.roles & SAYS_NOTHING) for token in tokens)
