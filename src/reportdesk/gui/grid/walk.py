"""Where Enter and Tab lead: over the cells that can be typed in, round and round."""

from __future__ import annotations

from enum import Enum

from reportdesk.form.model import Form
from reportdesk.gui.grid.frame import Frame


class Direction(Enum):
    """A way from one cell to the next, as (down the columns, forwards)."""

    DOWN = (True, True)
    UP = (True, False)
    RIGHT = (False, True)
    LEFT = (False, False)


def next_key(form: Form, frame: Frame, key: str, direction: Direction) -> str:
    """Return the key of the next cell to type in after a cell of any sort; empty if there is none at all."""
    is_down, is_forwards = direction.value
    places = frame.places

    def order(other: str) -> tuple[int, int]:
        row, column = places.get(other, (-1, -1))
        return (column, row) if is_down else (row, column)

    ahead = sorted((k for k in places if not form.cells[k].is_derived), key=order, reverse=not is_forwards)
    here = order(key)
    further = (k for k in ahead if (order(k) > here if is_forwards else order(k) < here))
    return next(further, ahead[0] if ahead else "")
