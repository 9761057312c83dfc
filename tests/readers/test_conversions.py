"""A report in last period's tables, from every kind of file into every other, and into the next year."""

import random
from pathlib import Path

import pytest

from reportdesk.cli.main import main
from reportdesk.form.loader import load_edition
from reportdesk.project.file import read_project
from reportdesk.readers import read_report
from reportdesk.report.compare import compare
from reportdesk.report.model import Report
from reportdesk.report.totals import figures, printed
from reportdesk.writers import render
from tests.readers.paper import values

OLD = load_edition("2019")
KINDS = [".docx", ".html", ".xlsx", ".json", ".rdesk"]
CARRIED_OUT = "requests.carried_out"


@pytest.fixture(scope="module")
def report() -> Report:
    """A report for 2020 with signed changes, blanks and a total that is not the sum."""
    figures_of = values(OLD)
    blank = set(random.Random(2020).sample([cell.key for cell in OLD.entered], 30))
    entered = {
        cell.key: value
        for cell in OLD.entered
        if (value := figures_of[cell.key]) is not None
        and (cell.key not in blank or cell.key.startswith(CARRIED_OUT))
    }
    return Report(
        OLD,
        organ="云溪县档案局",
        year=2020,
        signature_date="2021-01-08",
        cells=entered,
        stated={"requests.received.total": 3},
        texts={"intro": "2020年，编制本报告。", "overview": "（一）主动公开\n公开三条。", "other": "无。"},
    )


@pytest.fixture(params=KINDS)
def last(request: pytest.FixtureRequest, report: Report, tmp_path: Path) -> Path:
    """The report as a file of each kind; a Word file without data, so that its page is what is read."""
    path: Path = tmp_path / f"上年{request.param}"
    path.write_bytes(render(report, request.param, "everything" if request.param == ".rdesk" else "nothing"))
    return path


def test_converted_into_every_kind(last: Path, report: Report, tmp_path: Path) -> None:
    for suffix in KINDS:
        path = tmp_path / f"另存{suffix}"
        assert main(["convert", str(last), str(path), "--quiet"]) == 0
        read = read_report(path)
        assert read.form is OLD
        assert compare(report, read) == ()
        assert printed(read, figures(read)) == printed(report, figures(report))
        assert (read.organ, read.year) == (report.organ, report.year)


def test_rolled_into_the_next_year(last: Path, report: Report, tmp_path: Path) -> None:
    path = tmp_path / "今年.rdesk"
    assert main(["roll", str(last), str(path), "--quiet"]) == 0
    begun = read_project(path).report
    assert (begun.form.edition, begun.year, begun.organ) == ("2021", 2021, "云溪县档案局")
    carried = {key: value for key, value in report.cells.items() if key.startswith(CARRIED_OUT)}
    assert begun.cells == {key.replace("carried_out", "carried_in"): value for key, value in carried.items()}
    assert begun.texts["intro"] == "2021年，编制本报告。"
    assert begun.last is not None
    assert begun.last.edition == "2019"
    shown = {key: value for key, value in printed(report, figures(report)).items() if value is not None}
    assert begun.last.cells == shown
