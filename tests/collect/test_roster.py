"""The roster: columns by name wherever the heading stands, refusals with sheet and row."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from reportdesk.collect.roster.roster import GOVERNMENT, RosterError, read_roster
from reportdesk.errors import FileError

HEADS = [
    "序号",
    "单位名称",
    "简称",
    "曾用名",
    "类 别",
    "上级",
    "含下属（是/否）",
    "联系人",
    "电话",
    "备注",
    "邮箱",
]
ROWS = [
    [1, "云溪县人民政府", "县政府", "", "政府", "", "", "", "", "", ""],
    [
        2,
        "云溪县教育局",
        "教育局、县教育局",
        "云溪县教委",
        "部门",
        "县政府",
        "是",
        "王某",
        13800000000,
        "催",
        "a@x",
    ],
    [3, "云溪县第一中学", "", "", "", "云溪县教委", "", "", "", "", ""],
]


def workbook(path: Path, *rows: list[object], before: int = 0) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    for _ in range(before):
        sheet.append(["2024年度报送单位"])
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("before", [0, 3, 9])
def test_a_workbook_s_columns_are_found_by_name(tmp_path: Path, before: int) -> None:
    found = read_roster(workbook(tmp_path / "名单.xlsx", HEADS, *ROWS, [], before=before))
    government, education, school = found.units
    assert found.addressee == government
    assert government.group == GOVERNMENT
    assert education.aliases == ("教育局", "县教育局", "云溪县教委")
    assert education.has_subordinates
    assert (education.contact, education.phone, education.remark) == ("王某", "13800000000", "催")
    assert education.extra == {"序号": "2", "邮箱": "a@x"}
    assert (education.superior, school.superior) == ("云溪县人民政府", "云溪县教育局")
    assert school.group == "其他"
    assert found.container_of(school) == education
    assert found.container_of(education) is None
    assert found.groups == ("部门", "其他")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "，", "；"])
def test_a_csv_in_any_encoding(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "名单.csv"
    lines = [["单位", "类别"], ["云溪县甲局", "部门"], ["", ""], ["云溪县乙局", ""]]
    path.write_text("\r\n".join(separator.join(line) for line in lines), encoding)
    assert [unit.name for unit in read_roster(path).units] == ["云溪县甲局", "云溪县乙局"]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            [["单位"], ["云溪县甲局"], ["云溪县 甲局"]],
            "工作表“名单”第 3 行：单位“云溪县甲局”重复，前面在第 2 行",
        ),
        ([["单位", "电话"], ["", "123"]], "工作表“名单”第 2 行：这一行没有写单位"),
        (
            [["单位", "上级"], ["云溪县甲局", "云溪县乙局"]],
            "工作表“名单”第 2 行：“云溪县甲局”的上级“云溪县乙局”不在名单上",
        ),
        ([["名字"], ["云溪县甲局"]], "前十行里没有“单位”这一列"),
        ([["单位"]], "名单是空的"),
        ([["单位", "类别"], ["甲市人民政府", "政府"], ["乙市人民政府", "政府"]], "类别为“政府”的不止一个"),
    ],
)
def test_an_impossible_roster_is_refused_with_sheet_and_row(
    tmp_path: Path, rows: list[list[object]], says: str
) -> None:
    path = workbook(tmp_path / "名单.xlsx", *rows)
    with pytest.raises(RosterError) as refused:
        read_roster(path)
    assert says in str(refused.value)
    assert str(path) in str(refused.value)


def test_one_government_may_stand_above_others(tmp_path: Path) -> None:
    rows = [["单位", "类别", "上级"], ["甲市人民政府", "政府", ""], ["乙县人民政府", "政府", "甲市人民政府"]]
    found = read_roster(workbook(tmp_path / "名单.xlsx", *rows))
    assert found.addressee == found.units[0]
    assert found.groups == ("政府",)


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"\xff\xfe\x00\xd8", b"%PDF"])
def test_what_is_no_roster_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(data)
    with pytest.raises(FileError) as refused:
        read_roster(path)
    assert str(path) in str(refused.value)


def written(folder: Path, *lines: str) -> Path:
    path = folder / "名单.csv"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_widths_and_spaces_in_a_group_are_set_aside(tmp_path: Path) -> None:
    read = read_roster(
        written(tmp_path, "单位,类别", "云溪县人民政府,政 府", "云溪县甲局,部　门", "云溪县乙局,部门 ")
    )
    assert read.addressee is not None
    assert read.groups == ("部门",)


def test_blank_rows_between_units_count_for_nothing(tmp_path: Path) -> None:
    read = read_roster(
        written(tmp_path, "", "二〇二四年名单", "", "单位,类别", "", "甲局,部门", ",,", " ", "乙局,部门", "")
    )
    assert [unit.name for unit in read.units] == ["甲局", "乙局"]


@pytest.mark.parametrize("above", [("乙局", "甲局", ""), ("乙局", "丙局", "甲局")])
def test_superiors_in_a_circle_are_refused(tmp_path: Path, above: tuple[str, ...]) -> None:
    lines = [f"{name},{superior},是" for name, superior in zip(("甲局", "乙局", "丙局"), above, strict=True)]
    with pytest.raises(RosterError, match="绕成了圈：甲局、乙局"):
        read_roster(written(tmp_path, "单位,上级,含下属", *lines))


def test_a_unit_above_itself_contains_nothing_but_itself(tmp_path: Path) -> None:
    read = read_roster(written(tmp_path, "单位,上级,含下属", "甲局,甲局,是"))
    assert read.container_of(read.units[0]) is None


def test_a_roster_without_units_names_its_file(tmp_path: Path) -> None:
    path = written(tmp_path, "单位,类别")
    with pytest.raises(RosterError, match="名单是空的") as refused:
        read_roster(path)
    assert refused.value.where == str(path)


def test_a_group_that_no_formula_can_name_is_refused_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text(f"单位,类别\n云溪县甲局,{'*' * 100}\n云溪县乙局,{'长' * 101}\n", "utf-8")
    with pytest.raises(RosterError, match="有 101 个字") as refusal:
        read_roster(path)
    assert "第 3 行" in str(refusal.value.where)
