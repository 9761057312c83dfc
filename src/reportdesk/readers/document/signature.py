"""落款: the organ that signs and the date of signing, at the end of a report."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.frozen import Frozen
from reportdesk.readers.document.organs import looks_like_organ, unspaced
from reportdesk.report.dates import split_day

#: The organ, the day, whom to ask and a page's number are the last that a report prints.
_LOOKED_AT_LINES = 8
#: A line that holds an organ's name and a day is no longer.
_LONGEST_LINE_CHARACTERS = 120


class Signature(Frozen, frozen=True):
    """Who signed and when; `places` are the lines that say so. The date is 2024-01-08, or empty."""

    organ: str
    date: str
    places: frozenset[int]


def find_signature(lines: Sequence[str], organ: str) -> Signature | None:
    """Find 落款 in the last lines: a date under an organ's name, a date alone, or the title's organ alone."""
    filled = [place for place, line in enumerate(lines) if line.strip()][-_LOOKED_AT_LINES:]
    for index in range(len(filled) - 1, -1, -1):
        organ_before, day = _split(lines[filled[index]])
        if day:
            places = {filled[index]}
            if not organ_before and index > 0 and _is_organ(lines[filled[index - 1]], organ):
                organ_before = lines[filled[index - 1]].strip()
                places.add(filled[index - 1])
            return Signature(unspaced(organ_before), day, frozenset(places))
    if filled and organ and unspaced(lines[filled[-1]]) == organ:
        return Signature(organ, "", frozenset(filled[-1:]))
    return None


def _split(line: str) -> tuple[str, str]:
    """Return the organ and the date of one line that holds both, or a date alone; both empty otherwise."""
    if len(line) > _LONGEST_LINE_CHARACTERS:
        return "", ""
    parted = split_day(line)
    if parted is None:
        return "", ""
    before, day = parted
    gap = line.strip()[len(before) : len(before) + 1]
    if before and not (gap.isspace() and looks_like_organ(unspaced(before))):
        return "", ""
    return before, day


def _is_organ(line: str, organ: str) -> bool:
    return (bool(organ) and unspaced(line) == organ) or looks_like_organ(line)
