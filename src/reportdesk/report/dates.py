"""Days as people write them in files, fields and texts, as they are kept (ISO), and as they are printed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from reportdesk.patterns import late
from reportdesk.report.numerals import FIGURES, number_of
from reportdesk.report.years import YEAR, year_of

#: The month, and the day of the month, as they stand before 月 and 日, for a pattern.
MONTH = rf"(?:[0-9０-９]{{1,2}}|[{FIGURES}零十]{{1,2}}|元)"
DAY_OF_MONTH = rf"(?:[0-9０-９]{{1,2}}|[{FIGURES}零十廿卅]{{1,3}})"

#: Spaces that a day may have between two of its parts; more are a gap.
_GAP = r"\s{0,4}"
#: What people type between figures, 。 included: so a Chinese keyboard writes a full stop.
_DASH = r"[-‐‑‒–—―−~./·。、,]"
_DAY = (
    rf"(?P<year>{YEAR}|[0-9]{{4}}){_GAP}(?:年|{_DASH}){_GAP}(?P<month>{MONTH}){_GAP}(?:月|{_DASH}){_GAP}"
    rf"(?P<day>{DAY_OF_MONTH})(?:{_GAP}[日号])?"
    r"|(?P<year8>(?:19|20)[0-9]{2})(?P<month8>[0-9]{2})(?P<day8>[0-9]{2})"
)
_OPENING, _CLOSING = r"[(\[【〔]", r"[)\]】〕]"
_ALONE = late(rf"{_OPENING}?{_GAP}(?:{_DAY}){_GAP}{_CLOSING}?")
_AT_END = late(rf"(?<![0-9]){_ALONE.pattern}$")
_NEARLY = (
    (late(rf"{MONTH}{_GAP}(?:月|{_DASH}){_GAP}{DAY_OF_MONTH}(?:{_GAP}[日号])?"), "没有写年份"),
    (late(rf"(?:{YEAR}|[0-9]{{4}}){_GAP}(?:年|{_DASH}){_GAP}{MONTH}(?:{_GAP}月)?"), "没有写是几日"),
    (late(rf"(?:{YEAR}|[0-9]{{4}}){_GAP}年?"), "没有写是几月几日"),
    (late(rf"[0-9]{{2}}{_GAP}(?:年|{_DASH}).*"), "的年份要写四位数"),
)
_MONTHS = 12
#: With which a day ends, narrowed.
_LAST = frozenset(f"0123456789{FIGURES}零十廿卅日号)]】〕")
#: A day with its brackets and gaps is no longer, so that nothing before it needs looking at.
_LONGEST_CHARACTERS = 48


def moment_of(seconds: float) -> datetime:
    """Return in local time when a file says that it was written; 1970 where no calendar has that moment."""
    try:
        return datetime.fromtimestamp(seconds).astimezone()
    except (OverflowError, ValueError, OSError):
        return datetime(1970, 1, 1).astimezone()


def parse_day(text: str) -> str | None:
    """Read a day into ISO: 2025-1-8, 2025.1.8, 20250108, 2025年一月8日, （二Ｏ二五年一月八日）.

    None if it is no day.
    """
    plain = text.strip()
    if len(plain) > _LONGEST_CHARACTERS:
        return None
    return _common_day(plain) or _iso(_ALONE.fullmatch(_narrow(plain)))


def split_day(line: str) -> tuple[str, str] | None:
    """Return what stands before the day that ends a line, and the day in ISO; None where none ends it."""
    plain = line.strip()
    if _narrow(plain[-1:]) not in _LAST:
        return None
    tail = plain[-_LONGEST_CHARACTERS:]
    found = _AT_END.search(_narrow(tail))
    day = _iso(found)
    if found is None or day is None:
        return None
    return plain[: len(plain) - len(tail) + found.start()].rstrip(), day


def day_in_words(day: str) -> str:
    """Return an ISO day as the paper prints it, `2025年1月8日`; what is no ISO day stays as it is."""
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{parsed.year}年{parsed.month}月{parsed.day}日"


def why_no_day(text: str) -> str:
    """Say in a clerk's words what keeps a text from being a day; "" for a day, and for an empty text."""
    plain = _narrow(text.strip())
    if not plain or parse_day(text) is not None:
        return ""
    found = _ALONE.fullmatch(plain) if len(plain) <= _LONGEST_CHARACTERS else None
    if found is not None:
        return f"没有“{text.strip()}”这一天：{_why_not_in_calendar(*_year_month_day(found))}"
    for pattern, why in _NEARLY:
        if pattern.fullmatch(plain):
            return f"“{text.strip()}”{why}，请写成 2025年1月8日 这样"
    return f"认不出“{text.strip()}”是哪一天，请写成 2025年1月8日 这样"


def _why_not_in_calendar(year: int, month: int, day: int) -> str:
    if not 1 <= month <= _MONTHS:
        return f"{month} 月不是月份，一年只有 {_MONTHS} 个月"
    if not date.min.year <= year <= date.max.year:
        return "年份不对"
    # Late: it loads the languages of the system, for a day that is not there.
    from calendar import monthrange

    last = monthrange(year, month)[1]
    return f"{year}年{month}月没有 {day} 日，只有 {last} 天"


def month_of(written: str) -> int:
    """Return a month as written before 月: 1, 一, 元; 0 for what is none."""
    return 1 if written == "元" else number_of(written) or 0


def day_of_month(written: str) -> int:
    """Return a day of the month as written before 日: 8, 八, 廿八; 0 for what is none."""
    return number_of(written) or 0


def _common_day(plain: str) -> str | None:
    """Read a day as reports print it and files keep it, 2025年1月8日 and 2025-01-08, which takes no pattern.

    None for any other.
    """
    if plain.find("年") > plain.find("月"):
        return None
    parts = plain.removesuffix("日").replace("年", "-", 1).replace("月", "-", 1).split("-")
    lengths = [len(part) for part in parts]
    is_common = len(parts) == 3 and lengths[0] == 4 and {1, 2}.issuperset(lengths[1:])
    if not is_common or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    try:
        return date(*map(int, parts)).isoformat()
    except ValueError:
        return None


def _iso(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    try:
        return date(*_year_month_day(found)).isoformat()
    except ValueError:
        return None


def _year_month_day(found: re.Match[str]) -> tuple[int, int, int]:
    year, month, day = (found[name] or found[f"{name}8"] for name in ("year", "month", "day"))
    return year_of(year), month_of(month), day_of_month(day)


def _narrow(text: str) -> str:
    """Return full-width characters as the common ones, one for one, so that places stay."""
    return "".join(
        common if len(common := unicodedata.normalize("NFKC", character)) == 1 else character
        for character in text
    )
