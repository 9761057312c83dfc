"""The three tables look alike in Word, Excel and HTML, merged as the notice prints them."""

from collections.abc import Callable

import pytest

from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from reportdesk.writers import render
from tests.writers.paper import Paper, Spot, excel_tables, html_tables, word_tables

READ: dict[str, Callable[[bytes], list[Paper]]] = {
    ".docx": word_tables,
    ".xlsx": excel_tables,
    ".html": html_tables,
}

RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


@pytest.fixture(params=READ)
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def papers(suffix: str, suqian: Report) -> list[Paper]:
    return READ[suffix](render(suqian, suffix))


def test_sizes(papers: list[Paper]) -> None:
    assert [(paper.rows, paper.columns) for paper in papers] == [(14, 4), (28, 10), (4, 15)]


def test_table_of_disclosure(papers: list[Paper]) -> None:
    paper = papers[0]
    titles = {
        0: "第二十条第（一）项",
        4: "第二十条第（五）项",
        7: "第二十条第（六）项",
        11: "第二十条第（八）项",
    }
    for row, title in titles.items():
        assert [spot for spot in paper.spots if spot.row == row] == [Spot(row, 0, 1, 4, title)]
    assert paper.texts(1) == ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    assert paper.texts(2)[0] == "规章"
    assert paper.texts(3)[0] == "行政规范性文件"
    wide = {5: "本年处理决定数量", 8: "本年处理决定数量", 12: "本年收费金额（单位：万元）"}
    for row, label in wide.items():
        assert paper.at(row, 0).text == "信息内容"
        assert paper.at(row, 1) == Spot(row, 1, 1, 3, label)
    for row, label in {6: "行政许可", 9: "行政处罚", 10: "行政强制", 13: "行政事业性收费"}.items():
        assert paper.at(row, 0).text == label
        assert (paper.at(row, 1).rows, paper.at(row, 1).columns) == (1, 3)


def test_table_of_requests(papers: list[Paper]) -> None:
    paper = papers[1]
    corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    assert paper.at(0, 0) == Spot(0, 0, 3, 3, corner)
    assert paper.at(0, 3) == Spot(0, 3, 1, 7, "申请人情况")
    assert paper.at(1, 3) == Spot(1, 3, 2, 1, "自然人")
    assert paper.at(1, 4) == Spot(1, 4, 1, 5, "法人或其他组织")
    assert paper.at(1, 9) == Spot(1, 9, 2, 1, "总计")
    assert paper.texts(2) == ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    across = {
        3: "一、本年新收政府信息公开申请数量",
        4: "二、上年结转政府信息公开申请数量",
        27: "四、结转下年度继续办理",
    }
    for row, label in across.items():
        assert paper.at(row, 0) == Spot(row, 0, 1, 3, label)
    assert paper.at(5, 0) == Spot(5, 0, 22, 1, "三、本年度办理结果")
    assert paper.at(5, 1) == Spot(5, 1, 1, 2, "（一）予以公开")
    assert paper.at(6, 1).columns == 2
    assert paper.at(26, 1) == Spot(26, 1, 1, 2, "（七）总计")
    groups = {
        7: (8, "（三）不予公开"),
        15: (3, "（四）无法提供"),
        18: (5, "（五）不予处理"),
        23: (3, "（六）其他处理"),
    }
    for row, (rows, label) in groups.items():
        assert paper.at(row, 1) == Spot(row, 1, rows, 1, label)
    assert paper.at(14, 2) == Spot(14, 2, 1, 1, "8.属于行政查询事项")


def test_table_of_disputes(papers: list[Paper]) -> None:
    paper = papers[2]
    assert paper.at(0, 0) == Spot(0, 0, 1, 5, "行政复议")
    assert paper.at(0, 5) == Spot(0, 5, 1, 10, "行政诉讼")
    assert [paper.at(1, column) for column in range(5)] == [
        Spot(1, column, 2, 1, label) for column, label in enumerate(RESULTS)
    ]
    assert paper.at(1, 5) == Spot(1, 5, 1, 5, "未经复议直接起诉")
    assert paper.at(1, 10) == Spot(1, 10, 1, 5, "复议后起诉")
    assert paper.texts(2) == RESULTS * 2
    assert len(paper.texts(3)) == 15


def test_every_figure_stands_in_printed_order(suffix: str, suqian: Report) -> None:
    values = figures(suqian)
    first = {"disclosure": 1, "requests": 3, "disputes": 0}
    for table, paper in zip(suqian.form.tables, READ[suffix](render(suqian, suffix)), strict=True):
        cells = suqian.form.cells_of(table.key)
        found = [spot.text for spot in paper.spots if _is_figure(spot, paper, first[table.key])]
        expected = [cell.kind.show(values[cell.key]) for cell in cells]
        assert len(found) == len(expected)
        for cell, text, figure in zip(cells, found, expected, strict=True):
            assert text == figure or (suffix == ".xlsx" and cell.is_derived and text.startswith("="))


def _is_figure(spot: Spot, paper: Paper, labels: int) -> bool:
    heads = {14: {0, 1, 4, 5, 7, 8, 11, 12}, 28: {0, 1, 2}, 4: {0, 1, 2}}[paper.rows]
    return spot.column >= labels and spot.row not in heads


def test_blank_stays_blank_and_a_stated_figure_is_printed(suffix: str, form: object, suqian: Report) -> None:
    blank = Report(suqian.form, stated={"requests.total.total": 7})
    texts = [spot.text for paper in READ[suffix](render(blank, suffix)) for spot in paper.spots]
    assert "7" in texts
    assert "0" not in texts
    assert "None" not in texts


def test_a_form_of_another_shape_needs_no_change_of_code(suffix: str, tiny: Report) -> None:
    (paper,) = READ[suffix](render(tiny, suffix))
    assert (paper.rows, paper.columns) == (11, 6)
    assert paper.at(0, 0) == Spot(0, 0, 1, 6, "（甲）图书流转")
    assert paper.at(1, 0) == Spot(1, 0, 3, 2, "类别")
    assert paper.at(2, 3) == Spot(2, 3, 1, 2, "未成年人")
    assert paper.at(4, 0) == Spot(4, 0, 3, 1, "流出")
    assert paper.at(7, 0) == Spot(7, 0, 1, 2, "归还")
    assert paper.at(9, 3) == Spot(9, 3, 1, 3, "经费（单位：万元）")
    if suffix != ".xlsx":
        assert paper.texts(4) == ["流出", "1.借出", "1", "2", "3", "6"]
        assert paper.texts(6) == ["3.小计", "5", "7", "9", "21"]
