"""The sum: entered cells added up unit by unit, sums upon them; blank adds nothing and is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from reportdesk.collect.counting.decisions import Adjustment
from reportdesk.collect.counting.findings import CollectionFinding, found
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.roster.roster import Unit
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.place import place_of
from reportdesk.report.model import Report
from reportdesk.report.totals import Figures, figures

#: A line has room for so many; the rest are counted.
_MOST_NAMED = 5

#: A unit's entered cells in the form's order, None for blank.
_Row: TypeAlias = Sequence[Number | None]


@dataclass(frozen=True, slots=True)
class Sum:
    """The figures (件 or 万元) of all added units by cell key, sums too; None is blank in every unit.

    `groups` has the same for each group, `blank_in` the units in which an entered cell is blank, `added` the
    units whose figures are in the sum, in the roster's order.
    """

    form: Form
    cells: Figures = field(default_factory=dict)
    groups: Mapping[str, Figures] = field(default_factory=dict)
    blank_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    added: tuple[UnitState, ...] = ()


def add_up_units(
    form: Form, added: Sequence[UnitState], groups: Iterable[str], adjustments: Iterable[Adjustment] = ()
) -> Sum:
    """Add up the units' entered cells; adjustments belong to the whole, to no group."""
    counted = [(state.unit, state.counted.figures) for state in added if state.counted is not None]
    members: dict[str, list[_Row]] = {group: [] for group in groups}
    for unit, row in counted:
        members.setdefault(unit.group, []).append(row)
    whole = _added(form, [row for _, row in counted])
    by_group = {group: _added(form, rows) for group, rows in members.items()}
    for adjustment in adjustments:
        whole[adjustment.cell] = whole.get(adjustment.cell, 0) + adjustment.amount
    return Sum(
        form,
        figures(Report(form, cells=whole)),
        {group: figures(Report(form, cells=cells)) for group, cells in by_group.items()},
        dict(_blank_in(form, counted)),
        tuple(added),
    )


def _added(form: Form, rows: Sequence[_Row]) -> dict[str, Number]:
    """Return the sum of each entered cell that some row fills; column by column, for there are many rows."""
    sums: dict[str, Number] = {}
    for cell, column in zip(form.entered, zip(*rows, strict=True), strict=False):
        filled = [figure for figure in column if figure is not None]
        if filled:
            sums[cell.key] = sum(filled)
    return sums


def _blank_in(form: Form, counted: Sequence[tuple[Unit, _Row]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for cell, column in zip(form.entered, zip(*(row for _, row in counted), strict=True), strict=False):
        if None in column:
            pairs = zip(counted, column, strict=True)
            yield cell.key, tuple(unit.name for (unit, _), figure in pairs if figure is None)


def blank_findings(total: Sum) -> Iterator[CollectionFinding]:
    """Yield one finding for each table in which units left cells blank."""
    for table in total.form.tables:
        keys = [cell.key for cell in total.form.cells_of(table.key) if cell.key in total.blank_in]
        if not keys:
            continue
        units = tuple(dict.fromkeys(name for key in keys for name in total.blank_in[key]))
        named = "、".join(units[:_MOST_NAMED]) + (
            f"等 {len(units)} 个单位" if len(units) > _MOST_NAMED else ""
        )
        place = place_of(total.form, keys[0])
        message = f"{table.name}有 {len(keys)} 格有单位没有填（{named}），按没有计入；从“{place}”起"
        yield found("collect.blank", message, units=units, cells=keys)
