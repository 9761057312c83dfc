"""The date under a report: what people type, what is stored (ISO), how it is printed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_TYPED = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2})")


def parse_day(text: str) -> str | None:
    """Read a day as people type it (2025-1-8, 2025年1月8日, 20250108) into ISO; None if it is no day."""
    match = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip())
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
