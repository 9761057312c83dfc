"""title.year: the title names the year that the report is for (国办公开办函〔2021〕30号)."""

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
from reportdesk.report.years import years_in


class TitleOfThisYear(Frozen, frozen=True):
    """A title that somebody wrote names this report's year, if it names one."""

    spec: RuleCheck

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return title and year."""
        return (("fields", "title"), ("fields", "year"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name the year that stands there instead."""
        report = facts.report
        named = [mention.year for mention in years_in(report.title)]
        if report.year and named and report.year not in named:
            yield found_in_field(self.spec, facts, "title", named=str(named[0]), year=str(report.year))


def _compile(_: Form, spec: RuleCheck, __: Options) -> Iterator[Check]:
    yield TitleOfThisYear(spec)


RULE = Rule("title.year", Options, frozenset({"value", "named", "year"}), _compile)
