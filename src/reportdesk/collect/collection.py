"""A collection: files and a roster in, the state of every unit, the sum and the findings out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reportdesk.collect.counting.comparison import LastSum, carry_findings, sum_findings
from reportdesk.collect.counting.decisions import Decisions
from reportdesk.collect.counting.findings import CollectionFinding, found
from reportdesk.collect.counting.similarity import Alike, Likeness, alike_findings
from reportdesk.collect.counting.statuses import UnitState, findings_of, unit_state
from reportdesk.collect.counting.sums import Sum, add_up_units, blank_findings
from reportdesk.collect.incoming.filed import Filed, WordStore
from reportdesk.collect.roster.matching import Register, UnitMatch
from reportdesk.collect.roster.roster import Roster, Unit
from reportdesk.collect.roster.units_read import roster_of, with_groups
from reportdesk.form.editions import edition_for
from reportdesk.form.families import known_editions
from reportdesk.form.loader import load_edition
from reportdesk.form.model import Form

StrayStatus = Literal["unknown_unit", "unreadable", "not_a_report"]


@dataclass(frozen=True, slots=True)
class Stray:
    """A file that belongs to no unit or cannot be read, with why; `unit` is "" where none is known."""

    file: Filed
    status: StrayStatus
    message: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a collection.

    A `year` of 0 is the one that most reports tell; without a `roster` every organ read is a unit. `newest`
    takes the file written last of a unit's different ones.
    """

    year: int = 0
    roster: Roster | None = None
    newest: bool = False
    last: LastSum | None = None
    decisions: Decisions = field(default_factory=Decisions)


@dataclass(frozen=True, slots=True)
class Collection:
    """What came of the files: every unit's state in the roster's order, strays, the sum, pairs, findings."""

    year: int
    roster: Roster
    states: tuple[UnitState, ...]
    strays: tuple[Stray, ...]
    total: Sum
    pairs: tuple[Alike, ...]
    findings: tuple[CollectionFinding, ...]
    decisions: Decisions

    @property
    def form(self) -> Form:
        """Return the form of the year's edition."""
        return self.total.form

    @property
    def government(self) -> UnitState | None:
        """Return the addressee's state."""
        addressee = self.roster.addressee
        return next((state for state in self.states if state.unit == addressee), None) if addressee else None

    @property
    def organ(self) -> str:
        """Return the name of the government that is addressed, "" where the roster names none."""
        return self.roster.addressee.name if self.roster.addressee else ""

    @property
    def unlike_reports(self) -> tuple[Stray, ...]:
        """Return the files that are no report and no unit's: a notice, perhaps, or a report cut short."""
        return tuple(stray for stray in self.strays if stray.status == "not_a_report" and not stray.unit)

    @property
    def is_wrong(self) -> bool:
        """Tell whether anything of severity error was found, in the collection or in a unit's report."""
        is_grave = any(finding.severity == "error" for finding in self.findings)
        return is_grave or any(state.status == "errors" for state in self.states)


def collect(
    files: Sequence[Filed], order: Order, store: WordStore, likeness: Likeness | None = None
) -> Collection:
    """Put the files of a collection in order; `store` has their words, `likeness` knows those compared."""
    year = order.year or most_told_year(files)
    form = edition_for(year) if year else load_edition(known_editions()[-1])
    roster = order.roster or roster_of(files, form)
    if not roster.has_groups:
        roster = with_groups(roster, form)
    owned, strays, doubts = _owned(files, roster)
    states = tuple(_states(roster, owned, year, order))
    added = [state for state in states if _is_added(state, roster, form)]
    total = add_up_units(form, added, roster.groups, order.decisions.adjustments)
    filed = [state for state in states if state.counted is not None]
    pairs = tuple((likeness or Likeness(store)).pairs(form, filed))
    findings = (
        *(finding for state in states for finding in findings_of(state, year)),
        *doubts,
        *_not_added(states, roster, form, year),
        *_compared(states, roster, total, year, order.last),
        *blank_findings(total),
        *alike_findings(form, pairs),
    )
    return Collection(year, roster, states, tuple(strays), total, pairs, findings, order.decisions)


