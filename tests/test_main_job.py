"""The main job on published reports: filled in, checked, saved, signed, and begun anew next January."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportdesk.document import Document
from reportdesk.export import export_report
from reportdesk.form.loader import load_edition
from reportdesk.project.file import read_project
from reportdesk.readers import read_report
from reportdesk.report.compare import compare
from reportdesk.report.edit import confirm, enter, fill_blanks, set_field, write_text
from reportdesk.report.model import Report
from reportdesk.report.totals import figures
from reportdesk.rollover import roll

DATA = Path(__file__).parent / "data"
APPLICANTS = ("natural_person", "business", "research", "public_interest", "legal_service", "other")


@pytest.fixture(params=["mancheng-2023", "suqian-2023"])
def published(request: pytest.FixtureRequest) -> Report:
    """A report as it was published."""
    return read_report(DATA / f"{request.param}.json")


def test_a_published_report_is_filled_in_and_signed_twice(
    published: Report, tmp_path: Path, ooxml_validator: Callable[[Path], list[str]]
) -> None:
    document = typed_in(published)
    assert document.figures == figures(published)
    assert wrong(document) == []
    project = document.save(tmp_path / "2023.rdesk")
    export_report(document.report, tmp_path / "2023.docx")
    assert ooxml_validator(tmp_path / "2023.docx") == []
    assert compare(document.report, read_report(tmp_path / "2023.docx")) == ()

    next_year = Document(roll(read_project(project).report).report)
    assert carried(next_year.report, "carried_in") == carried(document.report, "carried_out")
    assert set(next_year.report.cells) == {f"requests.carried_in.{column}" for column in APPLICANTS}
    assert all(next_year.report.inherited.values())
    assert "2023年" not in next_year.report.printed_title

    next_year.apply(fill_blanks(next_year.report, next_year.form.cells))
    balance(next_year)
    settle(next_year)
    next_year.apply(set_field(next_year.report, "signature_date", "2025-01-08"))
    assert wrong(next_year) == []
    next_year.save(tmp_path / "2024.rdesk")
    export_report(next_year.report, tmp_path / "2024.docx")
    assert ooxml_validator(tmp_path / "2024.docx") == []
    again = read_report(tmp_path / "2024.docx")
    assert compare(next_year.report, again) == ()
    assert again.printed_title == f"{published.organ}2024年政府信息公开工作年度报告"


def typed_in(published: Report) -> Document:
    """The report as a clerk types it, cell by cell and text by text, from a blank form."""
    document = Document(Report(load_edition("2021"), organ=published.organ, year=published.year))
    for key, figure in published.cells.items():
        document.apply(enter(document.report, {key: figure}))
    for section, text in published.texts.items():
        document.apply(write_text(document.report, section, text))
    document.apply(set_field(document.report, "signature_date", published.signature_date))
    return document


def wrong(document: Document) -> list[str]:
    """The findings that an office would have to correct."""
    return [finding.message for finding in document.open_findings if finding.severity == "error"]


def carried(report: Report, row: str) -> list[int | None]:
    """The figures of a carried row for the six applicants and all of them."""
    values = figures(report)
    return [values[f"requests.{row}.{column}"] for column in (*APPLICANTS, "total")]  # type: ignore[misc]


def balance(document: Document) -> None:
    """Grant what was carried in, so that each column balances."""
    values = document.figures
    granted = {f"requests.granted.{column}": values[f"requests.carried_in.{column}"] for column in APPLICANTS}
    document.apply(enter(document.report, granted))


def settle(document: Document) -> None:
    """Confirm everything that came along from last year."""
    report = document.report
    words = [(section, paragraph) for section, kept in report.inherited.items() for paragraph in kept]
    document.apply(confirm(report, report.unconfirmed, words))
    assert not document.report.unconfirmed
    assert not document.report.inherited


def test_the_text_of_a_published_page_gives_all_its_figures_and_words() -> None:
    page = read_report(DATA / "readers" / "mancheng-2023.txt")
    wanted = read_report(DATA / "mancheng-2023.json")
    assert figures(page) == figures(wanted)
    assert None not in figures(page).values()
    assert compare(wanted, page) == ()
