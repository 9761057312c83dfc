"""A table as a sheet of paper: the boxes of the notice, and for any labels no gap and no overlap."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.form.loader import load_edition, load_form
from reportdesk.form.parts import Band, Column, Row, Table
from reportdesk.form.spans import Box, Sheet, lay_out

FORM = load_edition("2021")
TINY = load_form(Path(__file__).parent.parent / "data" / "tiny-form")


def covers_once(sheet: Sheet) -> bool:
    places = [
        (box.row + down, box.column + across)
        for box in sheet.boxes
        for down, across in product(range(box.rows), range(box.columns))
    ]
    return sorted(places) == sorted(product(range(sheet.rows), range(sheet.columns)))


def labels(sheet: Sheet) -> list[tuple[int, int, int, int, str]]:
    return [(box.row, box.column, box.rows, box.columns, box.text) for box in sheet.boxes if not box.key]


@pytest.mark.parametrize(
    ("table", "rows", "columns"), [("disclosure", 14, 4), ("requests", 28, 10), ("disputes", 4, 15)]
)
def test_the_tables_of_2021_have_the_size_of_the_paper(table: str, rows: int, columns: int) -> None:
    sheet = lay_out(FORM.table(table))
    assert (sheet.rows, sheet.columns) == (rows, columns)
    assert covers_once(sheet)


def test_table_two_is_laid_out_as_the_notice_prints_it() -> None:
    sheet = lay_out(FORM.table("disclosure"))
    assert labels(sheet) == [
        (0, 0, 1, 4, "第二十条第（一）项"),
        (1, 0, 1, 1, "信息内容"),
        (1, 1, 1, 1, "本年制发件数"),
        (1, 2, 1, 1, "本年废止件数"),
        (1, 3, 1, 1, "现行有效件数"),
        (2, 0, 1, 1, "规章"),
        (3, 0, 1, 1, "行政规范性文件"),
        (4, 0, 1, 4, "第二十条第（五）项"),
        (5, 0, 1, 1, "信息内容"),
        (5, 1, 1, 3, "本年处理决定数量"),
        (6, 0, 1, 1, "行政许可"),
        (7, 0, 1, 4, "第二十条第（六）项"),
        (8, 0, 1, 1, "信息内容"),
        (8, 1, 1, 3, "本年处理决定数量"),
        (9, 0, 1, 1, "行政处罚"),
        (10, 0, 1, 1, "行政强制"),
        (11, 0, 1, 4, "第二十条第（八）项"),
        (12, 0, 1, 1, "信息内容"),
        (12, 1, 1, 3, "本年收费金额（单位：万元）"),
        (13, 0, 1, 1, "行政事业性收费"),
    ]
    assert sheet.box_of("disclosure.normative_documents.in_force") == Box(
        3, 3, 1, 1, "cell", key="disclosure.normative_documents.in_force"
    )
    assert sheet.box_of("disclosure.fees.amount") == Box(13, 1, 1, 3, "cell", key="disclosure.fees.amount")
    assert sheet.head_rows == (0, 1, 4, 5, 7, 8, 11, 12)


def test_table_three_is_laid_out_as_the_notice_prints_it() -> None:
    sheet = lay_out(FORM.table("requests"))
    boxes = {(box.row, box.column): (box.rows, box.columns, box.text) for box in sheet.boxes}
    corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    head = {
        (0, 0): (3, 3, corner),
        (0, 3): (1, 7, "申请人情况"),
        (1, 3): (2, 1, "自然人"),
        (1, 4): (1, 5, "法人或其他组织"),
        (1, 9): (2, 1, "总计"),
        (2, 4): (1, 1, "商业企业"),
        (2, 5): (1, 1, "科研机构"),
        (2, 6): (1, 1, "社会公益组织"),
        (2, 7): (1, 1, "法律服务机构"),
        (2, 8): (1, 1, "其他"),
    }
    side = {
        (3, 0): (1, 3, "一、本年新收政府信息公开申请数量"),
        (4, 0): (1, 3, "二、上年结转政府信息公开申请数量"),
        (5, 0): (22, 1, "三、本年度办理结果"),
        (5, 1): (1, 2, "（一）予以公开"),
        (6, 1): (1, 2, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
        (7, 1): (8, 1, "（三）不予公开"),
        (15, 1): (3, 1, "（四）无法提供"),
        (18, 1): (5, 1, "（五）不予处理"),
        (23, 1): (3, 1, "（六）其他处理"),
        (25, 2): (1, 1, "3.其他"),
        (26, 1): (1, 2, "（七）总计"),
        (27, 0): (1, 3, "四、结转下年度继续办理"),
    }
    for place, box in (head | side).items():
        assert boxes[place] == box
    items = {row for row, column in boxes if column == 2 and row > 2}
    assert items == set(range(7, 26))
    assert sheet.head_rows == (0, 1, 2)
    assert len([box for box in sheet.boxes if box.key]) == 25 * 7


def test_table_four_is_laid_out_as_the_notice_prints_it() -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    sheet = lay_out(FORM.table("disputes"))
    assert labels(sheet) == [
        (0, 0, 1, 5, "行政复议"),
        (0, 5, 1, 10, "行政诉讼"),
        *((1, place, 2, 1, result) for place, result in enumerate(results)),
        (1, 5, 1, 5, "未经复议直接起诉"),
        (1, 10, 1, 5, "复议后起诉"),
        *((2, 5 + place, 1, 1, result) for place, result in enumerate(results * 2)),
    ]
    assert [(box.row, box.column) for box in sheet.boxes if box.key] == [(3, place) for place in range(15)]


def test_a_form_of_another_shape_is_laid_out_by_its_labels() -> None:
    sheet = lay_out(TINY.table("loans"))
    assert (sheet.rows, sheet.columns) == (11, 6)
    assert covers_once(sheet)
    assert (4, 0, 3, 1, "流出") in labels(sheet)
    assert (7, 0, 1, 2, "归还") in labels(sheet)
    assert (9, 3, 1, 3, "经费（单位：万元）") in labels(sheet)


def test_a_cell_that_the_table_lacks_has_no_box() -> None:
    with pytest.raises(KeyError):
        lay_out(TINY.table("loans")).box_of("loans.lent.nobody")


def label_paths(most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Paths of few words, so that neighbours often share some, or one is the beginning of the other."""
    return st.lists(st.sampled_from("甲乙丙"), min_size=1, max_size=most).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    label_columns = draw(st.integers(0, 3))
    numbers = draw(st.integers(1, 5))
    bands = []
    for band in range(draw(st.integers(1, 3))):
        paths = label_paths(label_columns) if label_columns else st.just(())
        rows = draw(st.lists(paths, min_size=1, max_size=6))
        columns = draw(st.lists(label_paths(3), min_size=1, max_size=numbers))
        bands.append(
            Band(
                column=tuple(Column(f"c{place}", path) for place, path in enumerate(columns)),
                row=tuple(Row(f"b{band}r{place}", path) for place, path in enumerate(rows)),
                title=draw(st.sampled_from(["", "题"])),
                banner=draw(st.sampled_from(["", "栏"])),
                corner="角",
            )
        )
    return Table("t", "表", (1,) * (label_columns + numbers), label_columns, tuple(bands))


