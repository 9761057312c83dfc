"""A sentence as tokens: words that the template knows, numbers, years, stops, and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.numerals import Numeral, numerals_in

TokenKind = Literal[
    "word", "number", "year", "comma", "colon", "list", "open", "close", "clause", "stop", "unknown"
]

_STOP_MARKS: dict[TokenKind, str] = {
    "stop": "。！？!?",
    "clause": "；;",
    "comma": "，,—－",
    "colon": "：:",
    "list": "、",
    "open": "（(【[〔",
    "close": "）)】]〕",
}
_STOPS: dict[str, TokenKind] = {mark: kind for kind, marks in _STOP_MARKS.items() for mark in marks}
# 予以公开 and “予以公开” are the same.
_QUOTES = frozenset("“”‘’\"'「」『』")
# What a document is called says nothing of what is counted.
_TITLE = late(r"《[^《》\n]{1,80}》(?:（[^（）\n]{1,20}）)?")
_YEAR_BEGINS = "12１２"
_YEAR = late(r"((?:19|20|１９|２０)[0-9０-９]{2})\s*(?:年度|年底|年末|年初|年|(?=全年))(?:以来)?")
_DATE_UNITS = "月日号"
# 每一件, 第3次: no count of what there is.
_NO_COUNT_AFTER = "每第逐任某这那同单哪"
_FILLER = frozenset({"filler"})
_NAME = frozenset({"name"})


class Token(Frozen, frozen=True):
    """A piece of a text, [start, end): a word's `label` and `roles`, a number, or a year."""

    kind: TokenKind
    start: int
    end: int
    label: str = ""
    roles: frozenset[str] = frozenset()
    numeral: Numeral | None = None
    year: int = 0


def span_of(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the [start, end) of tokens that follow each other."""
    return tokens[0].start, tokens[-1].end


def tokens_in(text: str, lexicon: Lexicon) -> Iterator[Token]:
    """Cut a text into tokens in order; spaces and quotation marks are left out."""
    lexicon.words.take_in(text)
    numerals = {numeral.start: numeral for numeral in numerals_in(text)}
    beginnings = _beginnings(lexicon)
    place, unknown = 0, 0
    while place < len(text):
        may_begin = text[place] in beginnings or place in numerals
        token = _token_at(text, place, lexicon, numerals) if may_begin else None
        if token is None and not (text[place].isspace() or text[place] in _QUOTES):
            place += 1
            continue
        if unknown < place:
            yield _unknown(text, unknown, place, lexicon)
        if token is not None:
            yield token
        place = unknown = token.end if token is not None else place + 1
    if unknown < len(text):
        yield _unknown(text, unknown, len(text), lexicon)


@lru_cache(maxsize=8)
def _beginnings(lexicon: Lexicon) -> frozenset[str]:
    """Return the characters with which a token may begin that is no number: most begin none."""
    return frozenset(_STOPS).union("《", _YEAR_BEGINS, lexicon.words.beginnings, lexicon.phrases)


def _unknown(text: str, start: int, end: int, lexicon: Lexicon) -> Token:
    """Return words that nobody knows; what ends like an organ's name is one."""
    is_name = text.endswith(lexicon.file.names, start, end) if lexicon.file.names else False
    return Token("unknown", start, end, roles=_NAME if is_name else frozenset())


def _token_at(text: str, place: int, lexicon: Lexicon, numerals: dict[int, Numeral]) -> Token | None:
    character = text[place]
    if kind := _STOPS.get(character):
        return Token(kind, place, place + 1)
    if character == "《" and (title := _TITLE.match(text, place)):
        return Token("word", place, title.end(), roles=_FILLER)
    word = lexicon.words.longest_at(text, place)
    phrase = lexicon.phrase_at(text, place)
    if phrase is not None and (word is None or phrase[0] > word[0]):
        return Token("word", place, phrase[0], phrase[1].label, phrase[1].roles)
    if word is not None:
        return Token("word", place, word[0], word[1], lexicon.roles(word[1]))
    if year := _YEAR.match(text, place):
        return Token("year", place, year.end(), year=int(year[1]))
    numeral = numerals.get(place)
    return _number(text, numeral, lexicon) if numeral is not None else None


def _number(text: str, numeral: Numeral, lexicon: Lexicon) -> Token | None:
    """Return a number with its unit; a date or 第3 says nothing, a Chinese numeral has a unit or is zero."""
    units = lexicon.file.units
    if numeral.unit and numeral.unit in _DATE_UNITS and numeral.notation != "chinese":
        return Token("word", numeral.start, numeral.unit_end, roles=_FILLER)
    if numeral.start and text[numeral.start - 1] in _NO_COUNT_AFTER:
        return None
    counted = bool(numeral.unit) and (numeral.unit in units.count or numeral.unit in units.money)
    if numeral.notation == "chinese" and not counted and text[numeral.start : numeral.end] != "零":
        return None
    end = numeral.unit_end if counted or numeral.unit in "%％" else numeral.end
    if not counted and numeral.scale != 1:
        end = max(end, numeral.end + 1)
    return Token("number", numeral.start, end, numeral=numeral)
