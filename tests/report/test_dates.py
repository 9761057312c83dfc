"""Days as people write them."""

import pytest

from reportdesk.report.dates import parse_day


@pytest.mark.parametrize(
    "typed",
    [
        *("2025-1-8", "2025年1月8日", "２０２５年１月８日", "2025.01.08", "2025/1/8", "20250108"),
        *("二〇二五年一月八日", "二○二五年一月八日", "二零二五年 一月 八日"),
    ],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert parse_day(typed) == "2025-01-08"


@pytest.mark.parametrize(
    ("typed", "day"), [("二〇二四年十二月三十一日", "2024-12-31"), ("二〇二五年十月二十日", "2025-10-20")]
)
def test_numerals_above_ten_are_read(typed: str, day: str) -> None:
    assert parse_day(typed) == day


@pytest.mark.parametrize(
    "typed", ["", "一月", "2025年13月1日", "二〇二五年十十月一日", "二〇二五年一月三二日", "2025年2月30日"]
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert parse_day(typed) is None
