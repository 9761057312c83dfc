"""The sum: entered cells added up unit by unit, sums upon them; blank adds nothing and is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportdesk.collect.counting.decisions import Adjustment
from reportdesk.collect.counting.findings import CollectionFinding, found
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.place import place_of
from reportdesk.report.model import Report
from reportdesk.report.totals import Figures, figures

_MOST_NAMED = 5


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
    whole: dict[str, Number] = {}
    by_group: dict[str, dict[str, Number]] = {group: {} for group in groups}
    blank_in: dict[str, list[str]] = defaultdict(list)
    for state in added:
        if state.counted is None:
            continue
        group = by_group.setdefault(state.unit.group, {})
        for key, figure in state.counted.cells():
            if figure is None:
                blank_in[key].append(state.unit.name)
                continue
            whole[key] = whole.get(key, 0) + figure
            group[key] = group.get(key, 0) + figure
    for adjustment in adjustments:
        whole[adjustment.cell] = whole.get(adjustment.cell, 0) + adjustment.amount
    return Sum(
        form,
        figures(Report(form, cells=whole)),
        {group: figures(Report(form, cells=cells)) for group, cells in by_group.items()},
        {key: tuple(blank_in[key]) for key in form.cells if key in blank_in},
        tuple(added),
    )


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
