"""Where Ctrl and an arrow, Home and End lead in a table, as in Excel and WPS."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QAbstractItemView

from reportdesk.gui.grid.frame import Frame

_Move = QAbstractItemView.CursorAction

#: How many rows and columns each arrow goes at a time.
_WAYS: dict[_Move, tuple[int, int]] = {
    _Move.MoveUp: (-1, 0),
    _Move.MoveDown: (1, 0),
    _Move.MoveLeft: (0, -1),
    _Move.MoveRight: (0, 1),
}


def jump(frame: Frame, key: str, move: _Move, *, with_control: bool, is_filled: Callable[[str], bool]) -> str:
    """Return the key of the cell that a jump from a cell leads to; empty where the move is no jump."""
    if not key:
        return ""
    if move in {_Move.MoveHome, _Move.MoveEnd}:
        return _end(frame, key, is_last=move == _Move.MoveEnd, of_all=with_control)
    if with_control and move in _WAYS:
        return _edge(key, list(_ahead(frame, key, *_WAYS[move])), is_filled)
    return ""


def neighbour(frame: Frame, key: str, down: int, across: int) -> str:
    """Return the key of the cell right beside a cell; empty at a label and at the edge."""
    row, column = frame.places[key]
    row, column = row + down, column + across
    return frame.box_at(row, column).key if min(row, column) >= 0 else ""


def _end(frame: Frame, key: str, *, is_last: bool, of_all: bool) -> str:
    row = frame.places[key][0]
    keys = [other for other, place in frame.places.items() if of_all or place[0] == row]
    return sorted(keys, key=frame.places.__getitem__)[-1 if is_last else 0]


def _edge(key: str, ahead: list[str], is_filled: Callable[[str], bool]) -> str:
    """Return the last of the figures that stand without a gap; over a gap the next figure, or the edge."""
    if not ahead:
        return key
    if is_filled(key) and is_filled(ahead[0]):
        gap = next((place for place, other in enumerate(ahead) if not is_filled(other)), len(ahead))
        return ahead[gap - 1]
    return next(filter(is_filled, ahead), ahead[-1])


def _ahead(frame: Frame, key: str, down: int, across: int) -> Iterator[str]:
    """Yield the cells from a cell on in one direction, each once, over labels between them."""
    row, column = frame.places[key]
    last = key
    while 0 <= row < frame.rows and 0 <= column < frame.columns:
        met = frame.box_at(row, column).key
        if met and met != last:
            last = met
            yield met
        row, column = row + down, column + across
