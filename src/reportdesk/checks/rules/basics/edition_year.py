"""edition.tables: each edition's tables are for certain years (〔2021〕30号, 〔2019〕60号)."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.check import Check, found_in_field
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class EditionCoversYear(Frozen, frozen=True):
    """The report's tables are of the edition that its year asks for."""

    spec: RuleCheck

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the year."""
        return (("fields", "year"),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name the edition and the year that it is not for."""
        form, year = facts.form, facts.report.year
        if year and not form.covers(year):
            yield found_in_field(self.spec, facts, "year", edition=form.edition, notice=form.notice)


def _compile(_: Form, spec: RuleCheck, __: Options) -> Iterator[Check]:
    yield EditionCoversYear(spec)


RULE = Rule("edition.tables", Options, frozenset({"value", "edition", "notice"}), _compile)
