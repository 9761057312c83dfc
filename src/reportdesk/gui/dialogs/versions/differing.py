"""What differs between two versions of a report, said shortly and at length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportdesk.report.compare import compare

if TYPE_CHECKING:
    from reportdesk.report.model import Report

#: Nobody reads on; every line is a row of a widget.
_MOST_LINES = 200
_MOST_QUOTED_CHARACTERS = 60


def count_differences(base: Report, other: Report) -> str:
    """Say in one line how many cells and paragraphs differ; "" where nothing does."""
    kinds = [difference.kind for difference in compare(base, other)]
    cells, words = kinds.count("cell"), kinds.count("words")
    rest = len(kinds) - cells - words
    said = [
        said
        for number, said in (
            (cells, f"{cells} 格数字"),
            (words, f"{words} 段文字"),
            (rest, f"{rest} 项标题或落款"),
        )
        if number
    ]
    if not said and base != other:
        return "说明或确认的记号"
    return "、".join(said)


def list_differences(base: Report, other: Report) -> Iterator[str]:
    """Yield a line for each difference: where, and what stands in either."""
    differences = compare(base, other)
    for difference in differences[:_MOST_LINES]:
        place = difference.place(base.form)
        before, after = map(_brief, difference.worded)
        yield f"{place}：现在“{before}”，这个版本“{after}”"
    if len(differences) > _MOST_LINES:
        yield f"……还有 {len(differences) - _MOST_LINES} 处"


def _brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_QUOTED_CHARACTERS else f"{line[:_MOST_QUOTED_CHARACTERS]}…"
