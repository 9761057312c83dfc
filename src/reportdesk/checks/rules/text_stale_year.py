"""text.stale_year: a year other than the report's that nothing explains was left over from last year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, text_places, texts_of
from reportdesk.checks.rules.rule import Rule, compile_pattern
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import INTRO, Form
from reportdesk.prose.text.clauses import clause_around, sentence_around
from reportdesk.prose.text.period import periods_in
from reportdesk.report.facts import Facts, Touched
from reportdesk.report.years import NamedYear, years_in

_SPAN = re.compile(r"[0-9０-９]{4}\s*年?(?:度)?\s*(?:至|到|[-－—–~～]+)\s*[0-9０-９]{4}\s*年")
_TITLE = re.compile(r"《[^《》\n]*》")
_DATE_ALONE = re.compile(r"\s*[^\s，。、]{0,20}\s*[^\s年]{4}年[^\s年月]{1,3}月[^\s月日]{1,3}日\s*")


class Explained(Options, frozen=True):
    """Patterns of clauses in which a year is explained: any year, last year's, an older one, the next.

    In a sentence with `beside` words, or with the report's own year, last year's is there to compare.

    `next_sections` may speak of the next year in any clause. `period` tells a statistical period, which
    another rule judges.
    """

    any_year: str
    last_year: str
    older: str
    beside: str
    next_year: str
    period: str
    next_sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearsExplained:
    """Every year in the words is the report's own, or its clause says why it is another."""

    spec: RuleCheck
    any_year: re.Pattern[str]
    last_year: re.Pattern[str]
    older: re.Pattern[str]
    beside: re.Pattern[str]
    next_year: re.Pattern[str]
    period: re.Pattern[str]
    next_sections: tuple[str, ...]
    places: tuple[Touched, ...]

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every year that nothing explains; a report without a year has none to compare."""
        year = facts.report.year
        for key, text in texts_of(facts) if year else ():
            apart = _apart(text) + [(period.start, period.end) for period in periods_in(text, self.period)]
            for named in years_in(text):
                if named.year == year or any(start <= named.start < end for start, end in apart):
                    continue
                if not self._is_explained(text, named, key, year):
                    span = (named.start, _after_the_word(text, named.end))
                    yield found_in_words(self.spec, facts, key, span, named=str(named.year), year=str(year))

    def _is_explained(self, text: str, named: NamedYear, key: str, year: int) -> bool:
        start, end = clause_around(text, named.start, named.end)
        clause = text[start:end]
        if self.any_year.search(clause):
            return True
        start, end = sentence_around(text, named.start, named.end)
        sentence = text[start:end]
        if named.year == year + 1:
            return key in self.next_sections or bool(self.next_year.search(sentence))
        if key != INTRO and named.year < year and self._is_beside(sentence, named, year):
            return True
        if named.year == year - 1:
            return key != INTRO and bool(self.last_year.search(clause))
        return named.year < year and bool(self.older.search(clause))

    def _is_beside(self, sentence: str, named: NamedYear, year: int) -> bool:
        """Tell whether a sentence sets a past year beside the report's, or beside another past one."""
        others = {other.year for other in years_in(sentence)} - {named.year}
        beside = named.year == year - 1 and self.beside.search(sentence)
        return bool(beside) or any(other <= year for other in others)


def _apart(text: str) -> list[tuple[int, int]]:
    """Return where years stand apart from the telling: spans of years, titles, a date alone on its line."""
    found = [match.span() for pattern in (_SPAN, _TITLE) for match in pattern.finditer(text)]
    start = 0
    for paragraph in text.split("\n"):
        if _DATE_ALONE.fullmatch(paragraph):
            found.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    return found


def _after_the_word(text: str, end: int) -> int:
    return text.index("年", end) + 1


def _compile(form: Form, spec: RuleCheck, options: Explained) -> Iterator[Check]:
    where = where_specified(form, spec)
    yield YearsExplained(
        spec,
        compile_pattern(options.any_year, where),
        compile_pattern(options.last_year, where),
        compile_pattern(options.older, where),
        compile_pattern(options.beside, where),
        compile_pattern(options.next_year, where),
        compile_pattern(options.period, where),
        options.next_sections,
        (*text_places(form), ("fields", "year")),
    )


RULE = Rule("text.stale_year", Explained, frozenset({"section", "quote", "named", "year"}), _compile)
