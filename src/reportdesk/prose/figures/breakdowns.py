"""Wholes and their parts in words: "N, of which a, b and c", and shares that are said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reportdesk.form.formula import Number
from reportdesk.prose.figures.groups import Group, sentences_in
from reportdesk.prose.figures.paragraph import mentions_in
from reportdesk.prose.figures.tokens import Token, tokens_in
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.numerals import Numeral

#: A list may leave out what is small; beyond that it is not meant to be complete.
_NEARLY = Decimal("0.1")
_FEW = 2


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole and its parts at [start, end) of a paragraph, in one unit; `others` may belong to the whole."""

    whole: Numeral
    parts: tuple[Numeral, ...]
    others: tuple[Numeral, ...]
    start: int
    end: int

    @property
    def total(self) -> Number:
        """Return what the parts add up to."""
        return sum((part.value for part in self.parts), start=0)

    @property
    def is_wrong(self) -> bool:
        """Tell whether the parts are meant to be all, and are not: more than the whole, or nearly it."""
        if len(self.parts) < 2 or self.total in self._wholes():
            return False
        gap = Decimal(self.whole.value - self.total)
        return gap < 0 or gap <= max(Decimal(_FEW), self.whole.value * _NEARLY)

    def _wholes(self) -> set[Number]:
        """Return the whole, alone and with each number told beside it (上年结转2件)."""
        return {self.whole.value, *(self.whole.value + other.value for other in self.others)}


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage at [start, end) of a paragraph, the figure it is said of, and the wholes it may be of."""

    percent: Numeral
    figure: Numeral
    wholes: tuple[Numeral, ...]
    start: int
    end: int

    @property
    def is_wrong(self) -> bool:
        """Tell whether no whole gives the share, to half a unit of its last digit."""
        return not any(self._fits(whole) for whole in self.wholes)

    def _fits(self, whole: Numeral) -> bool:
        if not whole.value:
            return False
        share = Decimal(self.figure.value) / whole.value * 100
        return abs(share - self.percent.value) <= Decimal(self.percent.grain) / 2


@lru_cache(maxsize=1024)
def breakdowns_in(paragraph: str, lexicon: Lexicon) -> tuple[Breakdown, ...]:
    """Return the wholes of a paragraph that are followed by their parts."""
    groups = [group for sentence in sentences_in(tokens_in(paragraph, lexicon)) for group in sentence]
    apart = {mention.start for mention in mentions_in(paragraph, lexicon) if mention.measure.whole}
    return tuple(
        found
        for place, group in enumerate(groups)
        if group.has("of_which")
        for found in _breakdowns(groups, place, apart, lexicon)
    )


@lru_cache(maxsize=1024)
def shares_in(paragraph: str, lexicon: Lexicon) -> tuple[Share, ...]:
    """Return the shares that are said of a number, as 12件，占40%; those of other bodies are left out."""
    return tuple(_shares(paragraph, lexicon))


def _shares(paragraph: str, lexicon: Lexicon) -> Iterator[Share]:
    for groups in sentences_in(tokens_in(paragraph, lexicon)):
        if any(group.has("elsewhere") for group in groups):
            continue
        counted: list[Numeral] = []
        for group in groups:
            percent = next((token for token in group.tokens if _is_percent(token)), None)
            if percent is None:
                counted += [number for number in _exact(group.tokens) if _is_counted(number, lexicon)]
            elif len(counted) > 1 and percent.numeral and _is_share(group, percent):
                figure, wholes = counted[-1], _wholes_for(counted)
                if wholes:
                    yield Share(percent.numeral, figure, wholes, figure.start, percent.end)


def _breakdowns(groups: list[Group], place: int, apart: set[int], lexicon: Lexicon) -> Iterator[Breakdown]:
    """Yield a breakdown for each unit in which both a whole and parts are told."""
    before = [
        number for group in groups[:place] if not group.has("compare") for number in _exact(group.tokens)
    ]
    own = groups[place].tokens
    mark = next(number for number, token in enumerate(own) if "of_which" in token.roles)
    before += _exact(own[:mark])
    parts = _parts(groups, place, mark, apart)
    for unit in dict.fromkeys(part.unit for part in parts if _is_counted(part, lexicon)):
        told = [number for number in before if number.unit == unit and number.scale == 1]
        of_unit = tuple(part for part in parts if part.unit == unit)
        if told:
            yield Breakdown(told[-1], of_unit, tuple(told[-3:-1]), told[-1].start, of_unit[-1].unit_end)


def _parts(groups: list[Group], place: int, mark: int, apart: set[int]) -> list[Numeral]:
    """Return the numbers listed from 其中 on until something else is told; 其中： lists past ；."""
    parts = _exact(groups[place].tokens[mark + 1 :])
    goes_on = {"list", "comma"}
    for number, group in enumerate(groups[place + 1 :]):
        kind = group.after.kind if group.after else "stop"
        if number == 0 and not parts and kind == "comma":
            goes_on = {"list", "comma", "clause"}
        elif kind == "list" and goes_on == {"list", "comma"}:
            goes_on = {"list"}
        numbers = _exact(group.tokens)
        if kind not in goes_on or group.has("of_which") or _tells_more(group, apart):
            break
        if not numbers and "clause" not in goes_on:
            break
        parts += numbers
    return parts


def _tells_more(group: Group, apart: set[int]) -> bool:
    return group.has("compare") or any(
        token.start in apart or "carry" in token.roles for token in group.tokens
    )


def _exact(tokens: Sequence[Token]) -> list[Numeral]:
    """Return the exact numbers among some tokens."""
    return [
        token.numeral
        for place, token in enumerate(tokens)
        if token.numeral is not None
        and not token.numeral.is_about
        and not any("about" in near.roles for near in tokens[max(0, place - 1) : place + 2])
    ]


def _is_counted(numeral: Numeral, lexicon: Lexicon) -> bool:
    units = lexicon.file.units
    is_known = numeral.unit in units.count or numeral.unit in units.money
    return bool(numeral.unit) and is_known and numeral.scale == 1


def _is_percent(token: Token) -> bool:
    return token.numeral is not None and token.numeral.unit in {"%", "％"}


def _is_share(group: Group, percent: Token) -> bool:
    """Tell whether 占 and nothing unknown stands before the percentage."""
    before = group.tokens[: group.tokens.index(percent)]
    return any("compare" in token.roles for token in before) and all(token.kind == "word" for token in before)


def _wholes_for(counted: list[Numeral]) -> tuple[Numeral, ...]:
    figure = counted[-1]
    return tuple(whole for whole in counted[:-1] if whole.unit == figure.unit and whole.value >= figure.value)
