"""period.year: the statistical period is 1 January to 31 December of the report's year (Art. 49, 50)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, words_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.prose.text.period import periods_in
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class PeriodWords(Options, frozen=True):
    """A pattern of the words that make a stretch of time the statistical period."""

    words: str


class PeriodOfTheYear(Frozen, frozen=True):
    """Every statistical period in the words is the report's year."""

    spec: RuleCheck
    words: re.Pattern[str]
    key: str
    places: tuple[Touched, ...]

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every period that is another; a report without a year has none to compare."""
        year = facts.report.year
        for period in periods_in(words_of(facts, self.key), self.words) if year else ():
            if not period.is_whole(year):
                yield found_in_words(self.spec, facts, self.key, (period.start, period.end), year=str(year))


def _compile(form: Form, spec: RuleCheck, options: PeriodWords) -> Iterator[Check]:
    words = form.pattern(options.words, where_specified(form, spec))
    for key in form.text_keys:
        yield PeriodOfTheYear(spec, words, key, (("texts", key), ("fields", "year")))


RULE = Rule("period.year", PeriodWords, frozenset({"section", "quote", "year"}), _compile)
