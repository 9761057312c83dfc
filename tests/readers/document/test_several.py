"""Two reports in one file: the first is read whole, the second is left out, and a note says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportdesk.readers import read_report
from reportdesk.report.model import Report
from reportdesk.report.totals import figures, printed
from tests.readers.paper import Grid, Paper, paper
from tests.readers.printing import to_cells_text, to_web, to_word

PRINTED: dict[str, Callable[[Paper], bytes]] = {".docx": to_word, ".html": to_web, ".txt": to_cells_text}
TITLE = "2023年政府信息公开工作年度报告"


def other_report(edition: str = "2021") -> Paper:
    """The report of the whole area: other figures everywhere, other words."""
    made = paper(edition)
    made = paper(edition, {key: (value or 0) + 1000 for key, value in made.expected.items()})
    made.replace_text("云溪县档案局", "云溪县全县")
    made.replace_text("2023年未收取信息处理费。", "全县未收取信息处理费。")
    return made


def read(made: Paper, suffix: str, folder: Path) -> Report:
    path = folder / f"年报{suffix}"
    path.write_bytes(PRINTED[suffix](made))
    return read_report(path)


def assert_read_whole(report: Report, made: Paper) -> None:
    assert report.form is made.form
    assert printed(report, figures(report)) == made.expected
    assert {key: report.paragraphs(key) for key in report.texts} == made.texts
    assert (report.organ, report.year, report.signature_date) == (made.organ, made.year, made.date)


@pytest.mark.parametrize("suffix", PRINTED)
def test_the_first_is_read_whole_and_the_second_named(suffix: str, tmp_path: Path) -> None:
    made = paper()
    made.blocks += other_report().blocks
    report = read(made, suffix, tmp_path)
    assert_read_whole(report, made)
    assert [note.code for note in report.notes] == ["read.several"]
    assert "“云溪县全县”" in report.notes[0].message


@pytest.mark.parametrize(("first", "second"), [("2021", "2019"), ("2019", "2021")])
def test_the_second_in_other_tables_lends_none_of_its_figures(
    first: str, second: str, tmp_path: Path
) -> None:
    made = paper(first)
    made.blocks += other_report(second).blocks
    report = read(made, ".docx", tmp_path)
    assert_read_whole(report, made)
    assert "read.several" in {note.code for note in report.notes}


def test_a_second_without_a_title_begins_with_its_first_heading(tmp_path: Path) -> None:
    made = paper()
    second = other_report()
    heads = [not isinstance(block, Grid) and block[0] == "heading" for block in second.blocks]
    made.blocks += second.blocks[heads.index(True) :]
    report = read(made, ".docx", tmp_path)
    assert_read_whole(report, made)
    assert "“一、总体情况”" in next(note.message for note in report.notes if note.code == "read.several")


def test_a_title_at_the_head_of_every_page_begins_no_second_report(tmp_path: Path) -> None:
    made = paper()
    place = made.at(made.grid("requests"))
    grid = made.grid("requests")
    upper, lower = Grid(grid.name, grid.rows[:16]), Grid(grid.name, grid.rows[16:])
    made.blocks[place : place + 1] = [upper, ("text", f"云溪县档案局{TITLE}"), lower]
    report = read(made, ".docx", tmp_path)
    assert "read.several" not in {note.code for note in report.notes}
    assert report.cells["disputes.reconsideration.upheld"] == made.expected["disputes.reconsideration.upheld"]
