"""Letters: what each unit has to correct, who is missing, names of files that any system takes."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from reportdesk.collect.counting.decisions import Decisions
from reportdesk.collect.outgoing.letters import letters_of, safe_name
from tests.collect.county import GOVERNMENT_NAME, RECEIVED, collected, lay_down, report_of, roster, unit


@pytest.fixture
def letters(tmp_path: Path) -> dict[str, bytes]:
    folder = tmp_path / "收"
    lay_down(folder / "a.docx", report_of("云溪县甲局", {"requests.carried_in.natural_person": 9}))
    lay_down(folder / "b.docx", report_of("云溪县乙局", year=2023))
    lay_down(folder / "c.json", report_of("云溪县丙局", words="本机关的情况" * 30))
    lay_down(folder / "z.docx", report_of(GOVERNMENT_NAME, {RECEIVED: 77}))
    units = [f"云溪县{name}局" for name in "甲乙丙"]
    late = unit("云溪县丁局", contact="王某", phone="0000-1234567")
    decisions = Decisions(returned={"云溪县甲局": "2025-01-20"})
    return dict(letters_of(collected(folder, roster=roster(*units, late), year=2024, decisions=decisions)))


def words(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)


def test_a_letter_tells_each_finding_with_its_figures_and_leaves_room_to_answer(
    letters: dict[str, bytes], tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    text = words(letters["退回修改-云溪县甲局.docx"])
    assert "云溪县甲局：" in text
    assert "a.docx" in text
    assert "1. 【必改】表三“自然人”一栏不平：一＋二＝13，三（七）＋四＝5，相差 8" in text
    assert "答复：" in text
    assert GOVERNMENT_NAME in text
    path = tmp_path / "x.docx"
    path.write_bytes(letters["退回修改-云溪县甲局.docx"])
    assert ooxml_validator(path) == []


def test_a_wrong_year_and_a_wrong_sum_are_told(letters: dict[str, bytes]) -> None:
    assert "是 2023 年的，汇总的是 2024 年" in words(letters["退回修改-云溪县乙局.docx"])
    assert "各单位相加是" in words(letters[f"退回修改-{GOVERNMENT_NAME}.docx"])
    assert "退回修改-云溪县丁局.docx" not in letters


def test_a_unit_is_told_what_to_do_about_each_thing(tmp_path: Path) -> None:
    same = "这一段与别处相同，说的是主动公开和依申请公开的办理情况" * 9
    for name in "甲乙":
        lay_down(tmp_path / f"{name}局.json", report_of(f"云溪县{name}局", words=same))
    lay_down(tmp_path / "丙局.json", report_of("云溪县丙局", year=2023))
    lay_down(tmp_path / "丁局一.json", report_of("云溪县丁局", {RECEIVED: 3}))
    lay_down(tmp_path / "丁局二.json", report_of("云溪县丁局", {RECEIVED: 4}))
    (tmp_path / "戊局.docx").write_bytes(b"PK\x03\x04")
    units = [f"云溪县{name}局" for name in "甲乙丙丁戊己"]
    made = dict(letters_of(collected(tmp_path, roster=roster(*units), year=2024)))
    for name, told in (
        (
            "甲",
            "云溪县乙局的“一、总体情况”有 100% 相同（年份、数字不计）；请按本单位的实际情况改写。",
        ),
        ("乙", "请按本单位的实际情况改写。"),
        ("丙", "1. 你单位的文件“丙局.json”是 2023 年的，汇总的是 2024 年；请报送 2024 年度的报告。"),
        ("丁", "都不计入；请告知以哪一份为准。"),
        (
            "戊",
            "“戊局.docx”读不出：文件已损坏；请用 Word 或 WPS 打开，另存为 .docx 后重新报送。",
        ),
    ):
        assert told in words(made[f"退回修改-云溪县{name}局.docx"])
    assert "必改" not in words(made["退回修改-云溪县丙局.docx"])
    missing, notice = (made[name].decode("utf-8-sig") for name in ("催报.txt", "通报.txt"))
    # The government does not write to itself.
    assert "下列 1 个单位" in missing
    assert GOVERNMENT_NAME not in missing + notice
    assert "应报 6 个单位" in notice


def test_who_is_missing_is_ready_to_paste(letters: dict[str, bytes]) -> None:
    text = letters["催报.txt"].decode("utf-8-sig")
    assert "下列 1 个单位" in text
    assert "云溪县丁局　王某　0000-1234567" in text
    assert letters["催报.txt"].startswith(b"\xef\xbb\xbf")


def test_the_notice_lists_units_by_problem(letters: dict[str, bytes]) -> None:
    text = letters["通报.txt"].decode("utf-8-sig")
    for line in (
        "未报（1 个）：云溪县丁局",
        "年度不对（1 个）：云溪县乙局",
        "退回后还没有改好（1 个）：云溪县甲局",
    ):
        assert line in text


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("云溪县甲局", "云溪县甲局"),
        ('甲/乙\\丙:丁*?"<>|', "甲_乙_丙_丁______"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("尾点. ", "尾点"),
        ("\x07", "_"),
        ("长" * 200, "长" * 80),
        ("\ud800x", "_x"),
    ],
)
def test_names_of_files_are_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_two_units_of_one_name_on_disk_get_two_letters(tmp_path: Path) -> None:
    for number, name in enumerate(("A/局", "a:局")):
        lay_down(tmp_path / f"{number}.json", report_of(name, {"requests.carried_in.business": 9}))
    made = dict(letters_of(collected(tmp_path, roster=roster("A/局", "a:局"))))
    assert {"退回修改-A_局.docx", "退回修改-a_局(2).docx"} <= made.keys()
