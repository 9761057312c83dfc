"""The workbook: live formulas with their results, the same when calculated anew, and text that stays text."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.decisions import Adjustment, Decisions
from reportdesk.collect.outgoing.workbook import collection_workbook
from reportdesk.collect.outgoing.xlsx import Formula, SheetData, column_letters, packed_sheets, sheet_names
from reportdesk.collect.outgoing.xlsx_frame import Properties
from reportdesk.collect.outgoing.xlsx_print import print_whole
from reportdesk.collect.roster.roster_file import workbook_sheets
from reportdesk.form.spans import lay_out
from tests.collect.county import FEE, RECEIVED, collected, lay_down, report_of, roster, unit

BLANK = "disputes.reconsideration.upheld"
HOSTILE = '=cmd|"/c calc"!A1'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder = tmp_path_factory.mktemp("county")
    units = (
        unit("云溪县甲局", extra={"邮箱": "@SUM(1+1)"}, remark="-1+1"),
        unit("云溪县城关镇人民政府", "乡镇街道"),
        unit(HOSTILE, '>0"*?'),
        unit("云溪县乙局"),
    )
    for number, one in enumerate(units[:3]):
        cells = {RECEIVED: 3 + number, BLANK: None, FEE: "0.1"}
        lay_down(folder / f"{number}.json", report_of(one.name, cells))
    adjustment = Adjustment(RECEIVED, -1, "=1+1_x0041_<b>")
    return collected(folder, roster=roster(*units), decisions=Decisions(adjustments=(adjustment,)))


@pytest.fixture(scope="module")
def path(made: Collection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = tmp_path_factory.mktemp("out") / "汇总.xlsx"
    written.write_bytes(collection_workbook(made))
    return written


def paper(sheet: Worksheet, made: Collection) -> dict[str, Any]:
    """The figures of a sheet 汇总 by cell key, found by the paper grid."""
    found, top = {}, 3
    for table in made.form.tables:
        for box in lay_out(table).boxes:
            if box.key:
                found[box.key] = sheet.cell(top + box.row + 1, box.column + 1).value
        top += lay_out(table).rows + 2
    return found


def alike(value: Any, figure: Any) -> bool:
    if figure is None:
        return value in (None, "")
    return value is not None and abs(float(value) - float(figure)) < 1e-9


def test_the_sheets(made: Collection, path: Path) -> None:
    book = load_workbook(path)
    assert book.sheetnames == [
        "汇总", "汇总·部门", "汇总·乡镇街道", '汇总·>0"', "明细", "单位", "问题", "相似",
    ]  # fmt: skip
    assert book["明细"].freeze_panes == "C3"
    assert [cell.value for cell in book["明细"]["A"]] == [
        "单位",
        None,
        "云溪县甲局",
        "云溪县城关镇人民政府",
        HOSTILE,
        "调整：=1+1_x005F_x0041_<b>",
    ]


def test_results_are_stored_beside_formulas(made: Collection, path: Path) -> None:
    formulas, results = load_workbook(path), load_workbook(path, data_only=True)
    for name, values in [("汇总", made.total.cells), ("汇总·部门", made.total.groups["部门"])]:
        printed = paper(results[name], made)
        for key, figure in values.items():
            assert alike(printed[key], figure), (name, key)
        said = paper(formulas[name], made)
        assert all(str(text).startswith("=") for text in said.values())
    said = paper(formulas["汇总"], made)
    column = column_letters(2 + list(made.form.cells).index(RECEIVED))
    assert said[RECEIVED] == f"=SUM(明细!{column}3:{column}6)"
    assert "SUMIF(" in paper(formulas["汇总·部门"], made)[RECEIVED]
    assert made.total.cells[RECEIVED] == 3 + 4 + 5 - 1


def test_libreoffice_calculates_the_same(made: Collection, path: Path, soffice: Callable[..., Path]) -> None:
    # Without the stored results it must calculate.
    bare = path.with_name("bare.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", source.read(name))
            target.writestr(name, data)
    again = load_workbook(soffice(bare, ".xlsx"), data_only=True)
    for name, values in [
        ("汇总", made.total.cells),
        *((f"汇总·{g}", c) for g, c in made.total.groups.items()),
    ]:
        sheet = again[name if name in again.sheetnames else '汇总·>0"']
        printed = paper(sheet, made)
        wrong = {
            key: (printed[key], figure) for key, figure in values.items() if not alike(printed[key], figure)
        }
        assert wrong == {}, name


def test_office_finds_nothing_wrong(path: Path, ooxml_validator: Callable[[Path], list[str]]) -> None:
    assert ooxml_validator(path) == []


def test_hostile_names_stay_text(path: Path) -> None:
    book = load_workbook(path)
    for name in ("明细", "单位", "问题", "相似"):
        for row in book[name].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert name == "明细"
                    assert str(cell.value).startswith(("=SUM(", "=IF(COUNT(")) or cell.row > 2
    units = [[cell.value for cell in row] for row in book["单位"].iter_rows()]
    assert HOSTILE in [row[0] for row in units]
    assert {"@SUM(1+1)", "-1+1"} <= set(units[2])
    assert all(cell.data_type != "f" for row in book["单位"].iter_rows() for cell in row)


def test_every_sheet_tells_what_it_should(made: Collection, path: Path) -> None:
    book = load_workbook(path, data_only=True)
    units = list(book["单位"].iter_rows(values_only=True))
    head = list(units[0])
    missing = dict(zip(head, units[-1], strict=True))
    assert (missing["单位"], missing["状态"], missing["计入汇总"]) == ("云溪县乙局", "未报", "否")
    problems = list(book["问题"].iter_rows(values_only=True))
    assert problems[0][:4] == ("单位", "程度", "代码", "表")
    codes = {row[2] for row in problems}
    assert {"collect.missing", "collect.blank", "cell.blank"} <= codes
    blank = next(row for row in problems if row[2] == "collect.blank")
    assert blank[3] == "表四"
    assert len(list(book["相似"].iter_rows())) > 1


def test_it_is_printed_on_lying_pages_with_heads_on_each(path: Path) -> None:
    book = load_workbook(path)
    for sheet in book:
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")
        assert "&P" in str(sheet.oddFooter.center.text)
    assert (book["明细"].print_title_rows, book["明细"].print_title_cols) == ("$1:$2", "$A:$B")
    assert book["单位"].print_title_rows == "$1:$1"
    # Two hundred columns on the width of one page nobody can read.
    assert book["明细"].page_setup.scale == 60
    assert not book["明细"].sheet_properties.pageSetUpPr.fitToPage
    assert book["单位"].sheet_properties.pageSetUpPr.fitToPage


def test_no_table_of_the_sum_is_cut_and_no_label(made: Collection, path: Path) -> None:
    sheet = load_workbook(path)["汇总"]
    begins, top = [], 2
    for table in made.form.tables:
        begins.append(top)
        top += lay_out(table).rows + 2
    assert {brk.id for brk in sheet.row_breaks.brk} <= set(begins[1:])
    assert sheet.row_breaks.brk
    for number, table in zip(begins, made.form.tables, strict=True):
        for box in lay_out(table).boxes:
            if box.key or box.rows > 3:
                continue
            columns = range(box.column, box.column + box.columns)
            width = sum(sheet.column_dimensions[column_letters(column)].width for column in columns)
            rows = range(number + 2 + box.row, number + 2 + box.row + box.rows)
            height = sum(sheet.row_dimensions[row].height for row in rows)
            assert len(box.text) * 1.85 * 14 <= (width + 2) * height, box.text


def test_pages_cut_no_block_while_it_can_be_read() -> None:
    small = print_whole([10.0] * 5, [(2, 200.0), (10, 200.0), (20, 300.0)], 40.0)
    assert (small.scale, small.breaks) == (100, [20])
    wide = print_whole([10.0] * 15, [(2, 600.0), (30, 100.0)], 40.0)
    assert 55 < wide.scale < 90
    assert wide.breaks == [30]
    assert print_whole([10.0] * 90, [(2, 9000.0)], 40.0).scale == 55


def test_a_long_text_gets_as_many_lines_as_it_needs() -> None:
    long = SheetData("s", [[("很长的话" * 30, "text")], [("短", "text")]], widths=[20])
    sheet = load_workbook(BytesIO(packed_sheets([long], Properties("", "", ""))))["s"]
    assert sheet.row_dimensions[1].height > 12 * 14
    assert sheet.row_dimensions[2].height is None


def test_the_same_collection_gives_the_same_bytes(made: Collection) -> None:
    assert collection_workbook(made) == collection_workbook(replace(made))


def test_a_collection_without_units_is_written(
    tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(collection_workbook(collected(tmp_path)))
    assert ooxml_validator(path) == []


def test_sheet_names_are_such_as_office_takes() -> None:
    names = sheet_names(["汇总", "汇总", "a/b:c*?[]\\", "'x'", "", "长" * 40, "长" * 40, "A", "a"])
    assert names == ["汇总", "汇总(2)", "abc", "x", "表", "长" * 31, "长" * 27 + "(2)", "A", "a(2)"]


def test_letters_of_columns() -> None:
    assert [column_letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize("text", ["a\x0bb", "\ud800", "x" * 40_000, "_x0041_", "<&>\"'", " 前后 "])
def test_any_text_can_be_written(
    text: str, tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "x.xlsx"
    sheet = SheetData("s", [[(text, "text"), (Formula("1+1", 2), "sum"), (None, "plain")]])
    path.write_bytes(packed_sheets([sheet], Properties(text, text, text)))
    assert ooxml_validator(path) == []
    value = load_workbook(BytesIO(path.read_bytes()))["s"]["A1"].value
    assert isinstance(value, str)
    if text in {"<&>\"'", " 前后 "}:
        assert value == text
    (read,) = workbook_sheets(path.read_bytes(), "x")
    assert read.rows[0][0] == text.replace("\x0b", "\ufffd").replace("\ud800", "\ufffd")[:32_000]
