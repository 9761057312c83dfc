"""What counts: the status of a unit, one file of several, blanks, editions, superiors, adjustments."""

import json
import os
import shutil
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document

from reportdesk.collect.collection import most_told_year
from reportdesk.collect.counting.decisions import Adjustment, Decisions
from reportdesk.collect.outgoing.cells_csv import cells_csv
from reportdesk.collect.outgoing.outputs import Outputs
from reportdesk.collect.roster.roster import read_roster
from reportdesk.errors import FileError
from reportdesk.project.file import save_project
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from tests.collect.county import (
    FEE,
    GOVERNMENT_NAME,
    RECEIVED,
    codes,
    collected,
    filed,
    lay_down,
    older_edition,
    report_of,
    roster,
    statuses,
    unit,
)

KINDS = (".docx", ".html", ".xlsx", ".rdesk", ".json")


def test_files_of_every_kind_are_added_up_and_sums_follow(tmp_path: Path) -> None:
    names = [f"云溪县第{number}局" for number in "一二三四五"]
    for place, (name, kind) in enumerate(zip(names, KINDS, strict=True)):
        lay_down(tmp_path / f"{place}{kind}", report_of(name, {RECEIVED: 10 + place}))
    made = collected(tmp_path, roster=roster(*names))
    assert [state.unit.name for state in made.total.added] == names
    assert made.total.cells[RECEIVED] == sum(range(10, 15))
    one = figures(report_of("x", {RECEIVED: 12}))
    for key, figure in made.total.cells.items():
        assert figure == 5 * (one[key] or 0), key
    assert set(statuses(made).values()) <= {"ok", "warnings"}
    assert codes(made) == []


