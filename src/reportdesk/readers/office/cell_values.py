"""What the cells of a workbook show: words, figures written out exactly, marks on what is struck out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from reportdesk.patterns import late
from reportdesk.readers.found.counts import count_of
from reportdesk.readers.found.marks import struck
from reportdesk.readers.office.cell_styles import CellStyle, part_name, styled_run

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCAPE = late(r"_x([0-9A-Fa-f]{4})_")
_EXACT_DIGITS = 15
#: No spreadsheet holds more digits before or behind the point; to write out millions takes seconds.
_MOST_PLACES = 324


def rich_text(item: _Element) -> str:
    """Return a rich string's words without the readings that stand above them."""
    words: list[str] = []
    for child in item:
        name = part_name(child)
        if name == "t":
            words.append(child.text or "")
        elif name == "r":
            words.append(styled_run(child, rich_text(child)))
    return "".join(words)


def shown_value(cell: _Element, strings: list[str], styles: Sequence[CellStyle]) -> tuple[str, str]:
    """Return what a cell shows and its formula; figures are written out exactly."""
    kind = cell.get("t", "n")
    value = formula = ""
    for child in cell:
        name = part_name(child)
        if name == "v":
            value = child.text or ""
        elif name == "is":
            value = rich_text(child)
        elif name == "f":
            formula = child.text or ""
    if kind == "s":
        place = count_of(value)
        value = strings[place] if place is not None and place < len(strings) else ""
    style = _style(cell, styles)
    if kind == "n":
        return style.show(_meant_number(value)), formula
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE", formula
    if style.is_struck:
        return struck(value), formula
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value), formula


def _style(cell: _Element, styles: Sequence[CellStyle]) -> CellStyle:
    number = count_of(cell.get("s", "0"))
    return styles[number] if number is not None and number < len(styles) else CellStyle()


def _meant_number(text: str) -> str:
    """Write a stored number as it is meant: 59237.244900000002 is the nearest double to 59237.2449."""
    if not text:
        return ""
    try:
        value = Decimal(text)
        if len(value.as_tuple().digits) > _EXACT_DIGITS:
            value = Decimal(repr(float(text)))
    except (ValueError, InvalidOperation):
        return text
    if value.is_finite() and abs(value.adjusted()) > _MOST_PLACES:
        return text
    whole = value.to_integral_value() if value.is_finite() else value
    return format(whole if whole == value else value, "f")
