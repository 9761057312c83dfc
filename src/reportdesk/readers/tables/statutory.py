"""Which of the tables in a document are the form's: a small one in the words of a section is not.

A table that says a row or two of the form's, such as 行政许可 under another heading, must neither take the
place of the form's own table nor add to it; it stays among the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportdesk.readers.found.blocks import Block, FoundTable
from reportdesk.readers.tables.matched import Matched
from reportdesk.readers.tables.wording import FormWording, TableWording

#: A table with less of the form's rows than this, and nothing that belongs to it, is none of the form's.
_LEAST_SHARE = 0.2
#: Without labels of columns above it a table must have so much of the form's rows.
_LEAST_SHARE_UNHEADED = 0.5
#: A table that says again what a fuller one says counts only if it has so much of what that one has.
_LEAST_OF_FULLEST = 0.5


def statutory(
    results: Mapping[int, Mapping[str, Matched]], blocks: Sequence[Block], wording: FormWording
) -> dict[int, dict[str, Matched]]:
    """Return what found tables hold of the form's tables, by place, without those that are not the form's."""
    kept: dict[int, dict[str, Matched]] = {}
    for wanted in wording.tables:
        held = {
            place: found[wanted.table.key] for place, found in results.items() if wanted.table.key in found
        }
        for place in sorted(_chosen(held, blocks, wanted)):
            kept.setdefault(place, {})[wanted.table.key] = held[place]
    return {place: kept[place] for place in sorted(kept)}


def _chosen(held: Mapping[int, Matched], blocks: Sequence[Block], wanted: TableWording) -> set[int]:
    """Return the places of the tables that are one of the form's, whole, in parts or printed twice."""
    number = sum(len(band.row) for band in wanted.table.band)
    fullest = max((len(matched.lines) for matched in held.values()), default=0)
    chosen: set[int] = set()
    lines: set[str] = set()
    for place in sorted(held, key=lambda place: (-len(held[place].lines), place)):
        matched = held[place]
        if matched.lines & lines:
            fits = len(matched.lines) >= _LEAST_OF_FULLEST * fullest
        else:
            beside = any(_are_beside(place, other, blocks) for other in chosen)
            fits = matched.is_headed or beside or len(matched.lines) >= _LEAST_SHARE_UNHEADED * number
        if fits:
            chosen.add(place)
            lines |= matched.lines
    return chosen if len(lines) >= _LEAST_SHARE * number else set()


def _are_beside(one: int, other: int, blocks: Sequence[Block]) -> bool:
    """Tell whether nothing but blank lines and other tables stands between two tables."""
    return not any(_words_between(min(one, other), max(one, other), blocks))


def _words_between(first: int, last: int, blocks: Sequence[Block]) -> Iterator[bool]:
    for block in blocks[first + 1 : last]:
        yield not isinstance(block, FoundTable) and bool(block.text.strip())
