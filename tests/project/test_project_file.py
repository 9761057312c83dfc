"""A report comes back from its project file as it was; a file that is not as written is refused."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from reportdesk.errors import FileError
from reportdesk.project.errors import ChangedOnDisk, Damaged, Missing, NewerVersion, NoPermission, NotOurs
from reportdesk.project.file import (
    Stamp,
    decode_project,
    encode_project,
    read_project,
    rescue_project,
    save_project,
)
from reportdesk.project.format.header import seal
from reportdesk.project.format.migrations import FORMAT, migrate
from reportdesk.report.model import Report
from tests.examples import examples
from tests.project.reports import FORM, reports

DATA = Path(__file__).parents[1] / "data" / "projects"
REPORT = Report(
    FORM,
    organ="云溪县档案局",
    year=2023,
    cells={"requests.received.natural_person": 3, "requests.carried_in.natural_person": 0},
    texts={"overview": "第一段。\n第二段“有引号”。", "other": "无。"},
)


def body_of(data: bytes) -> dict[str, object]:
    return json.loads(data.partition(b"\n")[2])


def resealed(body: dict[str, object] | bytes, rev: int = 1) -> bytes:
    return seal(body if isinstance(body, bytes) else json.dumps(body).encode(), rev)


@given(reports)
@examples(60)
def test_everything_in_a_report_comes_back(report: Report) -> None:
    read = decode_project(encode_project(report, 7), "x").report
    for part in Report.__dataclass_fields__:
        if part != "title" or report.title != FORM.title_of(report.organ, report.year):
            assert getattr(read, part) == getattr(report, part), part


def test_equal_reports_give_equal_bytes_whatever_the_order_of_their_entries() -> None:
    turned = replace(
        REPORT,
        cells=dict(reversed(REPORT.cells.items())),
        texts=dict(reversed(REPORT.texts.items())),
    )
    assert encode_project(turned, 1) == encode_project(REPORT, 1)


def test_one_cell_stands_on_one_line_in_the_order_of_the_form() -> None:
    lines = encode_project(REPORT, 1).decode().splitlines()
    keys = [
        line.split('"')[1] for line in lines if line.startswith('  "') and line.split('"')[1] in FORM.cells
    ]
    assert keys == list(FORM.cells)
    assert '  "requests.received.natural_person": 3,' in lines


def test_a_saved_file_is_read_with_its_stamp(tmp_path: Path) -> None:
    path = tmp_path / "年报.rdesk"
    first = save_project(path, REPORT, None)
    assert read_project(path).stamp == first
    second = save_project(path, replace(REPORT, year=2024), first)
    assert (first.rev, second.rev) == (1, 2)
    assert read_project(path).report.year == 2024
    assert read_project(path.with_name("年报.rdesk.bak")).report == REPORT
    assert sorted(other.name for other in tmp_path.iterdir()) == ["年报.rdesk", "年报.rdesk.bak"]


def test_half_a_character_is_replaced_on_saving_and_refused_on_reading(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    save_project(path, replace(REPORT, organ="云\ud800溪"), None)
    assert read_project(path).report.organ == "云\ufffd溪"
    body = json.dumps(body_of(path.read_bytes()) | {"organ": "\ud800"}).encode()
    assert b"\\ud800" in body
    with pytest.raises(Damaged, match="不完整的字符"):
        decode_project(resealed(body), "x")


def test_somebody_elses_save_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    mine = save_project(path, REPORT, None)
    save_project(path, replace(REPORT, organ="云溪县司法局"), mine)
    theirs = path.read_bytes()
    with pytest.raises(ChangedOnDisk, match=r"x\.rdesk"):
        save_project(path, REPORT, mine)
    assert path.read_bytes() == theirs


def test_a_file_that_vanished_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    stamp = save_project(path, REPORT, None)
    path.unlink()
    assert save_project(path, REPORT, stamp).rev == 2
    assert read_project(path).report == REPORT


def test_what_a_newer_program_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    body = body_of(encode_project(REPORT, 1))
    new = {"stamp_duty": [1, 2.50], "cells": {"requests.received.robot": 5}, "signature": {"seal": "圆"}}
    body |= {"stamp_duty": new["stamp_duty"], "signature": body["signature"] | new["signature"]}
    body["cells"] |= new["cells"]
    body["texts"]["appendix"] = "附录"
    path.write_bytes(resealed(json.dumps(body).replace("2.5]", "2.50]").encode()))
    opened = read_project(path)
    assert opened.report.notes == ()
    save_project(path, replace(opened.report, year=2024), opened.stamp)
    saved = body_of(path.read_bytes())
    assert saved["stamp_duty"] == new["stamp_duty"]
    assert b"2.50" in path.read_bytes()
    assert saved["cells"]["requests.received.robot"] == 5
    assert saved["signature"]["seal"] == "圆"
    assert saved["texts"]["appendix"] == "附录"
    assert saved["year"] == 2024


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    data = (DATA / "newer.rdesk").read_bytes()
    path.write_bytes(data)
    with pytest.raises(NewerVersion, match=rf"格式 9.*只认到格式 {FORMAT}"):
        read_project(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("golden", sorted(DATA.glob("format-*.rdesk")), ids=lambda path: path.stem)
def test_old_files_open_for_ever(golden: Path) -> None:
    report = read_project(golden).report
    assert (report.organ, report.year) == ("云溪县档案局", 2023)
    assert report.cells["requests.received.natural_person"] == 3
    assert str(report.cells["disclosure.fees.amount"]) == "59237.2449"
    assert report.stated == {"requests.received.total": 9}
    assert report.paragraphs("overview") == ("2023年，本局认真贯彻条例。", "（一）主动公开")
    assert report.is_inherited("overview", "（一）主动公开")
    assert report.accepted["requests.row_sum:requests.received.total:"].note == "已核对原件"
    assert report.last is not None
    assert report.last.cells["requests.carried_out.total"] == 2
    assert report.extra == {"later": {"x": 1}}


def test_there_is_a_golden_file_for_every_format() -> None:
    assert {path.stem for path in DATA.glob("format-*.rdesk")} >= {
        f"format-{n}" for n in range(1, FORMAT + 1)
    }


def test_migrations_run_from_the_files_version_on() -> None:
    steps = [lambda body, n=n: {**body, "seen": [*body.get("seen", []), n]} for n in (1, 2, 3)]
    assert migrate({}, 2, steps) == {"seen": [2, 3]}
    assert migrate({}, 4, steps) == {}


def test_a_file_of_an_older_format_stays_beside_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    stamp = save_project(path, REPORT, None)
    old = path.read_bytes()
    stamp = save_project(path, REPORT, Stamp(stamp.rev, stamp.sha256, format=0))
    save_project(path, REPORT, stamp)
    assert (tmp_path / "x.rdesk.format0.bak").read_bytes() == old


def test_no_flipped_bit_of_the_header_is_accepted() -> None:
    data = encode_project(REPORT, 17)
    for place in range(data.index(b"\n") + 1):
        for bit in range(8):
            assert_refused(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :])


def test_no_flipped_bit_of_a_sample_of_the_body_is_accepted() -> None:
    data = encode_project(REPORT, 17)
    picked = random.Random(2023)
    for place in picked.choices(range(data.index(b"\n"), len(data)), k=1500):
        assert_refused(data[:place] + bytes([data[place] ^ 1 << picked.randrange(8)]) + data[place + 1 :])


def test_no_truncation_is_accepted() -> None:
    data = encode_project(REPORT, 17)
    for size in [*range(300), *range(300, len(data), 17), len(data) - 1]:
        assert_refused(data[:size])
    assert_refused(data + b"\n")


def assert_refused(data: bytes) -> None:
    with pytest.raises(FileError, match=r"x\.rdesk"):
        decode_project(data, "x.rdesk")


def test_a_truncated_file_says_how_much_is_left(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="文件不完整，应有"):
        decode_project(encode_project(REPORT, 1)[:-50], "x")


@pytest.mark.parametrize("data", [b"PK\x03\x04 a Word file", b"", b"{}\n{}", b'{"cells":{}}', b"\xff\xfe"])
def test_files_of_other_programs_are_not_ours(data: bytes) -> None:
    with pytest.raises(NotOurs, match="不是本程序的文件"):
        decode_project(data, "x")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"cells":{},"cells":{}}', "“cells”重复"),
        (b'{"cells":{"requests.received.other":NaN}}', "NaN"),
        (b"[]", "最外层"),
        (b'{"cells":{}, "x":' + b"[" * 500 + b"]" * 500 + b"}", "套得太深"),
        (b'{"cells":{}, "x":' + b"[" * 9000 + b"]" * 9000 + b"}", "套得太深"),
        (b'{"cells":{}, "organ": 7}', "“organ”的内容不对"),
        (b'{"cells":{}, "texts": {"overview": 7}}', "“texts"),
        (b'{"cells":{}, "year": 12345}', "“year”"),
        (b'{"cells": 3}', "“cells”"),
        (b'{"organ": "\xff"}', "UTF-8"),
        (b'{"cells":{},\n oops}', "第 2 行"),
    ],
)
def test_a_sealed_body_that_is_no_report_is_refused_with_the_place(body: bytes, says: str) -> None:
    with pytest.raises(Damaged, match=says):
        decode_project(resealed(body), "x")


def test_more_than_50_megabytes_are_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(FileError, match="50 MB"):
        read_project(path)


def test_what_is_no_file_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="找不到"):
        read_project(tmp_path / "absent.rdesk")
    with pytest.raises(FileError, match="文件夹"):
        read_project(tmp_path)
    with pytest.raises(Missing, match="文件夹不在了"):
        save_project(tmp_path / "absent" / "x.rdesk", REPORT, None)


def test_a_damaged_file_names_its_good_backup(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    save_project(path, REPORT, save_project(path, REPORT, None))
    path.write_bytes(path.read_bytes().replace(b"\xe4\xba\x91", b"\xe4\xba\x90"))
    with pytest.raises(Damaged, match="备份完好") as caught:
        read_project(path)
    assert caught.value.backup == tmp_path / "x.rdesk.bak"
    caught.value.backup.write_bytes(b"")
    with pytest.raises(Damaged) as caught:
        read_project(path)
    assert caught.value.backup is None


def test_a_flipped_figure_is_rescued_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    data = encode_project(REPORT, 1)
    path.write_bytes(data.replace(b'natural_person": 3', b'natural_person": 7', 1))
    rescued = rescue_project(path)
    assert rescued.cells["requests.received.natural_person"] == 7
    assert rescued.texts == REPORT.texts
    assert [note.code for note in rescued.notes] == ["read.rescued"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"requests.carried_in.natural_person": 0,', b'"requests.carried_in.natural_person": \x00,'),
        (b'{"app"', b'{\xff"app"'),
        ("“有引号”".encode(), b'"\x07\xff'),
        (b' "texts": {', b' "texts: {'),
    ],
)
def test_a_broken_line_costs_only_itself(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = tmp_path / "x.rdesk"
    data = encode_project(REPORT, 1)
    assert old in data
    path.write_bytes(data.replace(old, new, 1))
    with pytest.raises(Damaged):
        read_project(path)
    rescued = rescue_project(path)
    assert rescued.organ == REPORT.organ
    assert rescued.cells["requests.received.natural_person"] == 3


def test_a_text_with_a_broken_quote_is_rescued(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    path.write_bytes(encode_project(REPORT, 1).replace("引号".encode(), b'\\n"', 1))
    assert '第一段。\n第二段“有\n"”。' in rescue_project(path).texts["overview"]


def test_the_first_half_of_a_file_is_rescued_and_an_empty_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    data = encode_project(REPORT, 1)
    path.write_bytes(data[: data.index(b"denied_")])
    rescued = rescue_project(path)
    assert rescued.cells == REPORT.cells
    assert "没能读出" in rescued.notes[0].message
    path.write_bytes(b"")
    with pytest.raises(Damaged, match="没有读出内容"):
        rescue_project(path)


def test_random_damage_is_rescued_or_refused_but_never_crashes(tmp_path: Path) -> None:
    data = encode_project(REPORT, 1)
    picked = random.Random(7)
    path = tmp_path / "x.rdesk"
    for _ in range(150):
        broken = bytearray(data)
        for place in picked.choices(range(len(data)), k=picked.choice([1, 5, 60])):
            broken[place] = picked.randrange(256)
        path.write_bytes(broken)
        try:
            assert rescue_project(path).notes
        except FileError as error:
            assert str(path) in str(error)  # noqa: PT017


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "x.rdesk"
    stamp = save_project(path, REPORT, None)
    path.chmod(0o444)
    with pytest.raises(NoPermission, match="只读"):
        save_project(path, REPORT, stamp)
    assert read_project(path).stamp == stamp
