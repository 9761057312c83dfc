"""A sketch of a text by which alike texts are found among many without comparing each with each.

A sketch keeps, for each of some bins, the least hash of the text's pairs of characters (those that
`likeness` counts). The share of bins that two sketches have in common estimates how alike the texts are;
bins taken in bands are the keys of an index in which alike texts meet.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

from reportdesk.prose.text.likeness import pairs_of

#: Bins of a sketch, in bands of four: two texts 80 % alike meet in one of the 24 bands 199 times in 200.
BINS = 96
BAND = 4
#: A text with fewer pairs of characters is no text of its own: many offices write the same short line.
FEWEST_PAIRS = 12

#: A pair takes a quarter of a kilobyte.
_MOST_PAIRS = 32_768
_EMPTY = 0xFFFFFFFF


def sketch(text: str) -> list[int]:
    """Return a text's sketch of BINS numbers; empty for a text too short to be compared."""
    pairs: Counter[str] = pairs_of(text)
    if pairs.total() < FEWEST_PAIRS:
        return []
    bins = [_EMPTY] * BINS
    for place, mark in map(_firsts.__getitem__, pairs):
        # min() would take half of the time of a sketch.
        if mark < bins[place]:  # noqa: PLR1730
            bins[place] = mark
    for pair, times in pairs.items():
        if times > 1:
            for number in range(1, min(times, BINS)):
                place, mark = _marked(pair, number)
                bins[place] = min(bins[place], mark)
    return bins


def bands(marks: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the keys of a sketch's bands for an index: the band's number and its bins.

    A band that a short text left half empty would lead to every other short text.
    """
    for start in range(0, len(marks), BAND):
        band = tuple(marks[start : start + BAND])
        if band.count(_EMPTY) <= BAND // 2:
            yield (start, *band)


def _marked(pair: str, number: int) -> tuple[int, int]:
    """Return the bin and the mark of a pair that has come `number` times before."""
    found = zlib.crc32(pair.encode("utf-8", "surrogatepass"), number)
    return found % BINS, _mixed(found)


class _Firsts(dict[str, tuple[int, int]]):
    """Bin and mark of each pair that comes for the first time; the next text has most of the same pairs."""

    def __missing__(self, pair: str) -> tuple[int, int]:
        if len(self) >= _MOST_PAIRS:
            self.clear()
        found = self[pair] = _marked(pair, 0)
        return found


_firsts = _Firsts()


def _mixed(number: int) -> int:
    """Return a number scattered over 32 bits: the checksum alone is too regular to choose a least one by."""
    number = (number ^ (number >> 16)) * 0x45D9F3B & _EMPTY
    number = (number ^ (number >> 16)) * 0x45D9F3B & _EMPTY
    return number ^ (number >> 16)
