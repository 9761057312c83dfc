"""Days as people write them, as they are kept, as they are printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.report.dates import day_in_words, moment_of, parse_day, split_day, why_no_day
from reportdesk.report.numerals import digits_to_figures, write_chinese


@pytest.mark.parametrize(
    "typed",
    [
        "2025-01-08",
        "2025-1-8",
        "2025年1月8日",
        "2025年01月08日",
        "2025年1月8号",
        "2025年1月8",
        "2025.1.8",
        "2025。1。8",
        "2025/01/08",
        "2025—1—8",
        "20250108",
        "２０２５－１－８",
        "２０２５０１０８",
        "２０２５年１月８日",
        "2025 年 1 月 8 日",
        "　2025年1月8日　",
        "（2025年1月8日）",
        "(2025-1-8)",
        "〔2025年1月8日〕",
        "2025年一月八日",
        "2025年元月8日",
        "二〇二五年1月8日",
        "二〇二五年一月八日",
        "二○二五年一月八日",
        "二Ｏ二五年一月八日",
        "二O二五年一月八日",
        "二零二五年元月八日",
        "二0二五年1月八日",
        "（二〇二五年 一月 八日）",
    ],
)
def test_a_day_is_understood(typed: str) -> None:
    assert parse_day(typed) == "2025-01-08"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "昨天",
        "2025-13-1",
        "2025-2-30",
        "25-1-8",
        "2025-1",
        "20250108x",
        "120250108",
        "2025年十三月一日",
        "2025年一月四十日",
        "2025年2月十十日",
        "2025年1月8日公布",
        " " * 200_000 + "2025年1月8日" + "8" * 200_000,
    ],
)
def test_no_day_is_no_day(typed: str) -> None:
    assert parse_day(typed) is None


def test_a_day_is_printed_in_words_and_other_words_stay() -> None:
    assert day_in_words("2025-01-08") == "2025年1月8日"
    assert day_in_words("待定") == "待定"
    assert day_in_words("") == ""


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), st.sampled_from("〇零○Ｏ"))
def test_every_day_is_read_in_digits_and_in_numerals(day: date, zero: str) -> None:
    year = digits_to_figures(str(day.year)).replace("〇", zero)
    in_numerals = f"{year}年{write_chinese(day.month)}月{write_chinese(day.day)}日"
    for written in (day.isoformat(), f"{day:%Y%m%d}", day_in_words(day.isoformat()), in_numerals):
        assert parse_day(written) == day.isoformat()
        assert split_day(f"云溪县档案局　{written}") == ("云溪县档案局", day.isoformat())


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("云溪县档案局2025年1月8日", "云溪县档案局"),
        ("云溪县档案局（二〇二五年一月八日）", "云溪县档案局"),
        ("2025年1月8日", ""),
        ("报告已于2025年1月8日", "报告已于"),
    ],
)
def test_a_day_that_ends_a_line_is_parted_from_what_stands_before(line: str, before: str) -> None:
    assert split_day(line) == (before, "2025-01-08")


@pytest.mark.parametrize("line", ["", "云溪县档案局", "2025年1月8日公布", "编号120250108", "8" * 100_000])
def test_a_line_that_no_day_ends(line: str) -> None:
    assert split_day(line) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2025年2月30日", "2月没有 30 日，只有 28 天"),
        ("２０２５-13-8", "13 月不是月份"),
        ("1月8日", "没有写年份"),
        ("2025年1月", "没有写是几日"),
        ("2025", "没有写是几月几日"),
        ("25.1.8", "年份要写四位"),
        ("年底", "认不出“年底”"),
        ("", ""),
        ("2025.1.8", ""),
    ],
)
def test_what_keeps_a_text_from_being_a_day_is_said(typed: str, why: str) -> None:
    said = why_no_day(typed)
    assert why in said
    assert bool(said) == bool(why)


@pytest.mark.parametrize("seconds", [-(2.0**62), -1e15, 1e12, 1e15, 2.0**62, float("inf"), float("nan")])
def test_a_file_may_say_any_moment_of_itself(seconds: float) -> None:
    assert moment_of(seconds).year == 1970
    assert moment_of(1_736_400_000).year == 2025
