"""The kinds of figures that a cell can hold: what people type, what is stored, what is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.patterns import late

_HALF_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x2212: "-", 0xFE63: "-"}
#: White space, and marks without a width that calculators and web pages put around a figure.
_SPACES = late(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
#: A Chinese full stop between digits, as an input method types it for a point.
_CHINESE_POINT = late(r"(?<=[0-9])。(?=[0-9])")
#: What a whole number may carry: the word for what was counted, and zeros behind a point.
_COUNTED = late(r"(?<=[0-9])(?:件次|人次|[件条项个次宗起份])$")
_NOTHING_BEHIND_POINT = late(r"(?<=[0-9])\.0+$")
_MARKS = late(r"[_’']")
_COUNT = late(r"[0-9]+")
_CHANGE = late(r"[+-]?[0-9]+")
_AMOUNT = late(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_THOUSANDS = late(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
#: Excel keeps no more digits of a number; no report comes near.
_MOST_DIGITS = 15
_FIRST_TOO_LARGE = 10**_MOST_DIGITS
#: A figure with a larger exponent, written out in full, would fill the memory.
_LARGEST_EXPONENT = 100
#: Characters of what was typed that a refusal repeats, so that it stays one line.
_MOST_QUOTED_CHARACTERS = 20
#: A longer text is no figure that comes again.
_LONGEST_REMEMBERED_CHARACTERS = 24


class Refusal(ValueError):
    """Why a typed figure cannot stand in a cell, as a sentence for the clerk."""


class Kind(Frozen, frozen=True, eq=False):
    """A kind of figure: its name, its parser, and what may be typed, in words."""

    name: str
    pattern: re.Pattern[str]
    convert: Callable[[str], Number]
    expects: str

    @property
    def is_whole(self) -> bool:
        """Tell whether only whole numbers are of this kind."""
        return self.convert is int

    def parse(self, text: str) -> Number | None:
        """Read what a clerk typed or pasted; blank gives None; raise Refusal with the reason.

        Full-width digits, thousands separators, spaces and marks that nobody sees are understood; of a whole
        number also `12件` and `12.00`.
        """
        return _remembered(self, text) if len(text) <= _LONGEST_REMEMBERED_CHARACTERS else self._parsed(text)

    def _parsed(self, text: str) -> Number | None:
        if not text or self._is_plain(text):
            return self.convert(text) if text else None
        unspaced = _SPACES.sub("", text.translate(_HALF_WIDTH))
        if not unspaced:
            return None
        plain = _CHINESE_POINT.sub(".", _MARKS.sub("", unspaced))
        if self.is_whole:
            plain = _NOTHING_BEHIND_POINT.sub("", _COUNTED.sub("", plain))
        if "," in plain and not _THOUSANDS.fullmatch(plain):
            raise Refusal(f"{_quote(text)}里的逗号位置不对，{self.expects}")
        plain = plain.replace(",", "")
        if not self.pattern.fullmatch(plain):
            raise Refusal(f"{_quote(text)}{_reason(self, plain)}")
        if sum(map(str.isdigit, plain)) > _MOST_DIGITS:
            raise Refusal(f"{_quote(text)}太大了，最多 {_MOST_DIGITS} 位数字")
        return self.convert(plain)

    def _is_plain(self, text: str) -> bool:
        """Tell whether a text is nothing but the figure, as most are: no pattern is needed to see that."""
        digits = text if self.is_whole else text.replace(".", "", 1)
        return digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS

    def accept(self, value: object) -> Number | None:
        """Take a value from a file; blank gives None; raise Refusal where no such cell can hold it."""
        if value is None or isinstance(value, str):
            return self.parse(value or "")
        if self.is_whole and type(value) is int and 0 <= value < _FIRST_TOO_LARGE:
            return value
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise Refusal(f"{_quote(value)}{_reason(self, str(value))}")
        exact = Decimal(str(value))
        if not exact.is_finite():
            raise Refusal(f"{_quote(value)}不是数字，{self.expects}")
        # Written out, 1e999999999 would fill the memory.
        if (
            abs(exact.adjusted()) > _LARGEST_EXPONENT
            or abs(int(exact.as_tuple().exponent)) > _LARGEST_EXPONENT
        ):
            raise Refusal(f"{_quote(value)}位数太多，{self.expects}")
        return self.parse(_without_zeros(exact))

    def show(self, value: Number | None) -> str:
        """Write a figure as the paper prints it: no separators, no exponent, blank for None."""
        if value is None:
            return ""
        return _without_zeros(value) if isinstance(value, Decimal) else str(value)


@lru_cache(maxsize=4096)
def _remembered(kind: Kind, text: str) -> Number | None:
    """Read a short text once: one report after the other has the same few hundred figures."""
    return kind._parsed(text)  # noqa: SLF001 - of this module


def _quote(value: object) -> str:
    text = str(value).strip()
    return f"“{text[:_MOST_QUOTED_CHARACTERS]}…”" if len(text) > _MOST_QUOTED_CHARACTERS else f"“{text}”"


def _without_zeros(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _amount(text: str) -> Decimal:
    try:
        return Decimal(_without_zeros(Decimal(text)))
    except InvalidOperation as error:  # pragma: no cover - the pattern admits decimals only
        raise Refusal(f"“{text}”不是数字") from error


def _reason(kind: Kind, plain: str) -> str:
    if re.fullmatch(r"-[0-9.]+", plain):
        return f"是负数，{kind.expects}"
    if re.fullmatch(r"[0-9]+\.[0-9]*|\.[0-9]+", plain):
        return f"有小数，{kind.expects}"
    return f"不是数字，{kind.expects}"


COUNT = Kind("count", _COUNT, int, "这里填 0 或正整数")
CHANGE = Kind("change", _CHANGE, int, "这里填整数，减少的写成负数")
AMOUNT = Kind("amount", _AMOUNT, _amount, "这里填 0 或正数，可以有小数，单位万元")

KINDS = {kind.name: kind for kind in (COUNT, CHANGE, AMOUNT)}
