"""change.large: a count far from last year's deserves a second look (Regulations, Art. 50)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.checks.check import Check, cell_places, found_in_cells
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Options, Rule
from reportdesk.checks.view import Place, View
from reportdesk.checks.wording import CELL_WORDS
from reportdesk.form.checklist import RuleCheck
from reportdesk.form.model import Form
from reportdesk.form.parts import KindName


class Limits(Options, frozen=True):
    """A change counts from `least` on, and if it is more than `percent` of last year's figure."""

    kind: KindName
    percent: int
    least: int


@dataclass(frozen=True, slots=True)
class NearLastYear:
    """A count is not far from last year's; a sum is not named where one of its parts is."""

    told: RuleCheck
    cell: str
    below: tuple[str, ...]
    limits: Limits

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the cell and all that is summed in it."""
        return (*cell_places((self.cell, *self.below)), ("fields", "year"))

    def findings(self, view: View) -> Iterator[Finding]:
        """Name the change, unless a part of the sum already tells it."""
        if not self._is_large(view, self.cell) or any(self._is_large(view, part) for part in self.below):
            return
        now, then = view.figure(self.cell), view.last_figure(self.cell)
        direction = "增加" if now is not None and then is not None and now > then else "减少"
        yield found_in_cells(self.told, view, (self.cell,), left=now, right=then, direction=direction)

    def _is_large(self, view: View, key: str) -> bool:
        now, then = view.figure(key), view.last_figure(key)
        if now is None or then is None:
            return False
        change = now - then if now > then else then - now
        return change >= self.limits.least and 100 * change > self.limits.percent * then


def _compile(form: Form, told: RuleCheck, options: Limits) -> Iterator[Check]:
    for cell in form.cells.values():
        if cell.kind.name == options.kind:
            yield NearLastYear(told, cell.key, tuple(_below(form, cell.key)), options)


def _below(form: Form, key: str) -> dict[str, None]:
    below: dict[str, None] = {}
    for _, part in form.cells[key].parts:
        below |= {part: None, **_below(form, part)}
    return below


RULE = Rule("change.large", Limits, CELL_WORDS | {"direction"}, _compile)
