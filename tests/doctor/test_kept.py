"""Every backup is opened; how many can't be is told, and nothing of any report."""

from pathlib import Path

import pytest

from reportdesk.doctor.kept import look_at_backups
from reportdesk.form.loader import load_edition
from reportdesk.project.file import save_project
from reportdesk.project.kept.backups import Backups
from reportdesk.report.model import Report


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """Two versions of one report and one of another."""
    kept = Backups(tmp_path / "backups")
    stamp = None
    for name, organ in (("甲", "云溪县甲局"), ("甲", "云溪县乙局"), ("丙", "云溪县丙局")):
        path = tmp_path / f"{name}.rdesk"
        stamp = save_project(path, Report(load_edition("2021"), organ=organ, year=2024), None)
        kept.keep(path)
    assert stamp is not None
    return kept


def damage(backups: Backups, name: str, number: int) -> None:
    path = next(document for document in backups.documents() if document.stem == name)
    for backup in backups.of(path)[:number]:
        backup.file.write_bytes(backup.file.read_bytes()[:-20])


def test_backups_that_open_are_counted(backups: Backups) -> None:
    item = look_at_backups(backups)
    assert item.state == "good"
    assert item.found == ("2 份年报，3 个备份，打得开 3 个",)


def test_one_that_does_not_open_is_remarked_on(backups: Backups) -> None:
    damage(backups, "甲", 1)
    item = look_at_backups(backups)
    assert item.state == "remark"
    assert "打得开 2 个" in item.found[0]


def test_a_report_without_any_good_backup_is_trouble(backups: Backups) -> None:
    damage(backups, "丙", 1)
    item = look_at_backups(backups)
    assert item.state == "trouble"
    assert "1 份年报一个好的备份都没有" in item.meaning
    assert "丙" not in str(item)


def test_no_backups_are_no_trouble(tmp_path: Path) -> None:
    assert look_at_backups(Backups(tmp_path)).state == "good"
