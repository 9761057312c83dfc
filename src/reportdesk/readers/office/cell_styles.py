"""How a workbook shows what its cells hold: a number that shows as a date or a share is no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reportdesk.frozen import Frozen
from reportdesk.patterns import late
from reportdesk.readers.found.counts import count_of
from reportdesk.readers.found.marks import lowered, raised, struck

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Formats that have a number only and no code in the file, by what they show (ECMA-376, 18.8.30).
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_SHARES = frozenset({9, 10})
#: Excel takes no longer ones.
_LONGEST_CODE_CHARACTERS = 255
_LITERAL = late(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_FIRST_DAY = datetime(1899, 12, 30, tzinfo=UTC)
_LAST_DAY = 2_958_465
_OFF = {"0", "false", "off"}


class CellStyle(Frozen, frozen=True):
    """What a style makes of a cell's value."""

    is_date: bool = False
    is_share: bool = False
    is_struck: bool = False

    def show(self, text: str) -> str:
        """Return a value as the cell shows it, marked where it is struck out; blank stays blank."""
        shown = text
        if text and self.is_date:
            shown = _day(text)
        elif text and self.is_share:
            shown = f"{float(text) * 100:.10g}%"
        return struck(shown) if self.is_struck else shown


def cell_styles(root: _Element | None) -> list[CellStyle]:
    """Return the styles of `styles.xml` by their number; none where a workbook has no such part."""
    if root is None:
        return []
    parts = {part_name(child): child for child in root}
    codes = {
        one.get("numFmtId", ""): one.get("formatCode", "")[:_LONGEST_CODE_CHARACTERS]
        for one in parts.get("numFmts", ())
    }
    fonts = [any(_is_on(child, "strike") for child in font) for font in parts.get("fonts", ())]
    return list(_styles(parts.get("cellXfs", ()), codes, fonts))


def _styles(formats: _Element | tuple[()], codes: dict[str, str], fonts: list[bool]) -> Iterator[CellStyle]:
    for one in formats:
        number, font = one.get("numFmtId", "0"), one.get("fontId", "0")
        code = _LITERAL.sub("", codes.get(number, "")).split(";")[0].lower()
        known, of_font = count_of(number) or 0, count_of(font)
        is_general = not code or "general" in code
        yield CellStyle(
            is_date=known in _DATES or (not is_general and bool(re.search(r"[ymdhs年月日]", code))),
            is_share=known in _SHARES or "%" in code,
            is_struck=of_font is not None and of_font < len(fonts) and fonts[of_font],
        )


def styled_run(run: _Element, text: str) -> str:
    """Return the words of a run of rich text, marked as struck out or set above the line."""
    for properties in (child for child in run if part_name(child) == "rPr"):
        if any(_is_on(child, "strike") for child in properties):
            return struck(text)
        for child in properties:
            if part_name(child) == "vertAlign":
                change = {"superscript": raised, "subscript": lowered}.get(child.get("val", ""))
                return change(text) if change else text
    return text


def _is_on(element: _Element, name: str) -> bool:
    return part_name(element) == name and element.get("val", "1") not in _OFF


def _day(text: str) -> str:
    """Return a day, or a time, as its number means it; what is none stays, and says what it should be."""
    number = float(text)
    if not 0 <= number <= _LAST_DAY:
        return f"日期 {text}"
    moment = _FIRST_DAY + timedelta(days=number)
    return f"{moment:%Y-%m-%d}" if number == int(number) else f"{moment:%Y-%m-%d %H:%M}"


def part_name(element: _Element) -> str:
    """Return an element's name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
