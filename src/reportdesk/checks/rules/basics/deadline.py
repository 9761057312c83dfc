"""date.deadline: a report is out by 31 January, a government's by 31 March, of the next year (Art. 49)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportdesk.checks.check import Check, found_in_field
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.dates import day_in_words
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.model import Report


class SignedInTime(Frozen, frozen=True):
    """The date of signing is in the next year, and not after the deadline of the organ's level."""

    spec: RuleCheck

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the date, the year, and what tells the level."""
        return tuple(("fields", name) for name in ("signature_date", "year", "level", "organ"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Say what is wrong with the date; no date is no finding."""
        if problem := _problem(facts.report):
            day = day_in_words(facts.report.signature_date)
            yield found_in_field(self.spec, facts, "signature_date", problem=problem, value=day)


def _problem(report: Report) -> str:
    written = report.signature_date.strip()
    if not written:
        return ""
    try:
        signed = date.fromisoformat(written)
    except ValueError:
        return "看不出是哪一天，请写成 2024年1月8日 这样"
    if not date.min.year <= report.year < date.max.year:
        return ""
    level = report.organ_level
    latest = date.fromisoformat(f"{report.year + 1}-{level.deadline}")
    if signed.year != latest.year:
        return f"不在 {latest.year} 年，{report.year} 年的报告应在下一年公布"
    return f"晚于{level.name}的期限 {day_in_words(latest.isoformat())}" if signed > latest else ""


def _compile(_: Form, spec: RuleCheck, __: Options) -> Iterator[Check]:
    yield SignedInTime(spec)


RULE = Rule("date.deadline", Options, frozenset({"value", "problem"}), _compile)
