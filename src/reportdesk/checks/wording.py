"""How a message names a cell, and which words a message of the template may ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from string import Formatter

from reportdesk.errors import FormError
from reportdesk.form.model import Form

#: What a message about cells may name.
CELL_WORDS = frozenset({"table", "row", "column", "place", "unit", "left", "right", "difference"})

_ASIDE = re.compile(r"（[^（）]{8,}）$")


@lru_cache(maxsize=1024)
def place_words(form: Form, key: str) -> Mapping[str, str]:
    """Return the words for a cell: its table, row, column, place and unit."""
    cell = form.cells[key]
    neighbours = form.cells_of(cell.table)
    row = shortest_name(cell.row_labels, (other.row_labels for other in neighbours))
    column = shortest_name(cell.column_labels, (other.column_labels for other in neighbours))
    return {
        "table": form.table(cell.table).name,
        "row": row,
        "column": column,
        "place": " · ".join(filter(None, (row, column))),
        "unit": cell.unit,
    }


def shortest_name(path: tuple[str, ...], others: Iterable[tuple[str, ...]]) -> str:
    """Return the last labels of a path, as many as tell it from all other paths, without long asides."""
    rivals = set(others) - {path}
    lengths = (n for n in range(1, len(path)) if all(rival[-n:] != path[-n:] for rival in rivals))
    return " ".join(_ASIDE.sub("", label) for label in path[-next(lengths, len(path)) :])


def refuse_unknown_words(message: str, known: frozenset[str], where: str) -> None:
    """Raise FormError if a message asks for a word that its check does not give."""
    for _, name, _, _ in Formatter().parse(message):
        if name is not None and name not in known:
            remedy = f"可用的有：{'、'.join(sorted(known))}"
            raise FormError(f"提示语里的“{{{name}}}”不认识", where=where, remedy=remedy)
