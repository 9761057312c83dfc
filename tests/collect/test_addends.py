"""The addends that a government's report keeps: per unit, sums too, last year's, and what was changed."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from reportdesk.collect.addends import ADDENDS, Addends
from reportdesk.collect.counting.comparison import LastSum
from reportdesk.collect.counting.decisions import Adjustment, Decisions
from reportdesk.collect.incoming.sources import load_named
from reportdesk.collect.last import figures_of, last_from
from reportdesk.collect.outgoing.government import write_government_report
from reportdesk.project.errors import Missing
from reportdesk.project.file import read_project
from reportdesk.report.edit import enter
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from tests.collect.county import RECEIVED, collected, lay_down, report_of, roster

TOTAL = "requests.received.total"


def last_year(folder: Path) -> LastSum:
    lay_down(folder / "甲.json", report_of("云溪县甲局", {RECEIVED: 2}, year=2023))
    return last_from(figures_of(collected(folder, roster=roster("云溪县甲局"))))


@pytest.fixture
def government(tmp_path: Path) -> Report:
    """The government's report over 甲 (3), 乙 (40), 丙 (blank) and an adjustment, with last year's 甲 (2)."""
    for name, figure in (("甲", 3), ("乙", 40), ("丙", None)):
        lay_down(tmp_path / "收" / f"{name}.json", report_of(f"云溪县{name}局", {RECEIVED: figure}))
    decisions = Decisions(adjustments=(Adjustment(RECEIVED, -1, "重复登记"),))
    county = roster("云溪县甲局", "云溪县乙局", "云溪县丙局")
    made = collected(tmp_path / "收", roster=county, decisions=decisions)
    path = tmp_path / "写出" / "政府.rdesk"
    path.parent.mkdir()
    write_government_report(made, path, last_year(tmp_path / "上年"))
    return read_project(path).report


def test_each_cell_has_its_addends_the_largest_first(government: Report) -> None:
    addends = Addends.of(government)
    assert addends is not None
    assert (addends.number, addends.total(RECEIVED)) == (3, 42)
    rows = [(one.name, one.figure, one.last) for one in addends.rows(RECEIVED)]
    assert rows == [
        ("云溪县乙局", 40, None),
        ("云溪县甲局", 3, 2),
        ("云溪县丙局", None, None),
        ("调整：重复登记", -1, None),
    ]
    shares = [one.share for one in addends.rows(RECEIVED)]
    assert sum(share for share in shares if share is not None) == pytest.approx(1)


def test_a_sum_is_added_up_unit_by_unit(government: Report, tmp_path: Path) -> None:
    addends = Addends.of(government)
    assert addends is not None
    of_unit = {one.name: one.figure for one in addends.rows(TOTAL)}
    own = report_of("云溪县甲局", {RECEIVED: 3})
    assert of_unit["云溪县甲局"] == figures(own)[TOTAL]
    assert of_unit["云溪县丙局"] is None
    assert addends.total(TOTAL) == figures(government)[TOTAL]


def test_what_was_changed_by_hand_is_known(government: Report) -> None:
    addends = Addends.of(government)
    assert addends is not None
    assert addends.changed(government) == []
    changed = enter(government, {RECEIVED: 43}).apply(government)
    assert addends.changed(changed) == [RECEIVED]
    assert addends.changed(enter(government, {RECEIVED: None}).apply(government)) == [RECEIVED]


def test_files_are_named_from_the_report_s_folder_and_found_there(government: Report, tmp_path: Path) -> None:
    addends = Addends.of(government)
    assert addends is not None
    (file,) = [one.file for one in addends.rows(RECEIVED) if one.name == "云溪县甲局"]
    assert file == "../收/甲.json"
    assert load_named(tmp_path / "写出" / file).data == (tmp_path / "收" / "甲.json").read_bytes()
    with pytest.raises(Missing, match="不在原处"):
        load_named(tmp_path / "写出" / "../收/丁.json")


def test_a_file_in_a_zip_is_found_by_its_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "收.zip", "w") as archive:
        archive.writestr("镇/甲.json", b"{}")
    assert load_named(tmp_path / "收.zip" / "镇" / "甲.json").data == b"{}"
    with pytest.raises(Missing):
        load_named(tmp_path / "收.zip" / "镇" / "乙.json")


@pytest.mark.parametrize(
    "kept",
    [None, [], "x", {"units": 3}, {"cells": {RECEIVED: "3"}}, {"cells": {}}, {"cells": {RECEIVED: [[1]]}}],
)
def test_what_cannot_be_understood_is_none(government: Report, kept: object) -> None:
    assert Addends.of(replace(government, extra={ADDENDS: kept})) is None


def test_columns_too_short_or_no_numbers_are_blank(government: Report) -> None:
    kept = {"units": ["甲", "乙"], "cells": {RECEIVED: ["x"]}}
    addends = Addends.of(replace(government, extra={ADDENDS: kept}))
    assert addends is not None
    assert [one.figure for one in addends.rows(RECEIVED)] == [None, None]
    assert addends.total(RECEIVED) is None
