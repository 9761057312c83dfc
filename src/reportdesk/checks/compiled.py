"""The checks of a form as they are run: compiled once, with the places they look at, for every report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from reportdesk.checks.check import Check
from reportdesk.checks.finding import Finding
from reportdesk.checks.relation import compile_relation, compile_sum
from reportdesk.checks.rules import compile_rule
from reportdesk.form.model import Form
from reportdesk.form.severity import SEVERITIES
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched

Rank = tuple[int, int, int, int]


class FormOrder:
    """Where findings stand: the fields first, then the sections as printed, cell by cell or word by word."""

    def __init__(self, form: Form) -> None:
        """Know the order of a form."""
        self._sections = {section.key: number for number, section in enumerate(form.sections)}
        self._cells = {
            cell.key: (self._sections[form.section_of_table(cell.table).key], number)
            for number, cell in enumerate(form.cells.values())
        }
        self._severities = {severity: number for number, severity in enumerate(SEVERITIES)}

    def rank(self, finding: Finding, check: int) -> Rank:
        """Return what findings are sorted by, grave ones first; `check` is the number of what found it."""
        severity = self._severities[finding.severity]
        if finding.cells:
            return (severity, *self._cells[finding.cells[0]], check)
        if finding.section is None:
            return (severity, -1, 0, check)
        start = finding.span[0] if finding.span else -1
        return (severity, self._sections.get(finding.section, -1), start, check)


class Compiled(Frozen, frozen=True, eq=False, dict=True):
    """The checks of a form, and how findings are sorted."""

    checks: tuple[Check, ...]
    order: FormOrder

    # Late: who looks at a report once asks for all checks.
    @cached_property
    def concerned(self) -> Mapping[Touched, Collection[int]]:
        """Return which checks look at a place, by their numbers."""
        return _by_place(self.checks)

    @cached_property
    def of_words(self) -> frozenset[int]:
        """Return which checks look at words."""
        return frozenset(
            number for place, found in self.concerned.items() if place[0] == "texts" for number in found
        )


@lru_cache(maxsize=8)
def compile_checks(form: Form) -> Compiled:
    """Return the checks that `checks.toml` of a form lists; raise FormError for one that is wrong."""
    return Compiled(tuple(_compile(form)), FormOrder(form))


def _compile(form: Form) -> Iterator[Check]:
    for of_sum in form.checks.sum:
        yield from compile_sum(form, of_sum)
    for of_relation in form.checks.relation:
        yield from compile_relation(form, of_relation)
    for of_rule in form.checks.rule:
        yield from compile_rule(form, of_rule)


def _by_place(checks: Iterable[Check]) -> dict[Touched, list[int]]:
    # Several checks of a text look at the same hundreds of places: held, they are known by their identity.
    alike: dict[int, tuple[Iterable[Touched], list[int]]] = {}
    for number, check in enumerate(checks):
        places = check.places
        alike.setdefault(id(places), (places, []))[1].append(number)
    concerned: dict[Touched, list[int]] = defaultdict(list)
    for places, numbers in alike.values():
        for place in set(places):
            concerned[place] += numbers
    return dict(concerned)
