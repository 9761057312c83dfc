"""The small language of sums and relations in a template, parsed here, never evaluated as code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeAlias, TypeVar

from reportdesk.errors import FormError
from reportdesk.frozen import Frozen
from reportdesk.patterns import late

Number: TypeAlias = int | Decimal

TermKey = TypeVar("TermKey")

#: The key of a row, a column or a cell.
KEY = late(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_LAST_YEAR = "last."
_OPERATORS: dict[str, Callable[[Number, Number], bool]] = {
    "=": lambda left, right: left == right,
    ">=": lambda left, right: left >= right,
    "<=": lambda left, right: left <= right,
}


class Term(Frozen, frozen=True):
    """One signed name of a sum; `last` says that last year's figure is meant."""

    name: str
    sign: int = 1
    last: bool = False


class Relation(Frozen, frozen=True):
    """Two sums and what must hold between them, such as `received + carried_in = total + carried_out`."""

    left: tuple[Term, ...]
    operator: str
    right: tuple[Term, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return the terms of both sides in the order written."""
        return self.left + self.right

    def holds(self, left: Number, right: Number) -> bool:
        """Tell whether the relation holds between the values of its two sides."""
        return _OPERATORS[self.operator](left, right)


def parse_sum(text: str, where: str) -> tuple[Term, ...]:
    """Parse `a + b - last.c` into terms; `0` alone is the empty sum; raise FormError naming `where`."""
    if text.strip() == "0":
        return ()
    parts = re.split(r"([+-])", text)
    first = parts[0].strip()
    signs_and_names = [("+", first)] if first or len(parts) == 1 else []
    signs_and_names += [(sign, name.strip()) for sign, name in zip(parts[1::2], parts[2::2], strict=True)]
    terms = tuple(_term(sign, name, where) for sign, name in signs_and_names)
    if len({(term.name, term.last) for term in terms}) != len(terms):
        raise FormError(f"算式“{text}”里有重复的项", where=where)
    return terms


def parse_relation(text: str, where: str) -> Relation:
    """Parse `left = right`, `>=` or `<=`; raise FormError naming `where`."""
    match re.split(r"(>=|<=|=)", text):
        case [left, operator, right]:
            return Relation(parse_sum(left, where), operator, parse_sum(right, where))
    raise FormError(f"关系式“{text}”应恰有一个 =、>= 或 <=", where=where)


def add_up(terms: Iterable[tuple[int, TermKey]], value: Callable[[TermKey], Number | None]) -> Number | None:
    """Add signed values (件 or 万元); None as soon as one of them is blank, for blank is not 0."""
    total: Number = 0
    for sign, key in terms:
        figure = value(key)
        if figure is None:
            return None
        total += sign * figure
    return total


def _term(sign: str, name: str, where: str) -> Term:
    last = name.startswith(_LAST_YEAR)
    bare = name.removeprefix(_LAST_YEAR)
    if not KEY.fullmatch(bare):
        raise FormError(f"算式里的“{name}”不是名称", where=where)
    return Term(bare, -1 if sign == "-" else 1, last)
