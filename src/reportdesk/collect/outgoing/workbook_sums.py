"""The sheets 汇总: the tables as on paper, every figure a formula over 明细, its result beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import ceil

from reportdesk.collect.collection import Collection
from reportdesk.collect.outgoing.xlsx import Formula, SheetData, StyledCell, column_letters
from reportdesk.collect.outgoing.xlsx_frame import CellStyleName
from reportdesk.collect.outgoing.xlsx_print import print_whole
from reportdesk.form.model import Form
from reportdesk.form.parts import Table
from reportdesk.form.spans import Box, lay_out
from reportdesk.report.totals import Figures
from reportdesk.writers.workbook.measures import CHARACTER_WIDTH_DIGITS, height_pt, label_lines
from reportdesk.writers.workbook.table import sum_formula

_DETAIL = "明细"
_COLUMNS_BEFORE = 2
_HEADS = 2
_WILDCARDS = "~*?"
_STYLES: dict[str, CellStyleName] = {"title": "head", "corner": "head", "head": "head", "label": "label"}
#: Of a figure's column, in digits; a label's has room for its words in so many lines, up to a width.
_WIDTH, _MOST_WIDTH, _LABEL_LINES = 9.5, 24.0, 3
_TITLE_HEIGHT, _GAP_HEIGHT = 28.0, 12.0

StyledGrid = dict[tuple[int, int], StyledCell]


@lru_cache(maxsize=8)
def detail_letters(form: Form) -> Mapping[str, str]:
    """Return the letters of each cell's column in 明细."""
    return {key: column_letters(number) for number, key in enumerate(form.cells, _COLUMNS_BEFORE)}


def sum_sheet(collection: Collection, name: str, group: str = "") -> SheetData:
    """Return the sheet of the whole sum, or of one group's."""
    form, total = collection.form, collection.total
    values = total.groups[group] if group else total.cells
    rows = len(total.added) + len(collection.decisions.adjustments)
    writer = _Tables(form, values, group, max(rows, 1))
    title = f"{collection.organ}{collection.year}年政府信息公开工作年度报告汇总" + (
        f"（{group}）" if group else ""
    )
    return writer.sheet(name, f"{title}：{_units(collection, group)} 个单位")


def _units(collection: Collection, group: str) -> int:
    return sum(not group or state.unit.group == group for state in collection.total.added)


class _Tables:
    """Lays the tables one below the other on one grid."""

    def __init__(self, form: Form, values: Figures, group: str, rows: int) -> None:
        self._form, self._values, self._group = form, values, group
        self._last = _HEADS + rows
        self._letters = detail_letters(form)
        self._grid: StyledGrid = {}
        self._merges: list[tuple[int, int, int, int]] = []
        self._places: dict[str, str] = {}

    def sheet(self, name: str, title: str) -> SheetData:
        """Return the sheet under a title."""
        widths = _widths(self._form.tables)
        width = len(widths)
        heights, blocks = {0: _TITLE_HEIGHT, 1: _GAP_HEIGHT}, []
        self._put(Box(0, 0, 1, width, "title", title), 0, "title")
        top = 2
        for table in self._form.tables:
            heading = self._form.section_of_table(table.key).heading
            self._put(Box(0, 0, 1, lay_out(table).columns, "title", heading), top, "title")
            first = top
            top = self._table(table, top + 1) + 1
            heights |= {first: _TITLE_HEIGHT, top - 1: _GAP_HEIGHT, **_heights(table, first + 1, widths)}
            blocks.append((first, sum(heights[row] for row in range(first, top))))
        rows = (
            [self._grid.get((row, column), (None, "plain")) for column in range(width)] for row in range(top)
        )
        pages = print_whole(widths, blocks, _TITLE_HEIGHT + _GAP_HEIGHT)
        return SheetData(name, rows, self._merges, widths, (1, 0), heights, pages)

    def _table(self, table: Table, top: int) -> int:
        sheet = lay_out(table)
        self._places |= {
            box.key: f"{column_letters(box.column)}{top + box.row + 1}" for box in sheet.boxes if box.key
        }
        for box in sheet.boxes:
            self._put(box, top, _STYLES.get(box.role, "figure"))
        return top + sheet.rows

    def _put(self, box: Box, top: int, style: CellStyleName) -> None:
        row = top + box.row
        if box.rows > 1 or box.columns > 1:
            self._merges.append((row, box.column, box.rows, box.columns))
        for down in range(box.rows):
            for right in range(box.columns):
                self._grid[row + down, box.column + right] = (None, style)
        self._grid[row, box.column] = self._figure(box.key) if box.key else (box.text, style)

    def _figure(self, key: str) -> StyledCell:
        cell, figure = self._form.cells[key], self._values.get(key)
        if cell.is_derived:
            text = sum_formula(cell.parts, self._places, self._values)
            return Formula(text.removeprefix("="), figure), "sum"
        return Formula(self._over_detail(key, is_blank=figure is None), figure), "figure"

    def _over_detail(self, key: str, *, is_blank: bool) -> str:
        """Return the formula over a column of 明细; one that is blank in every unit shows nothing so far."""
        letters = self._letters[key]
        column = f"{_DETAIL}!{letters}{_HEADS + 1}:{letters}{self._last}"
        if not self._group:
            total = f"SUM({column})"
            return f'IF(COUNT({column})=0,"",{total})' if is_blank else total
        groups = f"{_DETAIL}!$B${_HEADS + 1}:$B${self._last}"
        wanted = _criterion(self._group)
        total = f"SUMIF({groups},{wanted},{column})"
        return f'IF(COUNTIFS({groups},{wanted},{column},"<>")=0,"",{total})' if is_blank else total


def _widths(tables: Sequence[Table]) -> list[float]:
    """Return the widths of the columns that all tables share."""
    widths = [_WIDTH] * max(lay_out(table).columns for table in tables)
    for table in tables:
        for box in lay_out(table).boxes:
            if box.role == "label" and box.columns == 1:
                characters = ceil(len(box.text) / (_LABEL_LINES * box.rows))
                needed = min(_MOST_WIDTH, ceil(characters * CHARACTER_WIDTH_DIGITS) + 1)
                widths[box.column] = max(widths[box.column], needed)
    return widths


def _heights(table: Table, top: int, widths: Sequence[float]) -> dict[int, float]:
    """Return the heights of a table's rows, which begin at row `top`, so that every label is whole."""
    sheet = lay_out(table)
    lines = label_lines(((box, box.text) for box in sheet.boxes), widths, sheet.rows)
    return {top + row: height_pt(number) for row, number in enumerate(lines)}


def _criterion(group: str) -> str:
    """Return a group's name as the criterion of SUMIF that fits itself alone."""
    escaped = "".join(f"~{letter}" if letter in _WILDCARDS else letter for letter in group)
    plain = escaped if escaped == group and group[:1] not in "<>=" else f"={escaped}"
    return '"' + plain.replace('"', '""') + '"'
