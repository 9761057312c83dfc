"""The sheets 汇总: the tables as on paper, every figure a formula over 明细, its result beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reportdesk.collect.collection import Collection
from reportdesk.collect.outgoing.xlsx import Cell, Formula, SheetData, column_letters
from reportdesk.collect.outgoing.xlsx_frame import Style
from reportdesk.form.model import Form
from reportdesk.form.parts import Table
from reportdesk.form.spans import Box, lay_out
from reportdesk.report.totals import Figures
from reportdesk.writers.workbook.table import sum_formula

_DETAIL = "明细"
_COLUMNS_BEFORE = 2
_HEADS = 2
_WILDCARDS = "~*?"
_STYLES: dict[str, Style] = {"title": "head", "corner": "head", "head": "head", "label": "label"}
_WIDTH = 13.0
_TITLE_HEIGHT = 28.0

Grid = dict[tuple[int, int], Cell]


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
        self._grid: Grid = {}
        self._merges: list[tuple[int, int, int, int]] = []
        self._places: dict[str, str] = {}

    def sheet(self, name: str, title: str) -> SheetData:
        """Return the sheet under a title."""
        width = max(lay_out(table).columns for table in self._form.tables)
        heights = {0: _TITLE_HEIGHT}
        self._put(Box(0, 0, 1, width, "title", title), 0, "title")
        top = 2
        for table in self._form.tables:
            heading = self._form.section_of_table(table.key).heading
            self._put(Box(0, 0, 1, lay_out(table).columns, "title", heading), top, "title")
            heights[top] = _TITLE_HEIGHT
            top = self._table(table, top + 1) + 1
        rows = (
            [self._grid.get((row, column), (None, "plain")) for column in range(width)] for row in range(top)
        )
        return SheetData(name, rows, self._merges, [_WIDTH] * width, (1, 0), heights)

    def _table(self, table: Table, top: int) -> int:
        sheet = lay_out(table)
        self._places |= {
            box.key: f"{column_letters(box.column)}{top + box.row + 1}" for box in sheet.boxes if box.key
        }
        for box in sheet.boxes:
            self._put(box, top, _STYLES.get(box.role, "figure"))
        return top + sheet.rows

    def _put(self, box: Box, top: int, style: Style) -> None:
        row = top + box.row
        if box.rows > 1 or box.columns > 1:
            self._merges.append((row, box.column, box.rows, box.columns))
        for down in range(box.rows):
            for right in range(box.columns):
                self._grid[row + down, box.column + right] = (None, style)
        self._grid[row, box.column] = self._figure(box.key) if box.key else (box.text, style)

    def _figure(self, key: str) -> Cell:
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


def _criterion(group: str) -> str:
    """Return a group's name as the criterion of SUMIF that fits itself alone."""
    escaped = "".join(f"~{letter}" if letter in _WILDCARDS else letter for letter in group)
    plain = escaped if escaped == group and group[:1] not in "<>=" else f"={escaped}"
    return '"' + plain.replace('"', '""') + '"'
