"""`backups` lists what the profile keeps of a file and takes it away when it is told to."""

from pathlib import Path

import pytest

from reportdesk.project.disk.safe_write import backup_of
from reportdesk.project.file import read_project, save_project
from reportdesk.project.kept.backups import Backups
from tests.cli.conftest import Call
from tests.project.test_project_file import REPORT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "年报.rdesk"
    stamp = save_project(path, REPORT, None)
    Backups().keep(path)
    save_project(path, REPORT, stamp)
    Backups().keep(path)
    return path


def test_backups_are_listed_the_newest_first(reportdesk: Call, path: Path) -> None:
    said = reportdesk("backups", path)
    lines = [line.split("\t") for line in said.out.splitlines()]
    assert (said.status, said.err) == (0, "")
    assert [line[1] for line in lines] == ["2", "1"]
    assert all(read_project(Path(line[2])).report == REPORT for line in lines)


def test_deleting_says_how_many_and_leaves_the_file(reportdesk: Call, path: Path) -> None:
    said = reportdesk("backups", path, "--delete")
    assert (said.status, said.out) == (0, "")
    assert said.err == f"{path}：已删除 3 个备份\n"
    assert not backup_of(path).exists()
    assert read_project(path).report == REPORT
    none = reportdesk("backups", path)
    assert (none.status, none.out, none.err) == (0, "", f"{path}：这台电脑上没有它的备份\n")
    assert reportdesk("backups", path, "--quiet").err == ""
    assert reportdesk("backups", path, "--delete", "--quiet").err == ""


def test_of_a_file_that_is_gone_they_can_still_be_deleted(reportdesk: Call, path: Path) -> None:
    path.unlink()
    assert reportdesk("backups", path, "--delete").err.endswith("已删除 3 个备份\n")
