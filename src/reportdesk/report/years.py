"""Years named in words: in digits, in full-width digits and in Chinese numerals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_NUMERALS = "〇一二三四五六七八九"
_ZEROES = "○◯零Ｏ"
_FROM_NUMERALS = str.maketrans(_NUMERALS + _ZEROES, "0123456789" + "0" * len(_ZEROES))
_TO_NUMERALS = str.maketrans("0123456789", _NUMERALS)
_TO_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_YEAR = re.compile(
    r"(?<![0-9０-９])(?:19|20|１９|２０)[0-9０-９]{2}(?=\s*年)"
    rf"|(?:一九|二[{_NUMERALS[0]}{_ZEROES}])[{_NUMERALS}{_ZEROES}]{{2}}(?=\s*年)"
)


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A year in a text: its value, and the [start, end) of its figures, without 年."""

    year: int
    start: int
    end: int
    written: str


def years_in(text: str) -> Iterator[NamedYear]:
    """Yield every year followed by 年, whatever figures it is written in."""
    for match in _YEAR.finditer(text):
        written = match[0]
        digits = unicodedata.normalize("NFKC", written.translate(_FROM_NUMERALS))
        yield NamedYear(int(digits), match.start(), match.end(), written)


def write_year(year: int, like: str) -> str:
    """Write a year in the figures of `like`: plain, full-width or Chinese."""
    if like[0] in _NUMERALS:
        return str(year).translate(_TO_NUMERALS)
    return str(year).translate(_TO_FULL_WIDTH) if like[0] in "１２" else str(year)
