"""Several reports in one file, such as that of the whole area under that of the office: the first is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from reportdesk.form.model import Form
from reportdesk.readers.document.headings import heading_at
from reportdesk.readers.document.title import MOST_TITLE_LINES, find_title
from reportdesk.readers.found.blocks import Block, FoundParagraph, FoundTable
from reportdesk.report.dates import parse_day

#: One table may stand twice in one report; all of them do only where there are two.
_FEWEST_TABLES = 2
#: The rank of a heading that is numbered 一、, or marked by the file.
_SURE_RANK = 2


def second_report(blocks: Sequence[Block], tables: Mapping[int, Sequence[str]], form: Form) -> int | None:
    """Return the place where a second report begins, None where there is but one.

    It begins with a title or the first section's heading, and every table above stands below it again: a
    title repeated at the head of each page, or a table printed in two pieces, begins nothing.
    """
    held = list(chain.from_iterable(tables.values()))
    if len(held) == len(set(held)):
        return None
    return next((place for place in _beginnings(blocks, tables, form) if _is_repeated(tables, place)), None)


def _is_repeated(tables: Mapping[int, Sequence[str]], place: int) -> bool:
    """Tell whether all tables above a place are there below it too."""
    above = {name for at, names in tables.items() if at < place for name in names}
    below = {name for at, names in tables.items() if at > place for name in names}
    return len(above) >= _FEWEST_TABLES and above <= below


def _beginnings(blocks: Sequence[Block], tables: Mapping[int, Sequence[str]], form: Form) -> Iterator[int]:
    """Yield the places after the first table where a report may begin."""
    lines: dict[int, str] = {}  # the last ones only: a title has no more
    for place in range(min(tables) + 1, len(blocks)):
        block = blocks[place]
        if isinstance(block, FoundTable) or parse_day(block.text):
            lines.clear()
        elif block.text.strip():
            lines[place] = block.text
            if len(lines) > MOST_TITLE_LINES:
                del lines[next(iter(lines))]
            if (begins := _title_up_to(place, lines, form)) is not None:
                yield begins
            elif _heads(block, form, form.sections[0].key):
                yield place


def _title_up_to(place: int, lines: Mapping[int, str], form: Form) -> int | None:
    """Return where the title begins that ends in a line, None where none does."""
    places = list(lines)
    title = find_title([lines[one] for one in places], form)
    if title is None or places[max(title.places)] != place:
        return None
    return places[min(title.places)]


def _heads(paragraph: FoundParagraph, form: Form, section: str) -> bool:
    heading = heading_at(0, paragraph, form)
    return heading is not None and heading.rank >= _SURE_RANK and section in heading.sections
