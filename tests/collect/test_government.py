"""The government's report: the sum in its cells, its words its own, whence each figure came inside."""

from dataclasses import replace
from pathlib import Path

import pytest

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.decisions import Adjustment, Decisions
from reportdesk.collect.outgoing.government import write_government_report
from reportdesk.errors import FileError
from reportdesk.export import export_report
from reportdesk.project.disk.lock import Locked, lock_document
from reportdesk.project.file import read_project, save_project
from reportdesk.report.edit import write_text
from tests.collect.county import GOVERNMENT_NAME, RECEIVED, collected, lay_down, report_of, roster


def county(folder: Path, received: int) -> Collection:
    lay_down(folder / "a.docx", report_of("云溪县甲局", {RECEIVED: received}))
    lay_down(folder / "b.xlsx", report_of("云溪县乙局", {RECEIVED: 4}))
    decisions = Decisions(adjustments=(Adjustment(RECEIVED, 1, "漏报"),))
    return collected(folder, roster=roster("云溪县甲局", "云溪县乙局"), decisions=decisions)


def test_cells_are_the_sum_and_addends_stand_inside(tmp_path: Path) -> None:
    path = tmp_path / "政府.rdesk"
    write_government_report(county(tmp_path / "收", 3), path)
    report = read_project(path).report
    assert (report.organ, report.year, report.organ_level.key) == (GOVERNMENT_NAME, 2024, "government")
    assert report.cells[RECEIVED] == 8
    assert report.texts == {}
    addends = report.extra["addends"]
    assert addends["units"] == ["云溪县甲局", "云溪县乙局"]
    assert addends["cells"][RECEIVED] == [3, 4]
    assert addends["adjustments"] == [{"cell": RECEIVED, "amount": 1, "reason": "漏报"}]


def test_a_second_run_keeps_words_and_renews_figures(tmp_path: Path) -> None:
    path = tmp_path / "政府.rdesk"
    write_government_report(county(tmp_path / "收", 3), path)
    kept = read_project(path)
    written = write_text(kept.report, "overview", "全县的情况。").apply(kept.report)
    save_project(path, replace(written, signature_date="2025-03-20"), kept.stamp)
    write_government_report(county(tmp_path / "收", 30), path)
    again = read_project(path)
    assert again.report.texts == {"overview": "全县的情况。"}
    assert again.report.signature_date == "2025-03-20"
    assert again.report.cells[RECEIVED] == 35
    assert again.report.extra["addends"]["cells"][RECEIVED] == [30, 4]
    assert again.stamp.rev == 3
    export_report(again.report, tmp_path / "政府.docx")


def test_a_report_that_is_open_or_another_year_s_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "政府.rdesk"
    made = county(tmp_path / "收", 3)
    save_project(path, report_of(GOVERNMENT_NAME, year=2023), None)
    before = path.read_bytes()
    with pytest.raises(FileError, match="2023 年的"):
        write_government_report(made, path)
    lock = lock_document(path)
    try:
        with pytest.raises(Locked):
            write_government_report(made, path)
    finally:
        lock.release()
    assert path.read_bytes() == before
