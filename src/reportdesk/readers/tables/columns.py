"""Which column of the form each number of a row belongs to: by the labels above it, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from reportdesk.readers.found.blocks import Slot
from reportdesk.readers.tables.figures import is_blank, looks_like_figure
from reportdesk.readers.tables.heads import Heads
from reportdesk.readers.tables.order import order_of
from reportdesk.readers.tables.wording import FormRow


def assign(line: FormRow, slots: Sequence[Slot], heads: Heads) -> dict[str, str] | None:
    """Return a row's printed figures by cell key, with the unit that the labels above tell for money.

    None where it cannot be told which number is which.
    """
    figures = _assign(line, slots, heads)
    money = line.money
    if figures is None or not money or not heads.count_yuan():
        return figures
    return {key: _in_yuan(text) if key in money else text for key, text in figures.items()}


def _in_yuan(text: str) -> str:
    return f"{text.strip()}元" if text.strip()[-1:].isdecimal() else text


def _assign(line: FormRow, slots: Sequence[Slot], heads: Heads) -> dict[str, str] | None:
    """Return a row's printed figures by cell key; None where it cannot be told which is which.

    Labels above the numbers decide. Where they do not line up, a full row goes in the order of all labels,
    and anything else is not guessed: a lone number may be any column's.
    """
    columns = line.band.column
    by_label = _by_labels(line, slots, heads)
    if by_label is not None:
        return by_label
    full = _exactly(len(columns), slots)
    order = order_of(line, full, heads) if full is not None else None
    if full is not None and order is not None:
        return {line.key(column): text for column, text in zip(order, full, strict=True)}
    is_filled = any(not is_blank(slot.text) for slot in slots)
    return None if is_filled else dict.fromkeys(line.keys, "")


def _by_labels(line: FormRow, slots: Sequence[Slot], heads: Heads) -> dict[str, str] | None:
    """Return the figures by the labels above them; None unless every number has a label of its own."""
    columns, band = line.band.column, line.band
    figures: dict[str, str] = {}
    foreign: list[Slot] = []
    for slot in slots:
        resolved = heads.resolve(slot, band)
        if resolved is None:
            foreign.append(slot)
        elif (key := line.key(resolved)) in figures:
            return None
        else:
            figures[key] = slot.text
    if len(figures) == len(columns):
        return None if any(_is_number(slot) for slot in foreign) else figures
    is_whole = bool(figures) and not foreign and heads.end(line.band) <= slots[-1].last
    return figures if is_whole else None


def _is_number(slot: Slot) -> bool:
    return looks_like_figure(slot.text) and not is_blank(slot.text)


def _exactly(count: int, slots: Sequence[Slot]) -> list[str] | None:
    """Return the texts of a full row: blanks at the edges go where only one way leaves all that is printed.

    Blanks between go only if the rest is full.
    """
    texts = [slot.text for slot in slots]
    filled = [place for place, text in enumerate(texts) if text.strip()]
    if len(filled) == count:
        return [texts[place] for place in filled]
    starts = range(len(texts) - count + 1)
    ways = [start for start in starts if all(start <= place < start + count for place in filled)]
    if len(ways) == 1 or (ways and not filled):
        return texts[ways[0] : ways[0] + count]
    return None
