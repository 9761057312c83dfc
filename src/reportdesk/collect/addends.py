"""Where each figure of the government's report came from: written into it, and read back from it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Any

import msgspec

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.comparison import LastSum
from reportdesk.collect.last import addends_of
from reportdesk.examined.answer import Figure, plain
from reportdesk.form.formula import Number, add_up
from reportdesk.form.model import Form
from reportdesk.report.model import Report

#: The part of the project file's body that says where the figures came from.
ADDENDS = "addends"


class _AdjustmentData(msgspec.Struct, frozen=True):
    cell: str
    amount: Figure
    reason: str = ""


class _AddendsData(msgspec.Struct, frozen=True):
    units: list[str] = []
    groups: list[str] = []
    files: list[str] = []
    cells: dict[str, list[Figure]] = {}
    last: dict[str, list[Figure]] = {}
    adjustments: list[_AdjustmentData] = []


@dataclass(frozen=True, slots=True)
class Addend:
    """What one unit, or an adjustment, adds to a cell: this year's and last year's figure, None for none.

    `share` is its part of the sum (0 to 1). `file` is where the unit's report lay, "" for an adjustment.
    """

    name: str
    figure: Number | None
    share: float | None = None
    last: Number | None = None
    file: str = ""


class Addends:
    """The addends of every cell of a report that a collection wrote."""

    def __init__(self, form: Form, data: _AddendsData) -> None:
        """Take what a report keeps of its addends."""
        self._form, self._data = form, data

    @classmethod
    def of(cls, report: Report) -> Addends | None:
        """Return the addends that a report keeps; None where it keeps none that can be understood."""
        try:
            data = msgspec.convert(report.extra.get(ADDENDS), _AddendsData)
        except msgspec.ValidationError:
            return None
        return cls(report.form, data) if data.cells else None

    @classmethod
    def of_collection(cls, collection: Collection, last: LastSum | None = None) -> Addends:
        """Return the addends of a collection; files are named as the collection names them."""
        data = addends_data(collection, None, last)
        return cls(collection.form, msgspec.convert(data, _AddendsData))

    @property
    def number(self) -> int:
        """Return how many units were added up."""
        return len(self._data.units)

    def total(self, key: str) -> Number | None:
        """Return the sum (件 or 万元) that the collection gave a cell, None for blank in every unit."""
        cell = self._form.cells[key]
        if cell.is_derived:
            return add_up(cell.parts, self.total)
        amounts = [*self._column(key), *(_kept_figure(made.amount) for made in self._adjusted(key))]
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if known else None

    def rows(self, key: str) -> list[Addend]:
        """Return what each unit adds to a cell, the largest first, blanks last, then the adjustments."""
        total, figures = self.total(key), self._column(key)
        before = self._column(key, is_last=True)
        units = [
            Addend(name, figures[place], _share(figures[place], total), before[place], self._file(place))
            for place, name in enumerate(self._data.units)
        ]
        units.sort(key=lambda one: (one.figure is None, -(one.figure or 0)))
        for made in self._adjusted(key):
            amount = _kept_figure(made.amount)
            units.append(Addend(f"调整：{made.reason}", amount, _share(amount, total)))
        return units

    def changed(self, report: Report) -> list[str]:
        """Return the entered cells, as printed, that are no longer the sum of their addends."""
        return [
            cell.key
            for cell in self._form.entered
            if cell.key in self._data.cells and report.cells.get(cell.key) != self.total(cell.key)
        ]

    def _column(self, key: str, *, is_last: bool = False) -> list[Number | None]:
        """Return each unit's figure of a cell, in order; sums are added up unit by unit."""
        cell = self._form.cells[key]
        if cell.is_derived:
            columns = {part: self._column(part, is_last=is_last) for _, part in cell.parts}
            return [
                add_up(cell.parts, lambda part, place=place: columns[part][place])  # type: ignore[misc]
                for place in range(self.number)
            ]
        listed = (self._data.last if is_last else self._data.cells).get(key, [])
        figures = [_kept_figure(figure) for figure in listed[: self.number]]
        return figures + [None] * (self.number - len(figures))

    def _adjusted(self, key: str) -> list[_AdjustmentData]:
        return [made for made in self._data.adjustments if made.cell == key]

    def _file(self, place: int) -> str:
        return self._data.files[place] if place < len(self._data.files) else ""


def addends_data(collection: Collection, path: Path | None, last: LastSum | None = None) -> dict[str, Any]:
    """Return where each figure of the sum came from: units in order, their figures.

    For a report at `path`, files are named from its folder, so that all of it can move.
    """
    added = collection.total.added
    return {
        "units": [state.unit.name for state in added],
        "groups": [state.unit.group for state in added],
        "files": [_from_there(state.counted.name, path) if state.counted else "" for state in added],
        "cells": addends_of(collection),
        "last": _last_of(collection, last.units) if last else {},
        "adjustments": [
            {"cell": made.cell, "amount": plain(made.amount), "reason": made.reason}
            for made in collection.decisions.adjustments
        ],
    }


def _last_of(collection: Collection, units: Mapping[str, Mapping[str, Number]]) -> dict[str, list[Figure]]:
    known = [units.get(state.unit.name, {}) for state in collection.total.added]
    if not any(known):
        return {}
    return {cell.key: [plain(cells.get(cell.key)) for cells in known] for cell in collection.form.entered}


def _from_there(name: str, path: Path | None) -> str:
    if path is None:
        return name
    try:
        return PurePath(os.path.relpath(name, path.parent)).as_posix()
    except ValueError:
        return name


def _kept_figure(figure: Figure) -> Number | None:
    """Return a figure that was kept; what is no number counts as blank."""
    if not isinstance(figure, str):
        return figure
    try:
        found = Decimal(figure)
    except ArithmeticError:
        return None
    return found if found.is_finite() else None


def _share(figure: Number | None, total: Number | None) -> float | None:
    return float(figure) / float(total) if figure is not None and total else None
