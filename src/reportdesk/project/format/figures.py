"""Figures in and out of data: counts are integers, amounts strings, blank is null."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from reportdesk.form.families import known_editions
from reportdesk.form.formula import Number
from reportdesk.form.kinds import AMOUNT, Refusal
from reportdesk.form.loader import load_edition
from reportdesk.form.model import Cell, Form
from reportdesk.project.format.json_text import encode_json
from reportdesk.report.model import Report
from reportdesk.report.totals import Figures, figures


def figure_data(cell: Cell, figure: Number | None) -> int | str | None:
    """Return a figure as data: an integer (件), a string of a decimal number (万元), None for blank."""
    if figure is None:
        return None
    return cell.kind.show(figure) if cell.kind is AMOUNT else int(figure)


def figures_data(form: Form, values: Mapping[str, Number | None], keys: Iterable[str]) -> dict[str, Any]:
    """Return figures as data, in the form's order, of those `keys` that the form has."""
    wanted = set(keys)
    return {key: figure_data(cell, values.get(key)) for key, cell in form.cells.items() if key in wanted}


class TakenFigures(msgspec.Struct):
    """Figures taken from data: of entered cells, of derived cells as printed, and what no cell can hold."""

    entered: dict[str, Number] = msgspec.field(default_factory=dict)
    derived: dict[str, Number] = msgspec.field(default_factory=dict)
    invalid: dict[str, str] = msgspec.field(default_factory=dict)

    def sums(self, form: Form) -> Figures:
        """Return the figures of all cells as the entered ones give them."""
        return figures(Report(form, cells=self.entered))


def take_figures(form: Form, raw: Mapping[str, Any]) -> TakenFigures:
    """Take the figures that a form knows from data; a derived one that is its sum is left out."""
    taken = TakenFigures()
    for key, cell in form.cells.items():
        try:
            figure = cell.kind.accept(raw.get(key))
        except Refusal:
            taken.invalid[key] = as_given(raw[key])
            continue
        if figure is not None:
            (taken.derived if cell.is_derived else taken.entered)[key] = figure
    _leave_out_sums(form, taken)
    return taken


def as_given(value: object) -> str:
    """Return what no cell can hold as the file gave it."""
    return value if isinstance(value, str) else encode_json(value, compact=True).decode()


def edition_of(keys: Iterable[str]) -> str:
    """Tell an edition by its cell keys, never by the year; the newest one where they do not tell."""
    given = set(keys)
    newest_first = reversed(known_editions())
    return max(newest_first, key=lambda name: len(given & load_edition(name).cells.keys()))


def _leave_out_sums(form: Form, taken: TakenFigures) -> None:
    sums = taken.sums(form)
    for cell in form.derived:
        if taken.derived.get(cell.key) == sums[cell.key]:
            taken.derived.pop(cell.key, None)
        # A sum of many figures may be larger than what one cell takes from a keyboard.
        if cell.key in taken.invalid and taken.invalid[cell.key] == cell.kind.show(sums[cell.key]):
            del taken.invalid[cell.key]
