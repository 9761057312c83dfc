"""Sums: the figures of all cells, entered and derived, kept up to date cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from reportdesk.form.formula import Number, add_up
from reportdesk.form.model import Cell, Form
from reportdesk.frozen import Frozen
from reportdesk.report.model import Report

Figures = dict[str, Number | None]


def figures(report: Report) -> Figures:
    """Return the figure of every cell (件 or 万元) in printed order; None is blank.

    A sum with a blank among its parts is blank itself, for blank is not 0.
    """
    values: Figures = {key: report.cells.get(key) for key in report.form.cells}
    for cell in report.form.derived:
        values[cell.key] = add_up(cell.parts, values.__getitem__)
    return values


class Consequences(Frozen, frozen=True):
    """What followed when entered cells changed: keys with a new figure, and all sums above those cells."""

    changed: frozenset[str]
    reached: tuple[str, ...]


def update(values: Figures, report: Report, touched: Iterable[str]) -> Consequences:
    """Bring `values` up to date after some entered cells changed; return what followed."""
    touched = frozenset(touched)
    changed: set[str] = set()
    for key in touched:
        figure = report.cells.get(key)
        if values[key] != figure:
            values[key] = figure
            changed.add(key)
    above = dependants(report.form, touched)
    for cell in above:
        figure = add_up(cell.parts, values.__getitem__)
        if values[cell.key] != figure:
            values[cell.key] = figure
            changed.add(cell.key)
    return Consequences(frozenset(changed), tuple(cell.key for cell in above))


@lru_cache(maxsize=1024)
def dependants(form: Form, keys: frozenset[str]) -> tuple[Cell, ...]:
    """Return the derived cells that depend on some cells, parts before sums."""
    reached = set(keys)
    found = []
    for cell in form.derived:
        if any(part in reached for _, part in cell.parts):
            reached.add(cell.key)
            found.append(cell)
    return tuple(found)


def partial(cell: Cell, values: Mapping[str, Number | None], form: Form) -> Number | None:
    """Return the sum (件 or 万元) of a cell's parts filled so far, None while all are blank: to be shown."""
    filled = []
    for sign, key in cell.parts:
        part = form.cells[key]
        figure = partial(part, values, form) if part.is_derived else values[key]
        if figure is not None:
            filled.append(sign * figure)
    return sum(filled) if filled else None


def contradicted(report: Report, values: Mapping[str, Number | None]) -> dict[str, Number]:
    """Return the derived cells whose printed figure is not the sum of their parts, with that figure."""
    return {key: printed for key, printed in report.stated.items() if values.get(key) != printed}


def printed(report: Report, values: Mapping[str, Number | None]) -> Figures:
    """Return the figures (件 or 万元) as printed: a stated one goes before its sum."""
    return {key: report.stated.get(key, figure) for key, figure in values.items()}
