"""Where in a document that was read a thing stands: the blocks to show, and what to light in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportdesk.form.model import INTRO
from reportdesk.readers.result.reading import Seen
from reportdesk.report.compare import Difference
from reportdesk.report.shown import compact, plain_day, plain_line

_CAPTION = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """Some blocks of a document; lit are a row of a table and the figure in it, or some lines."""

    blocks: range
    table: int = -1
    row: int = -1
    figure: str = ""
    lines: frozenset[str] = frozenset()


def spot_of(seen: Seen, difference: Difference) -> Spot:
    """Return where the file says what a difference is about."""
    if difference.kind == "cell":
        return spot_of_cells(seen, [difference.key])
    if difference.kind == "words":
        wanted = frozenset(plain_line(line) for line in difference.after.split("\n"))
        return Spot(seen.sections.get(difference.key, _whole(seen)), lines=wanted - {""})
    return _spot_of_field(seen, difference)


def spot_of_cells(seen: Seen, keys: Iterable[str]) -> Spot:
    """Return where the file prints the first of some cells that it prints; else the whole document."""
    for key in keys:
        found = seen.figures.get(key)
        if found is not None:
            blocks = range(max(0, found.block - _CAPTION), found.block + 1)
            return Spot(blocks, found.block, found.row, " ".join(found.text.split()))
    return Spot(_whole(seen))


def filled_lines(text: str) -> list[str]:
    """Return a block's lines, blank ones left out."""
    return [line for line in text.split("\n") if plain_line(line)]


def _spot_of_field(seen: Seen, difference: Difference) -> Spot:
    """Return the lines that make up the title, or those of the signature, wherever they stand."""
    lines = [line for place in _whole(seen) for line in _lines_at(seen, place)]
    lit = frozenset(plain_line(line) for line in lines if _is_part(line, difference))
    head = seen.sections.get(INTRO, _whole(seen))
    if difference.kind == "title":
        return Spot(head, lines=lit)
    last = max((span for span in seen.sections.values()), key=lambda span: span.stop, default=_whole(seen))
    return Spot(last, lines=lit)


def _is_part(line: str, difference: Difference) -> bool:
    said = compact(line)
    if difference.kind == "date":
        return plain_day(line) == difference.after
    if difference.kind == "signature":
        return bool(said) and said == difference.after
    return len(said) > 1 and said in difference.after


def _lines_at(seen: Seen, place: int) -> list[str]:
    text = getattr(seen.blocks[place], "text", "")
    return filled_lines(text)


def _whole(seen: Seen) -> range:
    return range(len(seen.blocks))
