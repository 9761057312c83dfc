"""Slips that only their writer can mend: marks without a partner, 一是…三是, a paragraph twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from reportdesk.patterns import late, screened
from reportdesk.prose.text.remembered import remembered
from reportdesk.report.numerals import ORDINALS

_PARTNERS = {"（": "）", "(": "）", "“": "”", "《": "》", "【": "】", "〔": "〕"}
_CLOSING = {"）": "）", ")": "）", "”": "”", "》": "》", "】": "】", "〕": "〕"}
_MARK = late("[（(“《【〔）)”》】〕]")
# 1） or （一 at the head of an item: half a bracket on purpose.
_ITEM = late(rf"(?:^|[。；：，、\s])(?:[0-9０-９]{{1,2}}|[{ORDINALS}]{{1,2}}|[a-zA-Z])$")
#: 一是…二是 and 第一，…第二， are counted apart.
_ORDINALS = tuple(
    (screened(rf"(?:^|(?<=[，,；;。：:\s])){pattern}", (tuple(map("".join, product(*pieces))),)), wording)
    for pattern, wording, pieces in (
        (rf"(?:第)?([{ORDINALS}])是(?![{ORDINALS}])", "{}是", (ORDINALS, "是")),
        (rf"第([{ORDINALS}])[，、]", "第{}", ("第", ORDINALS, "，、")),
    )
)
#: Shorter paragraphs may well be the same: 无。, 表格见附件。
_LEAST_PARAGRAPH_CHARACTERS = 20
#: More in one paragraph than anybody goes through.
_MOST_UNPAIRED = 200


@dataclass(frozen=True, slots=True)
class Oddity:
    """A slip at [start, end) of a text, with the reason in Chinese."""

    start: int
    end: int
    reason: str


def oddities_in(text: str) -> tuple[Oddity, ...]:
    """Return the slips of a text in order."""
    found: list[Oddity] = []
    seen: dict[str, int] = {}
    last = dict.fromkeys((wording for _, wording in _ORDINALS), 0)
    start = 0
    for paragraph in text.split("\n"):
        found += (Oddity(start + one.start, start + one.end, one.reason) for one in _unpaired(paragraph))
        for place, number, wording in _ordinals(paragraph):
            if number > 1 and number != last[wording] + 1:
                named, wanted = (wording.format(ORDINALS[one]) for one in (number - 1, number - 2))
                found.append(Oddity(start + place, start + place + 2, f"“{named}”前面没有“{wanted}”"))
            last[wording] = number
        bare = "".join(paragraph.split())
        if len(bare) >= _LEAST_PARAGRAPH_CHARACTERS:
            if bare in seen:
                found.append(Oddity(start, start + len(paragraph), "这一段与前面的一段完全相同"))
            seen[bare] = start
        start += len(paragraph) + 1
    return tuple(sorted(found, key=lambda one: one.start))


@remembered
def _unpaired(paragraph: str) -> tuple[Oddity, ...]:
    """Return the brackets and quotation marks of a paragraph that have no partner in it."""
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    alone: list[int] = []
    for match in _MARK.finditer(paragraph):
        mark, place = match[0], match.start()
        if mark in _PARTNERS:
            waiting[_PARTNERS[mark]].append(place)
        elif waiting[_CLOSING[mark]]:
            waiting[_CLOSING[mark]].pop()
        elif not _ITEM.search(paragraph, max(0, place - 4), place):
            alone.append(place)
    alone += (place for places in waiting.values() for place in places)
    return tuple(
        Oddity(place, place + 1, f"“{paragraph[place]}”没有与它成对的另一半")
        for place in sorted(alone)[:_MOST_UNPAIRED]
    )


def _ordinals(paragraph: str) -> Iterator[tuple[int, int, str]]:
    """Yield where 一是 or 第一 and so on begin, with their numbers and how they are worded."""
    for pattern, wording in _ORDINALS:
        for match in pattern.finditer(paragraph):
            place = match.start(1) - wording.index("{")
            yield place, ORDINALS.index(match[1]) + 1, wording
