"""Shares in words: 12件，占40%, beside the wholes that the paragraph and the tables know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.compared.comparisons import PERCENT
from reportdesk.prose.figures.cutting.groups import Group, groups_in
from reportdesk.prose.figures.cutting.tokens import Token
from reportdesk.prose.figures.reading.paragraph import sentences_of_paragraph
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.numerals import Numeral
from reportdesk.prose.text.remembered import MOST_SENTENCE_CHARACTERS, keeping


class Share(Frozen, frozen=True):
    """A percentage at [start, end) of a paragraph, the figure it is said of, and the wholes it may be of."""

    percent: Numeral
    figure: Numeral
    wholes: tuple[Number, ...]
    start: int
    end: int

    def is_wrong(self, totals: frozenset[Number] = frozenset()) -> bool:
        """Tell whether neither a whole nor one of the tables' `totals` gives it, to half its last digit."""
        return not any(self._fits(whole) for whole in (*self.wholes, *totals))

    def _fits(self, whole: Number) -> bool:
        if not whole:
            return False
        share = Decimal(self.figure.value) / whole * 100
        return abs(share - self.percent.value) <= Decimal(self.percent.grain) / 2


class _Said(Frozen, frozen=True):
    """A percentage and the figure before it."""

    percent: Token
    figure: Numeral


def shares_in(paragraph: str, lexicon: Lexicon) -> tuple[Share, ...]:
    """Return the shares that are said of a number by 占; those of other bodies are left out."""
    counted: dict[tuple[str, Number], None] = {}
    found: list[Share] = []
    for start, sentence in sentences_of_paragraph(paragraph):
        numbers, said = _in_sentence(sentence, lexicon)
        counted |= dict.fromkeys(numbers)
        found += _shares(said, counted, start)
    return tuple(found)


@keeping(MOST_SENTENCE_CHARACTERS)
def _in_sentence(sentence: str, lexicon: Lexicon) -> tuple[tuple[tuple[str, Number], ...], tuple[_Said, ...]]:
    """Return the numbers of a sentence, each with its unit, and the shares said in it."""
    groups = groups_in(sentence, lexicon)
    numbers = tuple((one.unit, one.value) for one in _numbers(groups, lexicon))
    is_silent = any(group.has("elsewhere") for group in groups)
    return numbers, () if is_silent else tuple(_said(groups, lexicon))


def _shares(said: Sequence[_Said], counted: Iterable[tuple[str, Number]], shift: int) -> Iterator[Share]:
    """Yield shares beside what may be the whole: an earlier number, what the shares' figures add up to."""
    added_up: Number = sum((one.figure.value for one in said), start=0)
    if len(said) > 1 and _have_one_whole(said):
        return
    for one in said:
        unit, value = one.figure.unit, one.figure.value
        before = {number for other, number in counted if other == unit and number > value}
        numeral = one.percent.numeral
        if before and numeral is not None:
            wholes = (*sorted(before, reverse=True), added_up)
            yield Share(numeral, one.figure, wholes, shift + one.figure.start, shift + one.percent.end)


def _have_one_whole(said: Sequence[_Said]) -> bool:
    """Tell whether some number can be the whole of all shares, said or not."""
    least, most = Decimal(0), Decimal("Infinity")
    for one in said:
        numeral = one.percent.numeral
        if numeral is None or not numeral.value or not one.figure.value:
            continue
        share, grain = Decimal(numeral.value), Decimal(numeral.grain)
        least = max(least, 100 * one.figure.value / (share + grain))
        most = min(most, 100 * one.figure.value / (share - grain)) if share > grain else most
    return least <= most


def _said(groups: Sequence[Group], lexicon: Lexicon) -> Iterator[_Said]:
    last: Numeral | None = None
    for group in groups:
        for place, token in enumerate(group.tokens):
            if token.numeral is None:
                continue
            if token.numeral.unit in PERCENT:
                if not group.has_number_before(place) and _names_another(group.tokens[:place]):
                    # 部分公开6件，予以公开占40%: the share is of what is named anew.
                    last = None
                if last is not None and _is_share(group.tokens[:place]):
                    yield _Said(token, last)
                last = None
            elif _is_counted(token.numeral, lexicon):
                last = token.numeral
        if not any(token.numeral is not None for token in group.tokens):
            last = None


def _names_another(before: Sequence[Token]) -> bool:
    """Tell whether words before 占 say of what the share is."""
    named = takewhile(lambda token: "share" not in token.roles, before)
    return any(not token.roles & {"filler", "all", "of_which"} and not token.year for token in named)


def _is_share(before: Sequence[Token]) -> bool:
    """Tell whether 占 stands right before the percentage, words that say nothing apart."""
    for token in reversed(before):
        if "share" in token.roles:
            return True
        if "filler" not in token.roles:
            return False
    return False


def _numbers(groups: Sequence[Group], lexicon: Lexicon) -> list[Numeral]:
    return [
        token.numeral
        for group in groups
        for token in group.tokens
        if token.numeral is not None and _is_counted(token.numeral, lexicon)
    ]


def _is_counted(numeral: Numeral, lexicon: Lexicon) -> bool:
    return bool(numeral.unit) and numeral.unit in lexicon.file.units.count and numeral.scale == 1
