"""Figures for the cells of a form, by lot: to draw each for itself would take longer than most tests."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from reportdesk.form.formula import Number
from reportdesk.form.model import Cell

#: How many of the cells are filled, from none to all.
_SHARES = (0.0, 0.05, 0.5, 0.95, 1.0)


def some_figures(cells: Sequence[Cell], most: int = 10**9) -> st.SearchStrategy[dict[str, Number]]:
    """Draws figures for some of the cells, up to `most`, with their gravest cases among them."""
    return st.integers(0, 2**32 - 1).map(lambda seed: _by_lot(Random(seed), cells, most))


def _by_lot(lot: Random, cells: Sequence[Cell], most: int) -> dict[str, Number]:
    share = lot.choice(_SHARES)
    return {cell.key: _figure(lot, cell, most) for cell in cells if lot.random() < share}


def _figure(lot: Random, cell: Cell, most: int) -> Number:
    figure = lot.choice((0, 1, lot.randrange(100), lot.randrange(most), most))
    if cell.kind.name == "amount":
        return cell.kind.accept(Decimal(figure).scaleb(-lot.randrange(7))) or Decimal(0)
    return -lot.randrange(1000) if cell.kind.name == "change" and lot.random() < 0.5 else figure
