"""title.year, title.form, edition.tables: what the title says, and which tables the year asks for."""

from dataclasses import replace

import pytest

from tests.checks.reports import check, check_for, correct_report

TITLE = "云溪市人民政府2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "title",
    [
        "",
        TITLE,
        TITLE.replace("2023", "\n2023"),
        TITLE.replace("2023年", " ２０２３ 年 "),
        TITLE.replace("2023", "二〇二三"),
        TITLE.replace("2023", "二○二三"),
        "\u3000" + TITLE.replace("府2", "府\r\n2"),
    ],
)
def test_a_title_as_prescribed_however_it_is_spaced(title: str) -> None:
    assert check(replace(correct_report(), title=title)) == ()


@pytest.mark.parametrize("year", ["2022", "２０２２", "二〇二二", "2024"])
def test_another_year_is_one_finding(year: str) -> None:
    (finding,) = check(replace(correct_report(), title=TITLE.replace("2023", year)))
    assert (finding.code, finding.field) == ("title.year", "title")
    assert "这是 2023 年的报告" in finding.message


@pytest.mark.parametrize(
    "title",
    [
        "云溪市人民政府政府信息公开工作年度报告",
        "云溪市人民政府2023年政务公开工作年度报告",
        "云溪市人民政府2023年度政府信息公开工作年度报告",
        "云溪县人民政府2023年政府信息公开工作年度报告",
        "2023年政府信息公开工作年度报告",
        TITLE + "（公示稿）",
        "报告" * 2500,
    ],
)
def test_another_form_is_told_with_the_right_one(title: str) -> None:
    (finding,) = check(replace(correct_report(), title=title))
    assert finding.code == "title.form"
    assert TITLE in finding.message


def test_brackets_of_either_width_are_the_same() -> None:
    organ = "云溪市档案局（云溪市档案馆）"
    title = "云溪市档案局(云溪市档案馆)2023年政府信息公开工作年度报告"
    assert check_for(replace(correct_report(), organ=organ, title=title), "title.form") == ()


def test_a_title_of_another_organ_and_another_year_is_two_findings() -> None:
    report = replace(correct_report(), title="云溪县水利局2022年政府信息公开工作年度报告")
    assert [finding.code for finding in check(report)] == ["title.year", "title.form"]


def test_the_organ_does_not_matter_as_long_as_nobody_named_it() -> None:
    report = replace(correct_report(), organ="")
    assert check_for(report, "title.form") == ()


@pytest.mark.parametrize(
    ("year", "found"), [(2018, True), (2020, True), (2021, False), (2030, False), (0, False)]
)
def test_an_edition_is_for_its_years(year: int, found: bool) -> None:
    findings = check_for(replace(correct_report(), year=year), "edition.tables")
    assert [f"{year} 年的报告不用 2021 版表格" in finding.message for finding in findings] == [True] * found
