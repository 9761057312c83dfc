"""What people type into a cell: understood, or refused with the reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.form.kinds import AMOUNT, CHANGE, COUNT, KINDS, Kind, Refusal


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("0", 0),
        ("12", 12),
        ("１２", 12),
        (" 12 ", 12),
        ("\u00a012\u00a0", 12),
        ("\u300012\u3000", 12),
        ("1 234", 1234),
        ("1,234", 1234),
        ("１，２３４", 1234),
        ("1,234,567", 1234567),
        ("1'234", 1234),
        ("007", 7),
        ("\u202d1234\u202c", 1234),
        ("\u200e1234", 1234),
        ("1234\u2060", 1234),
        ("\u20661234\u2069", 1234),
        ("12\u00ad34", 1234),
        ("12.00", 12),
        ("1.0", 1),
        ("１２．００", 12),
        ("3,402.00", 3402),
        ("12件", 12),
        ("12 件", 12),
        ("３条", 3),
        ("7人次", 7),
        ("\n12\n", 12),
        ("12\u200b", 12),
        ("9" * 15, 999_999_999_999_999),
        ("", None),
        ("   ", None),
        ("\u00a0", None),
        ("\u3000\u200b", None),
    ],
)
def test_a_count_is_understood(typed: str, figure: int | None) -> None:
    assert COUNT.parse(typed) == figure


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1,23", "逗号位置不对"),
        ("1,2345", "逗号位置不对"),
        ("1,,234", "逗号位置不对"),
        (",", "逗号位置不对"),
        ("1.5", "有小数"),
        ("１．５", "有小数"),
        ("1.50", "有小数"),
        ("1。5", "有小数"),
        ("12件3", "不是数字"),
        ("件", "不是数字"),
        ("-3", "是负数"),
        ("－３", "是负数"),
        ("−3", "是负数"),
        ("-1.5", "是负数"),
        ("abc", "不是数字"),
        ("/", "不是数字"),
        ("—", "不是数字"),
        ("无", "不是数字"),
        ("十二", "不是数字"),
        ("①", "不是数字"),
        ("1²", "不是数字"),
        ("١٢", "不是数字"),
        ("1e3", "不是数字"),
        ("0x10", "不是数字"),
        ("+5", "不是数字"),
        (".", "不是数字"),
        ("_", "不是数字"),
        ("'", "不是数字"),
        ("1-2", "不是数字"),
        ("9" * 16, "太大了"),
        ("{{7*7}}", "不是数字"),
    ],
)
def test_what_is_no_count_is_refused_with_the_reason(typed: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason) as refused:
        COUNT.parse(typed)
    assert typed.strip()[:10] in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "figure", "shown"),
    [
        ("59237.2449", Decimal("59237.2449"), "59237.2449"),
        ("59,237.2449", Decimal("59237.2449"), "59237.2449"),
        ("３．５６", Decimal("3.56"), "3.56"),
        ("3.50", Decimal("3.5"), "3.5"),
        ("3.", Decimal(3), "3"),
        ("1。5", Decimal("1.5"), "1.5"),
        (".5", Decimal("0.5"), "0.5"),
        ("0", Decimal(0), "0"),
        ("0.0", Decimal(0), "0"),
        ("100", Decimal(100), "100"),
        ("0.00000001", Decimal("0.00000001"), "0.00000001"),
        ("", None, ""),
    ],
)
def test_an_amount_is_understood_and_shown(typed: str, figure: Decimal | None, shown: str) -> None:
    assert AMOUNT.parse(typed) == figure
    assert AMOUNT.show(AMOUNT.parse(typed)) == shown


@pytest.mark.parametrize(
    "typed", ["-3", "1.2.3", "abc", "1,23.5", "1e3", ".", "160.5964万元", "NaN", "Infinity"]
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match=r"万元|可以有小数"):
        AMOUNT.parse(typed)


@pytest.mark.parametrize(
    ("typed", "figure"), [("+1036", 1036), ("-12", -12), ("－１２", -12), ("0", 0), ("+1,036", 1036)]
)
def test_a_change_has_a_sign(typed: str, figure: int) -> None:
    assert CHANGE.parse(typed) == figure
    assert CHANGE.parse(CHANGE.show(figure)) == figure


@pytest.mark.parametrize(
    ("kind", "value", "figure"),
    [
        (COUNT, 12, 12),
        (COUNT, 12.0, 12),
        (COUNT, "１２", 12),
        (COUNT, None, None),
        (AMOUNT, 59237.2449, Decimal("59237.2449")),
        (AMOUNT, Decimal("0.10"), Decimal("0.1")),
        (AMOUNT, "59237.2449", Decimal("59237.2449")),
        (CHANGE, -7, -7),
    ],
)
def test_a_value_from_a_file_is_taken(kind: Kind, value: object, figure: object) -> None:
    assert kind.accept(value) == figure


@pytest.mark.parametrize(
    "value",
    [True, 1.5, -1, float("nan"), float("inf"), 1e20, 10**40, Decimal("-Infinity"), [], {"a": 1}, b"12"],
)
def test_a_value_that_no_cell_holds_is_refused(value: object) -> None:
    with pytest.raises(Refusal):
        COUNT.accept(value)


def test_a_long_text_is_quoted_briefly() -> None:
    with pytest.raises(Refusal) as refused:
        COUNT.parse("字" * 5000)
    assert len(str(refused.value)) < 60


@given(st.integers(0, 10**15 - 1), st.sampled_from(["{}", "{:,}", " {} ", "\u3000{}", "{}\u00a0"]))
def test_a_count_survives_however_it_is_written(figure: int, style: str) -> None:
    wide = str.maketrans("0123456789,", "０１２３４５６７８９，")
    typed = style.format(figure)
    assert COUNT.parse(typed) == COUNT.parse(typed.translate(wide)) == figure
    assert COUNT.parse(COUNT.show(figure)) == figure


@given(st.decimals(min_value=0, max_value=10**8, places=6, allow_nan=False))
def test_an_amount_survives_being_shown(figure: Decimal) -> None:
    shown = AMOUNT.show(figure)
    assert AMOUNT.parse(shown) == figure
    assert "E" not in shown


@given(st.text(), st.sampled_from(sorted(KINDS)))
def test_any_text_is_a_figure_a_blank_or_a_refusal(text: str, kind: str) -> None:
    try:
        figure = KINDS[kind].parse(text)
    except Refusal:
        return
    assert figure is None or KINDS[kind].accept(figure) == figure
