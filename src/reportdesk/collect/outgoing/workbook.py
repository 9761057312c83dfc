"""The collection's workbook: 汇总 as on paper over 明细, units, problems, and who is alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.statuses import STATUS_WORDS, UnitState
from reportdesk.collect.counting.unit_figures import unit_figures
from reportdesk.collect.outgoing.as_json import blank_cells
from reportdesk.collect.outgoing.workbook_sums import detail_letters, sum_sheet
from reportdesk.collect.outgoing.xlsx import (
    CellValue,
    Formula,
    SheetData,
    StyledCell,
    packed_sheets,
    sheet_names,
)
from reportdesk.collect.outgoing.xlsx_frame import Properties
from reportdesk.collect.outgoing.xlsx_print import Print
from reportdesk.examined.answer import number_in
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.place import column_of, row_of
from reportdesk.form.severity import SEVERITIES
from reportdesk.report.dates import moment_of
from reportdesk.report.totals import Figures
from reportdesk.writers.workbook.measures import digits_of, height_pt, lines_in
from reportdesk.writers.workbook.table import sum_formula

DETAIL, SUMS = "明细", "汇总"
#: The headings of the columns before the cells in 明细, and how many rows of headings stand above its units.
DETAIL_COLUMNS = ("单位", "类别")
DETAIL_HEADS = 2
#: Marks the workbook as ours, so that next year's collection can read it back.
MARK = "reportdesk.collect"
ADJUSTMENT = "调整"

#: Two hundred columns go over some pages, each with the units in front.
_DETAIL_WIDTH, _DETAIL_SCALE = 9.0, 60
#: The least and the most digits of a column that is as wide as its words need.
_LEAST_WIDTH, _MOST_WIDTH = 7.0, 40.0

#: Stands for a row in formulas that are made for all rows; no sheet has so many.
_SOME_ROW = "9999999"
_WRITTEN = "%Y-%m-%d %H:%M"


def collection_workbook(collection: Collection) -> bytes:
    """Return the workbook of a collection."""
    groups = [group for group in collection.roster.groups if group in collection.total.groups]
    fixed = (DETAIL, "单位", "问题", "相似")
    names = sheet_names((SUMS, *fixed, *(f"{SUMS}·{group}" for group in groups)))
    sheets = [
        sum_sheet(collection, names[0]),
        *(sum_sheet(collection, name, group) for name, group in zip(names[5:], groups, strict=True)),
        _detail(collection),
        _units(collection),
        _problems(collection),
        _alike(collection),
    ]
    organ = collection.organ
    marks = f"{MARK} edition={collection.form.edition} year={collection.year}"
    return packed_sheets(sheets, Properties(f"{organ}{collection.year}年汇总", organ, marks))


def _head(*texts: str) -> list[StyledCell]:
    return [(text, "head") for text in texts]


def _detail(collection: Collection) -> SheetData:
    form = collection.form
    widths = [28.0, 12.0] + [_DETAIL_WIDTH] * len(form.cells)
    merges = [(0, 0, 2, 1), (0, 1, 2, 1)]
    heads = [[row_label(form, key) for key in form.cells], [column_of(form, key) for key in form.cells]]
    heights = {
        row: height_pt(max(lines_in(text, _DETAIL_WIDTH) for text in texts))
        for row, texts in enumerate(heads)
    }
    frozen = (DETAIL_HEADS, len(DETAIL_COLUMNS))
    return SheetData(DETAIL, _detail_rows(collection), merges, widths, frozen, heights, Print(_DETAIL_SCALE))


def _detail_rows(collection: Collection) -> Iterator[list[StyledCell]]:
    form = collection.form
    keys = list(form.cells)
    yield _head(*DETAIL_COLUMNS, *(row_label(form, key) for key in keys))
    yield _head("", "", *(column_of(form, key) for key in keys))
    formulas = _RowFormulas(form)
    for number, state in enumerate(collection.total.added, DETAIL_HEADS):
        here = partial(formulas.at, number)
        yield _detail_row(form, state.unit.name, state.unit.group, unit_figures(state), here)
    for made in collection.decisions.adjustments:
        amounts: Figures = {key: made.amount if key == made.cell else None for key in keys}
        yield [
            (f"{ADJUSTMENT}：{made.reason}", "label"),
            (ADJUSTMENT, "label"),
            *((amounts[key], "figure") for key in keys),
        ]


def row_label(form: Form, key: str) -> str:
    """Return what stands above a cell's column in the first row: its table and the row on paper."""
    return f"{form.table(form.cells[key].table).name} {row_of(form, key)}".strip()


class _RowFormulas:
    """The formulas of a unit's sums in 明细, made once for all rows."""

    def __init__(self, form: Form) -> None:
        places = {key: f"{letters}{_SOME_ROW}" for key, letters in detail_letters(form).items()}
        full: Figures = dict.fromkeys(form.cells, 0)
        blank: Figures = dict.fromkeys(form.cells)
        self._full = {cell.key: sum_formula(cell.parts, places, full)[1:] for cell in form.derived}
        self._blank = {cell.key: sum_formula(cell.parts, places, blank)[1:] for cell in form.derived}

    def at(self, row: int, key: str, figure: Number | None) -> Formula:
        """Return the formula of a sum in a row counted from 0, and its result."""
        text = (self._blank if figure is None else self._full)[key]
        return Formula(text.replace(_SOME_ROW, str(row + 1)), figure)


