"""The date under a report: what people type, what is stored (ISO), how it is printed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_TYPED = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})")
_NUMERALS = "〇一二三四五六七八九"
_IN_NUMERALS = re.compile(rf"([{_NUMERALS}零○]{{4}})年([{_NUMERALS}十]{{1,2}})月([{_NUMERALS}十]{{1,3}})日")
_TO_DIGITS = str.maketrans(_NUMERALS + "零○", "012345678900")


def parse_day(text: str) -> str | None:
    """Read a day as people type it into ISO: 2025-1-8, 2025年1月8日, 20250108, 二〇二五年一月八日.

    None if it is no day.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _TYPED.fullmatch(_in_digits(plain))
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def day_in_words(day: str) -> str:
    """Return an ISO day as the paper prints it, `2025年1月8日`; what is no ISO day stays as it is."""
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{parsed.year}年{parsed.month}月{parsed.day}日"


def _in_digits(text: str) -> str:
    match = _IN_NUMERALS.fullmatch(re.sub(r"\s", "", text))
    if match is None:
        return text
    year, month, day = match.groups()
    return f"{year.translate(_TO_DIGITS)}年{_number(month)}月{_number(day)}日"


def _number(numerals: str) -> int:
    """Read 八, 十, 十八, 二十, 二十八; 0, which no month or day is, for what is none of them."""
    tens, ten, ones = numerals.translate(_TO_DIGITS).partition("十")
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return 0
    return 10 * int(tens or 1) + int(ones or 0) if ten else int(tens)
