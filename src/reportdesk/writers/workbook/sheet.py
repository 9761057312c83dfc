"""What all sheets of the workbook share: text that stays text, and a page of A4."""

from __future__ import annotations

from openpyxl.cell import Cell
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reportdesk.patterns import late

_LIKE_AN_ESCAPE = late(r"_(?=x[0-9A-Fa-f]{4}_)")


def put_text(cell: Cell, text: str) -> None:
    """Write a text that stays text: no formula, and no escape such as _x0041_ that Excel would undo."""
    cell.value = _LIKE_AN_ESCAPE.sub("_x005F_", text).replace("\r", "_x000D_")
    cell.data_type = "s"


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell that no merged range covers, counted from 1."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def fit_to_page(sheet: Worksheet) -> None:
    """Print on A4 upright, as wide as the page and as long as it takes."""
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    sheet.page_setup.orientation = sheet.ORIENTATION_PORTRAIT
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