@given(tables())
def test_any_labels_cover_the_sheet_without_gap_or_overlap(table: Table) -> None:
    sheet = lay_out(table)
    assert covers_once(sheet)
    assert [(box.row, box.column) for box in sheet.boxes] == sorted((b.row, b.column) for b in sheet.boxes)
    wanted = [
        f"t.{row.key}.{column.key}" for band in table.band for row in band.row for column in band.column
    ]
    assert [box.key for box in sheet.boxes if box.key] == wanted
    assert all(box.row not in sheet.head_rows for box in sheet.boxes if box.key)


@given(tables())
def test_every_cell_stands_beside_and_below_all_its_labels(table: Table) -> None:
    sheet = lay_out(table)
    for band in table.band:
        for row, column in product(band.row, band.column):
            cell = sheet.box_of(f"t.{row.key}.{column.key}")
            beside = [
                box for box in sheet.boxes if box.role == "label" and meets(box.row, box.rows, cell.row)
            ]
            assert tuple(box.text for box in beside) == row.labels
            heads = [box for box in sheet.boxes if box.role == "head" and box.row < cell.row]
            above = [box.text for box in heads if meets(box.column, box.columns, cell.column)]
            assert tuple(above[-len(column.labels) :]) == column.labels


def meets(start: int, length: int, place: int) -> bool:
    return start <= place < start + length