def test_the_first_status_that_fits(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.docx", report_of("云溪县甲局", {"requests.carried_in.natural_person": 99}))
    lay_down(tmp_path / "b.html", report_of("云溪县乙局", {RECEIVED: None}))
    lay_down(tmp_path / "c.xlsx", report_of("云溪县丙局", year=2023))
    lay_down(tmp_path / "d1.docx", report_of("云溪县丁局"))
    lay_down(
        tmp_path / "d2.docx",
        report_of("云溪县丁局", {RECEIVED: 5}),
    )
    (tmp_path / "云溪县戊局.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "庚局.pdf").write_bytes(b"%PDF-1.4")
    made = collected(tmp_path, roster=roster(*(f"云溪县{one}局" for one in "甲乙丙丁戊己庚")), year=2024)
    assert statuses(made) == {
        "云溪县甲局": "errors",
        "云溪县乙局": "warnings",
        "云溪县丙局": "wrong_year",
        "云溪县丁局": "duplicate",
        "云溪县戊局": "unreadable",
        "云溪县己局": "missing",
        "云溪县庚局": "unreadable",
    }
    found = codes(made)
    for code in ("year", "duplicate", "missing", "blank"):
        assert found.count(f"collect.{code}") == 1, code
    assert found.count("collect.unreadable") == 2
    assert [(stray.status, stray.unit) for stray in made.strays] == [
        ("unreadable", "云溪县戊局"),
        ("unreadable", "云溪县庚局"),
    ]
    assert [state.unit.name for state in made.total.added] == ["云溪县甲局", "云溪县乙局"]
    assert made.is_wrong


def test_one_report_in_two_kinds_is_one(tmp_path: Path) -> None:
    report = report_of("云溪县档案局")
    lay_down(tmp_path / "a.docx", report)
    lay_down(tmp_path / "b.html", report)
    made = collected(tmp_path, roster=roster("云溪县档案局"))
    (state,) = made.states[1:]
    assert (state.status, len(state.files)) == ("ok", 2)
    assert made.total.cells[RECEIVED] == report.cells[RECEIVED]


@pytest.mark.parametrize("change", [{RECEIVED: 7}, "其他的文字"])
def test_different_files_of_a_unit_count_only_when_somebody_decides(tmp_path: Path, change: object) -> None:
    first = lay_down(tmp_path / "a.docx", report_of("云溪县档案局"), written=2_000_000_000)
    other = report_of("云溪县档案局", change if isinstance(change, dict) else None, words=str(change) * 9)
    second = lay_down(tmp_path / "b.docx", other, written=2_100_000_000)
    one = roster("云溪县档案局")
    undecided = collected(tmp_path, roster=one)
    assert statuses(undecided) == {"云溪县档案局": "duplicate"}
    assert undecided.total.added == ()
    (found,) = [finding for finding in undecided.findings if finding.code == "collect.duplicate"]
    assert found.files == (str(first), str(second))
    assert found.severity == "error"
    newest = collected(tmp_path, roster=one, newest=True)
    assert newest.states[1].counted is not None
    assert newest.states[1].counted.name == str(second)
    decided = collected(tmp_path, roster=one, decisions=Decisions(chosen={"云溪县档案局": str(first)}))
    assert decided.states[1].counted is not None
    assert decided.states[1].counted.name == str(first)
    assert "collect.duplicate" not in codes(decided)


def test_the_newest_is_told_by_revision_then_by_the_time_inside_then_by_the_file(tmp_path: Path) -> None:
    report, changed = report_of("云溪县档案局"), report_of("云溪县档案局", {RECEIVED: 9})
    projects = tmp_path / "projects"
    projects.mkdir()
    stamp = None
    for _ in range(3):
        stamp = save_project(projects / "old-name-new-rev.rdesk", changed, stamp)
    lay_down(projects / "z.rdesk", report, written=2_000_000_000)
    assert newest(projects) == "old-name-new-rev.rdesk"

    packages = tmp_path / "packages"
    for name, made, day, written in (
        ("late-inside.docx", changed, 20, 1_000_000_000),
        ("early-inside.docx", report, 10, 2_000_000_000),
    ):
        date_inside(lay_down(packages / name, made), day, written)
    assert newest(packages) == "late-inside.docx"

    plain = tmp_path / "plain"
    lay_down(plain / "early.html", report, written=1_000_000_000)
    lay_down(plain / "late.docx", changed, written=2_000_000_000)
    assert newest(plain) == "late.docx"


def newest(folder: Path) -> str:
    made = collected(folder, roster=roster("云溪县档案局"), newest=True)
    assert made.states[1].counted is not None
    return Path(made.states[1].counted.name).name


def date_inside(path: Path, day: int, written: float) -> None:
    """Saves a Word file anew so that it tells a day inside."""
    document = Document(str(path))
    document.core_properties.modified = datetime(2025, 1, day)  # noqa: DTZ001
    document.save(str(path))
    os.utime(path, (written, written))


def test_a_blank_adds_nothing_and_is_told(tmp_path: Path) -> None:
    everywhere = "disputes.reconsideration.upheld"
    lay_down(tmp_path / "a.docx", report_of("云溪县甲局", {RECEIVED: None, everywhere: None}))
    lay_down(tmp_path / "b.xlsx", report_of("云溪县乙局", {RECEIVED: 5, everywhere: None}))
    made = collected(tmp_path, roster=roster("云溪县甲局", "云溪县乙局"))
    assert made.total.cells[RECEIVED] == 5
    assert made.total.cells[everywhere] is None
    assert made.total.blank_in == {RECEIVED: ("云溪县甲局",), everywhere: ("云溪县甲局", "云溪县乙局")}
    blank = [finding for finding in made.findings if finding.code == "collect.blank"]
    assert [(finding.severity, finding.cells, finding.units) for finding in blank] == [
        ("warning", (RECEIVED,), ("云溪县甲局",)),
        ("warning", (everywhere,), ("云溪县甲局", "云溪县乙局")),
    ]


def test_a_printed_total_that_its_parts_do_not_give_counts_for_nothing(tmp_path: Path) -> None:
    report = report_of("云溪县甲局", stated={"requests.received.total": 999})
    lay_down(tmp_path / "a.docx", report)
    made = collected(tmp_path, roster=roster("云溪县甲局"))
    assert statuses(made) == {"云溪县甲局": "errors"}
    assert made.total.cells["requests.received.total"] == figures(report)["requests.received.total"]


def test_a_report_on_other_tables_is_not_added_and_said_so(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.html", older_edition("云溪县甲局"))
    lay_down(tmp_path / "b.docx", report_of("云溪县乙局"))
    made = collected(tmp_path, roster=roster("云溪县甲局", "云溪县乙局"), year=2024)
    assert [state.unit.name for state in made.total.added] == ["云溪县乙局"]
    (found,) = [finding for finding in made.findings if finding.code == "edition.tables"]
    assert (found.severity, found.units) == ("error", ("云溪县甲局",))
    older = collected(tmp_path, roster=roster("云溪县甲局", "云溪县乙局"), year=2020)
    assert set(statuses(older).values()) == {"wrong_year"}


def test_a_year_of_old_tables_is_added_on_them(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.html", older_edition("云溪县甲局", year=2020))
    lay_down(tmp_path / "b.xlsx", older_edition("云溪县乙局", year=2020))
    made = collected(tmp_path, roster=roster("云溪县甲局", "云溪县乙局"))
    assert (made.year, made.form.edition) == (2020, "2019")
    assert made.total.cells[made.form.entered[0].key] == 2


def test_a_unit_inside_its_superiors_report_is_not_added_twice(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.docx", report_of("云溪县教育局", {RECEIVED: 3}))
    lay_down(tmp_path / "b.docx", report_of("云溪县第一中学", {RECEIVED: 50}))
    units = (
        unit("云溪县教育局", superior=GOVERNMENT_NAME, has_subordinates=True),
        unit("云溪县第一中学", superior="云溪县教育局"),
        unit("云溪县第二中学", superior="云溪县教育局"),
    )
    made = collected(tmp_path, roster=roster(*units))
    assert made.total.cells[RECEIVED] == 3
    (found,) = [finding for finding in made.findings if finding.code == "collect.double"]
    assert (found.severity, found.units) == ("warning", ("云溪县第一中学", "云溪县教育局"))
    # Whoever is in another's report is not missing.
    assert statuses(made)["云溪县第二中学"] == "ok"
    alone = collected(tmp_path, roster=roster(replace(units[0], has_subordinates=False), *units[1:]))
    assert alone.total.cells[RECEIVED] == 53
    assert statuses(alone)["云溪县第二中学"] == "missing"


def test_the_government_is_never_added(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.docx", report_of("云溪县甲局", {RECEIVED: 3}))
    lay_down(tmp_path / "b.docx", report_of("云溪县人民政府办公室", {RECEIVED: 4}))
    lay_down(tmp_path / "c.docx", report_of(GOVERNMENT_NAME, {RECEIVED: 100}))
    made = collected(tmp_path, roster=roster("云溪县甲局", "云溪县人民政府办公室"))
    assert made.total.cells[RECEIVED] == 7
    without = collected(tmp_path)
    assert without.total.cells[RECEIVED] == 7
    assert without.organ == GOVERNMENT_NAME


def test_governments_alone_are_added_up(tmp_path: Path) -> None:
    for number, name in enumerate(("云溪县人民政府", "临江县人民政府", "东川区人民政府")):
        lay_down(tmp_path / f"{number}.docx", report_of(name, {RECEIVED: 2}))
    made = collected(tmp_path)
    assert made.total.cells[RECEIVED] == 6
    assert made.organ == ""


def test_a_roster_that_tells_no_kind_goes_by_the_names(tmp_path: Path) -> None:
    lay_down(tmp_path / "甲.docx", report_of("云溪县甲局", {RECEIVED: 10}))
    lay_down(tmp_path / "镇.docx", report_of("云溪县石桥镇人民政府", {RECEIVED: 5}))
    lay_down(tmp_path / "县.docx", report_of(GOVERNMENT_NAME, {RECEIVED: 15}))
    names = ("云溪县甲局", "云溪县石桥镇人民政府", GOVERNMENT_NAME, "云溪县乙局")
    for head, cells, groups in (
        ("单位", ("", "", "", ""), ["部门", "乡镇街道", "政府", "部门"]),
        ("单位,类别", (",", ",", ",", ", "), ["部门", "乡镇街道", "政府", "部门"]),
        ("单位,类别", (",", ",", ",", ",部门"), ["其他", "其他", "其他", "部门"]),
    ):
        path = tmp_path / "名单.csv"
        lines = (head, *(name + cell for name, cell in zip(names, cells, strict=True)))
        path.write_text("\n".join(lines), "utf-8")
        collection = collected(*tmp_path.glob("*.docx"), roster=read_roster(path))
        assert [state.unit.group for state in collection.states] == groups
        is_told = groups[2] == "政府"
        assert collection.organ == (GOVERNMENT_NAME if is_told else "")
        assert collection.total.cells[RECEIVED] == (15 if is_told else 30)


def test_groups_are_added_up_for_themselves(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.docx", report_of("云溪县甲局", {RECEIVED: 3}))
    lay_down(tmp_path / "b.docx", report_of("云溪县城关镇人民政府", {RECEIVED: 4}))
    made = collected(tmp_path, roster=roster("云溪县甲局", unit("云溪县城关镇人民政府", "乡镇街道")))
    assert {group: cells[RECEIVED] for group, cells in made.total.groups.items()} == {
        "部门": 3,
        "乡镇街道": 4,
    }


def test_adjustments_change_the_sum(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.docx", report_of("云溪县甲局", {RECEIVED: 3}))
    made = collected(
        tmp_path,
        roster=roster("云溪县甲局"),
        decisions=Decisions(adjustments=(Adjustment(RECEIVED, -1, "重复登记一件"),)),
    )
    assert made.total.cells[RECEIVED] == 2
    assert made.total.groups["部门"][RECEIVED] == 3


def test_an_amount_is_added_exactly(tmp_path: Path) -> None:
    for number in range(3):
        lay_down(tmp_path / f"{number}.xlsx", report_of(f"云溪县{'甲乙丙'[number]}局", {FEE: Decimal("0.1")}))
    made = collected(tmp_path)
    assert made.total.cells[FEE] == Decimal("0.3")


def test_the_year_is_that_of_most_reports_and_a_file_may_tell_it(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.docx", report_of("云溪县甲局", year=2024))
    lay_down(tmp_path / "b.docx", report_of("云溪县乙局", year=2024))
    lay_down(tmp_path / "c.docx", report_of("云溪县丙局", year=2023))
    assert most_told_year(filed(tmp_path)) == 2024
    assert collected(tmp_path, year=2023).year == 2023
    untold = tmp_path / "2024年云溪县丁局.json"
    untold.write_text(json.dumps({"cells": {RECEIVED: 5}}), "utf-8")
    (file,) = filed(untold)
    assert (file.year, file.organ) == (2024, "")
    made = collected(tmp_path, roster=roster("云溪县甲局", "云溪县丁局"))
    assert made.total.cells[RECEIVED] == 5 + report_of("x").cells[RECEIVED]


def test_a_file_of_no_year_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "云溪县丁局.json").write_text(json.dumps({"cells": {RECEIVED: 5}}), "utf-8")
    made = collected(tmp_path, roster=roster("云溪县丁局"), year=2024)
    assert statuses(made) == {"云溪县丁局": "wrong_year"}
    assert "没有写明年度" in next(one.message for one in made.findings if one.code == "collect.year")


def test_an_empty_folder_lacks_every_unit(tmp_path: Path) -> None:
    made = collected(tmp_path, roster=roster("云溪县甲局"))
    assert statuses(made) == {"云溪县甲局": "missing"}
    assert set(made.total.cells.values()) == {None}
    assert collected(tmp_path).states == ()


def test_what_is_no_report_is_listed(tmp_path: Path) -> None:
    shutil.copy(Path(__file__), tmp_path / "说明.txt")
    (tmp_path / "录音.mp3").write_bytes(b"ID3\x04" + bytes(range(256)))
    made = collected(tmp_path, roster=roster("云溪县甲局"))
    assert {stray.status for stray in made.strays} == {"not_a_report"}
    assert "collect.unit" not in codes(made)


def test_an_unknown_organ_is_an_error_only_against_a_roster(tmp_path: Path) -> None:
    lay_down(tmp_path / "x.docx", report_of("临江县水务局"))
    made = collected(tmp_path, roster=roster("云溪县甲局"))
    (found,) = [finding for finding in made.findings if finding.code == "collect.unit"]
    assert (found.severity, found.files) == ("error", (str(tmp_path / "x.docx"),))
    assert "临江县水务局" in found.message
    assert codes(collected(tmp_path)) == []


def test_blank_reports_give_a_blank_sum(tmp_path: Path) -> None:
    form = report_of("x").form
    lay_down(tmp_path / "a.json", Report(form, organ="云溪县甲局", year=2024))
    made = collected(tmp_path)
    assert set(made.total.cells.values()) == {None}
    assert len(made.total.blank_in) == len(form.entered)


def test_the_cells_come_unit_by_unit_and_the_file_is_whole_or_not_there(tmp_path: Path) -> None:
    for name in "甲乙":
        lay_down(tmp_path / "收" / f"{name}.json", report_of(f"云溪县{name}局", {RECEIVED: 3}))
    adjusted = Decisions(adjustments=(Adjustment(RECEIVED, -1, "重复"),))
    made = collected(tmp_path / "收", decisions=adjusted)
    blocks = list(cells_csv(made))
    assert len(blocks) == 1 + 2 + 1
    out = tmp_path / "o.csv"
    assert list(Outputs(cells=out).write(made)) == [out]
    assert out.read_bytes() == b"".join(blocks)
    assert out.read_text("utf-8-sig").splitlines()[-1].split(",")[1:4] == ["调整：重复", "调整", RECEIVED]
    with pytest.raises(FileError):
        list(Outputs(cells=tmp_path / "no" / "o.csv").write(made))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.csv", "收"]
