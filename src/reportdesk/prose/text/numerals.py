"""Numbers in texts as people write them: digits plain, full-width or grouped, and Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.report.numerals import COUNTING, SCALES, chinese_value, write_chinese

Notation = Literal["plain", "grouped", "full", "chinese"]

_FULL = "０１２３４５６７８９．，％"
_HALF = "0123456789.,%"
_TO_HALF = str.maketrans(_FULL, _HALF)
_TO_FULL = str.maketrans(_HALF, _FULL)
_SPACE = r"[ \u00a0\u3000]"
_NUMBER = late(
    r"(?P<digits>[0-9](?: [0-9]){1,5}(?= ?[件条份宗])"
    rf"|[0-9０-９]{{1,3}}(?:{_SPACE}[0-9０-９]{{3}})+(?![0-9０-９])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[０-９]{1,3}(?:[，,][０-９]{3})+(?![０-９])"
    r"|[0-9０-９]+(?:[.．][0-9０-９]+)?)"
    rf"|(?P<chinese>[{COUNTING}][{COUNTING}万亿]*)"
)
_SPACES = " \u00a0\u3000"
_ABOUT, _SHARES = frozenset("余多几"), frozenset("%％")


class Numeral(Frozen, frozen=True):
    """A number in a text: its value, the [start, end) of its figures, and how it is written.

    `unit` is the character after it, `unit_end` where that ends. `scale` is 10,000 for 万 and so on,
    `grain` the worth of its last digit; `is_about` tells a number that is not exact.
    """

    value: Number
    start: int
    end: int
    unit_end: int
    notation: Notation
    unit: str
    scale: int
    grain: Number
    is_about: bool

    @property
    def is_rounded(self) -> bool:
        """Tell whether the last digit may be rounded: decimals, or a number in 万 or 亿."""
        return self.scale != 1 or self.grain != 1


class _Tail(Frozen, frozen=True):
    scale: str
    is_about: bool
    unit: str
    end: int


def numerals_in(text: str) -> Iterator[Numeral]:
    """Yield every number of a text in order; a Chinese numeral that is no number is left out."""
    for match in _NUMBER.finditer(text):
        numeral = _numeral(text, match)
        if numeral is not None:
            yield numeral


def _numeral(text: str, match: re.Match[str]) -> Numeral | None:
    written, notation = match[0], _notation(match)
    bare = written.rstrip("万亿") or written if notation == "chinese" else written
    value = chinese_value(bare) if notation == "chinese" else _digits_value(written)
    if value is None:
        return None
    end = match.start() + len(bare)
    tail = _tail(text, end)
    scale = SCALES.get(tail.scale, 1)
    places = len(_plain(written).partition(".")[2]) if notation != "chinese" else 0
    grain = scale / Decimal(10) ** places
    return Numeral(
        value=_whole(value * scale),
        start=match.start(),
        end=end,
        unit_end=tail.end,
        notation=notation,
        unit=tail.unit,
        scale=scale,
        grain=_whole(grain),
        is_about=tail.is_about,
    )


def _tail(text: str, place: int) -> _Tail:
    """Return what stands after the figures of a number: spaces are passed over, all else may lack."""
    place = _after_spaces(text, place)
    scale = text[place : place + 1]
    scale = scale if scale in SCALES else ""
    place += len(scale)
    is_about = text[place : place + 1] in _ABOUT
    place = _after_spaces(text, place + is_about)
    unit = text[place : place + 1]
    is_unit = unit in _SHARES or (unit.isalnum() and not unit.isdecimal())
    return _Tail(scale, is_about, unit if is_unit else "", place + is_unit)


def _after_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place] in _SPACES:
        place += 1
    return place


def write_number(value: Number, like: Numeral) -> str:
    """Write a figure in the notation of another number, in its 万 or 亿 too."""
    scaled = _whole(Decimal(value) / like.scale)
    plain = f"{scaled:f}" if isinstance(scaled, Decimal) else str(scaled)
    if like.notation == "chinese" and isinstance(scaled, int) and scaled < 100_000_000:
        return write_chinese(scaled)
    if like.notation == "grouped":
        return f"{scaled:,}"
    return plain.translate(_TO_FULL) if like.notation == "full" else plain


def _notation(match: re.Match[str]) -> Notation:
    if match["chinese"]:
        return "chinese"
    if match[0][0] in _FULL:
        return "full"
    return "grouped" if "," in match[0] else "plain"


def _plain(written: str) -> str:
    return re.sub(r"[,\s]", "", written.translate(_TO_HALF))


def _digits_value(written: str) -> Number | None:
    plain = _plain(written)
    if len(plain) > 18:
        return None
    return _whole(Decimal(plain))


def _whole(value: Decimal | int) -> Number:
    if isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else value.normalize()
