"""date.deadline: the day of signing, by the level of the organ."""

from dataclasses import replace

import pytest

from tests.checks.reports import check_for, correct_report


def problems(**changes: object) -> list[str]:
    report = replace(correct_report(), **changes)
    return [finding.message for finding in check_for(report, "date.deadline")]


@pytest.mark.parametrize(
    ("level", "day"),
    [("department", "2024-01-31"), ("town", "2024-01-01"), ("government", "2024-03-31"), ("department", "")],
)
def test_in_time(level: str, day: str) -> None:
    assert problems(level=level, signature_date=day) == []


@pytest.mark.parametrize(
    ("level", "day", "says"),
    [
        ("department", "2024-02-01", "晚于部门的期限 2024年1月31日"),
        ("town", "2024-02-29", "晚于乡镇、街道的期限 2024年1月31日"),
        ("government", "2024-04-01", "晚于县级以上人民政府的期限 2024年3月31日"),
        ("government", "2023-12-31", "不在 2024 年"),
        ("government", "2025-01-08", "不在 2024 年"),
        ("government", "2023-02-29", "看不出是哪一天"),
        ("government", "明年一月", "看不出是哪一天"),
    ],
)
def test_out_of_time(level: str, day: str, says: str) -> None:
    (message,) = problems(level=level, signature_date=day)
    assert says in message


def test_the_day_is_said_as_clerks_write_it() -> None:
    (message,) = problems(level="department", signature_date="2024-02-01")
    assert message.startswith("落款日期“2024年2月1日”")
    assert "2024-" not in message


def test_the_level_is_told_by_the_name_where_nobody_chose_it() -> None:
    assert problems(level="", signature_date="2024-03-01") == []
    assert len(problems(level="", organ="云溪县档案局", signature_date="2024-03-01")) == 1


@pytest.mark.parametrize("year", [0, -1, 9999, 10**6])
def test_a_year_that_is_none_is_not_compared_with(year: int) -> None:
    assert problems(year=year, last=None) == []