def _detail_row(
    form: Form, name: str, group: str, values: Figures, formulas: Callable[[str, Number | None], Formula]
) -> list[StyledCell]:
    row: list[StyledCell] = [(name, "label"), (group, "label")]
    for key, cell in form.cells.items():
        figure = values.get(key)
        row.append((formulas(key, figure), "sum") if cell.is_derived else (figure, "figure"))
    return row


def _units(collection: Collection) -> SheetData:
    extra = list(dict.fromkeys(key for state in collection.states for key in state.unit.extra))
    headings = ("单位", "别名", "类别", "上级", "含下属", "联系人", "电话", "备注", *extra)
    state_headings = (
        "状态",
        "计入汇总",
        "文件",
        "写成时间",
        *SEVERITIES.values(),
        "空格",
        "退回",
        "答复",
        "处理意见",
    )

    added = {state.unit.name for state in collection.total.added}
    rows = [_head(*headings, *state_headings)]
    for state in collection.states:
        unit = state.unit
        known = (unit.name, "、".join(unit.aliases), unit.group, unit.superior)
        more = ("是" if unit.has_subordinates else "", unit.contact, unit.phone, unit.remark)
        own = (*known, *more, *(unit.extra.get(key, "") for key in extra))
        state_values = _state_values(collection, state, is_added=unit.name in added)
        rows.append([(text, "text") for text in (*own, *state_values)])
    return SheetData("单位", rows, (), _fitting(rows), (1, 1))


def _fitting(rows: Sequence[Sequence[StyledCell]]) -> list[float]:
    """Return for each column the width that its longest words need, within limits."""
    return [
        min(_MOST_WIDTH, max(_LEAST_WIDTH, *(digits_of(_value_in_words(value)) + 2 for value, _ in column)))
        for column in zip(*rows, strict=True)
    ]


def _value_in_words(value: CellValue) -> str:
    return "" if value is None or isinstance(value, Formula) else str(value)


def _state_values(collection: Collection, state: UnitState, *, is_added: bool) -> tuple[CellValue, ...]:
    decisions, name, counted = collection.decisions, state.unit.name, state.counted
    written = "；".join(_moment(file.written) for file in state.files)
    counts = tuple(counted.count(severity) if counted else None for severity in SEVERITIES)
    blank = blank_cells(state) if counted else None
    days = (decisions.returned.get(name, ""), decisions.answered.get(name, ""))
    files = "；".join(file.name for file in state.files)
    is_in = "是" if is_added else "否"
    return (
        STATUS_WORDS[state.status],
        is_in,
        files,
        written,
        *counts,
        blank,
        *days,
        decisions.remarks.get(name, ""),
    )


def _moment(seconds: float) -> str:
    return moment_of(seconds).strftime(_WRITTEN) if seconds else ""


def _problems(collection: Collection) -> SheetData:
    headings = ("单位", "程度", "代码", "表", "行", "栏", "左边的数", "右边的数", "相差", "说明", "文件")
    form = collection.form

    def rows() -> Iterator[list[StyledCell]]:
        yield _head(*headings)
        for finding in collection.findings:
            units, files = "、".join(finding.units), "、".join(finding.files)
            figures = (finding.left, finding.right, finding.difference)
            head = (
                units,
                SEVERITIES[finding.severity],
                finding.code,
                *_place_of_finding(form, finding.cells),
            )
            yield [(value, "text") for value in (*head, *figures, finding.message, files)]
        for state in collection.states:
            for one in state.counted.findings if state.counted else ():
                own = state.counted.form if state.counted else form
                found_ = (number_in(one.left), number_in(one.right), number_in(one.difference))
                word = SEVERITIES[one.severity]
                lead = (state.unit.name, word, one.code, *_place_of_finding(own, tuple(one.cells)))
                file = state.counted.name if state.counted else ""
                yield [(value, "text") for value in (*lead, *found_, one.message, file)]

    return SheetData("问题", rows(), (), [22, 7, 18, 6, 22, 10, 9, 9, 9, 52, 26], (1, 1))


def _place_of_finding(form: Form, cells: tuple[str, ...]) -> tuple[str, str, str]:
    if not cells or cells[0] not in form.cells:
        return "", "", ""
    key = cells[0]
    return form.table(form.cells[key].table).name, row_of(form, key), column_of(form, key)


def _alike(collection: Collection) -> SheetData:
    def rows() -> Iterator[list[StyledCell]]:
        yield _head("单位", "另一单位", "部分", "相同", "文件", "另一文件")
        for pair in collection.pairs:
            files = [state.counted.name if state.counted else "" for state in (pair.one, pair.other)]
            heading = collection.form.heading_of(pair.section)
            values = (pair.one.unit.name, pair.other.unit.name, heading, f"{pair.likeness:.0%}", *files)
            yield [(value, "text") for value in values]

    return SheetData("相似", rows(), (), [24, 24, 22, 7, 34, 34], (1, 0))
