"""Years named in words: in digits, in full-width digits and in Chinese numerals."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.report.numerals import FIGURES, ZEROES, digits_to_figures, figures_to_digits

#: The figures of a year from 1900 to 2099, however written, for a pattern.
YEAR = rf"(?:(?:19|20|１９|２０)[0-9０-９]{{2}}|(?:一九|二[{ZEROES}])[{FIGURES}{ZEROES}]{{2}})"
#: The last one of them; whoever asks for a year offers none beyond.
LATEST_YEAR = 2099

_TO_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_NAMED = late(rf"(?<![0-9０-９]){YEAR}(?=\s*年)")


class NamedYear(Frozen, frozen=True):
    """A year in a text: its value, and the [start, end) of its figures, without 年."""

    year: int
    start: int
    end: int
    written: str


def years_in(text: str) -> Iterator[NamedYear]:
    """Yield every year followed by 年, whatever figures it is written in."""
    for match in _NAMED.finditer(text):
        yield NamedYear(year_of(match[0]), match.start(), match.end(), match[0])


def year_of(written: str) -> int:
    """Return the year that the figures of a match of `YEAR` name."""
    return int(figures_to_digits(written))


def write_year(year: int, like: str) -> str:
    """Write a year in the figures of `like`: plain, full-width or Chinese."""
    if like[0] in FIGURES:
        return digits_to_figures(str(year))
    return str(year).translate(_TO_FULL_WIDTH) if like[0] in "１２" else str(year)
