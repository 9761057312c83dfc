"""change.large: a count far from last year's deserves a second look (Regulations, Art. 50)."""

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


class LargeChange(Options, frozen=True):
    """A change counts from `least` on, and if it is more than `percent` of last year's figure."""

    kind: KindName
    percent: int
    least: int


class NearLastYear(Frozen, frozen=True):
    """A count is not far from last year's; a sum is not named where one of its parts is."""

    spec: RuleCheck
    cell: str
    below: tuple[str, ...]
    limits: LargeChange

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the cell and all that is summed in it."""
        return (*cell_places((self.cell, *self.below)), ("fields", "year"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name the change, unless a part of the sum already tells it."""
        if not self._is_large(facts, self.cell) or any(self._is_large(facts, part) for part in self.below):
            return
        now, then = facts.figure(self.cell), facts.last_figure(self.cell)
        direction = "增加" if now is not None and then is not None and now > then else "减少"
        yield found_in_cells(self.spec, facts, (self.cell,), left=now, right=then, direction=direction)

    def _is_large(self, facts: Facts, key: str) -> bool:
        now, then = facts.figure(key), facts.last_figure(key)
        if now is None or then is None:
            return False
        change = now - then if now > then else then - now
        return change >= self.limits.least and 100 * change > self.limits.percent * then


def _compile(form: Form, spec: RuleCheck, options: LargeChange) -> Iterator[Check]:
    for cell in form.cells.values():
        if cell.kind.name == options.kind:
            yield NearLastYear(spec, cell.key, tuple(_below(form, cell.key)), options)


def _below(form: Form, key: str) -> dict[str, None]:
    below: dict[str, None] = {}
    for _, part in form.cells[key].parts:
        below |= {part: None, **_below(form, part)}
    return below


RULE = Rule("change.large", LargeChange, CELL_WORDS | {"direction"}, _compile)
