"""Numbers that still stand in a text as they stood last year, in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportdesk.frozen import Frozen
from reportdesk.prose.figures.reading.paragraph import LONGEST_SENTENCE_CHARACTERS
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.text.clauses import clause_around, sentences_of
from reportdesk.prose.text.numerals import Numeral, numerals_in
from reportdesk.prose.text.remembered import remembered
from reportdesk.report.model import Report
from reportdesk.report.years import years_in


class LeftNumber(Frozen, frozen=True):
    """A number with its unit at [start, end) of a section's words whose clause is last year's."""

    start: int
    end: int
    quote: str


def left_numbers(
    report: Report, section: str, *, words: str | None = None
) -> Iterator[tuple[LeftNumber, ...]]:
    """Yield, of each sentence of a section, the numbers that nobody changed since last year; 0 may well stay.

    `words` are its words as far as they are looked at, all of them by default; a sentence too long to be
    read has no numbers.
    """
    last = _without_years(report.last.texts.get(section, "")) if report.last else ""
    text = report.texts.get(section, "") if words is None else words
    units = load_lexicon(report.form).file.units
    counted = frozenset((*units.count, *units.money))
    for start, end in sentences_of(text) if last else ():
        if end - start <= LONGEST_SENTENCE_CHARACTERS:
            yield tuple(
                LeftNumber(start + number.start, start + number.unit_end, number.quote)
                for number in _numbers_in(text[start:end], counted)
                if number.clause in last
            )


class _CountedNumber(NamedTuple):
    """A number with its unit at [start, unit_end) of a sentence, and its clause without years."""

    start: int
    unit_end: int
    quote: str
    clause: str


@remembered
def _numbers_in(sentence: str, units: frozenset[str]) -> tuple[_CountedNumber, ...]:
    """Return the numbers of a sentence that have one of some units; 一件 and 一次 are phrases."""
    return tuple(
        _CountedNumber(
            number.start,
            number.unit_end,
            sentence[number.start : number.unit_end],
            _clause(sentence, number),
        )
        for number in numerals_in(sentence)
        if number.value
        and number.unit
        and number.unit in units
        and not (number.notation == "chinese" and number.value == 1)
        and sentence[number.start - 1 : number.start] != "第"
    )


def _clause(text: str, number: Numeral) -> str:
    start, end = clause_around(text, number.start, number.unit_end)
    return _without_years(text[start:end]).strip()


def _without_years(text: str) -> str:
    for named in reversed(list(years_in(text))):
        text = text[: named.start] + text[named.end :]
    return text
