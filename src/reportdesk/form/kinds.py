"""The kinds of figures that a cell can hold: what people type, what is stored, what is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from reportdesk.form.formula import Number

_SEPARATORS = re.compile(r"[\s,_’'\u200b\ufeff]")
_COUNT = re.compile(r"[0-9]+")
_CHANGE = re.compile(r"[+-]?[0-9]+")
_AMOUNT = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_MOST_DIGITS = 15


class Refusal(ValueError):
    """Why a typed figure cannot stand in a cell, as a sentence for the clerk."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of figure: its name, its parser, and what may be typed, in words."""

    name: str
    pattern: re.Pattern[str]
    convert: Callable[[str], Number]
    expects: str

    def parse(self, text: str) -> Number | None:
        """Read what a clerk typed or pasted; blank gives None; raise Refusal with the reason.

        Full-width digits, thousands separators and spaces are understood.
        """
        plain = unicodedata.normalize("NFKC", text).strip()
        if not plain:
            return None
        if "," in plain and not _THOUSANDS.fullmatch(_SEPARATORS_BUT_COMMA.sub("", plain)):
            raise Refusal(f"“{text.strip()}”里的逗号位置不对，{self.expects}")
        plain = _SEPARATORS.sub("", plain).replace("−", "-").replace("﹣", "-")
        if not self.pattern.fullmatch(plain):
            raise Refusal(f"“{text.strip()}”{_reason(self, plain)}")
        if sum(map(str.isdigit, plain)) > _MOST_DIGITS:
            raise Refusal(f"“{text.strip()}”太大了，最多 {_MOST_DIGITS} 位数字")
        return self.convert(plain)

    def accept(self, value: object) -> Number | None:
        """Take a value from a file; blank gives None; raise Refusal where no such cell can hold it."""
        if value is None or isinstance(value, str):
            return self.parse(value or "")
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise Refusal(f"“{value}”{_reason(self, str(value))}")
        exact = Decimal(str(value))
        if not exact.is_finite():
            raise Refusal(f"“{value}”不是数字，{self.expects}")
        return self.parse(_plain(exact))

    def show(self, value: Number | None) -> str:
        """Write a figure as the paper prints it: no separators, no exponent, blank for None."""
        if value is None:
            return ""
        return _plain(value) if isinstance(value, Decimal) else str(value)


_SEPARATORS_BUT_COMMA = re.compile(r"[\s_’'\u200b\ufeff]")


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _amount(text: str) -> Decimal:
    try:
        return Decimal(_plain(Decimal(text)))
    except InvalidOperation as error:  # pragma: no cover - the pattern admits decimals only
        raise Refusal(f"“{text}”不是数字") from error


def _reason(kind: Kind, plain: str) -> str:
    if re.fullmatch(r"-[0-9.]+", plain):
        return f"是负数，{kind.expects}"
    if re.fullmatch(r"[0-9]*\.[0-9]*", plain):
        return f"有小数，{kind.expects}"
    return f"不是数字，{kind.expects}"


COUNT = Kind("count", _COUNT, int, "这里填 0 或正整数")
CHANGE = Kind("change", _CHANGE, int, "这里填整数，减少的写成负数")
AMOUNT = Kind("amount", _AMOUNT, _amount, "这里填 0 或正数，可以有小数，单位万元")

KINDS = {kind.name: kind for kind in (COUNT, CHANGE, AMOUNT)}
