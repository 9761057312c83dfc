"""cell.blank and cell.invalid: what is missing, and what no cell can hold."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reportdesk.report.model import Report
from tests.checks.reports import FORM, check, check_for, correct_report, with_cells

KEY = "disclosure.penalties.decisions"


def test_a_blank_report_has_one_finding_for_each_table() -> None:
    findings = check_for(Report(FORM, organ="云溪县档案局", year=2023), "cell.blank")
    assert [len(finding.cells) for finding in findings] == [10, 6 * 24, 12]
    assert findings[1].message == (
        "表三有 144 格没有填，从“一、本年新收政府信息公开申请数量 · 自然人”起；没有的事项请填 0"
    )


def test_sums_are_not_asked_for() -> None:
    cells = {key for finding in check_for(Report(FORM), "cell.blank") for key in finding.cells}
    assert cells == {cell.key for cell in FORM.entered}


def test_a_zero_is_not_blank() -> None:
    assert check_for(Report(FORM, cells=dict.fromkeys((c.key for c in FORM.entered), 0)), "cell.blank") == ()


@pytest.mark.parametrize(
    ("given", "reason"),
    [("-1", "是负数"), ("1.5", "有小数"), ("abc", "不是数字"), ("9" * 5000, "太大")],
)
def test_what_a_count_cannot_be_is_named_with_its_reason_and_not_blank(given: str, reason: str) -> None:
    report = replace(with_cells(correct_report(), **{KEY: None}), invalid={KEY: given})
    (finding,) = check(report)
    assert (finding.code, finding.cells) == ("cell.invalid", (KEY,))
    assert finding.message.startswith("表二“第二十条第（六）项 行政处罚 · 本年处理决定数量”：")
    assert reason in finding.message
    assert len(finding.message) < 200


def test_a_negative_amount_is_invalid() -> None:
    key = "disclosure.fees.amount"
    report = replace(with_cells(correct_report(), **{key: None}), invalid={key: "-0.5"})
    assert [finding.code for finding in check(report)] == ["cell.invalid"]


@pytest.mark.parametrize("figure", [-1, Decimal("1.5")])
def test_a_figure_that_got_into_a_cell_all_the_same_is_found(figure: int | Decimal) -> None:
    report = replace(with_cells(correct_report(), **{KEY: figure}), last=None)
    assert [finding.code for finding in check(report)] == ["cell.invalid"]


def test_an_invalid_total_is_named_too() -> None:
    report = replace(correct_report(), invalid={"requests.total.total": "约三千"})
    (finding,) = check(report)
    assert finding.cells == ("requests.total.total",)
