"""Sums of cells that a number in words may mean, as signed keys that add up to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import product
from string import Formatter
from typing import TypeAlias

from reportdesk.errors import FormError
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.template import refuse_broken_message

#: Cells that a number in words may mean: signed keys that add up to it.
CellSum: TypeAlias = tuple[tuple[int, str], ...]
#: What stands in the slots of a sum: by the slot's name, the parts of a cell's key.
Fills: TypeAlias = Mapping[str, tuple[str, ...]]


def slots_of(wording: str, where: str) -> set[str]:
    """Return the names in braces of a sum such as `requests.received.{applicant}`.

    Raise FormError where braces do not pair.
    """
    refuse_broken_message(wording, where)
    return {name for _, name, _, _ in Formatter().parse(wording) if name}


def expand(form: Form, wording: str, fills: Fills, where: str) -> CellSum:
    """Turn `a.{slot} + b.x_*.c - d` into signed keys; raise FormError for what no cell is."""
    keys: list[tuple[int, str]] = []
    if not wording.strip():
        raise FormError("有一个算式空着", where=where)
    for sign, term in _terms(wording, where):
        for filled in _filled(term, fills, where):
            matched = _matching(form, filled)
            if not matched:
                raise FormError(f"“{filled}”不是单元格", where=where)
            keys.extend((sign, key) for key in matched)
    return tuple(keys)


def may_be(cell_sum: CellSum, value: Number, figure: Callable[[str], Number | None]) -> bool:
    """Tell whether a sum with blank cells can still come to a value: blanks are never below 0."""
    known: Number = 0
    adds = takes = False
    for sign, key in cell_sum:
        part = figure(key)
        if part is None:
            adds, takes = adds or sign > 0, takes or sign < 0
        else:
            known += sign * part
    return (adds and value >= known) or (takes and value <= known)


def cells_of(sums: Iterable[CellSum]) -> tuple[str, ...]:
    """Return the cells of some sums, each once, in the order in which they are named."""
    return tuple(dict.fromkeys(key for cell_sum in sums for _, key in cell_sum))


@lru_cache(maxsize=4096)
def _matching(form: Form, pattern: str) -> tuple[str, ...]:
    if pattern in form.cells:
        return (pattern,)
    begins, _, ends = pattern.partition("*")
    if any(mark in begins or mark in ends for mark in "*?["):
        return tuple(key for key in form.cells if fnmatchcase(key, pattern))
    least = len(begins) + len(ends)
    return tuple(
        key for key in form.cells if len(key) >= least and key.startswith(begins) and key.endswith(ends)
    )


def _terms(wording: str, where: str) -> Iterator[tuple[int, str]]:
    sign = 1
    for word in wording.split():
        if word in "+-":
            sign = 1 if word == "+" else -1
        elif "." in word:
            yield sign, word
        else:
            raise FormError(f"“{wording}”不是单元格相加减", where=where)


def _filled(term: str, fills: Fills, where: str) -> Iterator[str]:
    slots = sorted(slots_of(term, where))
    for slot in slots:
        if slot not in fills:
            raise FormError(f"没有defaults“{slot}”", where=where)
    for values in product(*(fills[slot] for slot in slots)):
        yield term.format(**dict(zip(slots, values, strict=True)))
