"""What can be tidied in a text without touching its meaning or its paragraphs, place by place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.prose.text.sieve import may_be_in
from reportdesk.report.characters import set_right

_HAN = "\u3400-\u9fff"
_CLOSING = "”’》）】"
_OPENING = "“‘《（【"
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_WIDE_DIGITS = "０１２３４５６７８９"
_NARROW = str.maketrans(f"{_WIDE_DIGITS}．％", "0123456789.%")
# Where a number is missing before its unit, the space is all that shows it.
_UNIT_ALONE = r"(?!(?:条|件|份|次|篇|宗|项|期|场|万元|元)(?:[，。；、,;）)]|$))"
#: Radicals and compatibility ideographs, as PDFs give them for the characters that they look like.
_ODD = "[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]+"
#: Words that nobody writes twice on purpose.
_TWICE = (
    "收到|受理|办结|予以|共计|进一步|不断|积极|认真|切实|及时|以及|并且|政府信息公开工作|依申请公开|政府信息"
    "|各部门|各单位|通过|按照|根据|加强|开展"
)
_BLANKS = " \t\u00a0\u3000\u200b"
_BLANK = f"[{_BLANKS}]"


class WordSlip(NamedTuple):
    """Words at [start, end) of a text, what should stand there instead, and why."""

    start: int
    end: int
    before: str
    after: str
    reason: str


class _Rule(Frozen, frozen=True):
    """`signs` are words of which one stands in each match; without them the pattern is not even looked at."""

    reason: str
    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str]
    signs: Sequence[str]


def _rule(
    reason: str, pattern: str, mend: Callable[[re.Match[str]], str], signs: Sequence[str] = ("",)
) -> _Rule:
    return _Rule(reason, late(pattern), mend, signs)


# In order of precedence: a place that one rule mends is left alone by those after it.
_RULES = (
    _rule(
        "残留的标记",
        r"(?:(?<![ \t])[ \t]+)?\[bookmark:[^\]\n]{0,60}\][ \t]*|_GoBack|_Toc[0-9]{5,12}"
        r"|\{?[ \t]{0,4}(?:PAGE|NUMPAGES|TOC|REF)\b[^\n}。]{0,40}\\\*[ \t]{0,4}MERGEFORMAT[ \t]{0,4}\}?",
        lambda _: "",
        signs=("[bookmark:", "_GoBack", "_Toc", "MERGEFORMAT"),
    ),
    _rule(
        "全角数字",
        r"[０-９]+(?:．[０-９]+)?[％]?",
        lambda match: match[0].translate(_NARROW),
        signs=_WIDE_DIGITS,
    ),
    _rule("字形不对", _ODD, lambda match: set_right(match[0])),
    _rule(
        "标点重复",
        r"([，、；：。,;])(?:\1)+",
        lambda match: match[1].translate(_WIDE),
        signs=[mark * 2 for mark in "，、；：。,;"],
    ),
    _rule("标点重复", r"[，、；：](?=[。！？])|(?<=[。；])[，、；：]", lambda _: ""),
    _rule(
        "半角标点",
        rf"(?<=[{_HAN}{_CLOSING}])[,;:?!](?![/\\0-9A-Za-z])|(?<=[{_HAN}{_CLOSING}])[,;](?=[{_HAN}{_OPENING}0-9A-Za-z])"
        rf"|(?<=[0-9A-Za-z%％])[,;:?!](?=[{_HAN}{_OPENING}])",
        lambda match: match[0].translate(_WIDE),
        signs=",;:?!",
    ),
    _rule(
        "半角句号", rf"(?<=[{_HAN}{_CLOSING}])\.(?=[{_HAN}{_OPENING}]|\s*$|\s*\n)", lambda _: "。", signs="."
    ),
    _rule(
        "多余空格", rf"(?<=[{_HAN}，。；：、]){_BLANK}+(?=[{_HAN}]){_UNIT_ALONE}", lambda _: "", signs=_BLANKS
    ),
    _rule("多余空格", rf"(?<=[{_HAN}0-9A-Za-z]){_BLANK}+(?=[，。；：、！？])", lambda _: "", signs=_BLANKS),
    _rule("行末空格", rf"(?<=\S){_BLANK}+(?=\n|\Z)", lambda _: "", signs=_BLANKS),
    _rule(
        "词语重复",
        r"(?<![目有标])的(的)(?!确)|(?<!为)了(了)(?!解|然|如|却|结)",
        lambda match: match[1] or match[2],
        signs=("的的", "了了"),
    ),
    _rule(
        "词语重复",
        rf"({_TWICE})\1",
        lambda match: match[1],
        signs=[word * 2 for word in _TWICE.split("|")],
    ),
)
_PAIR = late(r"([(（])([^()（）\n]{0,200})([)）])")
_QUOTED = late(r'"([^"\n]{1,100})"')


@lru_cache(maxsize=64)
def slips_in(text: str) -> tuple[WordSlip, ...]:
    """Return what can be tidied, in order and apart from each other; a line break is never touched."""
    taken = bytearray(len(text))
    found: list[WordSlip] = []
    for slip in (*_brackets(text), *_quotes(text), *_by_rules(text)):
        if slip.before != slip.after and not taken.count(1, slip.start, slip.end):
            taken[slip.start : slip.end] = b"\1" * (slip.end - slip.start)
            found.append(slip)
    return tuple(sorted(found, key=lambda slip: slip.start))


def mended(text: str, slips: tuple[WordSlip, ...]) -> str:
    """Return the text with some of its slips mended."""
    for slip in sorted(slips, key=lambda slip: slip.start, reverse=True):
        text = text[: slip.start] + slip.after + text[slip.end :]
    return text


def _by_rules(text: str) -> Iterator[WordSlip]:
    for rule in _RULES:
        if not any(sign in text for sign in rule.signs) or not may_be_in(text, rule.pattern.pattern):
            continue
        for match in rule.pattern.finditer(text):
            yield WordSlip(match.start(), match.end(), match[0], rule.mend(match), rule.reason)


def _has_han(text: str) -> bool:
    return any("\u3400" <= character <= "\u9fff" for character in text)


def _brackets(text: str) -> Iterator[WordSlip]:
    """Yield half-width brackets around Chinese words, and the half-width one of a mixed pair."""
    if "(" not in text and ")" not in text:
        return
    for match in _PAIR.finditer(text):
        opening, inside, closing = match.groups()
        is_mixed = (opening in "(") != (closing in ")")
        if is_mixed or _has_han(inside):
            for place, mark in ((match.start(1), opening), (match.start(3), closing)):
                if mark in "()":
                    yield WordSlip(place, place + 1, mark, mark.translate(_WIDE), "半角括号")


def _quotes(text: str) -> Iterator[WordSlip]:
    """Yield straight quotation marks around Chinese words, a pair at a time."""
    if '"' not in text:
        return
    for match in _QUOTED.finditer(text):
        if _has_han(match[1]):
            yield WordSlip(match.start(), match.start() + 1, '"', "“", "半角引号")
            yield WordSlip(match.end() - 1, match.end(), '"', "”", "半角引号")
