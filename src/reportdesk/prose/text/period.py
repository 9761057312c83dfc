"""The statistical period that a text names, in any figures: 自2024年1月1日起至2024年12月31日止."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.prose.text.clauses import sentence_around
from reportdesk.report.dates import DAY_OF_MONTH, MONTH, day_of_month, month_of
from reportdesk.report.years import YEAR, year_of

#: Spaces between two parts of a period; more are a gap, and an endless run of them costs nothing.
_GAP = r"\s{0,4}"
_DAY = rf"{_GAP}({MONTH}){_GAP}月{_GAP}({DAY_OF_MONTH}){_GAP}[日号]"
_PERIOD = late(
    rf"(?P<year>{YEAR}){_GAP}年{_DAY}{_GAP}(?:起|开始)?{_GAP}(?:至|到|止于|[-－—–~～]{{1,4}}){_GAP}"
    rf"(?:(?P<last>{YEAR}){_GAP}年|同年|当年)?{_DAY}"
)


class Period(Frozen, frozen=True):
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
    if text.count("月") < 2:
        return
    for match in _PERIOD.finditer(text):
        first, last = sentence_around(text, match.start(), match.end())
        if words.search(text, first, last):
            yield _period(match)


def _period(match: re.Match[str]) -> Period:
    year = year_of(match["year"])
    last = year_of(match["last"]) if match["last"] else year
    first_day = (year, month_of(match[2]), day_of_month(match[3]))
    return Period(match.start(), match.end(), first_day, (last, month_of(match[5]), day_of_month(match[6])))
