"""The collection's own file: kept whole, moved with its folder, refused when damaged, open for ever."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportdesk.collect.counting.decisions import Adjustment, Decisions
from reportdesk.collect.kept import FiguresData, Settings, decode_set, encode_set, read_set, save_set
from reportdesk.errors import FileError
from reportdesk.project.errors import ChangedOnDisk, Damaged, NewerVersion, NotOurs
from reportdesk.project.file import read_project, save_project
from reportdesk.project.format.header import seal
from reportdesk.readers import read_report
from tests.collect.county import RECEIVED, report_of

GOLDEN = Path(__file__).parents[1] / "data" / "projects" / "set-format-1.rdset"


def settings(folder: Path) -> Settings:
    """Everything that a collection's file can say."""
    return Settings(
        (folder / "收到", Path("/elsewhere/报告.zip")),
        folder / "名单.xlsx",
        folder.parent / "上年.xlsx",
        2024,
        newest=True,
        decisions=Decisions(
            {"云溪县甲局": str(folder / "收到" / "甲.docx")},
            (Adjustment(RECEIVED, -1, "重复"), Adjustment("disclosure.fees.amount", Decimal("0.5"), "漏报")),
            {"云溪县甲局": "已电话联系"},
            {"云溪县甲局": "2025-01-20"},
            {"云溪县甲局": "2025-01-22"},
        ),
        figures=FiguresData("2021", 2024, "云溪县人民政府", {RECEIVED: 3}, ["云溪县甲局"], {RECEIVED: [3]}),
        extra={"later": {"a": 1}},
    )


def test_what_is_saved_is_read(tmp_path: Path) -> None:
    path = tmp_path / "汇总.rdset"
    stamp = save_set(path, settings(tmp_path), None)
    kept = read_set(path)
    assert kept.settings == settings(tmp_path)
    assert kept.stamp == stamp
    assert save_set(path, kept.settings, kept.stamp).rev == 2
    assert encode_set(kept.settings, path, 1) == encode_set(settings(tmp_path), path, 1)


def test_a_collection_moves_with_its_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    save_set(here / "汇总.rdset", settings(here), None)
    shutil.move(here, there)
    assert read_set(there / "汇总.rdset").settings == settings(there)


def test_a_damaged_file_names_its_backup_and_another_s_change_stands(tmp_path: Path) -> None:
    path = tmp_path / "汇总.rdset"
    first = save_set(path, settings(tmp_path), None)
    save_set(path, replace(settings(tmp_path), year=2025), first)
    with pytest.raises(ChangedOnDisk):
        save_set(path, settings(tmp_path), first)
    path.write_bytes(path.read_bytes().replace(b"2025", b"2026", 1))
    with pytest.raises(Damaged) as damaged:
        read_set(path)
    assert damaged.value.backup == tmp_path / "汇总.rdset.bak"


def test_a_newer_file_and_another_kind_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "汇总.rdset"
    data = encode_set(settings(tmp_path), path, 1)
    from reportdesk.collect.kept import SET

    body = data.partition(b"\n")[2]
    with pytest.raises(NewerVersion):
        decode_set(seal(body, 1, replace(SET, min_reader=99)), path)
    project = tmp_path / "x.rdesk"
    save_project(project, report_of("云溪县甲局"), None)
    with pytest.raises(NotOurs):
        read_set(project)
    path.write_bytes(data)
    with pytest.raises(NotOurs):
        read_project(path)
    with pytest.raises(FileError):
        read_report(path)


@pytest.mark.parametrize(
    "body", [b'{"year": "x"}', b'{"adjustments": [{"cell": "a", "amount": "NaN"}]}', b"[]"]
)
def test_an_impossible_body_is_damage(tmp_path: Path, body: bytes) -> None:
    from reportdesk.collect.kept import SET

    with pytest.raises(Damaged):
        decode_set(seal(body, 1, SET), tmp_path / "x.rdset")


def test_a_file_of_the_first_format_opens_for_ever() -> None:
    kept = read_set(GOLDEN)
    assert kept.stamp.format == 1
    assert kept.settings.year == 2024
    assert kept.settings.decisions.adjustments[1].amount == Decimal("0.5")
    assert kept.settings.figures is not None
    assert kept.settings.figures.of_units() == {"云溪县甲局": {RECEIVED: 3}}
