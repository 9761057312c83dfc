"""change.none: figures that all equal last year's may have been copied (Regulations, Art. 50)."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.check import Check, found_in_cells, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule, refuse_unknown_cells
from reportdesk.checks.wording import CELL_WORDS
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Steady(Options, frozen=True):
    """Cells that may well stay the same, such as what is in force; they alone say nothing."""

    steady: tuple[str, ...] = ()


class SomethingChanged(Frozen, frozen=True):
    """At least one figure that is not 0 differs from last year's, once all are filled in."""

    spec: RuleCheck
    cells: tuple[str, ...]
    steady: frozenset[str]

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return all cells looked at, and the year, which decides whether last year's figures count."""
        return (*(("cells", key) for key in self.cells), ("fields", "year"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name all figures that were kept; nothing as long as a cell is blank."""
        report = facts.report
        if report.last is None or any(key not in report.cells for key in self.cells):
            return
        kept = tuple(key for key in self.cells if report.cells[key])
        if self.steady.issuperset(kept):
            return
        if all(report.cells[key] == facts.last_figure(key) for key in kept):
            yield found_in_cells(self.spec, facts, kept, count=str(len(kept)))


def _compile(form: Form, spec: RuleCheck, options: Steady) -> Iterator[Check]:
    refuse_unknown_cells(form, options.steady, where_specified(form, spec))
    yield SomethingChanged(spec, tuple(cell.key for cell in form.entered), frozenset(options.steady))


RULE = Rule("change.none", Steady, CELL_WORDS | {"count"}, _compile)
