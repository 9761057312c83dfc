"""carry.year: figures are compared with the same organ's report of the year before (Art. 49, 50)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportdesk.checks.check import Check, found_in_field
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.last_year import is_of_the_year_before


class LastYearFits(Frozen, frozen=True):
    """The snapshot of last year is of the year before, and of this organ; what it leaves out fits."""

    spec: RuleCheck

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return this report's year and organ."""
        return (("fields", "year"), ("fields", "organ"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name the other year, or the other organ."""
        report, last = facts.report, facts.last
        if last is None:
            return
        if not is_of_the_year_before(last, report):
            problem = f"是 {last.year} 年的，应是 {report.year - 1} 年的，所以没有拿它核对结转"
            yield found_in_field(self.spec, facts, "year", problem=problem)
        if report.organ and last.organ and _squeezed_name(report.organ) != _squeezed_name(last.organ):
            problem = f"是“{last.organ}”的，本报告是“{report.organ}”的"
            yield found_in_field(self.spec, facts, "organ", problem=problem)


def _squeezed_name(organ: str) -> str:
    return "".join(unicodedata.normalize("NFKC", organ).split())


def _compile(_: Form, spec: RuleCheck, __: Options) -> Iterator[Check]:
    yield LastYearFits(spec)


RULE = Rule("carry.year", Options, frozenset({"value", "problem"}), _compile)
