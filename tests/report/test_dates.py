"""Days as people write them, as they are kept, as they are printed."""

import pytest

from reportdesk.report.dates import day_in_words, parse_day


@pytest.mark.parametrize(
    "typed",
    ["2025-01-08", "2025-1-8", "2025年1月8日", "2025年1月8", "2025.1.8", "2025/01/08", "２０２５－１－８"],
)
def test_a_day_is_understood(typed: str) -> None:
    assert parse_day(typed) == "2025-01-08"


@pytest.mark.parametrize("typed", ["", "昨天", "2025-13-1", "2025-2-30", "25-1-8", "2025-1", "20250108x"])
def test_no_day_is_no_day(typed: str) -> None:
    assert parse_day(typed) is None


def test_a_day_is_printed_in_words_and_other_words_stay() -> None:
    assert day_in_words("2025-01-08") == "2025年1月8日"
    assert day_in_words("待定") == "待定"
    assert day_in_words("") == ""
