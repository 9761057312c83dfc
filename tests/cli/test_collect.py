"""`reportdesk collect`: statuses, outputs, JSON, and what is refused."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportdesk.collect.kept import Settings, save_set
from reportdesk.project.file import read_project
from tests.cli.conftest import Call
from tests.collect.county import GOVERNMENT_NAME, RECEIVED, lay_down, report_of
from tests.processes import Start


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """Two sound reports in two kinds, and a roster that names them."""
    folder = tmp_path / "收"
    for name, kind, received in (("甲", ".docx", 3), ("乙", ".json", 4)):
        words = f"{name}局的情况各有不同" * 12
        lay_down(folder / f"{name}{kind}", report_of(f"云溪县{name}局", {RECEIVED: received}, words=words))
    rows = f"单位,类别\n{GOVERNMENT_NAME},政府\n云溪县甲局,部门\n云溪县乙局,乡镇街道\n"
    (tmp_path / "名单.csv").write_text(rows, "utf-8")
    return folder


def test_the_list_is_printed_and_a_lack_is_status_1(reportdesk: Call, county: Path) -> None:
    said = reportdesk("collect", county)
    assert said.status == 0, said.out
    assert "云溪县甲局" in said.out
    assert "2024 年，2 个单位，计入 2 个" in said.out
    said = reportdesk("collect", "收", "--roster", "名单.csv", "--year", "2024")
    assert said.status == 1
    assert f"{GOVERNMENT_NAME}还没有报 [collect.missing]" in said.out


def test_json_is_the_contract_s(reportdesk: Call, county: Path) -> None:
    (county / "其他.txt").write_text("不是报告", "utf-8")
    said = reportdesk("collect", "收", "--roster", "名单.csv", "--json")
    data = json.loads(said.out)
    assert (data["schema"], data["year"]) == (1, 2024)
    assert [unit["unit"] for unit in data["units"]] == [GOVERNMENT_NAME, "云溪县甲局", "云溪县乙局"]
    first = data["units"][1]
    assert {"unit", "group", "status", "files", "counts", "blank"} == first.keys()
    assert (first["group"], first["files"], first["blank"]) == ("部门", ["收/甲.docx"], 0)
    assert first["counts"].keys() == {"error", "warning", "hint"}
    assert data["files"][0].keys() == {"file", "unit", "status", "message"}
    assert (data["files"][0]["file"], data["files"][0]["unit"]) == ("收/其他.txt", None)
    assert data["files"][0]["status"] == "not_a_report"
    assert data["cells"][RECEIVED] == 7
    assert data["cells"]["disclosure.fees.amount"] == "0"
    assert len(data["cells"]) == 200
    assert data["groups"]["部门"][RECEIVED] == 3
    assert data["added"] == ["云溪县甲局", "云溪县乙局"]
    (missing,) = [one for one in data["findings"] if one["code"] == "collect.missing"]
    assert missing == {
        "code": "collect.missing",
        "severity": "error",
        "message": f"{GOVERNMENT_NAME}还没有报",
        "units": [GOVERNMENT_NAME],
        "files": [],
        "cells": [],
        "left": None,
        "right": None,
        "difference": None,
    }
    every = json.loads(reportdesk("collect", "收", "--json", "--all").out)
    checked = json.loads(reportdesk("check", "收/甲.docx", "--json").out)
    assert every["units"][1]["findings"] == checked["findings"] or every["units"][0]["findings"]


def test_everything_is_written_and_nothing_overwritten(
    reportdesk: Call, county: Path, tmp_path: Path
) -> None:
    outputs = ("--to", "o.xlsx", "--report", "o.rdesk", "--cells", "o.csv", "--letters", "信")
    said = reportdesk("collect", "收", "--roster", "名单.csv", *outputs)
    assert (said.status, said.out) == (1, "")
    for name in ("o.xlsx", "o.rdesk", "o.csv", "信"):
        assert f"已写入 {name}" in said.err
    assert read_project(tmp_path / "o.rdesk").report.cells[RECEIVED] == 7
    rows = list(csv.DictReader(io.StringIO((tmp_path / "o.csv").read_text("utf-8-sig"))))
    assert list(rows[0]) == ["year", "unit", "group", "key", "table", "row", "column", "value", "stated"]
    assert len(rows) == 400
    received = [row for row in rows if row["key"] == RECEIVED]
    assert [(row["unit"], row["group"], row["value"]) for row in received] == [
        ("云溪县甲局", "部门", "3"),
        ("云溪县乙局", "乡镇街道", "4"),
    ]
    assert {path.name for path in (tmp_path / "信").iterdir()} >= {"催报.txt", "通报.txt"}
    for option, name in (("--to", "o.xlsx"), ("--cells", "o.csv"), ("--letters", "信")):
        said = reportdesk("collect", "收", option, name)
        assert said.status == 3
        assert name in said.err
        assert reportdesk("collect", "收", option, name, "--force", "--quiet").status == 0
    assert reportdesk("collect", "收", "--report", "o.rdesk").status == 0


def test_outputs_and_the_roster_in_the_folder_are_none_of_its_reports(
    reportdesk: Call, county: Path, tmp_path: Path
) -> None:
    roster = (tmp_path / "名单.csv").rename(county / "名单.csv")
    words = ("collect", "收", "--roster", roster, "--report", "收/政府.rdesk", "--to", "收/汇总.xlsx")
    assert reportdesk(*words).status == 1
    data = json.loads(reportdesk(*words, "--force", "--json").out)
    assert data["files"] == []
    assert data["units"][0]["status"] == "missing"


@pytest.mark.parametrize(
    "words",
    [
        ("收", "--to", "o.ods"),
        ("收", "--report", "o.docx"),
        ("收", "--cells", "o"),
        ("收", "--jobs", "0"),
        ("收", "--year", "24"),
        (),
    ],
)
def test_words_that_are_off_are_status_2(reportdesk: Call, county: Path, words: tuple[str, ...]) -> None:
    assert reportdesk("collect", *words).status == 2


@pytest.mark.parametrize(
    "words",
    [("没有",), ("收", "--roster", "没有.xlsx"), ("收", "--roster", "坏.csv"), ("收", "--last", "没有")],
)
def test_what_cannot_be_read_is_status_3(
    reportdesk: Call, county: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "坏.csv").write_text("单位\n云溪县甲局\n云溪县甲局\n", "utf-8")
    said = reportdesk("collect", *words)
    assert (said.status, said.out) == (3, "")


@pytest.mark.parametrize(
    "words", [("--to", "无/x.xlsx"), ("--report", "无/x.rdesk"), ("--cells", "无/x.csv")]
)
def test_a_folder_that_is_not_there_is_told_before_anything_is_read(
    reportdesk: Call, county: Path, words: tuple[str, ...]
) -> None:
    # A path that is not there would be told once files are looked for.
    said = reportdesk("collect", "没有", *words)
    assert said.status == 3
    assert "这个文件夹" in said.err


def test_a_collection_s_file_says_the_rest(reportdesk: Call, county: Path, tmp_path: Path) -> None:
    path = tmp_path / "汇总.rdset"
    save_set(path, Settings((county,), tmp_path / "名单.csv", None, 2024), None)
    data = json.loads(reportdesk("collect", "汇总.rdset", "--json").out)
    assert [unit["unit"] for unit in data["units"]] == [GOVERNMENT_NAME, "云溪县甲局", "云溪县乙局"]
    other = json.loads(reportdesk("collect", "汇总.rdset", "--year", "2023", "--json").out)
    assert {unit["status"] for unit in other["units"]} == {"missing", "wrong_year"}


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_is_130_and_writes_nothing(county: Path, tmp_path: Path, start: Start) -> None:
    os.mkfifo(tmp_path / "gate")
    script = (
        "import sys, reportdesk.collect.collection as c, reportdesk.collect.run as r\n"
        "import threading\n"
        "def wait(*a):\n"
        "    open('gate', 'w').close()\n"
        "    threading.Event().wait(60)\n"
        "r.collect = wait\n"
        "from reportdesk.cli import main\n"
        "sys.exit(main(['collect', '收', '--to', 'o.xlsx']))\n"
    )
    call = start([sys.executable, "-c", script], cwd=tmp_path, stderr=subprocess.PIPE)
    with (tmp_path / "gate").open():
        pass
    call.send_signal(signal.SIGINT)
    _, err = call.communicate(timeout=60)
    assert (call.returncode, err.decode()) == (130, "已中断\n")
    assert not (tmp_path / "o.xlsx").exists()


def test_what_is_read_is_not_written_over_and_a_file_is_no_folder_for_letters(
    reportdesk: Call, county: Path, tmp_path: Path
) -> None:
    reportdesk("convert", next((tmp_path / "收").rglob("*.docx")), "一.rdesk")
    reportdesk("convert", "一.rdesk", "一.xlsx")
    for option, name in (("--report", "一.rdesk"), ("--to", "一.xlsx")):
        before = (tmp_path / name).read_bytes()
        said = reportdesk("collect", "一.rdesk", "一.xlsx", option, name, "--force")
        assert (said.status, "这是要读的文件" in said.err) == (3, True)
        assert (tmp_path / name).read_bytes() == before
    said = reportdesk("collect", "收", "--letters", "一.rdesk", "--force")
    assert (said.status, "这是一个文件，不是文件夹" in said.err) == (3, True)
