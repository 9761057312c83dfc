"""Numbers that still stand in a text as they stood last year, in the same words."""

from __future__ import annotations

from dataclasses import dataclass

from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.text.clauses import clause_around
from reportdesk.prose.text.numerals import Numeral, numerals_in
from reportdesk.report.model import Report
from reportdesk.report.years import years_in


@dataclass(frozen=True, slots=True)
class LeftNumber:
    """A number with its unit at [start, end) of a section's words whose clause is last year's."""

    start: int
    end: int
    quote: str


def left_numbers(report: Report, section: str) -> tuple[LeftNumber, ...]:
    """Return the numbers of a section that nobody changed since last year; 0 may well stay what it is."""
    last = _without_years(report.last.texts.get(section, "")) if report.last else ""
    text = report.texts.get(section, "")
    return tuple(
        LeftNumber(number.start, number.unit_end, text[number.start : number.unit_end])
        for number in (numerals_in(text) if last else ())
        if number.value
        and text[number.start - 1 : number.start] != "第"
        and _counts(report, number)
        and _clause(text, number) in last
    )


def _counts(report: Report, number: Numeral) -> bool:
    """Tell whether a number has a unit that the template knows; 一件 and 一次 are phrases."""
    units = load_lexicon(report.form).file.units
    is_phrase = number.notation == "chinese" and number.value == 1
    return not is_phrase and bool(number.unit) and (number.unit in units.count or number.unit in units.money)


def _clause(text: str, number: Numeral) -> str:
    start, end = clause_around(text, number.start, number.unit_end)
    return _without_years(text[start:end]).strip()


def _without_years(text: str) -> str:
    for named in reversed(list(years_in(text))):
        text = text[: named.start] + text[named.end :]
    return text
