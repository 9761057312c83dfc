"""Numbers that count: what is exact and has a unit of the form, and what such a number is worth."""

from __future__ import annotations

from decimal import Decimal

from reportdesk.form.formula import Number
from reportdesk.prose.figures.cutting.groups import Group
from reportdesk.prose.figures.cutting.tokens import Token
from reportdesk.prose.figures.meaning.silence import Why, WhyKind
from reportdesk.prose.lexicon.wordings import Units
from reportdesk.prose.text.numerals import Numeral

_YEARS = range(1949, 2100)


def counts(numeral: Numeral, units: Units, *, stands_alone: bool = False) -> bool:
    """Tell whether a number is exact and counts: it has a unit, stands before a stop, or is 零."""
    has_unit = bool(numeral.unit) and (numeral.unit in units.count or numeral.unit in units.money)
    is_nought = numeral.notation == "chinese" and numeral.value == 0
    return not numeral.is_about and (has_unit or stands_alone or is_nought)


def why_no_figure(group: Group, place: int, units: Units) -> Why | None:
    """Return why the number at a place is none that could be a cell's; None if it may be."""
    token = group.tokens[place]
    numeral = token.numeral
    if numeral is None:
        return Why("unit", token.start, token.end)
    follows = group.tokens[place + 1] if place + 1 < len(group.tokens) else None
    # 收到申请6其中, 收到6办结5: what follows is no unit.
    stands_alone = not numeral.unit if follows is None else _is_no_unit(follows, numeral)
    if not counts(numeral, units, stands_alone=stands_alone):
        kind: WhyKind = "about" if numeral.is_about else "unit"
        return Why(kind, token.start, token.end)
    if numeral.scale != 1 and numeral.unit in units.count:
        return Why("about", token.start, token.end)
    for word in (*group.tokens[max(0, place - 1) : place], *group.tokens[place + 1 : place + 2]):
        if "about" in word.roles:
            return Why("about", word.start, word.end)
    return None


def _is_no_unit(follows: Token, numeral: Numeral) -> bool:
    is_year = numeral.unit != "" and numeral.value in _YEARS
    return "of_which" in follows.roles or ("verb" in follows.roles and not is_year)


def worth(value: Number, units: int) -> Number:
    """Return a value in the form's unit, 件 or 万元; `units` of the words make one, 0 for a count."""
    return value if not units else Decimal(value) / units


def grain_of(numeral: Numeral, units: int) -> Number:
    """Return the worth of a number's last digit in the form's unit where it may be rounded, else 0."""
    return worth(numeral.grain, units) if numeral.is_rounded or units else 0
