"""carry.year: last year's file is of the year before, and of this organ."""

from dataclasses import replace

import pytest

from tests.checks.reports import check, check_for, correct_report, with_last


@pytest.mark.parametrize("year", [2020, 2023, 2024])
def test_another_year_is_named(year: int) -> None:
    (finding,) = check(with_last(correct_report(), year=year))
    assert (finding.code, finding.field) == ("carry.year", "year")
    assert f"是 {year} 年的，应是 2022 年的" in finding.message


def test_another_organ_is_named() -> None:
    (finding,) = check(with_last(correct_report(), organ="云溪县水利局"))
    assert (finding.code, finding.field) == ("carry.year", "organ")
    assert "云溪县水利局" in finding.message


@pytest.mark.parametrize("organ", ["", "云溪市 人民政府", "云溪市人民政府\u3000"])
def test_spaces_in_the_name_and_no_name_fit(organ: str) -> None:
    assert check(with_last(correct_report(), organ=organ)) == ()


def test_a_year_that_is_not_known_fits() -> None:
    assert check(with_last(correct_report(), year=0)) == ()
    assert check_for(replace(correct_report(), year=0), "carry.year") == ()
