"""Chinese numerals, figure by figure and by tens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.report.numerals import (
    chinese_value,
    digits_to_figures,
    figures_to_digits,
    number_of,
    write_chinese,
)
from reportdesk.report.years import write_year, years_in


@given(st.integers(0, 99_999_999))
def test_chinese_numerals_are_read_as_they_are_written(value: int) -> None:
    assert chinese_value(write_chinese(value)) == value


@given(st.text(alphabet="零〇一二两三四五六七八九十百千万亿8Ｏ", max_size=12))
def test_anything_is_a_number_or_none(written: str) -> None:
    value = number_of(written)
    assert value is None or value >= 0


@pytest.mark.parametrize("written", ["", "二五", "十百", "十十", "一月", "８"])
def test_what_is_not_written_by_tens(written: str) -> None:
    assert chinese_value(written) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("8", 8),
        ("０８", 8),
        ("八", 8),
        ("十", 10),
        ("十八", 18),
        ("廿八", 28),
        ("卅", 30),
        ("二〇", 20),
        ("三一", 31),
    ],
)
def test_the_day_of_a_month(written: str, value: int) -> None:
    assert number_of(written) == value


@pytest.mark.parametrize("zero", "〇零○◯ＯOｏo０0")
def test_whatever_looks_like_a_zero_is_one_in_a_year(zero: str) -> None:
    (named,) = years_in(f"二{zero}二五年")
    assert (named.year, named.start, named.end) == (2025, 0, 4)
    assert write_year(2026, like=named.written) == "二〇二六"


def test_figures_are_digits_and_back() -> None:
    assert figures_to_digits("二Ｏ二五") == "2025"
    assert digits_to_figures("2025") == "二〇二五"
