"""Numbers that Word counts by itself: 一、 and （一） that stand in no paragraph's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec

from reportdesk.readers.found.counts import count_of
from reportdesk.report.numerals import write_chinese

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Word has so many in a list.
_MOST_LEVELS = 9
#: Word takes no larger one; a Roman numeral grows with it.
_LARGEST_START = 32_767
#: Characters that say what stands before each paragraph of a list: nine levels with a dot each take 26.
_LONGEST_TEXT_CHARACTERS = 40
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class _Level(msgspec.Struct):
    style: str
    text: str
    start: int


class Numbering(msgspec.Struct):
    """The lists of a Word file; asked paragraph by paragraph in order, it counts as Word does."""

    _lists: dict[str, str] = msgspec.field(default_factory=dict)
    _levels: dict[str, dict[int, _Level]] = msgspec.field(default_factory=dict)
    _counts: dict[str, list[int | None]] = msgspec.field(default_factory=dict)

    @classmethod
    def of(cls, root: _Element, prefix: str) -> Numbering:
        """Read `numbering.xml`; `prefix` is the namespace of its tags in braces."""
        made = cls()
        for abstract in root.iterchildren(f"{prefix}abstractNum"):
            made._levels[abstract.get(f"{prefix}abstractNumId", "")] = dict(_levels(abstract, prefix))
        for one in root.iterchildren(f"{prefix}num"):
            reference = one.find(f"{prefix}abstractNumId")
            if reference is not None:
                made._lists[one.get(f"{prefix}numId", "")] = reference.get(f"{prefix}val", "")
        return made

    def anew(self) -> Numbering:
        """Return the same lists, nothing counted yet."""
        return Numbering(self._lists, self._levels)

    @property
    def is_empty(self) -> bool:
        """Tell whether the file has no lists at all."""
        return not self._lists

    def next(self, list_id: str, depth: int) -> str:
        """Count one paragraph on and return what Word prints before it; bullets and unknown lists give ""."""
        abstract = self._lists.get(list_id, "")
        levels = self._levels.get(abstract, {})
        if depth not in levels or not 0 <= depth < _MOST_LEVELS:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _MOST_LEVELS)
        before = counts[depth]
        counts[depth] = levels[depth].start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_MOST_LEVELS - depth - 1)
        return re.sub(
            r"%([1-9])", lambda found: self._shown(levels, counts, int(found[1]) - 1), levels[depth].text
        )

    @staticmethod
    def _shown(levels: dict[int, _Level], counts: list[int | None], depth: int) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        count = counts[depth]
        return _styled_number(level.style, level.start if count is None else count)


def _levels(abstract: _Element, prefix: str) -> Iterator[tuple[int, _Level]]:
    for level in abstract.iterchildren(f"{prefix}lvl"):
        values = {
            name: found.get(f"{prefix}val", "")
            for name in ("numFmt", "lvlText", "start")
            if (found := level.find(f"{prefix}{name}")) is not None
        }
        depth, start = count_of(level.get(f"{prefix}ilvl", "")), count_of(values.get("start", "1"))
        if depth is not None:
            text = "" if values.get("numFmt") == "bullet" else values.get("lvlText", "")
            is_fit = start is not None and start <= _LARGEST_START
            first = start if is_fit and start is not None else 1
            yield depth, _Level(values.get("numFmt", "decimal"), text[:_LONGEST_TEXT_CHARACTERS], first)


def _styled_number(style: str, number: int) -> str:
    return _STYLES.get(style, str)(number)


def _chinese(number: int) -> str:
    return write_chinese(number) if 0 < number < 100 else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


_STYLES: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "ideographDigital": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "decimalEnclosedCircleChinese": lambda number: chr(0x2460 + number - 1) if number <= 20 else str(number),
    "decimalEnclosedCircle": lambda number: chr(0x2460 + number - 1) if number <= 20 else str(number),
    "decimalFullWidth": lambda number: str(number).translate({48 + n: 0xFF10 + n for n in range(10)}),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}