def most_told_year(files: Sequence[Filed]) -> int:
    """Return the year that most reports tell, the later one of two; 0 where none tells one."""
    counts = Counter(file.year for file in files if file.year)
    return max(counts, key=lambda year: (counts[year], year), default=0)


def _owned(
    files: Sequence[Filed], roster: Roster
) -> tuple[Mapping[str, list[Filed]], list[Stray], list[CollectionFinding]]:
    """Share the files out to the units; what belongs to none, and what cannot be read, is a stray."""
    register = Register.of(roster.units)
    owned: dict[str, list[Filed]] = defaultdict(list)
    strays: list[Stray] = []
    doubts: list[CollectionFinding] = []
    for file in files:
        match = register.match(file.organ, file.stem)
        name = match.unit.name if match.unit else ""
        if name:
            owned[name].append(file)
        if file.status != "read":
            strays.append(Stray(file, file.status, file.problem, name))
            if file.status == "unreadable" and not name:
                message = f"文件“{file.short}”读不出：{file.problem}"
                doubts.append(found("collect.unreadable", message, files=[file.name]))
        elif not name:
            message = _unknown(file, match)
            strays.append(Stray(file, "unknown_unit", message))
            units = [unit.name for unit in match.candidates]
            doubts.append(
                found("collect.unit", f"文件“{file.short}”{message}", units=units, files=[file.name])
            )
    return owned, strays, doubts


def _unknown(file: Filed, match: UnitMatch) -> str:
    if match.candidates:
        return f"可能是{'，也可能是'.join(unit.name for unit in match.candidates)}，分不清是哪个单位的"
    if file.organ:
        return f"是“{file.organ}”的，名单上没有这个单位"
    return "没有写明是哪个单位的，文件名也看不出"


def _states(roster: Roster, owned: Mapping[str, list[Filed]], year: int, order: Order) -> Iterator[UnitState]:
    for unit in roster.units:
        yield unit_state(
            unit,
            owned.get(unit.name, ()),
            year,
            container=roster.container_of(unit),
            chosen=order.decisions.chosen.get(unit.name, ""),
            newest=order.newest,
        )


def _is_added(state: UnitState, roster: Roster, form: Form) -> bool:
    """Tell whether a unit's figures are in the sum."""
    if state.counted is None or state.container is not None or _is_addressee(state.unit, roster):
        return False
    return state.counted.edition == form.edition


def _is_addressee(unit: Unit, roster: Roster) -> bool:
    return unit == roster.addressee


def _not_added(
    states: Sequence[UnitState], roster: Roster, form: Form, year: int
) -> Iterator[CollectionFinding]:
    for state in states:
        if state.counted is None:
            continue
        name, file = state.unit.name, state.counted
        if state.container is not None:
            message = f"{name}自己报了，而{state.container.name}的报告已经含下属单位，没有计入"
            yield found("collect.double", message, units=[name, state.container.name], files=[file.name])
        elif file.edition != form.edition:
            outcome = "不能核对" if _is_addressee(state.unit, roster) else "没有计入"
            message = f"{name}的报告用的是 {file.edition} 版表格，{year} 年应用 {form.edition} 版，{outcome}"
            yield found("edition.tables", message, units=[name], files=[file.name])


def _compared(
    states: Sequence[UnitState], roster: Roster, total: Sum, year: int, last: LastSum | None
) -> Iterator[CollectionFinding]:
    others = [state for state in states if not _is_addressee(state.unit, roster)]
    government = next((state for state in states if _is_addressee(state.unit, roster)), None)
    is_whole = not any(state.is_lacking for state in others)
    yield from sum_findings(total, government, is_whole=is_whole)
    if last is not None and total.added:
        organ = roster.addressee.name if roster.addressee else last.whole.organ
        yield from carry_findings(total, organ, year, last)
