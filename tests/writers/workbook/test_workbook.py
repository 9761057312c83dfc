"""The workbook: numbers are numbers, sums live, what contradicts is marked, and the words are kept."""

import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from reportdesk.form.model import INTRO, Form
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from reportdesk.writers import render


def book(report: Report) -> Any:
    return load_workbook(BytesIO(render(report, ".xlsx")))


def test_sheets_bear_the_tables_names_and_headings(suqian: Report) -> None:
    written = book(suqian)
    assert written.sheetnames == ["表二", "表三", "表四", "文字"]
    assert [written[name]["A1"].value for name in written.sheetnames[:3]] == [
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ]


def test_figures_are_numbers_and_sums_are_formulas(suqian: Report) -> None:
    written = book(suqian)
    assert written["表二"]["B15"].value == 59237.2449
    requests = written["表三"]
    assert requests["D5"].value == 3402
    assert requests["J5"].value == "=SUM(D5:I5)"
    assert requests["D28"].value == "=SUM(D7:D27)"
    assert requests["J28"].value == "=SUM(D28:I28)"
    assert written["表四"]["E5"].value == "=SUM(A5:D5)"
    assert {cell.data_type for row in requests["D5:J29"] for cell in row} == {"n", "f"}


def test_a_sum_with_a_blank_part_shows_nothing_until_it_is_filled(form: Form) -> None:
    requests = book(Report(form, cells={"requests.received.natural_person": 3}))["表三"]
    assert requests["E5"].value is None
    assert requests["J5"].value == '=IF(COUNT(D5:I5)<6,"",SUM(D5:I5))'


def test_parts_that_are_no_neighbours_are_added_one_by_one(tiny: Report) -> None:
    sheet = book(tiny)["借阅表"]
    assert sheet["C8"].value == "=SUM(C6:C7)"
    change = replace(tiny.form.derived[0], parts=((1, "loans.lent.adults"), (-1, "loans.lent.school")))
    form = replace(tiny.form, cells={**tiny.form.cells, change.key: change})
    assert book(replace(tiny, form=form))["借阅表"]["F6"].value == "=C6-E6"


def test_a_stated_figure_that_contradicts_is_a_marked_number(suqian: Report) -> None:
    key = "requests.received.total"
    cell = book(replace(suqian, stated={key: 1}))["表三"]["J5"]
    assert cell.value == 1
    assert cell.comment.text == f"报告所填为 1，各项之和为 {figures(suqian)[key]}。"
    assert cell.fill.fgColor.rgb.endswith("FFE0B2")


def test_a_stated_figure_that_agrees_is_a_formula(suqian: Report) -> None:
    key = "requests.received.total"
    agreed = replace(suqian, stated={key: figures(suqian)[key]})
    assert book(agreed)["表三"]["J5"].value == "=SUM(D5:I5)"


def test_a_sum_over_a_figure_that_contradicts_is_the_sum_of_what_is_entered(suqian: Report) -> None:
    key = "requests.total.natural_person"
    correct = figures(suqian)
    sheet = book(replace(suqian, stated={key: 999_999}))["表三"]
    row = next(row for row in sheet.iter_rows() if any(cell.value == "（七）总计" for cell in row))
    assert row[3].value == 999_999
    assert row[-1].value == correct["requests.total.total"]


def test_text_that_looks_like_a_formula_stays_text(form: Form) -> None:
    texts = {"overview": "=HYPERLINK(1)\n+1\n@x"}
    sheet = book(Report(form, organ="=1+1", texts=texts))["文字"]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_sheet_of_words_keeps_what_the_tables_do_not_hold(form: Form) -> None:
    report = Report(
        form,
        organ="云溪县档案局",
        year=2023,
        level="department",
        signature_date="2024-01-08",
        texts={INTRO: "引言一", "overview": "甲\n\n乙", "requests": "说明"},
    )
    assert [row[:2] for row in book(report)["文字"].iter_rows(values_only=True)] == [
        ("项目", "内容"),
        ("版本", "2021"),
        ("年度", 2023),
        ("单位名称", "云溪县档案局"),
        ("单位层级", "部门"),
        ("标题", "云溪县档案局2023年政府信息公开工作年度报告"),
        ("落款单位", "云溪县档案局"),
        ("落款日期", "2024年1月8日"),
        ("引言", "引言一"),
        ("一、总体情况", "甲"),
        ("一、总体情况", None),
        ("一、总体情况", "乙"),
        ("三、收到和处理政府信息公开申请情况", "说明"),
    ]


def test_it_prints_on_one_page_and_scrolls_under_its_head(suqian: Report) -> None:
    written = book(suqian)
    assert [written[name].freeze_panes for name in ("表二", "表三", "表四")] == ["B2", "D5", "A5"]
    for sheet in written.worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("portrait", 9)


def test_every_box_has_its_borders(suqian: Report) -> None:
    sheet = book(suqian)["表三"]
    edges = [(cell.border.left.style, cell.border.top.style) for cell in sheet["D5:J29"][0]]
    assert set(edges) == {("thin", "thin")}
    assert sheet["J2"].border.right.style == "thin"


def test_the_same_report_gives_the_same_bytes(suqian: Report) -> None:
    assert render(suqian, ".xlsx") == render(replace(suqian), ".xlsx")


def test_no_passing_file_is_needed_on_the_disk(
    suqian: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no room here"))
    assert book(suqian).sheetnames[0] == "表二"


def test_properties_name_the_organ(suqian: Report) -> None:
    assert book(suqian).properties.creator == suqian.organ


def test_openpyxl_still_saves_workbooks_of_others() -> None:
    other = Workbook()
    other.active["A1"] = "甲"
    written = BytesIO()
    other.save(written)
    assert load_workbook(written).active["A1"].value == "甲"


def test_every_formula_has_its_result_stored_beside_it(suqian: Report, tiny: Report) -> None:
    blank = replace(suqian, cells=dict(list(suqian.cells.items())[:-1]))
    for report in (suqian, tiny, blank):
        data, values = render(report, ".xlsx"), figures(report)
        formulas, results = load_workbook(BytesIO(data)), load_workbook(BytesIO(data), data_only=True)
        stored = [
            (cell.value, results[sheet.title][cell.coordinate].value)
            for sheet in formulas
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]
        assert stored
        wanted = sorted(float(values[cell.key] or 0) for cell in report.form.derived)
        printed = sorted(float(result) for _, result in stored if result is not None)
        assert all(figure in wanted for figure in printed)
        empty = sum(values[cell.key] is None for cell in report.form.derived)
        assert len(stored) - len(printed) == empty
