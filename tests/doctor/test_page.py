"""The page: each thing with its state, meaning and remedy, and not a word of any report."""

import getpass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportdesk.doctor import versions
from reportdesk.doctor.examination import LOOKS, examine_machine
from reportdesk.doctor.item import STATE_WORDS, Item
from reportdesk.doctor.page import machine_summary, page_data, page_text
from reportdesk.doctor.versions import look_at_editions, look_at_versions
from reportdesk.form.loader import load_edition
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.project.file import save_project
from reportdesk.project.kept.backups import Backups
from reportdesk.report.model import Report

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
GOOD = Item("a", "甲", "good", ("有",))
ODD = Item("b", "乙", "remark", ("少了",), "会慢一些。", "请补上。")
BAD = Item("c", "丙", "trouble", (), "打不开。", "请重装。")


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([GOOD], "一切正常"),
        ([GOOD, ODD], "可以正常使用；注意：乙"),
        ([BAD, ODD], "有问题：丙；注意：乙"),
    ],
)
def test_one_line_sums_it_up(items: list[Item], words: str) -> None:
    assert machine_summary(items) == words


def test_the_page_says_state_meaning_and_remedy_of_each() -> None:
    page = page_text([GOOD, ODD, BAD], NOON)
    for words in ("甲：正常", "乙：注意", "丙：有问题", "→ 会慢一些。", "→ 请补上。", "2026-11-28"):
        assert words in page
    assert set(STATE_WORDS) == {"good", "remark", "trouble", "unknown"}


def test_the_data_holds_the_same() -> None:
    data = page_data([ODD])
    assert data["schema"] == 1
    assert data["items"] == [
        {
            "code": "b",
            "title": "乙",
            "state": "remark",
            "found": ["少了"],
            "meaning": "会慢一些。",
            "remedy": "请补上。",
        }
    ]


def test_a_look_that_fails_is_said_and_hides_no_other() -> None:
    def fail() -> Item:
        raise LookupError("secret words")

    items = examine_machine([("x", "某项", fail), ("a", "甲", lambda: GOOD)])
    assert [item.state for item in items] == ["unknown", "good"]
    assert "secret" not in str(items[0])


def test_nothing_of_a_report_nor_the_users_name_gets_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "zhangsan"))
    monkeypatch.setenv("REPORTDESK_PROFILE", str(tmp_path / "home" / "zhangsan" / "profile"))
    monkeypatch.setattr(getpass, "getuser", lambda: "zhangsan")
    path = tmp_path / "机密.rdesk"
    save_project(path, Report(load_edition("2021"), organ="云溪县档案局", year=2024), None)
    Backups().keep(path)
    RecentFiles().add(path, "云溪县档案局", 2024)
    looks = [look for look in LOOKS if look[0] != "office"]
    page = page_text(examine_machine(looks), NOON)
    assert "1 份年报，1 个备份" in page
    for secret in ("机密", "云溪", "zhangsan"):
        assert secret not in page


def test_versions_of_everything_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    item = look_at_versions()
    assert item.state == "good"
    text = "\n".join(item.found)
    for name in ("reportdesk", "Python 3.11", "PySide6", "lxml", "openpyxl"):
        assert name in text
    monkeypatch.setattr(versions, "version_of", lambda name: "" if name == "lxml" else "1")
    assert look_at_versions().state == "trouble"


def test_editions_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    item = look_at_editions()
    assert item.state == "good"
    assert any("200 格" in line for line in item.found)

    def fail(_: str) -> None:
        raise OSError(5, "no")

    monkeypatch.setattr(versions, "load_edition", fail)
    assert look_at_editions().state == "trouble"
