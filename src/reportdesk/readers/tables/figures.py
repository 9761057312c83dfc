"""Figures as offices print them: with units, signs and separators, or a stroke where nothing was written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from reportdesk.form.formula import Number
from reportdesk.form.kinds import Kind, Refusal
from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.readers.found.counts import count_of
from reportdesk.readers.found.marks import struck_parts, without_struck
from reportdesk.report.numerals import ORDINALS

_INVISIBLE = late(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_STROKES = late(r"[/\\|\-—–―_ー·.*]*|无|空|空白|不涉及|未填|n/?a|none|nil", re.IGNORECASE)
_UNIT = late(r"(?:人民币)?(?P<figure>[^万亿元]*?)(?P<unit>亿元|万元|元|件次|人次|[件条项个次宗起份])")
_SIGNED = late(r"(?P<word>增加?|减少?|上升|下降|[↑↓+-])(?:了)?(?P<figure>[0-9].*)")
_FEWER = {"减", "减少", "下降", "↓", "-"}
_UNCHANGED = {"持平", "不变", "无变化", "无增减", "没有变化"}
_MONEY = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10_000)}
#: Two numbers in one cell are not one number, unless they are groups of thousands.
_APART = late(r"\d\s+\d")
_THOUSANDS_APART = late(r"(?<![\d\s])\s*\d{1,3}(?:\s\d{3})+(?!\d|\s+\d)")
_CHANGE = "change"
#: Figures set above or below the line, in circles, brackets or with a full stop, and symbols: no digits.
_ENCLOSED = r"\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3200-\u32ff"
_NO_DIGITS = late(rf"[{_ENCLOSED}\u2150-\u218b\u00bc-\u00be\ufffd]")
#: Such a mark behind a figure, and others that offices put there for a note.
_MARK = late(
    rf"(?<=[0-9０-９件条项个次元宗起份.])\s*(?:[{_ENCLOSED}\ufffd]+|[*＊※†‡§#＃★☆▲△●○]+"
    rf"|[\[(（〔【［](?:注\s*)?[0-9０-９{ORDINALS}]{{0,2}}[\])）〕】］]|注\s*[0-9]{{0,2}})$"
)


#: A longer text is no figure that comes again.
_LONGEST_REMEMBERED_CHARACTERS = 24


class FigureRead(Frozen, frozen=True):
    """What a printed figure means: a value, or a blank; `remark` says what had to be decided.

    `is_marked` says that a mark, or something struck out, stands by it.
    """

    value: Number | None = None
    remark: str = ""
    invalid: bool = False
    is_marked: bool = False


@lru_cache(maxsize=4096)
def looks_like_figure(text: str) -> bool:
    """Tell whether a text is a figure or a stroke in its place, of whatever kind, rather than words."""
    plain = _narrowed(_unmarked(text)[0])
    return bool(plain) and (
        bool(_STROKES.fullmatch(plain)) or plain in _UNCHANGED or _begins_as_number(plain)
    )


@lru_cache(maxsize=4096)
def is_blank(text: str) -> bool:
    """Tell whether nothing is printed, or only a stroke."""
    return bool(_STROKES.fullmatch(_narrowed(without_struck(text))))


def read_figure(text: str, kind: Kind, unit: str) -> FigureRead:
    """Read one printed figure; what no such cell can hold is invalid, never guessed.

    A mark, such as that of a note, is no digit: it goes, and that is said, or the figure is invalid.
    """
    return (_remembered if len(text) <= _LONGEST_REMEMBERED_CHARACTERS else _figure_read)(text, kind, unit)


def _figure_read(text: str, kind: Kind, unit: str) -> FigureRead:
    unmarked, marks = _unmarked(text)
    if not marks:
        return _read(text, kind, unit)
    found = _read(unmarked, kind, unit)
    if found.value is None:
        return FigureRead(invalid=True)
    remark = "，".join(filter(None, [f"{marks}没有当作数字", found.remark]))
    return replace(found, remark=remark, is_marked=True)


_remembered = lru_cache(maxsize=4096)(_figure_read)


def read_count(text: str) -> int | None:
    """Return the whole number that a text prints, with or without a unit; None if it prints another thing."""
    figure = re.sub(r"(?:件次|人次|[件条项个次宗起份])$", "", _narrowed(text)).replace(",", "")
    return count_of(figure) if figure.isascii() else None


def _unmarked(text: str) -> tuple[str, str]:
    """Return a text without marks behind its figure and without what is struck out, and what went."""
    struck = [f"划掉的“{part}”" for part in struck_parts(text)]
    left = without_struck(text).rstrip()
    mark = _MARK.search(left)
    if mark is None or not mark[0].strip():
        return (left if struck else text), "、".join(struck)
    return left[: mark.start()], "、".join([*struck, f"标记“{mark[0].strip()}”"])


def _read(text: str, kind: Kind, unit: str) -> FigureRead:
    plain = _narrowed(text)
    if _NO_DIGITS.search(text):
        return FigureRead(invalid=True)
    if not plain:
        return FigureRead(remark="不间断空格" if "\u00a0" in text else "")
    if _STROKES.fullmatch(plain):
        return FigureRead(remark=f"“{text.strip()}”")
    if _APART.search(text) and not _THOUSANDS_APART.search(text):
        return FigureRead(invalid=True)
    if kind.name == _CHANGE:
        return _read_change(plain, kind)
    figure, remark = _without_unit(plain, unit)
    try:
        return FigureRead(kind.accept(figure if isinstance(figure, Decimal) else _whole(figure)), remark)
    except Refusal:
        return FigureRead(invalid=True)


def _narrowed(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text).replace("−", "-").replace("﹣", "-")
    return _INVISIBLE.sub("", wide)


def _begins_as_number(plain: str) -> bool:
    signed = _SIGNED.fullmatch(plain)
    figure = signed["figure"] if signed else plain
    return bool(re.fullmatch(r"[0-9][0-9,.]*(?:[万亿]?元|件次|人次|[件条项个次宗起份])?", figure))


def _without_unit(plain: str, unit: str) -> tuple[str | Decimal, str]:
    """Take a unit off a figure; money in 元 where 万元 is asked for is converted, and said."""
    found = _UNIT.fullmatch(plain)
    if found is None:
        return plain, ""
    figure, printed = found["figure"], found["unit"]
    if printed not in _MONEY:
        return (figure if unit not in _MONEY else plain), ""
    if unit not in _MONEY or not re.fullmatch(r"[0-9][0-9,]*(?:\.[0-9]+)?", figure):
        return plain, ""
    if printed == unit:
        return figure, ""
    value = Decimal(figure.replace(",", "")) * _MONEY[printed] / _MONEY[unit]
    return value, f"“{plain}”换算成了{unit}"


def _whole(figure: str) -> str:
    """Take .0 off a whole number, as spreadsheets print it."""
    return re.sub(r"(?<=[0-9])\.0+$", "", figure)


def _read_change(plain: str, kind: Kind) -> FigureRead:
    if plain in _UNCHANGED:
        return FigureRead(0, f"“{plain}”按 0 读入")
    found = _SIGNED.fullmatch(plain)
    word, figure = (found["word"], found["figure"]) if found else ("", plain)
    figure = re.sub(r"(?:件次|人次|[件条项个次宗起份])$", "", figure)
    try:
        value = kind.accept(_whole(figure))
    except Refusal:
        return FigureRead(invalid=True)
    return FigureRead(-value if value is not None and word in _FEWER else value)
