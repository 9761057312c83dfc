"""The figures of all units, one line a unit and cell, for programs that calculate further."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reportdesk.collect.collection import Collection
from reportdesk.collect.statuses import UnitState
from reportdesk.collect.unit_figures import unit_figures
from reportdesk.examined import Figure, plain
from reportdesk.form.place import column_of, row_of

HEADINGS = ("year", "unit", "group", "key", "table", "row", "column", "value", "stated")
#: What begins a formula where a spreadsheet opens the file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cells_csv(collection: Collection) -> bytes:
    """Return the added units' cells, sums too, and the adjustments, as UTF-8 with BOM.

    `value` is the figure that counts (件 or 万元, empty for blank), `stated` the printed one of a sum where
    it is another.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for state in collection.total.added:
        writer.writerows(_lines(collection, state))
    form = collection.form
    for made in collection.decisions.adjustments:
        cell = form.cells[made.cell]
        table = form.table(cell.table).name
        place = (table, row_of(form, made.cell), column_of(form, made.cell))
        unit = _as_text(f"调整：{made.reason}")
        writer.writerow((collection.year, unit, "调整", made.cell, *place, plain(made.amount), ""))
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _lines(collection: Collection, state: UnitState) -> Iterator[tuple[Figure, ...]]:
    form = collection.form
    stated = state.counted.stated if state.counted else {}
    unit, group = _as_text(state.unit.name), _as_text(state.unit.group)
    for key, figure in unit_figures(state).items():
        cell = form.cells[key]
        place = (form.table(cell.table).name, row_of(form, key), column_of(form, key))
        yield collection.year, unit, group, key, *place, plain(figure), stated.get(key)


def _as_text(name: str) -> str:
    """Return a name that no spreadsheet takes for a formula."""
    return f"'{name}" if name.startswith(_FORMULA) else name
