"""change.none: figures that all equal last year's may have been copied (Regulations, Art. 50)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.checks.check import Check, found_in_cells, where_told
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Options, Rule, refuse_unknown_cells
from reportdesk.checks.view import Place, View
from reportdesk.checks.wording import CELL_WORDS
from reportdesk.form.checklist import RuleCheck
from reportdesk.form.model import Form


class Steady(Options, frozen=True):
    """Cells that may well stay the same, such as what is in force; they alone say nothing."""

    steady: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SomethingChanged:
    """At least one figure that is not 0 differs from last year's, once all are filled in."""

    told: RuleCheck
    cells: tuple[str, ...]
    steady: frozenset[str]

    @property
    def places(self) -> tuple[Place, ...]:
        """Return all cells looked at, and the year, which decides whether last year's figures count."""
        return (*(("cells", key) for key in self.cells), ("fields", "year"))

    def findings(self, view: View) -> Iterator[Finding]:
        """Name all figures that were kept; nothing as long as a cell is blank."""
        report = view.report
        if report.last is None or any(key not in report.cells for key in self.cells):
            return
        kept = tuple(key for key in self.cells if report.cells[key])
        if self.steady.issuperset(kept):
            return
        if all(report.cells[key] == view.last_figure(key) for key in kept):
            yield found_in_cells(self.told, view, kept, count=str(len(kept)))


def _compile(form: Form, told: RuleCheck, options: Steady) -> Iterator[Check]:
    refuse_unknown_cells(form, options.steady, where_told(form, told))
    yield SomethingChanged(told, tuple(cell.key for cell in form.entered), frozenset(options.steady))


RULE = Rule("change.none", Steady, CELL_WORDS | {"count"}, _compile)
