"""text.stale_year: a year other than the report's that nothing explains was left over from last year."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, words_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import INTRO, Form
from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.prose.text.clauses import clause_around, sentence_around
from reportdesk.prose.text.period import periods_in
from reportdesk.report.dates import split_day
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.years import YEAR, NamedYear, years_in

#: Spaces between the parts of a span; more are a gap, and an endless run of them costs nothing.
_WIDEST_GAP = 4
_GAP = rf"\s{{0,{_WIDEST_GAP}}}"
_SPAN = late(rf"{YEAR}{_GAP}年?度?{_GAP}(?:至|到|[-－—–~～]{{1,4}}){_GAP}{YEAR}{_GAP}年")
_LEADS = tuple("至到-－—–~～")
_TITLE = late(r"《[^《》\n]*》")
#: Who signs, before the day: a name, and nothing that reads like a sentence.
_SIGNER = late(r"[^\s，。、]{0,20}")


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


class YearsExplained(Frozen, frozen=True):
    """Every year in the words is the report's own, or its clause says why it is another."""

    spec: RuleCheck
    any_year: re.Pattern[str]
    last_year: re.Pattern[str]
    older: re.Pattern[str]
    beside: re.Pattern[str]
    next_year: re.Pattern[str]
    period: re.Pattern[str]
    next_sections: tuple[str, ...]
    key: str

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the words and the year."""
        return (("texts", self.key), ("fields", "year"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every year that nothing explains; a report without a year has none to compare."""
        year = facts.report.year
        text = words_of(facts, self.key) if year else ""
        years = tuple(years_in(text))
        if all(named.year == year for named in years):
            return
        periods = [(period.start, period.end) for period in periods_in(text, self.period)]
        apart = _Stretches([*_apart(text, years), *periods])
        for named in years:
            if named.year == year or apart.hold(named.start):
                continue
            if not self._is_explained(text, named, years, year):
                span = (named.start, _after_the_word(text, named.end))
                yield found_in_words(self.spec, facts, self.key, span, named=str(named.year), year=str(year))

    def _is_explained(self, text: str, named: NamedYear, years: Sequence[NamedYear], year: int) -> bool:
        start, end = clause_around(text, named.start, named.end)
        clause = text[start:end]
        if self.any_year.search(clause):
            return True
        start, end = sentence_around(text, named.start, named.end)
        sentence = text[start:end]
        if named.year == year + 1:
            return self.key in self.next_sections or bool(self.next_year.search(sentence))
        if self.key != INTRO and named.year < year:
            others = _others(years, named, start, end)
            if self._is_beside(sentence, named, others, year):
                return True
        if named.year == year - 1:
            return self.key != INTRO and bool(self.last_year.search(clause))
        return named.year < year and bool(self.older.search(clause))

    def _is_beside(self, sentence: str, named: NamedYear, others: set[int], year: int) -> bool:
        """Tell whether a sentence sets a past year beside the report's, or beside another past one."""
        beside = named.year == year - 1 and self.beside.search(sentence)
        return bool(beside) or any(other <= year for other in others)


def _others(years: Sequence[NamedYear], named: NamedYear, start: int, end: int) -> set[int]:
    """Return the years other than one that are named at [start, end) of the text, whose `years` are given."""
    first = bisect_left(years, start, key=lambda year: year.start)
    last = bisect_left(years, end, key=lambda year: year.end)
    return {other.year for other in years[first:last]} - {named.year}


class _Stretches:
    """Stretches of a text, asked from its beginning to its end whether a place lies in one of them."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._left = sorted(stretches, reverse=True)
        self._reach = 0

    def hold(self, place: int) -> bool:
        while self._left and self._left[-1][0] <= place:
            self._reach = max(self._reach, self._left.pop()[1])
        return place < self._reach


def _apart(text: str, years: Iterable[NamedYear]) -> list[tuple[int, int]]:
    """Return where years stand apart from the telling: spans of years, titles, a date alone on its line."""
    patterns = (_SPAN, _TITLE) if any(_ends_span(text, named) for named in years) else (_TITLE,)
    found = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    start = 0
    for paragraph in text.split("\n"):
        signed = split_day(paragraph) if paragraph else None
        if signed and _SIGNER.fullmatch(signed[0]):
            found.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    return found


def _ends_span(text: str, named: NamedYear) -> bool:
    """Tell whether what stands before a year may lead to it from another one."""
    return text[max(0, named.start - 1 - _WIDEST_GAP) : named.start].rstrip().endswith(_LEADS)


def _after_the_word(text: str, end: int) -> int:
    return text.index("年", end) + 1


def _compile(form: Form, spec: RuleCheck, options: Explained) -> Iterator[Check]:
    where = where_specified(form, spec)
    explained = YearsExplained(
        spec,
        form.pattern(options.any_year, where),
        form.pattern(options.last_year, where),
        form.pattern(options.older, where),
        form.pattern(options.beside, where),
        form.pattern(options.next_year, where),
        form.pattern(options.period, where),
        options.next_sections,
        "",
    )
    for key in form.text_keys:
        yield replace(explained, key=key)


RULE = Rule("text.stale_year", Explained, frozenset({"section", "quote", "named", "year"}), _compile)
