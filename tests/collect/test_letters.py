"""Letters: what each unit has to correct, who is missing, names of files that any system takes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from reportdesk.collect.counting.decisions import Decisions
from reportdesk.collect.counting.findings import CollectionFinding
from reportdesk.collect.counting.statuses import UnitState
from reportdesk.collect.outgoing.letters import letters_of, notice_text, safe_name
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
    for name, wanted in (
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
        assert wanted in words(made[f"退回修改-云溪县{name}局.docx"])
    assert "必改" not in words(made["退回修改-云溪县丙局.docx"])
    missing, notice = (made[name].decode("utf-8-sig") for name in ("催报.txt", "通报.txt"))
    # The government does not write to itself.
    assert "下列 1 个单位" in missing
    assert GOVERNMENT_NAME not in missing + notice
    assert "应报 6 个单位" in notice


def test_a_file_that_cannot_be_read_is_answered_by_what_it_is(tmp_path: Path) -> None:
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (tmp_path / "甲局.docx").write_bytes(signature + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    (tmp_path / "乙局.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(99))
    (tmp_path / "丙局.rar").write_bytes(b"Rar!\x1a\x07\x00")
    units = [f"云溪县{name}局" for name in "甲乙丙"]
    made = dict(letters_of(collected(tmp_path, roster=roster(*units), year=2024)))
    for name, wanted in (("甲", "请去掉密码后"), ("乙", "请报送 Word 文件"), ("丙", "请解压后报送")):
        text = words(made[f"退回修改-云溪县{name}局.docx"])
        assert f"；{wanted}" in text
        assert "必改" not in text


def test_a_letter_speaks_to_its_unit(tmp_path: Path) -> None:
    same = "这一段与别处相同，说的是主动公开和依申请公开的办理情况" * 9
    for name in "甲乙":
        lay_down(tmp_path / f"{name}局.json", report_of(f"云溪县{name}局", words=same))
    for number in (3, 4):
        lay_down(tmp_path / f"丙局{number}.json", report_of("云溪县丙局", {RECEIVED: number}))
    lay_down(tmp_path / "丁局.json", report_of("云溪县丁局"))
    below = unit("云溪县丁局", superior="云溪县甲局")
    above = unit("云溪县甲局", has_subordinates=True)
    made = dict(letters_of(collected(tmp_path, roster=roster(above, "云溪县乙局", "云溪县丙局", below))))
    text = words(made["退回修改-云溪县乙局.docx"])
    assert "（文件“乙局.json”）收悉。" in text
    assert "你单位与云溪县甲局的“一、总体情况”有 100% 相同" in text
    assert "（文件" not in words(made["退回修改-云溪县丙局.docx"])
    text = words(made["退回修改-云溪县丁局.docx"])
    assert "云溪县甲局的报告已经含下属单位，你单位自己报的没有计入；请与上级单位核对" in text
    assert text.endswith(f"{GOVERNMENT_NAME}\n　　　　年　　月　　日")


def test_a_letter_stands_on_the_page_of_an_official_document(letters: dict[str, bytes]) -> None:
    document = Document(BytesIO(letters["退回修改-云溪县甲局.docx"]))
    page = document.sections[0]
    assert page.page_width is not None and page.page_height is not None  # noqa: PT018
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    title, address, *_, organ, day = document.paragraphs
    assert title.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert address.paragraph_format.first_line_indent is None
    assert {organ.alignment, day.alignment} == {WD_ALIGN_PARAGRAPH.RIGHT}


def test_every_unit_stands_in_one_line_of_the_notice(tmp_path: Path) -> None:
    for name in "甲乙丙":
        lay_down(tmp_path / f"{name}局.json", report_of(f"云溪县{name}局", words=f"{name}局的情况" * 30))
    units = (unit("云溪县甲局", has_subordinates=True), unit("云溪县乙局", superior="云溪县甲局"))
    made = collected(tmp_path, roster=roster(*units, "云溪县丙局", "云溪县丁局"))
    lines = notice_text(made).splitlines()
    assert "应报 4 个单位，计入汇总 2 个。" in lines
    for name, why in (("乙", "已含在上级单位的报告里（1 个）"), ("丁", "未报（1 个）")):
        assert f"{why}：云溪县{name}局" in lines
    for name in "甲乙丙丁":
        assert sum(f"云溪县{name}局" in line for line in lines if "个）：" in line) == 1


def test_findings_are_shared_out_to_their_units_once(tmp_path: Path) -> None:
    made = collected(tmp_path, roster=roster("云溪县甲局"), year=2024)
    looks = 0

    class Counted(tuple[CollectionFinding, ...]):
        def __iter__(self) -> Iterator[CollectionFinding]:
            nonlocal looks
            looks += 1
            return super().__iter__()

    units = [UnitState(unit(f"云溪县第{number}局"), "missing") for number in range(300)]
    many = replace(made, states=tuple(units), findings=Counted(made.findings))
    assert len(list(letters_of(many))) == 2
    assert looks <= 3


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
