"""Sums in a workbook that no program has calculated: additions of cells and ranges, and nothing else.

A sum may be blank until all its cells are filled, as in our own workbooks: IF(COUNT(A1:C1)<3,"",SUM(A1:C1)).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

import msgspec

from reportdesk.patterns import late

Address = tuple[int, int]

_TERM = late(
    r"(?P<sign>[+-]?)"
    r"(?:SUM\((?P<many>[^()]*)\)|(?P<one>\$?[A-Z]{1,2}\$?[0-9]{1,4})|(?P<number>[0-9]{1,15}(?:\.[0-9]{1,9})?))"
)
_UNLESS_BLANK = late(r"IF\(COUNT\((?P<cells>[^()]*)\)<[0-9]{1,3},\"\",(?P<sum>.*)\)")
_REFERENCE = late(r"\$?([A-Z]{1,2})\$?([0-9]{1,4})")
#: Sums of sums; formulas in a circle end here.
_DEEPEST = 10
#: Far more than a report's sums look at; ranges of whole columns end here.
_MOST_CELLS = 20_000


class _NotASum(Exception):
    """A formula that is no sum, or a term of one that is no number."""


class Sums(msgspec.Struct):
    """The formulas of one sheet, worked out at most once each, with an end to all work."""

    texts: Mapping[Address, str]
    formulas: Mapping[Address, str]
    _known: dict[Address, str] = msgspec.field(default_factory=dict)
    _looked_at: int = 0

    def result(self, place: Address) -> str | None:
        """Return the result of a cell's sum as text; None where it is another formula or not of numbers.

        As in a spreadsheet, a blank cell counts as nothing inside a sum; a sum of blanks alone stays blank.
        """
        try:
            return self._formula(place, 0)
        except _NotASum:
            return None

    def _formula(self, place: Address, depth: int) -> str:
        if place not in self._known:
            if depth > _DEEPEST:
                raise _NotASum
            self._known[place] = self._evaluate(self.formulas[place], depth)
        return self._known[place]

    def _evaluate(self, formula: str, depth: int) -> str:
        compact = re.sub(r"\s+", "", formula).lstrip("=+").upper()
        unless_blank = _UNLESS_BLANK.fullmatch(compact)
        if unless_blank is None:
            return self._add(compact, depth)
        cells = [self._value(place, depth) for place in _places(unless_blank["cells"])]
        return "" if None in cells else self._add(unless_blank["sum"], depth)

    def _add(self, terms: str, depth: int) -> str:
        total, position, is_any = Decimal(0), 0, False
        while position < len(terms):
            term = _TERM.match(terms, position)
            if term is None or (position > 0 and not term["sign"]):
                raise _NotASum
            position = term.end()
            places = _places(term["many"] or term["one"] or "")
            values = [value for place in places if (value := self._value(place, depth)) is not None]
            values += [Decimal(term["number"])] if term["number"] else []
            is_any = is_any or bool(values)
            total += -sum(values) if term["sign"] == "-" else sum(values)
        if not terms:
            raise _NotASum
        return format(total, "f") if is_any else ""

    def _value(self, place: Address, depth: int) -> Decimal | None:
        """Return a cell's number, None for a blank one."""
        self._looked_at += 1
        if self._looked_at > _MOST_CELLS:
            raise _NotASum
        text = (
            self._formula(place, depth + 1) if place in self.formulas else self.texts.get(place, "").strip()
        )
        if not text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation as error:
            raise _NotASum from error
        if not value.is_finite():
            raise _NotASum
        return value


def address_of(reference: str) -> Address | None:
    """Return the row and column, counted from 0, of a reference such as B3 or $B$3; None for any other."""
    return matched_address(_REFERENCE.fullmatch(reference))


def matched_address(found: re.Match[str] | None) -> Address | None:
    """Return the row and column, counted from 0, of a match of letters and digits; None for no match."""
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _places(references: str) -> Iterator[Address]:
    for part in references.split(","):
        if not part:
            continue
        first, _, last = part.partition(":")
        start, end = address_of(first), address_of(last or first)
        if start is None or end is None:
            raise _NotASum
        for row in range(start[0], end[0] + 1):
            for column in range(start[1], end[1] + 1):
                yield row, column
