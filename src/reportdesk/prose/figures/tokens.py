"""A paragraph as tokens: words that the template knows, numbers, years, stops, and what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.numerals import Numeral, numerals_in

TokenKind = Literal["word", "number", "year", "comma", "list", "open", "close", "clause", "stop", "unknown"]

_STOP_MARKS: dict[TokenKind, str] = {
    "stop": "。！？!?",
    "clause": "；;",
    "comma": "，,：:—－",
    "list": "、",
    "open": "（(【[〔",
    "close": "）)】]〕",
}
_STOPS: dict[str, TokenKind] = {mark: kind for kind, marks in _STOP_MARKS.items() for mark in marks}
_YEAR = re.compile(r"((?:19|20|１９|２０)[0-9０-９]{2})\s*(?:年度|年底|年末|年初|年)")
_DATE_UNITS = "月日号"
# 每一件, 第3次: no count of what there is.
_NO_COUNT_AFTER = "每第逐任某这那同单哪"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a paragraph, [start, end): a word's `label` and `roles`, a number, or a year."""

    kind: TokenKind
    start: int
    end: int
    label: str = ""
    roles: frozenset[str] = frozenset()
    numeral: Numeral | None = None
    year: int = 0


def tokens_in(text: str, lexicon: Lexicon) -> Iterator[Token]:
    """Cut a paragraph into tokens in order; spaces are left out."""
    numerals = {numeral.start: numeral for numeral in numerals_in(text)}
    place, unknown = 0, 0
    while place < len(text):
        token = _token_at(text, place, lexicon, numerals)
        if token is None and not text[place].isspace():
            place += 1
            continue
        if unknown < place:
            yield Token("unknown", unknown, place)
        if token is not None:
            yield token
        place = unknown = token.end if token is not None else place + 1
    if unknown < len(text):
        yield Token("unknown", unknown, len(text))


def _token_at(text: str, place: int, lexicon: Lexicon, numerals: dict[int, Numeral]) -> Token | None:
    if kind := _STOPS.get(text[place]):
        return Token(kind, place, place + 1)
    for word, label in lexicon.by_first.get(text[place], ()):
        if text.startswith(word, place):
            return Token("word", place, place + len(word), label, lexicon.roles(label))
    if year := _YEAR.match(text, place):
        return Token("year", place, year.end(), year=int(year[1]))
    numeral = numerals.get(place)
    return _number(text, numeral, lexicon) if numeral is not None else None


def _number(text: str, numeral: Numeral, lexicon: Lexicon) -> Token | None:
    """Return a number with its unit; a date or 第3 says nothing, a Chinese numeral has a unit or is zero."""
    units = lexicon.file.units
    if numeral.unit and numeral.unit in _DATE_UNITS and numeral.notation != "chinese":
        return Token("word", numeral.start, numeral.unit_end, "filler", frozenset({"filler"}))
    if numeral.start and text[numeral.start - 1] in _NO_COUNT_AFTER:
        return None
    counted = bool(numeral.unit) and (numeral.unit in units.count or numeral.unit in units.money)
    if numeral.notation == "chinese" and not counted and text[numeral.start : numeral.end] != "零":
        return None
    end = numeral.unit_end if counted or numeral.unit in "%％" else numeral.end
    if not counted and numeral.scale != 1:
        end = max(end, numeral.end + 1)
    return Token("number", numeral.start, end, numeral=numeral)
