"""fee.precision and fee.unit: money in 万元."""

from decimal import Decimal

import pytest

from tests.checks.reports import check_for, correct_report, with_cells, with_last

KEY = "disclosure.fees.amount"


@pytest.mark.parametrize(
    ("amount", "decimals"),
    [
        ("59237.2449", None),
        ("0.000001", None),
        ("0.0000010000", None),
        ("0", None),
        ("1E+3", None),
        ("0.0000001", "7"),
        ("1.12345678", "8"),
    ],
)
def test_more_than_six_decimals_are_finer_than_a_cent(amount: str, decimals: str | None) -> None:
    findings = check_for(with_cells(correct_report(), **{KEY: Decimal(amount)}), "fee.precision")
    assert [f"小数有 {decimals} 位" in finding.message for finding in findings] == [True] * bool(decimals)


@pytest.mark.parametrize(
    ("now", "then", "found"),
    [
        ("1000", "1", True),
        ("999.99", "1", False),
        ("1", "1000", True),
        ("1.01", "1000", False),
        ("0", "1000", False),
        ("1000", "0", False),
        ("1000", None, False),
    ],
)
def test_a_thousandfold_amount_may_be_in_another_unit(now: str, then: str | None, found: bool) -> None:
    report = with_last(correct_report(), {KEY: None if then is None else Decimal(then)})
    findings = check_for(with_cells(report, **{KEY: Decimal(now)}), "fee.unit")
    assert [(f.left, f.right) for f in findings] == [(Decimal(now), Decimal(then or 0))] * found


def test_the_message_names_both_amounts_and_the_difference() -> None:
    report = with_cells(with_last(correct_report(), {KEY: Decimal(1)}), **{KEY: Decimal("1000.5")})
    (finding,) = check_for(report, "fee.unit")
    assert "今年是 1000.5 万元，上年是 1 万元，相差 999.5 万元，在一千倍以上" in finding.message
