"""How a message names a cell, and what counts as words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from reportdesk.form.model import Form
from reportdesk.form.place import column_of, row_of

#: What a message about cells may name.
CELL_WORDS = frozenset({"table", "row", "column", "place", "unit", "left", "right", "difference"})

_ASIDE = re.compile(r"（[^（）]{8,}）$")


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


def squeeze(text: str) -> str:
    """Return a text without any space, what cannot be seen included."""
    return "".join(text.replace("\u200b", "").replace("\ufeff", "").split())
