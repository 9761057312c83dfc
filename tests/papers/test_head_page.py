"""The head's page: everything that whoever signs asks for, on one page."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from reportdesk.cli import main
from reportdesk.document import Document
from reportdesk.form.loader import load_edition
from reportdesk.papers.head_page import head_page, head_page_bytes
from reportdesk.project.file import save_project
from reportdesk.report.edit import enter, write_text
from reportdesk.report.fingerprint import fingerprint
from reportdesk.report.model import LastYear, Report
from tests.checks.reports import correct_report, with_cells, with_stated
from tests.writers.test_judges import pages_of

FORM = load_edition("2021")
LICENCES = "disclosure.licensing.decisions"


def words_of(data: bytes) -> str:
    document = docx.Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def explained() -> Report:
    document = Document(with_stated(correct_report(), "requests.granted.total", 5))
    document.accept(document.findings[0], "公布的就是这个数")
    return document.report


def test_checks_are_counted_by_group() -> None:
    page = head_page(explained())
    groups = {group.name: group for group in page.groups}
    assert (groups["表三的勾稽"].open, groups["表三的勾稽"].explained) == (0, 1)
    assert groups["表三的勾稽"].passed == groups["表三的勾稽"].checks - 1
    assert sum(group.checks for group in page.groups) == len(FORM.checks.all)
    assert all(name != name.lower() or not name.isascii() for name in groups)
    (note,) = page.notes
    assert note.startswith("公布的就是这个数（")


def test_the_largest_changes_come_first_and_no_more_than_ten() -> None:
    report = correct_report()
    then = {cell.key: 0 for cell in FORM.entered} | {LICENCES: 9_000_000}
    page = head_page(replace(report, last=LastYear("2021", report.year - 1, report.organ, then)))
    assert len(page.changes) <= 10
    assert page.changes[0].then == "9000000 件"
    assert "行政许可" in page.changes[0].place
    other_year = replace(report, last=LastYear("2021", report.year - 3, report.organ, then))
    assert head_page(other_year).changes == ()


def test_what_is_blank_and_what_is_left_of_last_year_is_told() -> None:
    report = with_cells(correct_report(), disclosure__penalties__decisions=None)
    text = report.texts["problems"]
    report = replace(
        report,
        unconfirmed={LICENCES: True},
        inherited={"problems": (text,)},
        last=LastYear("2021", report.year - 1, report.organ, {}, {"problems": text}),
    )
    page = head_page(report)
    assert ["行政处罚" in place for place in page.blank] == [True]
    assert (page.unconfirmed_figures, page.unconfirmed_paragraphs) == (1, 1)
    assert page.likeness == {FORM.section("problems").heading: 1.0}
    said = words_of(head_page_bytes(page, "1.2"))
    for words in (
        page.fingerprint,
        "经办：",
        "审核：",
        "签发：",
        "相似 100%",
        "行政处罚",
        report.organ,
        "1.2",
    ):
        assert words in said


def test_a_report_full_of_everything_stays_on_one_page(soffice: Callable[..., Path], tmp_path: Path) -> None:
    report = correct_report()
    last = LastYear("2021", report.year - 1, report.organ, {c.key: 10**9 for c in FORM.entered}, report.texts)
    blanks = {cell.key: 1 for cell in FORM.entered[:40]}
    document = Document(replace(report, cells=blanks, last=last, stated={}))
    for finding in document.findings[:30]:
        document.accept(finding, "已逐件核对台账，确认无误，" * 5)
    path = tmp_path / "核验单.docx"
    path.write_bytes(head_page_bytes(head_page(document.report), "1.2"))
    assert len(pages_of(soffice(path))) == 1


def test_the_fingerprint_is_of_figures_and_words_and_not_of_layout() -> None:
    report = correct_report()
    first = fingerprint(report)
    assert len(first) == 8
    spaced = write_text(report, "problems", f"　　{report.texts['problems']}\n\n").apply(report)
    assert fingerprint(spaced) == first
    assert fingerprint(replace(report, accepted={}, last=None, signature_date="2024-02-02")) == first
    assert fingerprint(enter(report, {LICENCES: 8}).apply(report)) != first
    assert fingerprint(write_text(report, "problems", "改了。").apply(report)) != first
    assert fingerprint(replace(report, title="另一个标题")) != first


def test_the_call_writes_it_and_show_prints_the_same_fingerprint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "年报.rdesk", tmp_path / "核验单.docx"
    save_project(source, explained(), None)
    assert main(["sheet", str(source), str(out)]) == 0
    printed = fingerprint(explained())
    assert printed in capsys.readouterr().err
    assert printed in words_of(out.read_bytes())
    assert main(["show", str(source)]) == 0
    assert f"指纹：{printed}" in capsys.readouterr().out
    for typed in (printed, printed.lower(), f" {printed[:4]} {printed[4:]}", printed.replace("O", "0")):
        assert main(["show", str(source), "--fingerprint", typed]) == 0
    assert "指纹相符" in capsys.readouterr().out
    assert main(["show", str(source), "--fingerprint", "AAAAAAAA"]) == 1
    assert printed in capsys.readouterr().out
    assert main(["sheet", str(source), str(out)]) == 3
    assert main(["sheet", str(source), str(tmp_path / "a.pdf")]) == 2
