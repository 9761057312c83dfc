"""The sum beside the government's report and beside last year's."""

from pathlib import Path

import pytest

from reportdesk.collect.collection import Collection
from reportdesk.collect.counting.comparison import LastSum
from reportdesk.collect.last import figures_of, last_from, read_last
from reportdesk.collect.outgoing.workbook import collection_workbook
from reportdesk.errors import FileError
from tests.collect.county import GOVERNMENT_NAME, RECEIVED, collected, lay_down, report_of, roster

CARRIED_OUT, CARRIED_IN = "requests.carried_out.natural_person", "requests.carried_in.natural_person"


def test_the_government_s_report_is_compared_cell_by_cell(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.docx", report_of("云溪县甲局", {RECEIVED: 3}))
    lay_down(tmp_path / "z.docx", report_of(GOVERNMENT_NAME, {RECEIVED: 5}))
    units = roster("云溪县甲局")
    (found,) = sums(collected(tmp_path, roster=units))[:1]
    assert (found.severity, found.units, found.cells) == ("error", (GOVERNMENT_NAME,), (RECEIVED,))
    assert (found.left, found.right, found.difference) == (5, 3, 2)
    lacking = sums(collected(tmp_path, roster=roster("云溪县甲局", "云溪县乙局")))
    assert {finding.severity for finding in lacking} == {"warning"}
    lay_down(tmp_path / "z.docx", report_of(GOVERNMENT_NAME, {RECEIVED: 3}))
    assert sums(collected(tmp_path, roster=units)) == []


def sums(collection: Collection) -> list:
    return [finding for finding in collection.findings if finding.code == "collect.sum"]


def test_a_government_on_old_tables_or_of_another_year_is_not_compared(tmp_path: Path) -> None:
    lay_down(tmp_path / "a.docx", report_of("云溪县甲局", {RECEIVED: 3}))
    lay_down(tmp_path / "z.docx", report_of(GOVERNMENT_NAME, {RECEIVED: 99}, year=2023))
    assert sums(collected(tmp_path, roster=roster("云溪县甲局"), year=2024)) == []


@pytest.fixture
def before(tmp_path: Path) -> Collection:
    """Last year's collection: 甲 and 乙 carried two out each."""
    folder = tmp_path / "2023"
    for name in "甲乙":
        changed = {RECEIVED: 6, CARRIED_OUT: 2, "requests.granted.natural_person": 3}
        lay_down(folder / f"{name}.docx", report_of(f"云溪县{name}局", changed, year=2023))
    return collected(folder, roster=roster("云溪县甲局", "云溪县乙局"))


def this_year(tmp_path: Path, last: LastSum) -> Collection:
    folder = tmp_path / "2024"
    lay_down(folder / "甲.docx", report_of("云溪县甲局", {CARRIED_IN: 2}))
    lay_down(folder / "丙.docx", report_of("云溪县丙局", {CARRIED_IN: 1}))
    return collected(folder, roster=roster("云溪县甲局", "云溪县丙局"), last=last)


def test_what_was_carried_out_must_be_carried_in_and_units_that_moved_are_told(
    tmp_path: Path, before: Collection
) -> None:
    made = this_year(tmp_path, last_from(figures_of(before)))
    carry = {finding.code: finding for finding in made.findings if finding.code.startswith("carry.")}
    assert carry.keys() == {"carry.total", "carry.column"}
    total = carry["carry.total"]
    assert (total.severity, total.left, total.right) == ("error", 3, 4)
    assert total.units == ("云溪县丙局", "云溪县乙局")
    assert "云溪县丙局是今年新有的（1）" in total.message
    assert "云溪县乙局今年没有计入（上年 2）" in total.message


def test_last_year_is_read_from_workbook_set_and_report(tmp_path: Path, before: Collection) -> None:
    from reportdesk.collect.kept import Settings, save_set
    from reportdesk.collect.outgoing.government import write_government_report

    workbook, kept, report = (tmp_path / name for name in ("上年.xlsx", "上年.rdset", "上年.rdesk"))
    workbook.write_bytes(collection_workbook(before))
    save_set(kept, Settings(figures=figures_of(before)), None)
    write_government_report(before, report)
    whole = last_from(figures_of(before))
    for path in (workbook, kept):
        last = read_last(path)
        assert last.units == whole.units
        assert last.whole == whole.whole
    assert read_last(report).whole.cells == whole.whole.cells
    assert read_last(report).units == {}
    save_set(kept, Settings(), None)
    with pytest.raises(FileError, match="还没有数"):
        read_last(kept)


def test_a_workbook_that_was_taken_apart_is_refused(tmp_path: Path, before: Collection) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "上年.xlsx"
    path.write_bytes(collection_workbook(before))
    book = load_workbook(path)
    book["明细"].delete_cols(5)
    book.save(path)
    with pytest.raises(FileError, match="没有"):
        read_last(path)
