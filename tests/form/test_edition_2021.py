"""The 2021 edition, cell by cell, against the contract of its 200 keys."""

import csv
from pathlib import Path

import pytest

from reportdesk.form.loader import load_edition

CONTRACT = Path(__file__).parent.parent / "data" / "2021-cells.tsv"
APPLICANTS = ("natural_person", "business", "research", "public_interest", "legal_service", "other")
RESULTS = ("upheld", "corrected", "other", "pending")

FORM = load_edition("2021")


def contract() -> list[dict[str, str]]:
    with CONTRACT.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


ROWS = contract()
OUTCOMES = [
    row["key"].removesuffix(".business").removeprefix("requests.")
    for row in ROWS
    if row["row"].startswith("三、本年度办理结果") and row["key"].endswith(".business")
][:-1]


def parts_of(key: str, rule: str) -> list[str]:
    """The parts of a sum, spelt out from the contract's words and not from the form."""
    head, _, last = key.rpartition(".")
    names = {
        "": [],
        "applicants": [f"{head}.{applicant}" for applicant in APPLICANTS],
        "outcomes": [f"requests.{outcome}.{last}" for outcome in OUTCOMES],
        "results": [f"{head}.{result}" for result in RESULTS],
    }
    return names[rule]


def test_has_the_200_keys_in_printed_order() -> None:
    assert len(ROWS) == 200
    assert list(FORM.cells) == [row["key"] for row in ROWS]
    assert len(OUTCOMES) == 21


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_a_cell_is_as_the_contract_says(row: dict[str, str]) -> None:
    cell = FORM.cells[row["key"]]
    assert " / ".join(cell.row_labels) == (row["row"] if cell.row_labels else "")
    if cell.row_labels:
        assert " / ".join(cell.column_labels) == row["column"]
    else:
        assert " / ".join(cell.column_labels) == f"{row['row']} / {row['column']}"
    assert (cell.kind.name, cell.unit) == (row["type"], row["unit"])
    assert FORM.section_of_table(cell.table).ordinal == row["ordinal"]
    assert sorted(cell.parts) == sorted((1, part) for part in parts_of(cell.key, row["sum"]))
    assert cell.is_derived == bool(row["sum"])


def test_derived_cells_come_after_their_parts() -> None:
    done = {cell.key for cell in FORM.entered}
    for cell in FORM.derived:
        assert {part for _, part in cell.parts} <= done
        done.add(cell.key)
    assert done == set(FORM.cells)


def test_headings_title_and_years() -> None:
    assert [section.heading for section in FORM.sections] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert [section.key for section in FORM.narratives] == ["overview", "problems", "other"]
    assert len(FORM.section("overview").subheads) == 5
    assert FORM.title_of("云溪县档案局", 2024) == "云溪县档案局2024年政府信息公开工作年度报告"
    assert [FORM.covers(year) for year in (2020, 2021, 2030)] == [False, True, True]


@pytest.mark.parametrize(
    ("organ", "level"),
    [
        ("云溪县档案局", "department"),
        ("云溪县人民政府办公室", "department"),
        ("云溪县教育和体育局", "department"),
        ("松岭市自然资源和规划局", "department"),
        ("云溪县行政审批服务局", "department"),
        ("松岭市城市管理综合行政执法支队", "department"),
        ("云溪经济开发区管理委员会", "department"),
        ("云溪县第一中学校区", "department"),
        ("", "department"),
        ("云溪县青石镇人民政府", "town"),
        ("青石镇", "town"),
        ("云溪县白杨乡政府", "town"),
        ("云溪县东关街道办事处", "town"),
        ("东关街道", "town"),
        ("乌兰旗查干苏木人民政府", "town"),
        ("云溪县人民政府", "government"),
        ("云溪县", "government"),
        ("松岭市", "government"),
        ("松岭市北湖区", "government"),
        ("北湖区政府", "government"),
        ("乌兰旗", "government"),
        ("南岭自治州人民政府", "government"),
    ],
)
def test_the_level_is_guessed_from_the_organs_name(organ: str, level: str) -> None:
    assert FORM.level_of(organ).key == level


def test_deadlines_follow_the_level() -> None:
    assert {level.key: level.deadline for level in FORM.levels} == {
        "department": "01-31",
        "town": "01-31",
        "government": "03-31",
    }
