"""fee.unit: an amount a thousand times last year's may be in 元, not in 万元 (Art. 20 (8))."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.check import Check, cell_places, found_in_cells
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule
from reportdesk.checks.wording import CELL_WORDS
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.form.parts import KindName
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Leap(Options, frozen=True):
    """Which kind of cell, and how many times last year's figure makes one doubt the unit."""

    kind: KindName
    times: int


class SameUnit(Frozen, frozen=True):
    """An amount is of the same order as last year's."""

    spec: RuleCheck
    cell: str
    times: int

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the cell, and the year, which decides whether last year's figure counts."""
        return (*cell_places((self.cell,)), ("fields", "year"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Compare with last year's; nothing is said beside a 0."""
        now, then = facts.figure(self.cell), facts.last_figure(self.cell)
        if now and then and (now >= then * self.times or then >= now * self.times):
            yield found_in_cells(self.spec, facts, (self.cell,), left=now, right=then)


def _compile(form: Form, spec: RuleCheck, options: Leap) -> Iterator[Check]:
    amounts = (cell.key for cell in form.cells.values() if cell.kind.name == options.kind)
    return (SameUnit(spec, key, options.times) for key in amounts)


RULE = Rule("fee.unit", Leap, CELL_WORDS, _compile)
