"""text.missing_number, text.edition, text.guidance: words that no finished report has, as patterns.

The notices cited are 国办公开办函〔2019〕60号 and 〔2021〕30号; a report for 2021 or later cites the second.
"""

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
from reportdesk.patterns import late
from reportdesk.prose.text.clauses import clause_around
from reportdesk.prose.text.sieve import Sieve
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Forbidden(Options, frozen=True):
    """Patterns that a finished report has nowhere.

    They count for reports of `first_year` and later, and not where `unless` is found between the stop before
    them and their first character: 印发填写说明 is work on one.
    """

    patterns: tuple[str, ...]
    first_year: int = 0
    unless: str = ""


class NowhereInWords(Frozen, frozen=True):
    """No pattern is found in a text."""

    spec: RuleCheck
    pattern: re.Pattern[str]
    sieve: Sieve
    first_year: int
    unless: re.Pattern[str] | None
    key: str
    places: tuple[Touched, ...]

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every place where one is found."""
        if facts.report.year < self.first_year:
            return
        text = words_of(facts, self.key)
        if not self.sieve.lets_through(text):
            return
        for match in self.pattern.finditer(text):
            if not self._is_work(match):
                yield found_in_words(self.spec, facts, self.key, _core(match), around=_around(match))

    def _is_work(self, match: re.Match[str]) -> bool:
        """Tell whether the words before a match say that it is something made or read."""
        if self.unless is None:
            return False
        start, _ = clause_around(match.string, match.start(), match.end())
        return self.unless.search(match.string, start, match.start() + 1) is not None


def _core(match: re.Match[str]) -> tuple[int, int]:
    words = match[0]
    start = match.start() + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _around(match: re.Match[str]) -> str:
    """Return the place with a few words on both sides, for the message."""
    start, end = max(0, match.start() - 6), min(len(match.string), match.end() + 6)
    return match.string[start:end].replace("\n", " ").strip()


def _compile(form: Form, spec: RuleCheck, options: Forbidden) -> Iterator[Check]:
    where = where_specified(form, spec)
    sieve = Sieve.of(form.pattern(pattern, where) for pattern in options.patterns)
    every = late("|".join(f"(?:{pattern})" for pattern in options.patterns))
    unless = form.pattern(options.unless, where) if options.unless else None
    for key in form.text_keys:
        places: tuple[Touched, ...] = (("texts", key), ("fields", "year"))
        yield NowhereInWords(spec, every, sieve, options.first_year, unless, key, places)


_WORDS = frozenset({"section", "quote", "around"})

MISSING_NUMBER = Rule("text.missing_number", Forbidden, _WORDS, _compile)
EDITION = Rule("text.edition", Forbidden, _WORDS, _compile)
GUIDANCE = Rule("text.guidance", Forbidden, _WORDS, _compile)
