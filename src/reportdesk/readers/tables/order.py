"""The order in which a full row's figures go where they do not stand right below labels.

Words above that are no label of the form's leave it open; without any words above only sums that agree tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportdesk.form.formula import add_up, parse_sum
from reportdesk.form.parts import Band, Column
from reportdesk.readers.tables.figures import is_blank, read_count
from reportdesk.readers.tables.heads import Heads
from reportdesk.readers.tables.strays import has_odd_corner, strays
from reportdesk.readers.tables.wording import FormRow, leaves


def order_of(line: FormRow, texts: Sequence[str], heads: Heads) -> tuple[Column, ...] | None:
    """Return the columns that a full row's figures belong to, one after another; None if nothing tells."""
    place = id(line.band)
    if place not in heads.orders:
        heads.orders[place] = _order(line.band, heads)
    columns, is_told = heads.orders[place]
    if columns is None or is_told:
        return columns
    return columns if adds_up(columns, texts) else None


def _order(band: Band, heads: Heads) -> tuple[tuple[Column, ...] | None, bool]:
    """Return the order that the words above leave, and whether they tell it for certain."""
    if heads.is_foreign or strays(heads, band):
        return None, False
    if not (heads.tell_apart(band) or heads.spell_out(band)):
        return None, False
    columns = band.column if not heads.contradict(band) else _as_printed(band, heads)
    return columns, columns is not None and _is_told(band, heads)


def _is_told(band: Band, heads: Heads) -> bool:
    """Tell whether the words above name every column and none besides, or spell all labels in pieces."""
    said = Counter(name for names in heads.sequences(band) for name in names)
    is_whole = said == Counter(leaves(band)) and not has_odd_corner(heads, band)
    return is_whole or heads.spell_out(band)


def _as_printed(band: Band, heads: Heads) -> tuple[Column, ...] | None:
    """Return the columns in the order of the labels above, if each has one of its own and no group has."""
    names = [name for names in heads.sequences(band) for name in names]
    by_leaf = {column.labels[-1]: column for column in band.column}
    if len(by_leaf) < len(band.column) or heads.groups(band) or sorted(names) != sorted(by_leaf):
        return None
    return tuple(by_leaf[name] for name in names)


def adds_up(columns: Sequence[Column], texts: Sequence[str]) -> bool:
    """Tell whether every sum among columns agrees with the figures that go in their order.

    Blanks count for 0. False where several columns have no sum.
    """
    sums = [column for column in columns if column.sum]
    if not sums:
        return len(columns) == 1
    values = {
        column.key: 0 if is_blank(text) else read_count(text)
        for column, text in zip(columns, texts, strict=True)
    }
    return all(
        add_up(((term.sign, term.name) for term in parse_sum(column.sum, column.key)), values.get)
        == values[column.key]
        is not None
        for column in sums
    )
