"""Wholes and their parts in words: "N, of which a, b and c"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.cutting.groups import Group, groups_in
from reportdesk.prose.figures.cutting.tokens import Token, TokenKind
from reportdesk.prose.figures.meaning.mentions import Mention
from reportdesk.prose.figures.reading.listing import Before
from reportdesk.prose.figures.reading.paragraph import read_sentence, sentences_of_paragraph
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.numerals import Numeral
from reportdesk.prose.text.remembered import MOST_SENTENCE_CHARACTERS, keeping

#: How far a list may be from its whole and still be meant to be complete: any list by a figure or two, one
#: that ends the sentence by a tenth, one of a kind that has an end (who asks, by which way) by much more.
_FEW = 2
_NEARLY = Decimal("0.1")
_OF_A_KIND = Decimal("0.4")
#: Results are told one by one or in part; a list of so many is meant to be all.
_MANY_RESULTS = 4
#: A whole is one of the last numbers before its parts.
_LAST_NUMBERS = 4


class Breakdown(Frozen, frozen=True):
    """A whole and its parts at [start, end) of a paragraph, in one unit.

    `others` may be the whole, or belong to it, `put_off` may belong to the parts; `is_of_a_kind` tells that
    the parts are meant to be all, `ends` that they end the sentence.
    """

    whole: Numeral
    parts: tuple[Numeral, ...]
    put_off: tuple[Numeral, ...]
    others: tuple[Numeral, ...]
    is_of_a_kind: bool
    ends: bool
    start: int
    end: int

    @property
    def total(self) -> Number:
        """Return what the parts add up to."""
        return sum((part.value for part in self.parts), start=0)

    @property
    def is_wrong(self) -> bool:
        """Tell whether the parts are meant to be all, and are not: more than the whole, or nearly it."""
        if len(self.parts) < 2 or not self._wholes().isdisjoint(self._totals()):
            return False
        gap = Decimal(self.whole.value - self.total)
        share = _OF_A_KIND if self.is_of_a_kind else _NEARLY if self.ends or gap < 0 else Decimal(0)
        return abs(gap) <= max(Decimal(_FEW), self.whole.value * share)

    def _wholes(self) -> set[Number]:
        """Return the whole and the numbers before it, alone and added to it (上年结转2件)."""
        before = {other.value for other in self.others}
        return {self.whole.value, *before, *(self.whole.value + value for value in before)}

    def _totals(self) -> set[Number]:
        """Return what the parts may add up to: all, all but one that cuts across, a list cut short."""
        total, so_far = self.total, Decimal(0)
        found: set[Number] = {total}
        for number, part in enumerate(self.parts):
            so_far += part.value
            if number:
                found.add(so_far)
            if len(self.parts) > 2:
                found.add(total - part.value)
        return found | {total + part.value for part in self.put_off}


class _Counted(Frozen, frozen=True):
    """An exact number, how far back its sentence begins (0 or less), and how many brackets are open."""

    numeral: Numeral
    shift: int
    depth: int


class _Listed(Frozen, frozen=True):
    """The parts listed after 其中; `put_off` are what is carried over, and may belong to them."""

    parts: tuple[Numeral, ...] = ()
    put_off: tuple[Numeral, ...] = ()
    is_of_a_kind: bool = False
    ends: bool = False


def breakdowns_in(paragraph: str, lexicon: Lexicon) -> tuple[Breakdown, ...]:
    """Return the wholes of a paragraph that are followed by their parts."""
    found: list[Breakdown] = []
    before: tuple[_Counted, ...] = ()
    leaves = Before()
    for start, sentence in sentences_of_paragraph(paragraph):
        of_sentence, before = _in_sentence(sentence, leaves, before, lexicon)
        found += (replace(one, start=start + one.start, end=start + one.end) for one in of_sentence)
        leaves = read_sentence(sentence, leaves, lexicon).leaves
    return tuple(found)


@keeping(MOST_SENTENCE_CHARACTERS)
def _in_sentence(
    sentence: str, leaves: Before, before: tuple[_Counted, ...], lexicon: Lexicon
) -> tuple[tuple[Breakdown, ...], tuple[_Counted, ...]]:
    """Return the breakdowns of a sentence, and the last numbers, placed from the start of the next one.

    `leaves` is what the sentences before it leave, `before` their last numbers.
    """
    read = read_sentence(sentence, leaves, lexicon)
    by_start = {mention.start: mention for mention in read.mentions if mention.numeral is not None}
    groups = groups_in(sentence, lexicon)
    numbers = list(before)
    found: list[Breakdown] = []
    for place, group in enumerate(groups):
        mark = _mark_of(group)
        if mark >= 0:
            numbers += _counted(group, group.tokens[:mark], lexicon)
            wholes = [one for one in numbers[-_LAST_NUMBERS:] if one.depth <= group.depth]
            found += _breakdowns(_listed(groups, place, mark, by_start), wholes, lexicon)
        numbers += _counted(group, group.tokens[max(mark, 0) :], lexicon)
    last = (replace(one, shift=one.shift - len(sentence)) for one in numbers[-_LAST_NUMBERS:])
    return tuple(found), tuple(last)


def _mark_of(group: Group) -> int:
    """Return where 其中 stands in a group, -1 where it does not."""
    return next((at for at, token in enumerate(group.tokens) if "of_which" in token.roles), -1)


def _breakdowns(listed: _Listed, before: Sequence[_Counted], lexicon: Lexicon) -> Iterator[Breakdown]:
    """Yield the breakdown of the number before 其中, where all parts are in its unit."""
    parts = listed.parts
    units = {part.unit for part in (*parts, *(one.numeral for one in before[-1:]))}
    if not before or not parts or len(units) != 1 or not all(_is_counted(part, lexicon) for part in parts):
        return
    whole = before[-1]
    others = tuple(one.numeral for one in before[:-1] if one.numeral.unit in units)
    span = whole.shift + whole.numeral.start, parts[-1].unit_end
    yield Breakdown(whole.numeral, parts, listed.put_off, others, listed.is_of_a_kind, listed.ends, *span)


def _listed(groups: Sequence[Group], place: int, mark: int, by_start: dict[int, Mention]) -> _Listed:
    """Return the numbers listed from 其中 on until something else is told; 其中： lists past ；.

    What stands in deeper brackets belongs to a part; a closing bracket ends the list.
    """
    first = groups[place]
    tokens = first.tokens[mark + 1 :]
    parts = _exact(tokens)
    kinds = {_kind(first, tokens, by_start)} if parts else set()
    goes_on: set[TokenKind] = {"list", "comma", "colon", "close"}
    put_off: list[Numeral] = []
    last = place
    for number, group in enumerate(groups[place + 1 :]):
        kind = group.after_kind
        if group.depth > first.depth:
            continue
        if number == 0 and not parts and kind in {"comma", "colon"}:
            goes_on |= {"clause"}
        elif kind == "list" and "clause" not in goes_on:
            goes_on = {"list", "close"}
        if group.depth < first.depth or group.bracket != first.bracket or kind not in goes_on:
            break
        numbers = _exact(group.tokens)
        if group.has("carry"):
            put_off = numbers
        if group.has("of_which") or _tells_more(group, by_start) or not (numbers or "clause" in goes_on):
            break
        parts += numbers
        last = place + 1 + number
        if numbers:
            kinds.add(_kind(group, group.tokens, by_start))
    if len(kinds - {""}) > 1:
        return _Listed()
    least = _MANY_RESULTS if kinds == {"outcome"} else 2
    # …，其他10条: what is left is told, so the list is meant to be complete.
    has_residue = len(parts) > 2 and groups[last].has("residue")
    is_of_a_kind = has_residue or ("" not in kinds and len(parts) >= least)
    return _Listed(tuple(parts), tuple(put_off), is_of_a_kind, last == len(groups) - 1)


def _kind(group: Group, tokens: Iterable[Token], by_start: dict[int, Mention]) -> str:
    """Return the kind of list to which a part belongs: by which way, or as the measure tells."""
    if group.has("channel"):
        return "channel"
    measures = (by_start[token.start].measure for token in tokens if token.start in by_start)
    return next((measure.kind for measure in measures), "")


def _tells_more(group: Group, by_start: dict[int, Mention]) -> bool:
    mentions = (by_start.get(token.start) for token in group.tokens)
    starts_anew = any(mention is not None and mention.measure.whole for mention in mentions)
    return starts_anew or group.has("compare") or group.has("carry") or group.has("negator")


def _counted(group: Group, tokens: Sequence[Token], lexicon: Lexicon) -> list[_Counted]:
    if group.has("compare"):
        return []
    return [_Counted(one, 0, group.depth) for one in _exact(tokens) if _is_counted(one, lexicon)]


def _exact(tokens: Sequence[Token]) -> list[Numeral]:
    """Return the exact numbers among some tokens, percentages left out."""
    return [
        token.numeral
        for place, token in enumerate(tokens)
        if token.numeral is not None
        and not token.numeral.is_about
        and token.numeral.unit not in {"%", "％"}
        and not any("about" in near.roles for near in tokens[max(0, place - 1) : place + 2])
    ]


def _is_counted(numeral: Numeral, lexicon: Lexicon) -> bool:
    units = lexicon.file.units
    is_known = numeral.unit in units.count or numeral.unit in units.money
    return bool(numeral.unit) and is_known and numeral.scale == 1
