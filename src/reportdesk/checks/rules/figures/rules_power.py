"""disclosure.rules_power: only ministries, provinces and larger cities make 规章 (立法法; Art. 20 (1))."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.checks.check import Check, cell_places, found_in_cells, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule, refuse_unknown_levels
from reportdesk.checks.wording import CELL_WORDS
from reportdesk.errors import FormError
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Powerless(Options, frozen=True):
    """The row in question, and which organs cannot make what it counts: by level, or by name."""

    table: str
    row: str
    levels: tuple[str, ...]
    organ: str


class MayMakeRules(Frozen, frozen=True):
    """An organ that cannot make rules has none."""

    spec: RuleCheck
    cells: tuple[str, ...]
    levels: tuple[str, ...]
    organ: re.Pattern[str]

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the row's cells and what tells the organ's power."""
        return (*cell_places(self.cells), ("fields", "organ"), ("fields", "level"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name the cells of the row that are not 0."""
        filled = tuple(key for key in self.cells if facts.figure(key))
        if filled and self._is_powerless(facts):
            yield found_in_cells(
                self.spec, facts, filled, left=facts.figure(filled[0]), organ=facts.report.organ
            )

    def _is_powerless(self, facts: Facts) -> bool:
        level = facts.report.organ_level.key
        return level in self.levels or bool(self.organ.search(facts.report.organ))


def _compile(form: Form, spec: RuleCheck, options: Powerless) -> Iterator[Check]:
    where = where_specified(form, spec)
    refuse_unknown_levels(form, options.levels, where)
    cells = [c.key for c in form.cells.values() if (c.table, c.row) == (options.table, options.row)]
    if not cells:
        raise FormError(f"表“{options.table}”没有行“{options.row}”", where=where)
    yield MayMakeRules(spec, tuple(cells), options.levels, form.pattern(options.organ, where))


RULE = Rule("disclosure.rules_power", Powerless, CELL_WORDS | {"organ"}, _compile)
