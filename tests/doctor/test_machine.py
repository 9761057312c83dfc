"""Clock, language, office and input method: what is said of each way they can be."""

import os
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from reportdesk import RELEASED
from reportdesk.doctor import machine
from reportdesk.doctor.machine import look_at_clock, look_at_input, look_at_language, look_at_office

posix = pytest.mark.skipif(os.name == "nt", reason="programs and processes of POSIX")


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (RELEASED, "good"),
        (RELEASED - timedelta(days=1), "trouble"),
        (date(1980, 1, 1), "trouble"),
        (date(2099, 1, 1), "trouble"),
    ],
)
def test_a_clock_before_the_program_or_far_ahead_is_wrong(today: date, state: str) -> None:
    item = look_at_clock(today)
    assert item.state == state
    assert bool(item.remedy) == (state == "trouble")


def test_file_names_in_another_encoding_are_remarked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert look_at_language().state == "good"
    monkeypatch.setattr(machine.sys, "getfilesystemencoding", lambda: "ascii")
    item = look_at_language()
    assert item.state == "remark"
    assert "汉字" in item.meaning


def office(folder: Path, words: str) -> str:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@posix
def test_an_office_is_named_with_its_version(tmp_path: Path) -> None:
    item = look_at_office(office(tmp_path, "echo LibreOffice 7.4.7.2"))
    assert item.state == "good"
    assert "LibreOffice 7.4.7.2" in item.found[0]
    assert "PDF" in item.found[0]


@posix
@pytest.mark.parametrize("end", ["fails", "hangs", "is gone"])
def test_an_office_that_does_not_answer_is_remarked_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    def run(command: list[str], **_: object) -> object:
        if end == "hangs":
            raise subprocess.TimeoutExpired(command, 15)
        if end == "is gone":
            raise FileNotFoundError(2, "gone")
        return subprocess.CompletedProcess(command, 1, b"", b"")

    monkeypatch.setattr(machine.subprocess, "run", run)
    item = look_at_office("/opt/libreoffice/program/soffice")
    assert item.state == "remark"
    assert item.remedy


def test_without_an_office_it_is_said_what_does_not_work() -> None:
    item = look_at_office("")
    assert item.state == "remark"
    assert ".doc" in item.meaning


def process(folder: Path, number: int, name: str) -> None:
    (folder / str(number)).mkdir()
    (folder / str(number) / "comm").write_text(f"{name}\n", encoding="utf-8")


DESKTOP = {"DISPLAY": ":0", "XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "fcitx", "HOME": "/secret"}


@posix
@pytest.mark.parametrize("name", ["fcitx", "fcitx5", "ibus-daemon"])
def test_an_input_method_that_runs_is_well(tmp_path: Path, name: str) -> None:
    process(tmp_path, 7, name)
    item = look_at_input(DESKTOP, tmp_path, "linux")
    assert item.state == "good"
    assert "XMODIFIERS=@im=fcitx" in item.found
    assert any(name in line for line in item.found)
    assert not any("/secret" in line for line in item.found)


@posix
def test_without_an_input_method_no_chinese_can_be_typed(tmp_path: Path) -> None:
    process(tmp_path, 7, "bash")
    item = look_at_input(DESKTOP, tmp_path, "linux")
    assert item.state == "trouble"
    assert "汉字" in item.meaning


def test_without_a_desktop_nothing_is_said_of_input(tmp_path: Path) -> None:
    assert look_at_input({}, tmp_path, "linux").state == "unknown"


def test_windows_brings_its_own_input(tmp_path: Path) -> None:
    assert look_at_input({}, tmp_path, "win32").state == "good"


def test_a_long_value_is_cut(tmp_path: Path) -> None:
    item = look_at_input({**DESKTOP, "GTK_IM_MODULE": "x\n" * 500}, tmp_path, "linux")
    assert max(map(len, item.found)) < 100
