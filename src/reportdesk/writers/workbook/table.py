"""A table's sheet: the paper grid cell for cell under a title row, figures as numbers, sums as formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell.cell import TYPE_FORMULA
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from reportdesk.form.formula import Number
from reportdesk.form.model import Cell
from reportdesk.form.spans import Box
from reportdesk.report.model import Report
from reportdesk.report.totals import Figures, contradicted
from reportdesk.writers.context import Grid, PrintedBox, PrintedPart
from reportdesk.writers.workbook.dress import Wardrobe
from reportdesk.writers.workbook.measures import height_pt, label_lines
from reportdesk.writers.workbook.sheet import cell_at, fit_to_page, put_text

TITLE_ROWS = 1

#: What the formulas of a sheet give, by place.
Results = Mapping[str, Number | None]

#: Widths of Excel are counted in digits of the default font: so many fill the printed page.
_PAPER_WIDTH_DIGITS = 92
_FONT = Font(name="宋体", size=10)
_TITLE_FONT = Font(name="黑体", size=14)
_THIN = Side(style="thin")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_ALIGNED = {
    "centre": _CENTRE,
    "left": Alignment(horizontal="left", vertical="center", wrap_text=True),
    "figure": Alignment(horizontal="center", vertical="center", shrink_to_fit=True),
}
_MARK = PatternFill("solid", fgColor="FFE0B2")


def write_table(
    book: Workbook, part: PrintedPart, report: Report, values: Figures, wardrobe: Wardrobe
) -> Results:
    """Add the sheet of a part's table; `values` are the figures (件 or 万元) without what is stated.

    Return the result of each formula by its place in the sheet, None where it shows nothing.
    """
    grid = part.grid
    if grid is None:
        return {}
    sheet: Worksheet = book.create_sheet(sheet_name(grid.table.name))
    _write_title(sheet, part.heading, len(grid.table.widths), wardrobe)
    places = {place.box.key: _coordinate(place.box) for place in grid.places if place.box.key}
    wrong = contradicted(report, values)
    for place in grid.places:
        cell = _write_box(sheet, place, wardrobe, is_nested=grid.table.label_columns > 1)
        if key := place.box.key:
            _write_figure(cell, report.form.cells[key], values, places, wrong)
    _set_measures(sheet, grid)
    _set_print(sheet, grid)
    return {place: values[key] for key, place in places.items() if sheet[place].data_type == TYPE_FORMULA}


def sheet_name(name: str) -> str:
    """Return a table's name as a sheet can bear it."""
    return re.sub(r"[\[\]:*?/\\]", "", name)[:31]


def sum_formula(parts: Sequence[tuple[int, str]], places: Mapping[str, str], values: Figures) -> str:
    """Return the formula of a derived cell; while a part is blank it shows nothing, for blank is not 0."""
    cells = [places[key] for _, key in parts]
    if all(sign > 0 for sign, _ in parts) and (range_ := _one_range(cells)):
        total, listed = f"SUM({range_})", range_
    else:
        signed = "".join(f"{'+' if sign > 0 else '-'}{places[key]}" for sign, key in parts)
        total, listed = signed.removeprefix("+"), ",".join(cells)
    if all(values[key] is not None for _, key in parts):
        return f"={total}"
    return f'=IF(COUNT({listed})<{len(cells)},"",{total})'


def _one_range(cells: Sequence[str]) -> str:
    """Return A1:C1 for neighbours in a row or column in order; empty where they are not."""
    spots = [re.fullmatch(r"([A-Z]+)(\d+)", cell) for cell in cells]
    letters = [spot[1] for spot in spots if spot]
    rows = [int(spot[2]) for spot in spots if spot]
    first = rows[0]
    in_column = len(set(letters)) == 1 and rows == list(range(first, first + len(rows)))
    start = column_index_from_string(letters[0])
    columns = [get_column_letter(start + step) for step in range(len(letters))]
    in_row = len(set(rows)) == 1 and letters == columns
    return f"{cells[0]}:{cells[-1]}" if len(cells) > 1 and (in_column or in_row) else ""


def _coordinate(box: Box) -> str:
    return f"{get_column_letter(box.column + 1)}{box.row + 1 + TITLE_ROWS}"


def _write_title(sheet: Worksheet, heading: str, columns: int, wardrobe: Wardrobe) -> None:
    cell = cell_at(sheet, 1, 1)
    put_text(cell, heading)
    cell.font, cell.alignment = _TITLE_FONT, _CENTRE
    sheet.row_dimensions[1].height = 30
    if columns > 1:
        wardrobe.merge(sheet, CellRange(min_row=1, max_row=1, min_col=1, max_col=columns))


def _write_box(sheet: Worksheet, place: PrintedBox, wardrobe: Wardrobe, *, is_nested: bool) -> SheetCell:
    box = place.box
    top, left = box.row + 1 + TITLE_ROWS, box.column + 1
    cell = cell_at(sheet, top, left)
    is_left = box.role == "label" and is_nested and box.rows == 1
    name = "figure" if box.key else "left" if is_left else "centre"
    wardrobe.dress(cell, name, font=_FONT, border=_BORDER, alignment=_ALIGNED[name])
    if not box.key:
        put_text(cell, box.text)
    if box.rows > 1 or box.columns > 1:
        bottom, right = top + box.rows - 1, left + box.columns - 1
        area = CellRange(min_row=top, max_row=bottom, min_col=left, max_col=right)
        wardrobe.merge(sheet, area, _THIN)
    return cell


def _write_figure(
    target: SheetCell,
    cell: Cell,
    values: Figures,
    places: Mapping[str, str],
    wrong: Mapping[str, Number],
) -> None:
    """Write a figure; a sum over a stated figure is no formula, for it would follow what is not true."""
    if (stated := wrong.get(cell.key)) is not None:
        target.value = stated
        target.fill = _MARK
        show = cell.kind.show
        computed = show(values[cell.key]) or "还有空格，算不出"
        target.comment = Comment(f"报告所填为 {show(stated)}，各项之和为 {computed}。", "reportdesk")
    elif cell.is_derived and not any(key in wrong for _, key in cell.parts):
        target.value = sum_formula(cell.parts, places, values)
    else:
        target.value = values[cell.key]


def _set_measures(sheet: Worksheet, grid: Grid) -> None:
    widths = [_PAPER_WIDTH_DIGITS * width / sum(grid.table.widths) for width in grid.table.widths]
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = round(width, 2)
    labels = ((place.box, place.text) for place in grid.places)
    rows = sum(len(band) for band in grid.bands)
    for row, lines in enumerate(label_lines(labels, widths, rows), start=1 + TITLE_ROWS):
        sheet.row_dimensions[row].height = height_pt(lines)


def _set_print(sheet: Worksheet, grid: Grid) -> None:
    fit_to_page(sheet)
    heads = TITLE_ROWS + grid.repeated_rows
    sheet.freeze_panes = f"{get_column_letter(grid.table.label_columns + 1)}{heads + 1}"
    sheet.print_title_rows = f"1:{heads}"
