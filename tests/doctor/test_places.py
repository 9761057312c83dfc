"""Where the program writes: rights, room, and the profile of a portable program."""

import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from reportdesk.doctor import places
from reportdesk.doctor.hidden import hidden_text
from reportdesk.doctor.places import look_at_portable, look_at_rights, look_at_room, why_not_written


class Usage(NamedTuple):
    """What the system tells of a disk, in bytes."""

    total: int
    used: int
    free: int


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "文档"
    folder.mkdir()
    monkeypatch.setattr(places, "user_documents_path", lambda: folder)
    return folder


def test_all_that_can_be_written_is_well(documents: Path) -> None:
    item = look_at_rights()
    assert item.state == "good"
    assert len(item.found) == 4
    assert list(documents.iterdir()) == []


def test_a_profile_that_is_a_file_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").touch()
    monkeypatch.setenv("REPORTDESK_PROFILE", str(tmp_path / "x"))
    item = look_at_rights()
    assert item.state == "trouble"
    assert any("那里是一个文件" in line for line in item.found)
    assert item.remedy


def test_documents_that_cannot_be_written_are_remarked_on(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "why_not_written", lambda folder: "没有权限" if folder == documents else "")
    item = look_at_rights()
    assert item.state == "remark"
    assert "别的文件夹" in item.meaning


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights that bind this user")
def test_a_folder_without_rights_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert why_not_written(tmp_path) == "没有权限"
    tmp_path.chmod(0o700)


@pytest.mark.parametrize(("free_mb", "state"), [(5000, "good"), (40_000, "good"), (20, "trouble")])
def test_little_room_is_trouble(monkeypatch: pytest.MonkeyPatch, free_mb: int, state: str) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, free_mb * 1_000_000))
    assert look_at_room().state == state


def test_a_disk_that_does_not_tell_its_room_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(shutil, "disk_usage", fail)
    item = look_at_room()
    assert item.state == "good"
    assert "不知道" in item.found[0]


def test_a_portable_profile_is_told(tmp_path: Path) -> None:
    assert "用户自己的" in look_at_portable(tmp_path).found[0]
    (tmp_path / "portable").touch()
    item = look_at_portable(tmp_path)
    assert item.state == "good"
    assert "便携" in item.found[0]


def test_a_portable_profile_that_cannot_be_written_is_trouble_and_no_other_is_used(tmp_path: Path) -> None:
    (tmp_path / "portable").touch()
    (tmp_path / "profile").touch()
    item = look_at_portable(tmp_path)
    assert item.state == "trouble"
    assert "不会悄悄" in item.meaning


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("/home/zhang/年报", "~/年报"),
        ("/home/zhang", "~"),
        ("/home/zhangsan/x", "/home/zhangsan/x"),
        ("/media/zhang/U盘/x", "/media/~/U盘/x"),
        ("D:\\用户\\ZHANG", "D:\\用户\\~"),
        ("/data/zhang-2/x", "/data/zhang-2/x"),
        ("LibreOffice 7", "LibreOffice 7"),
    ],
)
def test_no_path_names_the_user(text: str, shown: str) -> None:
    assert hidden_text(text, "/home/zhang", "zhang") == shown
