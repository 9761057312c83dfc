"""cell.invalid: a count is an integer from 0 up, an amount is not negative (国办公开办函〔2021〕30号)."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.check import Check, found_in_cells
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule
from reportdesk.checks.wording import CELL_WORDS
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.kinds import Refusal
from reportdesk.form.model import Cell, Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class FigureFits(Frozen, frozen=True):
    """A cell holds nothing but what its kind admits."""

    spec: RuleCheck
    cell: Cell

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the cell, as entered and as it was given in a file."""
        return (("cells", self.cell.key), ("invalid", self.cell.key))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Say why the figure cannot stand here."""
        given: object = facts.report.invalid.get(self.cell.key)
        if given is None:
            given = facts.report.cells.get(self.cell.key)
        if given is None:
            return
        try:
            self.cell.kind.accept(given)
        except Refusal as refusal:
            yield found_in_cells(self.spec, facts, (self.cell.key,), reason=str(refusal))


def _compile(form: Form, spec: RuleCheck, _: Options) -> Iterator[Check]:
    return (FigureFits(spec, cell) for cell in form.cells.values())


RULE = Rule("cell.invalid", Options, CELL_WORDS | {"reason"}, _compile)
