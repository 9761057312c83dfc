"""The statistical period that a text names, in any figures: 自2024年1月1日起至2024年12月31日止."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.prose.text.clauses import sentence_around
from reportdesk.prose.text.numerals import chinese_value
from reportdesk.report.years import years_in

_NUMBER = r"[0-9０-９〇零一二三四五六七八九十]"
_DAY = rf"\s*({_NUMBER}{{1,3}})\s*月\s*({_NUMBER}{{1,3}})\s*日"
_PERIOD = re.compile(
    rf"(?P<year>{_NUMBER}{{4}})\s*年{_DAY}\s*(?:起|开始)?\s*(?:至|到|止于|[-－—–~～]+)\s*"
    rf"(?:(?P<last>{_NUMBER}{{4}})\s*年|同年|当年)?{_DAY}"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period at [start, end) of a text: its first and last day as (year, month, day)."""

    start: int
    end: int
    first: tuple[int, int, int]
    last: tuple[int, int, int]

    def is_whole(self, year: int) -> bool:
        """Tell whether it is 1 January to 31 December of a year."""
        return self.first == (year, 1, 1) and self.last == (year, 12, 31)


def periods_in(text: str, words: re.Pattern[str]) -> Iterator[Period]:
    """Yield the periods whose sentence has the words that tell a statistical period."""
    for match in _PERIOD.finditer(text):
        first, last = sentence_around(text, match.start(), match.end())
        if words.search(text, first, last):
            yield _period(match)


def _period(match: re.Match[str]) -> Period:
    year = _year(match["year"])
    last = _year(match["last"]) if match["last"] else year
    month, day, last_month, last_day = (_number(match[group]) for group in (2, 3, 5, 6))
    return Period(match.start(), match.end(), (year, month, day), (last, last_month, last_day))


def _year(written: str) -> int:
    return next((named.year for named in years_in(f"{written}年")), 0)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else chinese_value(written) or 0
