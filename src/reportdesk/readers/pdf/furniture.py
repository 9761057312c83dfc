"""What stands at the head and the foot of every page: page numbers and running titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportdesk.patterns import late
from reportdesk.readers.pdf.lines import PrintedLine
from reportdesk.report.fingerprint import without_printed

#: Lines at either edge of a page that may be furniture.
_DEEP_LINES = 3
_NUMBER = late(
    r"^(?:[-—–―－~·\s]*(?P<plain>\d{1,3})[-—–―－~·\s]*|第\s*(?P<page>\d{1,3})\s*页(?:[，,/\s]*共\s*\d{1,3}\s*页)?"
    r"|(?P<of>\d{1,3})\s*/\s*\d{1,3})$"
)
_DECORATED = late(r"^[-—–―－~·]+\s*\d{1,3}\s*[-—–―－~·]+$|^第.*页$")
#: Half a line: a page's head stands where it stands on every page.
_SAME_HEIGHT_PT = 6.0


def furniture(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> list[set[int]]:
    """Return for each page which of its lines, given from the top, are page numbers and running titles.

    A number counts as one if it is dressed as such, or if those of all pages follow each other.
    """
    found = [_numbers(lines) for lines in pages]
    offsets = Counter(
        number - place for place, numbers in enumerate(found) for number in set(numbers.values())
    )
    usual = offsets.most_common(1)[0] if offsets else (0, 0)
    taken: list[set[int]] = []
    for place, numbers in enumerate(found):
        lines = pages[place]
        follows = usual[1] > 1
        taken.append(
            {
                at
                for at, number in numbers.items()
                if _DECORATED.match(without_printed(lines[at].text).strip())
                or (follows and number - place == usual[0])
            }
        )
    _take_running(pages, heights, taken)
    return taken


def _numbers(lines: Sequence[PrintedLine]) -> dict[int, int]:
    found: dict[int, int] = {}
    for at in _edges(lines):
        match = _NUMBER.match(without_printed(lines[at].text).strip())
        if match:
            found[at] = int(match["plain"] or match["page"] or match["of"])
    return found


def _edges(lines: Sequence[PrintedLine]) -> list[int]:
    return sorted(
        {*range(min(_DEEP_LINES, len(lines))), *range(max(0, len(lines) - _DEEP_LINES), len(lines))}
    )


def _take_running(
    pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float], taken: Sequence[set[int]]
) -> None:
    """Take the outermost lines that stand at the same height, with the same words, on nearly all pages."""
    if len(pages) < 2:
        return
    counts: Counter[tuple[str, bool, int]] = Counter()
    places: dict[tuple[str, bool, int], list[tuple[int, int]]] = {}
    for place, lines in enumerate(pages):
        for at in _edges(lines):
            line = lines[at]
            is_low = line.base > heights[place] / 2
            from_edge = heights[place] - line.base if is_low else line.base
            key = (re.sub(r"\d+", "#", line.text), is_low, round(from_edge / _SAME_HEIGHT_PT))
            counts[key] += 1
            places.setdefault(key, []).append((place, at))
    for key, count in counts.items():
        if count >= max(2, len(pages) - 1) and _margin(key[2] * _SAME_HEIGHT_PT, heights[0]):
            for place, at in places[key]:
                taken[place].add(at)


def _margin(from_edge: float, height: float) -> bool:
    return from_edge < height * 0.12
