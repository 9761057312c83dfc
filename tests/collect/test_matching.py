"""Whose file it is: full name, alias, the name less the region; the organ before the file's name."""

import pytest

from reportdesk.collect.roster.matching import Register, UnitMatch
from reportdesk.collect.roster.names import short_names
from reportdesk.collect.roster.roster import Unit
from tests.work import work_of

UNITS = (
    Unit("云溪县档案局", ("县档案馆", "档案局（馆）")),
    Unit("云溪县水务局"),
    Unit("云溪县城关镇人民政府", ("城关镇",)),
    Unit("云溪县城市管理局"),
    Unit("云溪县市场监督管理局"),
    Unit("云溪县甲镇卫生院"),
    Unit("云溪县乙镇卫生院", ("甲镇分院",)),
    Unit("云溪县丙镇卫生院", ("甲镇分院",)),
    Unit("县气象局"),
)


def match(organ: str = "", stem: str = "x") -> UnitMatch:
    return Register.of(UNITS).match(organ, stem)


def unit(organ: str = "", stem: str = "x") -> str:
    found = match(organ, stem).unit
    return found.name if found else ""


@pytest.mark.parametrize(
    ("organ", "name"),
    [
        ("云溪县档案局", "云溪县档案局"),
        ("云溪县 档案局", "云溪县档案局"),
        ("县档案馆", "云溪县档案局"),
        ("档案局(馆)", "云溪县档案局"),
        ("县档案局", "云溪县档案局"),
        ("档案局", "云溪县档案局"),
        ("县水务局", "云溪县水务局"),
        ("长河省云溪县水务局", "云溪县水务局"),
        ("云溪县城关镇政府", "云溪县城关镇人民政府"),
        ("城关镇人民政府", "云溪县城关镇人民政府"),
        ("城市管理局", "云溪县城市管理局"),
        ("市场监督管理局", "云溪县市场监督管理局"),
        ("云溪县气象局", "县气象局"),
        ("临江县水务局", ""),
        ("管理局", ""),
    ],
)
def test_an_organ_leads_to_its_unit(organ: str, name: str) -> None:
    assert unit(organ) == name


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("云溪县水务局", "云溪县水务局"),
        ("水务局", "云溪县水务局"),
        ("城关镇", "云溪县城关镇人民政府"),
        ("云溪县水务局2024年政府信息公开工作年度报告", "云溪县水务局"),
        ("03 水务局（修改稿）", "云溪县水务局"),
        ("2024年度县水务局信息公开年报-定稿", "云溪县水务局"),
        ("水务局-终稿(2)", "云溪县水务局"),
        ("水务局（盖章版）", "云溪县水务局"),
        ("水务局_张某_20250115", "云溪县水务局"),
        ("附件2：水务局2024年政务公开工作年报", "云溪县水务局"),
        ("水务局1月15日最新", "云溪县水务局"),
        ("水务局（已审）", "云溪县水务局"),
        ("新建 Word 文档 (2)", ""),
        ("水务局和档案局", ""),
        ("水务局-档案局", ""),
        ("通讯录", ""),
        ("2024年政府信息公开工作年度报告", ""),
    ],
)
def test_a_file_s_name_leads_to_its_unit(stem: str, name: str) -> None:
    assert unit("", stem) == name


def test_the_organ_goes_before_the_file_s_name() -> None:
    assert unit("云溪县水务局", "云溪县档案局") == "云溪县水务局"
    assert unit("谁也不认识的单位", "云溪县档案局") == "云溪县档案局"


def test_between_two_nothing_is_guessed() -> None:
    for found in (match("卫生院"), match("甲镇分院"), match("", "甲镇分院")):
        assert found.unit is None
    assert [one.name for one in match("甲镇分院").candidates] == ["云溪县乙镇卫生院", "云溪县丙镇卫生院"]
    assert unit("甲镇分院", "云溪县丙镇卫生院") == "云溪县丙镇卫生院"


def test_a_file_named_after_two_units_names_both() -> None:
    found = match("", "水务局（气象局转）-档案局")
    assert [one.name for one in found.candidates] == ["云溪县水务局", "云溪县档案局"]


@pytest.mark.parametrize("organ", ["云溪县石桥镇", "石桥镇", "县石桥镇", "石桥镇人民政府"])
def test_a_town_is_known_by_what_people_call_it(organ: str) -> None:
    register = Register.of([Unit("云溪县石桥镇人民政府"), Unit("云溪县石桥街道办事处")])
    assert register.match(organ, "x").unit == Unit("云溪县石桥镇人民政府")
    assert register.match("云溪县石桥街道", "x").unit == Unit("云溪县石桥街道办事处")


def test_an_old_name_counts_with_the_region_too_but_not_with_another() -> None:
    renamed = Unit("云溪县水务局", ("水利局", "云溪县水土保持办公室"))
    register = Register.of([renamed, Unit("云溪县档案局")])
    for organ in ("水利局", "云溪县水利局", "县水利局", "水土保持办公室"):
        assert register.match(organ, "x").unit == renamed
    assert register.match("临江县水利局", "x").unit is None


def test_short_names_leave_the_region_out() -> None:
    assert short_names("云溪县档案局") == {"县档案局", "档案局"}
    assert "区科学技术局" in short_names("长河市满城区科学技术局")
    assert work_of(lambda: short_names("市" * 5000)) < 100
    assert "杭州市" not in short_names("杭州市")
    assert short_names("赵县档案局") == {"县档案局", "档案局"}
