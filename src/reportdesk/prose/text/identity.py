"""Numbers that belong to a person: identity cards, bank cards, mobiles, in any spelling."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from reportdesk.frozen import Frozen
from reportdesk.patterns import late

PrivateKind = Literal["identity", "mobile", "card"]

_GAP = r"[ \u00a0\u3000\-－—–·.]?"
_D = "[0-9０-９]"
_TO_HALF = str.maketrans("０１２３４５６７８９ｘＸ", "0123456789xX")
_NOT_DIGIT = late(r"[^0-9xX]")
# A run of digits with single gaps; what is longer than a card is no number of a person.
_RUN = late(rf"(?<![0-9０-９A-Za-z]){_D}(?:{_GAP}{_D}){{10,18}}(?:{_GAP}[xXｘＸ])?(?![0-9０-９A-Za-z])")
_MOBILE = late(r"1[3-9][0-9]{9}")
_IDENTITY = late(r"[1-9][0-9]{16}[0-9X]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_AMOUNT = late(r"\s*[元万亿件条份个]|\s*号(?!码)")


class PrivateNumber(Frozen, frozen=True):
    """A number of a person at [start, end) of a text."""

    kind: PrivateKind
    start: int
    end: int


def private_numbers_in(text: str) -> Iterator[PrivateNumber]:
    """Yield the identity, mobile and bank card numbers of a text; a landline is an office's own."""
    for match in _RUN.finditer(text):
        kind = _kind(_NOT_DIGIT.sub("", match[0].translate(_TO_HALF)).upper())
        if kind is not None and not (kind != "identity" and _AMOUNT.match(text, match.end())):
            yield PrivateNumber(kind, match.start(), match.end())


def _kind(digits: str) -> PrivateKind | None:
    if _IDENTITY.fullmatch(digits) and _is_identity(digits):
        return "identity"
    if _MOBILE.fullmatch(digits.removeprefix("86") if len(digits) == 13 else digits):
        return "mobile"
    if len(digits) in range(16, 20) and digits.isdecimal() and digits[0] in "3456" and _passes_luhn(digits):
        return "card"
    return None


def _is_identity(digits: str) -> bool:
    """Tell whether the check digit (GB 11643-1999) and the day of birth are valid."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:17], strict=True))
    if _CHECK_DIGITS[total % 11] != digits[17]:
        return False
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    return born.year >= 1900


def _passes_luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
