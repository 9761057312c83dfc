"""The sum beside the government's own report, and beside last year's sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reportdesk.checks.engine import Checker
from reportdesk.collect.counting.findings import CollectionFinding
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.counting.sums import Sum
from reportdesk.collect.counting.unit_figures import unit_figures
from reportdesk.form.formula import Number
from reportdesk.form.place import place_of
from reportdesk.form.severity import SeverityName
from reportdesk.form.succession import carried_pairs
from reportdesk.report.facts import facts_of
from reportdesk.report.model import LastYear, Report

_CARRY = "carry."
#: A letter has room for so many; the rest are counted.
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class LastSum:
    """Last year's sum, and each unit's figures (by last year's keys) where they are known."""

    whole: LastYear
    units: Mapping[str, Mapping[str, Number]] = field(default_factory=dict)


def sum_findings(total: Sum, government: UnitState | None, *, is_whole: bool) -> Iterator[CollectionFinding]:
    """Yield each entered cell of the government's report that is not the sum; grave once all have filed."""
    filed = government.counted if government else None
    if government is None or filed is None or filed.edition != total.form.edition or not total.added:
        return
    for key, figure in filed.cells():
        summed = total.cells[key]
        if figure is None or summed is None or figure == summed:
            continue
        show = total.form.cells[key].kind.show
        difference: Number = figure - summed
        message = (
            f"{place_of(total.form, key)}：{government.unit.name}的报告是 {show(figure)}，"
            f"各单位相加是 {show(summed)}，相差 {show(max(difference, -difference))}"
        )
        units, files = (government.unit.name,), (filed.name,)
        severity: SeverityName = "error" if is_whole else "warning"
        yield CollectionFinding(
            "collect.sum", severity, message, units, files, (key,), figure, summed, difference
        )


def sum_report(total: Sum, organ: str, year: int, last: LastYear | None = None) -> Report:
    """Return the sum as a report of the government that is addressed."""
    entered = {cell.key: total.cells.get(cell.key) for cell in total.form.entered}
    cells = {key: figure for key, figure in entered.items() if figure is not None}
    # Of all levels a government has the most time.
    level = max(total.form.levels, key=lambda level: level.deadline)
    return Report(total.form, organ=organ, year=year, level=level.key, cells=cells, last=last)


def carry_findings(total: Sum, organ: str, year: int, last: LastSum) -> Iterator[CollectionFinding]:
    """Yield what the checks of the carried rows find in the sum, with the units that came or went."""
    whole = replace(last.whole, organ=organ)
    report = sum_report(total, organ, year, whole)
    for finding in Checker(total.form).run(facts_of(report)):
        if finding.code.startswith(_CARRY):
            moved = _moved(total, last, finding.cells)
            yield CollectionFinding(
                finding.code,
                finding.severity,
                finding.message + moved.words,
                moved.units,
                (),
                finding.cells,
                finding.left,
                finding.right,
                finding.difference,
            )


@dataclass(frozen=True, slots=True)
class _Moved:
    units: tuple[str, ...] = ()
    words: str = ""


def _moved(total: Sum, last: LastSum, keys: tuple[str, ...]) -> _Moved:
    """Say which units' figures make a difference: those that came, went, or did not carry what they had."""
    if not last.units or not keys:
        return _Moved()
    key = _source_of(total, keys[0])
    now = {state.unit.name: unit_figures(state).get(keys[0]) for state in total.added}
    moved: dict[str, str] = {}
    for name, figure in now.items():
        before = last.units[name].get(key) if name in last.units else None
        if name not in last.units and figure:
            moved[name] = f"{name}是今年新有的（{figure}）"
        elif name in last.units and before is not None and figure is not None and before != figure:
            moved[name] = f"{name}今年 {figure}、上年 {before}"
    for name in last.units.keys() - now.keys():
        if last.units[name].get(key):
            moved[name] = f"{name}今年没有计入（上年 {last.units[name][key]}）"
    if not moved:
        return _Moved()
    listed = "；".join(list(moved.values())[:_MOST_NAMED])
    more = f"；等 {len(moved)} 个单位" if len(moved) > _MOST_NAMED else ""
    return _Moved(tuple(moved), f"。{listed}{more}")


def _source_of(total: Sum, key: str) -> str:
    """Return last year's key whose figure a carried cell must equal."""
    for carry in total.form.carries:
        for source, target in carried_pairs(total.form, carry):
            if target == key:
                return source
    return key
