"""text.missing_number, text.edition, text.guidance: words that no finished report has, as patterns.

The notices cited are 国办公开办函〔2019〕60号 and 〔2021〕30号; a report for 2021 or later cites the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, words_of
from reportdesk.checks.rules.rule import Rule, compile_pattern
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Forbidden(Options, frozen=True):
    """Patterns that a finished report has nowhere.

    They count for reports of `first_year` and later.
    """

    patterns: tuple[str, ...]
    first_year: int = 0


@dataclass(frozen=True, slots=True)
class NowhereInWords:
    """No pattern is found in a text."""

    spec: RuleCheck
    pattern: re.Pattern[str]
    first_year: int
    key: str
    places: tuple[Touched, ...]

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every place where one is found."""
        if facts.report.year < self.first_year:
            return
        for match in self.pattern.finditer(words_of(facts, self.key)):
            yield found_in_words(self.spec, facts, self.key, _core(match), around=_around(match))


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
    for pattern in options.patterns:
        compile_pattern(pattern, where)
    every = compile_pattern("|".join(f"(?:{pattern})" for pattern in options.patterns), where)
    for key in form.text_keys:
        yield NowhereInWords(spec, every, options.first_year, key, (("texts", key), ("fields", "year")))


_WORDS = frozenset({"section", "quote", "around"})

MISSING_NUMBER = Rule("text.missing_number", Forbidden, _WORDS, _compile)
EDITION = Rule("text.edition", Forbidden, _WORDS, _compile)
GUIDANCE = Rule("text.guidance", Forbidden, _WORDS, _compile)
