"""disclosure.rules_power: who cannot make rules, told by level and by name."""

from dataclasses import replace

import pytest

from tests.checks.reports import check_for, correct_report, with_cells


@pytest.mark.parametrize(
    "organ",
    [
        "云溪县档案局",
        "保定市满城区科学技术局",
        "云溪县人民政府",
        "广西壮族自治区南宁市青秀区司法局",
        "白沙镇人民政府",
        "云溪县白沙乡人民政府",
        "云溪市东城街道办事处",
        "阿拉善左旗教育局",
        "云溪自治县教育局",
    ],
)
def test_counties_and_below_cannot(organ: str) -> None:
    (finding,) = check_for(replace(correct_report(), organ=organ, level=""), "disclosure.rules_power")
    assert finding.cells == ("disclosure.rules.issued", "disclosure.rules.in_force")
    assert finding.message.startswith(f"表二“第二十条第（一）项 规章 · 本年制发件数”填的是 2 件，而“{organ}”")


@pytest.mark.parametrize(
    "organ",
    [
        "云溪市人民政府",
        "云溪市司法局",
        "云溪省人民政府",
        "广西壮族自治区人民政府",
        "内蒙古自治区林业和草原局",
        "云溪市经济技术开发区管理委员会",
        "云溪新区管理委员会",
        "云溪市县域经济办公室",
        "云溪市社区服务中心",
        "国家档案局",
        "",
    ],
)
def test_what_the_name_cannot_tell_is_left_alone(organ: str) -> None:
    assert check_for(replace(correct_report(), organ=organ, level=""), "disclosure.rules_power") == ()


def test_a_level_that_was_chosen_tells_too() -> None:
    report = replace(correct_report(), organ="云溪开发区管委会", level="town")
    assert len(check_for(report, "disclosure.rules_power")) == 1


def test_no_rules_no_finding() -> None:
    report = replace(correct_report(), organ="云溪县档案局")
    report = with_cells(report, disclosure__rules__issued=0, disclosure__rules__in_force=None)
    assert check_for(report, "disclosure.rules_power") == ()
