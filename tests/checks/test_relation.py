"""Sums and relations: which figure is compared with which, what a finding carries, and what is refused."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportdesk.checks.engine import Checker
from reportdesk.checks.finding import Finding
from reportdesk.errors import FormError
from reportdesk.form.loader import load_form
from reportdesk.report.facts import facts_of
from reportdesk.report.model import Report
from tests.checks.reports import (
    DATA,
    FORM,
    check,
    check_for,
    correct_report,
    tiny_form,
    with_cells,
    with_last,
    with_stated,
)

COLUMNS = ("natural_person", "business", "research", "public_interest", "legal_service", "other", "total")


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1
    return findings[0]


@pytest.mark.parametrize(
    ("code", "places"),
    [
        ("requests.row_sum", 25),
        ("requests.outcome_sum", 7),
        ("requests.balance", 7),
        ("disputes.sum", 3),
        ("disclosure.negative_stock", 2),
        ("disclosure.in_force", 2),
        ("carry.total", 1),
        ("carry.column", 6),
    ],
)
def test_every_row_and_column_is_checked(code: str, places: int) -> None:
    spec = next(spec for spec in FORM.checks.all if spec.code == code)
    checks = [check for check in Checker(FORM).checks if check.spec is spec]
    assert len(checks) == places


@pytest.mark.parametrize("column", COLUMNS)
def test_an_unbalanced_column_names_both_figures_and_its_four_cells(column: str) -> None:
    report = correct_report()
    typed = "natural_person" if column == "total" else column
    key = f"requests.carried_out.{typed}"
    finding = next(
        f
        for f in check_for(
            replace(report, cells={**report.cells, key: report.cells[key] + 3}), "requests.balance"
        )
        if f.cells[0] == f"requests.received.{column}"
    )
    assert finding.cells == tuple(
        f"requests.{row}.{column}" for row in ("received", "carried_in", "total", "carried_out")
    )
    assert finding.left + 3 == finding.right
    assert finding.difference == -3
    assert str(finding.left) in finding.message
    assert str(finding.right) in finding.message
    assert finding.message.endswith("相差 3")


def test_a_message_names_table_row_and_column_as_printed() -> None:
    finding = check_for(with_cells(correct_report(), requests__received__business=109), "requests.balance")[0]
    assert finding.message == "表三“商业企业”一栏不平：一＋二＝112，三（七）＋四＝102，相差 10"
    finding = only(check(with_stated(correct_report(), "disputes.direct_litigation.total", 30)))
    assert finding.message == (
        "表四“未经复议直接起诉 总计”不对：填的是 30，维持、纠正、其他结果与尚未审结相加是 24，相差 6"
    )


def test_long_asides_of_a_label_stay_out_of_messages() -> None:
    finding = only(check(with_stated(correct_report(), "requests.partially_granted.total", 0)))
    assert "“（二）部分公开”一行" in finding.message


def test_a_sum_lists_its_cell_first_then_the_parts() -> None:
    finding = only(check(with_stated(correct_report(), "requests.granted.total", 1)))
    assert finding.cells == ("requests.granted.total", *(f"requests.granted.{name}" for name in COLUMNS[:-1]))
    assert (finding.left, finding.right, finding.difference) == (1, 1191, -1190)


def test_a_wrong_printed_total_is_one_finding_although_other_relations_use_the_sum() -> None:
    report = with_stated(correct_report(), "requests.total.business", 9999)
    assert [finding.code for finding in check(report)] == ["requests.outcome_sum"]


def test_the_grand_total_is_checked_both_ways() -> None:
    report = with_stated(correct_report(), "requests.total.total", 1)
    assert [f.code for f in check(report)] == ["requests.row_sum", "requests.outcome_sum"]


def test_a_printed_total_that_is_its_sum_is_fine() -> None:
    assert check(with_stated(correct_report(), "requests.granted.total", 1191)) == ()


def test_a_blank_among_the_terms_is_only_a_blank() -> None:
    report = with_cells(correct_report(), requests__granted__business=None, requests__received__business=999)
    report = with_stated(report, "requests.granted.total", 1)
    codes = {(f.code, f.cells[0]) for f in check(report) if f.code != "change.large"}
    assert codes == {("cell.blank", "requests.granted.business")}


def test_a_printed_total_stands_in_where_its_parts_are_blank() -> None:
    report = with_cells(correct_report(), requests__granted__business=None)
    assert check_for(report, "requests.balance") == ()
    report = with_stated(report, "requests.total.business", 99)
    assert check_for(report, "requests.balance") == ()
    finding = only(check_for(with_stated(report, "requests.total.business", 98), "requests.balance"))
    assert finding.cells[0] == "requests.received.business"


def test_nothing_is_compared_with_a_last_year_that_is_not_known() -> None:
    report = correct_report()
    assert check(replace(report, last=None)) == ()
    unknown = with_last(report, dict.fromkeys(report.form.cells))
    assert check(unknown) == ()


def test_another_year_than_the_last_is_named_once_and_not_compared_with() -> None:
    report = with_last(correct_report(), {"requests.carried_out.total": 5}, year=2020)
    assert [finding.code for finding in check(report)] == ["carry.year"]


def test_carried_in_is_the_cell_of_this_year() -> None:
    finding = only(check_for(with_last(correct_report(), {"requests.carried_out.total": 5}), "carry.total"))
    assert finding.cells == ("requests.carried_in.total",)
    assert (finding.left, finding.right) == (96, 5)


def test_a_stock_that_was_negative_shows_how_negative() -> None:
    report = replace(with_cells(correct_report(), disclosure__rules__in_force=0), last=None)
    finding = only(check(report))
    assert (finding.left, finding.right, finding.difference) == (-2, 0, -2)
    assert "-2 件" in finding.message


def tiny_report(**cells: int) -> Report:
    form = tiny_form()
    zeroes = dict.fromkeys((cell.key for cell in form.entered), 0)
    amount = {"loans.purchases.cost": Decimal("1.5")}
    return Report(form, organ="云溪县图书室", year=2023, cells={**zeroes, **amount, **cells})


def test_the_same_code_checks_a_form_of_another_shape() -> None:
    assert check(tiny_report()) == ()
    lent = tiny_report(**{"loans.lent.school": 4, "loans.returned.school": 7})
    school, total = check(lent)
    assert school.cells == ("loans.returned.school", "loans.out.school")
    assert school.message == "借阅表“在校”一栏归还 7，多于流出 4，多出 3"
    assert total.cells == ("loans.returned.total", "loans.out.total")


def test_a_printed_sum_of_another_form_is_checked_too() -> None:
    report = replace(tiny_report(**{"loans.lent.adults": 4}), stated={"loans.out.adults": 5})
    finding = only(check(report))
    assert (finding.code, finding.left, finding.right) == ("loans.out_sum", 5, 4)


def folder_with_checks(folder: Path, checks: str) -> Path:
    for source in (DATA / "tiny-form").iterdir():
        (folder / source.name).write_bytes(source.read_bytes())
    (folder / "checks.toml").write_text(checks, encoding="utf-8")
    return folder


RELATION = """
[[relation]]
code = "x.relation"
severity = "error"
name = "x"
table = "loans"
each = "{each}"
holds = "{holds}"
message = "{message}"
only = [{only}]
"""
RULE = """
[[rule]]
code = "{code}"
severity = "error"
name = "x"
message = "{message}"
options = {{ {options} }}
"""


@pytest.mark.parametrize(
    ("checks", "says"),
    [
        (RELATION.format(each="row", holds="volumes >= 0", message="x", only='"lent"'), "only 里的“lent”"),
        (
            RELATION.format(each="column", holds="lent = volumes", message="x", only=""),
            "form.toml 的表“loans”里没有行“volumes”",
        ),
        (
            RELATION.format(each="row", holds="adults = cost", message="x", only=""),
            "“adults、cost”不在表“loans”的同一个 band",
        ),
        (RELATION.format(each="row", holds="last.adults = 0", message="x", only=""), "没有今年的数"),
        (RELATION.format(each="row", holds="adults = 0", message="{rest}", only=""), "“rest”不认识"),
        (RULE.format(code="cell.unheard_of", message="x", options=""), "没有检查项“cell.unheard_of”的规则"),
        (RULE.format(code="cell.blank", message="x", options="limit = 3"), "options 不对"),
        (RULE.format(code="cell.blank", message="{reason}", options=""), "“reason”不认识"),
        (RULE.format(code="fee.unit", message="x", options='kind = "amount"'), "options 不对"),
        (RULE.format(code="fee.unit", message="x", options='kind = "money", times = 3'), "options 不对"),
        (
            RULE.format(code="fee.precision", message="x", options='kind = "amount", decimals = -1'),
            "“decimals”的内容不对：应不小于 0",
        ),
        (
            RULE.format(code="section.empty", message="x", options="characters = { loans = 3 }"),
            "“loans”不存在",
        ),
        (RULE.format(code="change.none", message="x", options='steady = ["loans.x"]'), "“loans.x”不存在"),
        (
            RULE.format(code="section.subheads", message="x", options='aliases = { "闭馆" = ["关门"] }'),
            "没有小标题“闭馆”",
        ),
        (
            RULE.format(
                code="disclosure.rules_power",
                message="x",
                options='table = "loans", row = "lent", levels = [], organ = "(县"',
            ),
            "不是正确的模式",
        ),
        (
            RULE.format(
                code="disclosure.rules_power",
                message="x",
                options='table = "loans", row = "stolen", levels = [], organ = "县"',
            ),
            "没有行“stolen”",
        ),
        (
            RULE.format(
                code="section.accountability",
                message="x",
                options='section = "summary", levels = ["moon"], topics = {}',
            ),
            "“moon”不存在",
        ),
    ],
)
def test_a_check_that_cannot_be_is_refused_with_its_place(tmp_path: Path, checks: str, says: str) -> None:
    folder = folder_with_checks(tmp_path, checks)
    with pytest.raises(FormError, match=re.escape(says)) as refused:
        Checker(load_form(folder))
    assert "checks.toml" in refused.value.where


def test_a_relation_without_only_takes_the_lines_that_have_its_cells(tmp_path: Path) -> None:
    relation = RELATION.format(each="row", holds="adults <= school", message="{row}{left}{right}", only="")
    form = load_form(folder_with_checks(tmp_path, relation))
    cells = {"loans.lent.adults": 2, "loans.lent.school": 1}
    (finding,) = Checker(form).run(facts_of(Report(form, cells=cells)))
    assert finding.message == "（甲）图书流转 1.借出21"
