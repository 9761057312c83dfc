"""The figures of all units, one line a unit and cell, for programs that calculate further."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.counting.unit_figures import unit_figures
from reportdesk.examined.answer import Figure, plain
from reportdesk.form.model import Form
from reportdesk.form.place import column_of, row_of

HEADINGS = ("year", "unit", "group", "key", "table", "row", "column", "value", "stated")
#: What begins a formula where a spreadsheet opens the file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cells_csv(collection: Collection) -> Iterator[bytes]:
    """Yield the added units' cells, sums too, and the adjustments, as UTF-8 with BOM, unit by unit.

    `value` is the figure that counts (件 or 万元, empty for blank), `stated` the printed one of a sum where
    it is another.
    """
    yield b"\xef\xbb\xbf" + _block([HEADINGS])
    for state in collection.total.added:
        yield _block(_records(collection, state))
    for made in collection.decisions.adjustments:
        place = _places(collection.form)[made.cell]
        unit = f"调整：{made.reason}"
        yield _block([(collection.year, unit, "调整", made.cell, *place, plain(made.amount), "")])


def _block(rows: Iterable[Iterable[Figure]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _records(collection: Collection, state: UnitState) -> Iterator[tuple[Figure, ...]]:
    places = _places(collection.form)
    stated = state.counted.stated if state.counted else {}
    unit, group = _as_text(state.unit.name), _as_text(state.unit.group)
    for key, figure in unit_figures(state).items():
        yield collection.year, unit, group, key, *places[key], plain(figure), stated.get(key)


@lru_cache(maxsize=8)
def _places(form: Form) -> Mapping[str, tuple[str, str, str]]:
    """Return each cell's table, row and column in words."""
    return {
        key: (form.table(cell.table).name, row_of(form, key), column_of(form, key))
        for key, cell in form.cells.items()
    }


def _as_text(name: str) -> str:
    """Return a name that no spreadsheet takes for a formula."""
    return f"'{name}" if name.startswith(_FORMULA) else name
