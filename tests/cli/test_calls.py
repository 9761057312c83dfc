"""How a call goes wrong: its words, its files, its streams, and an end from outside."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportdesk.cli.parser import COMMANDS
from tests.cli.conftest import Call
from tests.processes import Start

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("new",), "还缺 OUT、--organ、--year"),
        (("new", "x.rdesk", "--organ", "x"), "还缺 --year"),
        (("new", "x.rdesk", "--organ", "长" * 121, "--year", "2024"), "最多 120 个字"),
        (("new", "x.rdesk", "--organ", "x", "--year", "23"), "四位数字"),
        (("new", "x.rdesk", "--organ", " ", "--year", "2023"), "机关名称"),
        (
            ("new", "x.rdesk", "--organ", "x", "--year", "2023", "--edition", "1999"),
            "不能是“1999”，可以是 2019、2021",
        ),
        (("new", "x.wps", "--organ", "x", "--year", "2023"), "不会写“.wps”"),
        (("convert", "absent.json", "x.odt"), "不会写“.odt”"),
        (("convert", "absent.json", "x"), "x：文件名没有后缀"),
        (("show",), "还缺 FILE"),
        (("show", "a", "b"), "不认识 b"),
        (("show", "a", "--jsno"), "不认识 --jsno"),
        (("check",), "还缺 FILE"),
        (("check", "a", "--last"), "后面还缺内容"),
        (("gather", "."), "没有“gather”这个命令"),
        (("shwo",), "没有“shwo”这个命令"),
        (("--frobnicate",), "不认识 --frobnicate"),
        (("-v",), "不认识 -v"),
        (("show", "a", "--js"), "不认识 --js"),
        (("show", "a", "--json=1"), "--json 后面不能带“1”"),
        (("-hx",), "后面不能带“x”"),
    ],
)
def test_words_that_are_off_are_status_2_and_one_line(
    reportdesk: Call, words: tuple[str, ...], says: str
) -> None:
    said = reportdesk(*words)
    assert (said.status, said.out) == (2, "")
    assert says in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "name", ["absent.rdesk", ".", "empty.rdesk", "macro.docm", "notes.rdesk", "bad.json"]
)
def test_a_file_that_cannot_be_read_is_status_3_and_names_it(
    reportdesk: Call, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty.rdesk").touch()
    (tmp_path / "macro.docm").write_bytes(b"PK\x03\x04")
    (tmp_path / "notes.rdesk").write_text("shopping list")
    (tmp_path / "bad.json").write_text('{"cells": {"a": 1, "a": 2}}')
    for words in (
        ("show", name),
        ("check", name),
        ("convert", name, "out.rdesk"),
        ("roll", name, "out.rdesk"),
    ):
        said = reportdesk(*words)
        assert (said.status, said.out) == (3, "")
        assert said.err.startswith(f"{name}：")
        assert said.err.count("\n") == 1
    assert not (tmp_path / "out.rdesk").exists()


def test_a_folder_that_is_not_there_is_status_3(reportdesk: Call, report: Path) -> None:
    said = reportdesk("convert", report, "absent/out.rdesk")
    assert said.status == 3
    assert "absent/out.rdesk：" in said.err


@needs_posix
def test_a_file_name_with_line_ends_and_escapes_stays_on_one_line(reportdesk: Call) -> None:
    said = reportdesk("show", "a\n\x1b[31mb.rdesk")
    assert said.err.startswith("a\\n\\x1b[31mb.rdesk：")
    assert said.err.count("\n") == 1


@needs_posix
def test_a_check_names_a_file_with_line_ends_in_one_line(reportdesk: Call, report: Path) -> None:
    report.rename(report.with_name("a\nb.rdesk"))
    assert reportdesk("check", "a\nb.rdesk").out.splitlines()[0] == "a\\nb.rdesk"


@needs_posix
def test_a_message_whose_stream_is_closed_is_lost_and_no_result(report: Path) -> None:
    for words in ("show absent.rdesk", "show", f"check '{report}' absent.rdesk --json"):
        command = f'"{sys.executable}" -m reportdesk {words} 2>&-'
        done = subprocess.run(command, shell=True, capture_output=True, check=False, timeout=60)
        assert done.returncode == (2 if words == "show" else 3)
        assert b"absent" not in done.stdout


@needs_posix
@pytest.mark.parametrize(
    "mark",
    [
        "\u202e",
        "\u2066",
        "\u200f",
        "\u200b",
        "\u2028",
        "\ufeff",
        "\u00ad",
        "\u180e",
        "\U000e0041",
        "\x7f",
        "\x9b",
    ],
)
def test_marks_that_turn_or_hide_writing_are_written_out(reportdesk: Call, report: Path, mark: str) -> None:
    name = f"云溪{mark}xcod.rdesk"
    # JSON writes this one as it is.
    written = "\\u007f" if mark == "\x7f" else json.dumps(mark)[1:-1]
    written_out = f"云溪{written}xcod.rdesk"
    assert reportdesk("show", name).err.startswith(f"{written_out}：找不到")
    report.rename(report.with_name(name))
    assert reportdesk("check", name).out.splitlines()[0] == written_out
    assert json.loads(reportdesk("check", name, "--json").out)["file"] == name
    for words in (("convert", name, f"x{mark}.xyz"), ("collect", name, "--to", f"x{mark}")):
        said = reportdesk(*words)
        assert (said.status, mark in said.err) == (2, False)
    turned = json.dumps({"organ": f"云溪县{mark}司法局", "year": 2024, "cells": {}})
    report.with_name("x.json").write_text(turned)
    for words in (("show", "x.json"), ("show", "x.json", "--json")):
        assert mark not in reportdesk(*words).out
    organ = "云溪县司法局" if mark in "\x7f\x9b" else f"云溪县{mark}司法局"
    assert json.loads(reportdesk("show", "x.json", "--json").out)["organ"] == organ


@needs_posix
@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("backups", "年报.rdesk"), "年报.rdesk"),
        (("collect", "."), "."),
        (("collect", "REPORT", "--to", "表.xlsx"), "表.xlsx"),
        (("check", "REPORT", "别的.rdesk"), "别的.rdesk"),
        (("年报.rdesk",), "年报.rdesk"),
        (("new", "新.rdesk", "--organ", "云溪县档案局", "--year", "2024"), "新.rdesk"),
    ],
)
def test_a_name_in_a_folder_that_is_gone_is_status_3(
    reportdesk: Call,
    report: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    name: str,
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    said = reportdesk(*(str(report) if word == "REPORT" else word for word in words))
    assert (said.status, said.out) == (3, "")
    assert said.err.startswith(f"{name}：文件夹不在了，这个命令是在一个已经删除的文件夹里运行的。请先用 cd")


@needs_posix
def test_a_whole_path_is_read_in_a_folder_that_is_gone(
    reportdesk: Call, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert reportdesk("show", report).status == 0
    assert reportdesk("backups", report).status == 0
    monkeypatch.setenv("REPORTDESK_PROFILE", "profile")
    assert "文件夹不在了" in reportdesk("backups", report).err


@needs_posix
def test_a_folder_that_was_removed_meanwhile_is_status_3(report: Path, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    call = f'"{sys.executable}" -m reportdesk'
    command = f'cd gone && rmdir ../gone && {call} convert "{report}" out.json'
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 3
    assert done.stderr.decode().startswith("out.json：文件夹不在了")


def test_help_names_the_commands_that_exist(reportdesk: Call) -> None:
    said = reportdesk("--help")
    assert (said.status, said.err) == (0, "")
    assert all(re.search(rf"^ +{command} ", said.out, re.MULTILINE) for command in COMMANDS)
    assert "gather" not in said.out
    assert "--rescue" in reportdesk("show", "--help").out
    assert reportdesk("--version").out.startswith("reportdesk ")
    for words in (("-h",), ("--help", "a.rdesk"), ("a.rdesk", "--help")):
        assert reportdesk(*words) == said


#: Several calls, one process: the words of each up to a slash; the status is that of the last.
SEVERAL = """
import sys
from itertools import groupby
from reportdesk.cli import main
calls = [list(words) for is_end, words in groupby(sys.argv[1:], lambda word: word == "/") if not is_end]
sys.exit([main(words) for words in calls][-1])
"""


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "LANG": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "gbk:strict"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_both_streams_are_utf8_whatever_the_locale(
    reportdesk: Call, report: Path, env: dict[str, str]
) -> None:
    made = ("new", "新.rdesk", "--organ", "云溪县司法局", "--year", "2024")
    words = ("show", report.name, "/", "show", "没有.rdesk", "/", *made)
    said = reportdesk(*words, python=("-c", SEVERAL), env=env)
    assert said.status == 0
    assert said.out.startswith("云溪县档案局2023年")
    absent, written = said.err.splitlines()
    assert absent.startswith("没有.rdesk：找不到")
    assert written == "已写入 新.rdesk"
    assert reportdesk("show", "新.rdesk").out.startswith("云溪县司法局2024年")


@needs_posix
def test_a_reader_that_has_seen_enough_is_no_error(report: Path) -> None:
    command = f'"{sys.executable}" -m reportdesk show "{report}" --json | head -c 1'
    done = subprocess.run(command, shell=True, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{", b"")


@needs_posix
def test_a_closed_pipe_ends_the_call_as_it_ends_others(report: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "reportdesk", "show", report]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="no device that is always full")
def test_a_result_that_finds_no_room_is_status_3(report: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "reportdesk", "show", report]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 3
    assert done.stderr.decode().startswith("标准输出：磁盘空间不够")


@needs_posix
def test_ctrl_c_is_status_130(report: Path, tmp_path: Path, start: Start) -> None:
    script = (
        "import sys, threading, reportdesk.readers.apart.apart as readers\n"
        "def wait(path, **options):\n"
        "    print('waiting', flush=True)\n"
        "    threading.Event().wait(60)\n"
        "readers.read_apart = wait\n"
        "from reportdesk.cli import main\n"
        "sys.exit(main(['show', sys.argv[1]]))\n"
    )
    call = start(
        [sys.executable, "-c", script, report], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert call.stdout is not None
    assert call.stdout.readline() == b"waiting\n"
    call.send_signal(signal.SIGINT)
    _, err = call.communicate(timeout=60)
    assert (call.returncode, err.decode()) == (130, "已中断\n")


BROKEN = (
    "import sys, reportdesk.readers.apart.apart as readers\n"
    "del readers.read_apart\n"
    "from reportdesk.cli import main\n"
    "sys.exit(main(sys.argv[1:]))\n"
)


def test_a_defect_is_status_70_and_one_line(reportdesk: Call, report: Path) -> None:
    said = reportdesk("show", report, python=("-c", BROKEN), env={"REPORTDESK_DEBUG": ""})
    assert said.status == 70
    assert said.err.startswith("程序出错了（ImportError：")
    assert said.err.count("\n") == 1


def test_a_defect_shows_its_trace_to_whoever_asks(reportdesk: Call, report: Path) -> None:
    said = reportdesk("show", report, python=("-c", BROKEN), env={"REPORTDESK_DEBUG": "1"})
    assert said.status == 70
    assert "Traceback" in said.err
