"""A rescue says what is gone, all of it: cells by place, texts by heading, parts by name."""

from dataclasses import replace

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.project.format.project_bytes import encode_project
from reportdesk.project.format.rescue import rescue
from reportdesk.report.model import Acceptance, Report

FORM = load_edition("2021")
REPORT = Report(
    FORM,
    organ="云溪县档案局",
    year=2024,
    cells={cell.key: 1 for cell in FORM.entered},
    texts={"overview": "第一段。", "problems": "一是不够及时。", "other": "没有其他事项。"},
    accepted={"x": Acceptance("balance", "x", "1", "情况属实")},
)
DATA = encode_project(REPORT, 1)


def lost_in(data: bytes) -> list[str]:
    """Returns what the notes say is gone; the first says how many they are."""
    head, *gone = [note.message for note in rescue(data, "x").notes]
    assert f"{len(gone)} 项" in head or not gone
    return [words.removeprefix("没能读出：") for words in gone]


def spoiled(line: bytes) -> bytes:
    """Returns the file with a key's line filled with zeros behind the key."""
    start = DATA.index(line) + len(line)
    end = DATA.index(b"\n", start)
    return DATA[:start] + bytes(end - start) + DATA[end:]


def test_nothing_gone_says_nothing() -> None:
    assert lost_in(DATA.replace(b'natural_person": 1', b'natural_person": 7', 1)) == []


def test_a_cell_is_told_by_its_place() -> None:
    assert lost_in(spoiled(b'"requests.carried_in.natural_person"')) == [
        "表三 1 格：二、上年结转政府信息公开申请数量（自然人）"
    ]


def test_sums_are_not_missed() -> None:
    assert [words for words in lost_in(spoiled(b'"requests.received.total"')) if words.startswith("表")] == []


def test_a_text_is_told_by_its_heading() -> None:
    assert lost_in(spoiled(b'  "problems"')) == ["“五、存在的主要问题及改进情况”的文字"]


@pytest.mark.parametrize(
    ("cut_at", "gone", "left"),
    [
        (
            b'"requests.granted.',
            ["表三 ", "表四 12 格：全部", "各部分的文字", "落款", "对问题的说明"],
            "表二",
        ),
        (b'"problems"', ["“五、", "“六、", "落款", "机关类别", "上年的数和文字"], "“一、"),
        (b' "accepted"', ["对问题的说明", "哪些格子是沿用上年的"], "落款"),
    ],
)
def test_of_a_file_cut_off_all_that_followed_is_told(cut_at: bytes, gone: list[str], left: str) -> None:
    said = lost_in(DATA[: DATA.index(cut_at)])
    assert all(any(words.startswith(name) for words in said) for name in gone), said
    assert not any(words.startswith(left) for words in said)


def test_every_entered_cell_is_either_there_or_told() -> None:
    for start in range(2000, len(DATA) - 600, 700):
        report = rescue(DATA[:start] + bytes(300) + DATA[start + 300 :], "x")
        named = {key for note in report.notes for key in note.cells}
        assert {cell.key for cell in FORM.entered} <= named | set(report.cells) | set(report.invalid)


def test_a_part_of_the_wrong_shape_is_told() -> None:
    report = replace(REPORT, level="department")
    data = encode_project(report, 1).replace(b' "level": "department"', b' "level": 12', 1)
    assert lost_in(data) == ["机关类别"]
