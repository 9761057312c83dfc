"""A figure counts only under a label that is known: another order of columns, or another one, moves none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.readers import read_source
from reportdesk.readers.protocol import Source
from reportdesk.report.model import Report

COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
KEYS = ["natural_person", "business", "research", "public_interest", "legal_service", "other", "total"]
PARTS = [[7 * row % 23 + 2, 31 - row, 2 * row + 3, 5 * row % 11, row % 4, 40 + row] for row in range(1, 26)]
LABELS = [row.labels[-1] for row in load_edition("2021").tables[1].band[0].row]
ROWS = {label: [*row, sum(row)] for label, row in zip(LABELS, PARTS, strict=False)}
RECEIVED = LABELS[0]
WRONG_SUM = sum(PARTS[0]) + 1
GROUPS = {"行政复议": [3, 1, 0, 2, 6], "未经复议直接起诉": [7, 4, 1, 0, 12], "复议后起诉": [2, 0, 5, 1, 8]}
LEAVES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
WAYS = ["\t", "   ", "｜"]


def read(*lines: str) -> Report:
    text = "\n".join(
        ["青河县水利局2023年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", *lines]
    )
    return read_source(Source(Path("年报.txt"), text.encode())).report


def read_page(rows: Sequence[Sequence[str]]) -> Report:
    made = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    page = (
        f"<html><body><h1>青河县水利局2023年政府信息公开工作年度报告</h1><table>{made}</table></body></html>"
    )
    return read_source(Source(Path("年报.html"), page.encode())).report


def table(heads: Sequence[str], figures: Mapping[str, Sequence[int]] = ROWS) -> list[list[str]]:
    return [list(heads), *([label, *map(str, row)] for label, row in figures.items())]


def lines_of(rows: Sequence[Sequence[str]], joint: str) -> list[str]:
    return [joint.join(row) for row in rows]


def received(report: Report) -> list[object]:
    return [report.cells.get(f"requests.received.{key}") for key in KEYS[:-1]]


def is_named(report: Report, part: str) -> bool:
    return any(part in key for note in report.notes for key in note.cells)


def is_blank_and_named(report: Report, part: str = "requests.received.") -> bool:
    held = {**report.cells, **report.stated}
    return not any(part in key and value is not None for key, value in held.items()) and is_named(
        report, part
    )


@pytest.mark.parametrize("joint", WAYS)
@pytest.mark.parametrize(
    "heads",
    [
        [*COLUMNS[:2], "个体工商户", *COLUMNS[3:]],
        [*COLUMNS[:4], "会计师事务所", *COLUMNS[5:]],
        ["自然人", "商业企业", "公益组织", "科研单位", "会计师事务所", "其他", "总计"],
        [*COLUMNS[:5], "总计", "上年总计"],
        [*COLUMNS[:5], "总计", "总计（去年）"],
        [*COLUMNS[:6], "历年累计"],
        [*COLUMNS[:5], "总计", "总计"],
        ["乡镇", "街道", "村", "社区", "学校", "医院", "全部"],
    ],
)
def test_a_column_that_is_not_the_form_s_takes_its_row_s_figures_away(heads: list[str], joint: str) -> None:
    assert is_blank_and_named(read(*lines_of(table(["事项", *heads]), joint)))
    assert (
        is_blank_and_named(read_page(table(["事项", *heads]))) or not read_page(table(["事项", *heads])).cells
    )


def test_an_unknown_column_among_labels_one_below_the_other() -> None:
    heads = ["事项", *COLUMNS[:2], "个体工商户", *COLUMNS[3:]]
    assert is_blank_and_named(read(*heads, *lines_of(table([])[1:], "\t")))


@pytest.mark.parametrize("joint", WAYS)
@pytest.mark.parametrize("order", [[6, 5, 0, 3, 2, 1, 4], [1, 0, 2, 3, 4, 5, 6], [0, 1, 3, 2, 4, 6, 5]])
def test_known_labels_in_another_order_are_followed(order: list[int], joint: str) -> None:
    figures = {label: [row[place] for place in order] for label, row in ROWS.items()}
    rows = table(["事项", *(COLUMNS[place] for place in order)], figures)
    assert received(read(*lines_of(rows, joint))) == PARTS[0]
    assert received(read_page(rows)) == PARTS[0]


@pytest.mark.parametrize("joint", WAYS)
@pytest.mark.parametrize("heads", [["事项", "行次", *COLUMNS], ["行次", *COLUMNS], []])
def test_a_number_of_a_row_is_no_figure_where_a_column_is_missing(heads: list[str], joint: str) -> None:
    figures = {label: [number, *row[:2], *row[3:]] for number, (label, row) in enumerate(ROWS.items(), 1)}
    rows = [row for row in table(heads, figures) if row]
    assert is_blank_and_named(read(*lines_of(rows, joint)))


@pytest.mark.parametrize("joint", WAYS)
def test_without_labels_of_columns_sums_that_agree_tell_them(joint: str) -> None:
    lines = lines_of(table([])[1:], joint)
    assert received(read(*lines)) == PARTS[0]
    wrong = [line.replace(str(sum(PARTS[0])), str(WRONG_SUM)) for line in lines]
    assert is_blank_and_named(read(*wrong))


def test_a_wrong_sum_below_all_labels_is_read_as_printed() -> None:
    lines = lines_of(table(["事项", *COLUMNS]), "\t")
    report = read(*(line.replace(str(sum(PARTS[0])), str(WRONG_SUM)) for line in lines))
    assert received(report) == PARTS[0]
    assert report.stated["requests.received.total"] == WRONG_SUM


@pytest.mark.parametrize("joint", WAYS)
def test_numbers_of_rows_before_their_labels_are_left_out(joint: str) -> None:
    rows = [["序号", "项目", *COLUMNS]]
    rows += [[str(number), *row] for number, row in enumerate(table([])[1:], 1)]
    report = read(*lines_of(rows, joint))
    assert received(report) == PARTS[0]
    assert not any(note.code == "read.unplaced" for note in report.notes)


@pytest.mark.parametrize("joint", WAYS)
@pytest.mark.parametrize("head", ["历年累计件数", "2019年至今件数", "上年制发件数", "本年制发件数（上年）"])
def test_files_of_other_years_are_not_this_year_s(head: str, joint: str) -> None:
    rows = [
        ["信息内容", head, "本年废止件数", "现行有效件数"],
        ["规章", "7", "1", "9"],
        ["行政规范性文件", "6", "0", "8"],
    ]
    assert "disclosure.rules.issued" not in read(*lines_of(rows, joint)).cells


@pytest.mark.parametrize("order", [[0, 2, 1], [1, 2, 0], [2, 0, 1]])
def test_groups_of_columns_in_another_order_move_no_figure(order: list[int]) -> None:
    names = [list(GROUPS)[place] for place in order]
    above = ["行政复议" if name == "行政复议" else "行政诉讼" for name in names]
    heads = [name for before, name in pairwise(["", *above]) if name != before]
    figures = [str(figure) for name in names for figure in GROUPS[name]]
    lower = [name for name in names if name != "行政复议"]
    rows = [heads, lower, LEAVES * 3, figures]
    report = read(
        *lines_of(table(["事项", *COLUMNS]), "\t"), "四、行政复议、行政诉讼情况", *lines_of(rows, "\t")
    )
    assert is_blank_and_named(report, "disputes.")


def test_columns_called_the_same_need_their_groups() -> None:
    figures = [str(figure) for row in GROUPS.values() for figure in row]
    rows = [["行政复议", "行政诉讼"], LEAVES * 3, figures]
    report = read(
        *lines_of(table(["事项", *COLUMNS]), "\t"), "四、行政复议、行政诉讼情况", *lines_of(rows, "\t")
    )
    assert is_blank_and_named(report, "disputes.")


def test_a_label_behind_figures_is_not_theirs() -> None:
    """The pieces of a label stand around its figures or before them, never behind."""
    lines = ["事项", *COLUMNS]
    for label, row in ROWS.items():
        figures = list(map(str, row))
        is_cut = "公开出版物" in label
        lines += ["不详", "甲乙", *figures, label[:7], label[7:]] if is_cut else [label, *figures]
    report = read(*lines)
    assert received(report) == PARTS[0]
    assert not any("not_processed_publication" in key for key in report.cells)
