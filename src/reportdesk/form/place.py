"""Say in words where a cell stands: table, row and column, as a clerk would read them off the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportdesk.form.model import Form, cell_key
from reportdesk.form.parts import Band, Table
from reportdesk.patterns import late

_ASIDE = late(r"（[^（）]{8,}）$")


@lru_cache(maxsize=2048)
def place_of(form: Form, key: str) -> str:
    """Return the place of a cell: `表三 · （三）不予公开 4.保护第三方合法权益 · 科研机构`.

    Labels that the rest of the place makes plain are left out. Raise KeyError for an unknown key.
    """
    cell = form.cells[key]
    table = form.table(cell.table)
    return " · ".join(part for part in (table.name, row_of(form, key), column_of(form, key)) if part)


@lru_cache(maxsize=1024)
def place_words(form: Form, key: str) -> Mapping[str, str]:
    """Return the words for a cell: its table, row, column, place and unit, without long asides."""
    cell = form.cells[key]
    row, column = _ASIDE.sub("", row_of(form, key)), _ASIDE.sub("", column_of(form, key))
    return {
        "table": form.table(cell.table).name,
        "row": row,
        "column": column,
        "place": " · ".join(filter(None, (row, column))),
        "unit": cell.unit,
    }


@lru_cache(maxsize=2048)
def row_of(form: Form, key: str) -> str:
    """Return the words for a cell's row, the title of its band first; empty where rows have no labels."""
    cell = form.cells[key]
    band = _band_of(form.table(cell.table), key)
    labels = cell.row_labels[1:] if band.title else cell.row_labels
    inner = labels[1:] if len(labels) > 1 else labels
    clear = inner if _is_alone(inner, [row.labels for row in band.row]) else labels
    return " ".join(((band.title,) if band.title else ()) + clear)


@lru_cache(maxsize=2048)
def column_of(form: Form, key: str) -> str:
    """Return the words for a cell's column: the last label, with those above it while it could be another."""
    cell = form.cells[key]
    band = _band_of(form.table(cell.table), key)
    paths = [column.labels for column in band.column]
    tails = (cell.column_labels[start:] for start in range(len(cell.column_labels) - 1, 0, -1))
    return " ".join(next((tail for tail in tails if _is_alone(tail, paths)), cell.column_labels))


def _band_of(table: Table, key: str) -> Band:
    return next(
        band
        for band in table.band
        for row in band.row
        for column in band.column
        if cell_key(table, row, column) == key
    )


def _is_alone(tail: tuple[str, ...], paths: Sequence[tuple[str, ...]]) -> bool:
    return bool(tail) and sum(path[-len(tail) :] == tail for path in paths) == 1
