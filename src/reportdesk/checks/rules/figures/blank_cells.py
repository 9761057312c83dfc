"""cell.blank: every cell asks for a figure, and blank is not 0 (〔2021〕30号, tables 二 to 四)."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.check import Check, found_in_cells
from reportdesk.checks.finding import Finding, unwritten
from reportdesk.checks.rules.rule import Rule
from reportdesk.checks.wording import CELL_WORDS
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class TableFilled(Frozen, frozen=True):
    """Every entered cell of one table has a figure; what no cell can hold is named by another rule."""

    spec: RuleCheck
    cells: tuple[str, ...]

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return all entered cells of the table."""
        return tuple((part, key) for key in self.cells for part in ("cells", "invalid"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name all blank cells at once."""
        report = facts.report
        blank = tuple(key for key in self.cells if key not in report.cells and key not in report.invalid)
        if blank:
            yield unwritten(found_in_cells(self.spec, facts, blank, count=str(len(blank))))


def _compile(form: Form, spec: RuleCheck, _: Options) -> Iterator[Check]:
    for table in form.tables:
        yield TableFilled(spec, tuple(cell.key for cell in form.cells_of(table.key) if not cell.is_derived))


RULE = Rule("cell.blank", Options, CELL_WORDS | {"count"}, _compile)
