"""Move the years of a text on by a year, where that is safe; say of every other year why it stays.

Safe is the report's own year (2023年, 2023年度) and its statistical period (1 January to 31 December).
A document's name or number, a comparison, a list, a day, a span, a deadline and a plan keep their year.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.report.dates import MONTH
from reportdesk.report.numerals import FIGURES, ORDINALS, ZEROES
from reportdesk.report.years import NamedYear, write_year, years_in

_DASH = r"\s*(?:[-—–―~～至到]|起至)+\s*"
_YEAR = rf"[0-9{FIGURES}{ZEROES}]{{2,4}}"
_FIRST_DAY = r"\s*年\s*(?:0?1|[一元])\s*月\s*(?:0?1|一)\s*日"
_LAST_DAY = r"\s*年\s*(?:12|十二)\s*月\s*(?:31|三十一)\s*日"
_LAST_DAY_REACHED = late(rf"{_LAST_DAY}(?!\s*之?前)")
_PERIOD = late(rf"{_FIRST_DAY}起?{_DASH}(?:(?P<end>{_YEAR}\s*年)\s*)?(?:12|十二)\s*月\s*(?:31|三十一)\s*日")
_ENDS_A_SPAN = late(rf"(?<!截){_DASH}$")
#: What tells why a year stays is near it; a text may name thousands.
_NEAR_CHARACTERS = 200
_AND = r"\s*(?:、|和|与|以?及)\s*"
_QUOTES = (("《", "》"), ("〔", "〕"), ("[", "]"), ("【", "】"), ("“", "”"), ("「", "」"))

#: Why a year stays, by what follows it; the first that fits counts.
_AFTER = tuple(
    (late(pattern), reason)
    for pattern, reason in (
        (rf"\s*年?{_DASH}{_YEAR}\s*年", "年份区间"),
        (rf"\s*年?{_AND}{_YEAR}\s*年", "与别的年份并列"),
        (r"\s*年\s*(?:年?[底末初中]?)?之?前", "期限"),
        (r"\s*年\s*(?:以来|起|开始|之?后)", "起始年份"),
        (rf"\s*年\s*{MONTH}\s*月", "具体日期"),
        (r"\s*年\s*度?\s*(?:同期|全年)?[^，。；]{0,3}(?:相比|同期|对比|比较)", "用来比较"),
        (r"\s*年\s*(?:第.{1,3}次)?(?:版|修订|修正|修改)", "文件的版本"),
        (rf"\s*年\s*第\s*[0-9{ORDINALS}百]{{1,5}}\s*[号期批]", "文件的编号"),
        (
            r"\s*年\s*度?(?:(?!我|本|全|印发|制定|出台|修订|完善|落实|按照|根据|公布|发布|了)[^，。；：、\s]){0,16}?"
            r"(?:要点|规划|方案|计划|通知|意见|办法|清单|条例)",
            "文件或计划的名称",
        ),
    )
)
#: Why a year stays, by what stands before it.
_BEFORE = tuple(
    (late(pattern), reason)
    for pattern, reason in (
        (rf"{_YEAR}\s*年?{_DASH}$", "年份区间"),
        (rf"{_YEAR}\s*年?{_AND}$", "与别的年份并列"),
        (r"(?<!截)(?:到|至)\s*$", "期限"),
        (r"(?:较|比|相比|超过|高于|低于|去年|上年|上一年|往年)[^，。；]{0,2}$", "用来比较"),
    )
)


class _Around(Frozen, frozen=True):
    """What stands near a year in plain characters, the year named before it if there is one."""

    before: str
    after: str
    earlier: list[int]
    is_quoted: bool


class Moved(Frozen, frozen=True):
    """A year that was moved on: what stood there, what stands there, [start, end) in the new text."""

    before: str
    after: str
    start: int
    end: int


class Kept(Frozen, frozen=True):
    """A year that was left alone, with the reason; [start, end) in the new text."""

    written: str
    reason: str
    start: int
    end: int


def move_years(text: str, old: int, new: int) -> tuple[str, tuple[Moved | Kept, ...]]:
    """Return a paragraph with its year moved from `old` to `new` where safe, and every year met."""
    mentions = tuple(years_in(text))
    plain, spans = _in_plain_characters(text, mentions)
    pieces: list[str] = []
    met: list[Moved | Kept] = []
    done = length = 0
    quoted = _in_quotes(text, mentions)
    earlier: list[int] = []
    for mention, (begins, ends), is_quoted in zip(mentions, spans, quoted, strict=True):
        around = _Around(
            plain[max(0, begins - _NEAR_CHARACTERS) : begins],
            plain[ends : ends + _NEAR_CHARACTERS],
            earlier,
            is_quoted,
        )
        reason = _reason_to_keep(mention.year, around, old)
        earlier = [mention.year]
        figures = mention.written if reason else write_year(new, like=mention.written)
        pieces += text[done : mention.start], figures
        start = length + mention.start - done
        done, length = mention.end, start + len(figures)
        if reason:
            met.append(Kept(f"{figures}年", reason, start, length))
        else:
            met.append(Moved(f"{mention.written}年", f"{figures}年", start, length))
    return "".join((*pieces, text[done:])), tuple(met)


def _in_plain_characters(text: str, mentions: Iterable[NamedYear]) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without full-width and other variants, and the [start, end) of its years in it."""
    plain, done = "", 0
    spans: list[tuple[int, int]] = []
    for mention in mentions:
        plain += unicodedata.normalize("NFKC", text[done : mention.start])
        start, done = len(plain), mention.end
        plain += unicodedata.normalize("NFKC", text[mention.start : mention.end])
        spans.append((start, len(plain)))
    return plain + unicodedata.normalize("NFKC", text[done:]), spans


def _in_quotes(text: str, mentions: Iterable[NamedYear]) -> Iterator[bool]:
    """Tell of each year whether a quotation mark or bracket is open before it."""
    last = dict.fromkeys((mark for pair in _QUOTES for mark in pair), -1)
    done = 0
    for mention in mentions:
        for mark, place in last.items():
            last[mark] = max(place, text.rfind(mark, done, mention.start))
        done = mention.start
        yield any(last[opening] > last[closing] for opening, closing in _QUOTES)


def _reason_to_keep(year: int, around: _Around, old: int) -> str:
    """Return why a year must stay, in the clerk's words; empty where it is safe to move."""
    reasons = _reasons(around)
    if year != old:
        return next((reason for reason in reasons if reason == "用来比较"), f"不是 {old} 年")
    return "" if _is_period(around, old) else next(reasons, "")


def _reasons(around: _Around) -> Iterator[str]:
    if around.is_quoted:
        yield "文件名、文号或引文里的年份"
    yield from (reason for pattern, reason in _BEFORE if pattern.search(around.before))
    yield from (reason for pattern, reason in _AFTER if pattern.match(around.after))


def _is_period(around: _Around, old: int) -> bool:
    """Tell whether a year begins or ends the statistical period of the old year."""
    if _LAST_DAY_REACHED.match(around.after):
        starts = [mention.year for mention in years_in(around.before)][-1:] or around.earlier
        return not _ENDS_A_SPAN.search(around.before) or starts in ([old], [])
    period = _PERIOD.match(around.after)
    if period is None:
        return False
    return not period["end"] or [mention.year for mention in years_in(period["end"])] == [old]
