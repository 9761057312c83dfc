"""fee.precision: an amount in 万元 with more than six decimals is finer than a cent (Art. 20 (8))."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

import msgspec

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


class Precision(Options, frozen=True):
    """Which kind of cell may have how many decimals."""

    kind: KindName
    decimals: Annotated[int, msgspec.Meta(ge=0)]


class Rounded(Frozen, frozen=True):
    """An amount has no more decimals than money has."""

    spec: RuleCheck
    cell: str
    decimals: int

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the cell."""
        return cell_places((self.cell,))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Count the decimals; zeros at the end do not count."""
        figure = facts.figure(self.cell)
        if figure is None:
            return
        exponent = Decimal(figure).normalize().as_tuple().exponent
        if isinstance(exponent, int) and -exponent > self.decimals:
            yield found_in_cells(self.spec, facts, (self.cell,), left=figure, decimals=str(-exponent))


def _compile(form: Form, spec: RuleCheck, options: Precision) -> Iterator[Check]:
    amounts = (cell.key for cell in form.cells.values() if cell.kind.name == options.kind)
    return (Rounded(spec, key, options.decimals) for key in amounts)


RULE = Rule("fee.precision", Precision, CELL_WORDS | {"decimals"}, _compile)
