"""edition.tables: each edition's tables are for certain years (〔2021〕30号, 〔2019〕60号)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.checks.check import Check, found_in_field
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Options, Rule
from reportdesk.checks.view import Place, View
from reportdesk.form.checklist import RuleCheck
from reportdesk.form.model import Form


@dataclass(frozen=True, slots=True)
class EditionCoversYear:
    """The report's tables are of the edition that its year asks for."""

    told: RuleCheck

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the year."""
        return (("fields", "year"),)

    def findings(self, view: View) -> Iterator[Finding]:
        """Name the edition and the year that it is not for."""
        form, year = view.form, view.report.year
        if year and not form.covers(year):
            yield found_in_field(self.told, view, "year", edition=form.edition, notice=form.notice)


def _compile(_: Form, told: RuleCheck, __: Options) -> Iterator[Check]:
    yield EditionCoversYear(told)


RULE = Rule("edition.tables", Options, frozenset({"value", "edition", "notice"}), _compile)
