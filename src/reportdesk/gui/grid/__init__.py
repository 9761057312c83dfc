"""Grids: the tables of the report, laid out as on paper, to type in."""

from reportdesk.gui.grid.pasting.paste import Differing, PasteOutcome, Refused
from reportdesk.gui.grid.view import TableView

__all__ = ["Differing", "PasteOutcome", "Refused", "TableView"]
