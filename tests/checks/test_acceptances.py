"""A clerk's word on a finding is of one place, and lapses with what was looked at."""

from dataclasses import replace
from pathlib import Path

import pytest

from reportdesk.checks.finding import Finding
from reportdesk.document import Document
from reportdesk.project.file import read_project
from reportdesk.project.format.project_body import project_data
from reportdesk.report.edit import write_text
from reportdesk.report.model import Acceptance
from tests.checks.reports import correct_report, with_text

SENTENCE = "全年收到政府信息公开申请9件，均按时答复。"
WRONG = "text.received"


def documents_with(**texts: str) -> Document:
    report = correct_report()
    for section, text in texts.items():
        report = with_text(report, section, f"{report.texts.get(section, '')}\n{text}")
    return Document(report)


def received(document: Document) -> list[Finding]:
    return [finding for finding in document.open_findings if finding.code == WRONG]


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"overview": SENTENCE, "problems": SENTENCE},
        {"overview": f"{SENTENCE}另有说明。{SENTENCE}"},
        {"overview": "收到政府信息公开申请9件，全年共收到政府信息公开申请9件。"},
        {"overview": f"{SENTENCE}本年度受理申请9件。"},
    ],
)
def test_an_acceptance_is_of_one_place(elsewhere: dict[str, str]) -> None:
    document = documents_with(**elsewhere)
    first, second = received(document)
    assert first.quote == second.quote
    document.accept(first, "另一口径")
    assert received(document) == [second]
    document.accept(second, "也是")
    assert received(document) == []
    document.withdraw_acceptance(first)
    assert received(document) == [first]


def test_an_acceptance_lapses_with_its_sentence_and_not_with_another() -> None:
    document = documents_with(problems=SENTENCE)
    (finding,) = received(document)
    document.accept(finding, "另一口径")
    text = document.report.texts["problems"]
    document.apply(write_text(document.report, "problems", f"先说一句。{text}后说一句。"))
    assert received(document) == []
    document.apply(write_text(document.report, "problems", text.replace("均按时答复", "均已答复")))
    assert [again.quote for again in received(document)] == [finding.quote]


@pytest.mark.parametrize(
    ("before", "after"), [("。", "！"), ("。", "？"), ("。", "；"), ("。", "！！"), ("。", ""), ("", "。")]
)
def test_an_acceptance_lapses_with_the_mark_that_ends_its_sentence(before: str, after: str) -> None:
    sentence = SENTENCE.removesuffix("。")
    document = documents_with(problems=f"{sentence}{before}")
    (finding,) = received(document)
    document.accept(finding, "另一口径")
    text = document.report.texts["problems"]
    document.apply(write_text(document.report, "problems", f"{text}\n后说一段。"))
    assert received(document) == []
    changed = text.replace(f"{sentence}{before}", f"{sentence}{after}")
    document.apply(write_text(document.report, "problems", f"{changed}\n后说一段。"))
    assert [again.quote for again in received(document)] == [finding.quote]
    document.undo()
    assert received(document) == []


def test_an_acceptance_keeps_its_end_mark_in_a_file_and_one_of_before_holds_with_any(tmp_path: Path) -> None:
    document = documents_with(problems=SENTENCE)
    (finding,) = received(document)
    document.accept(finding, "另一口径")
    document.save(tmp_path / "report.rdesk")
    report = read_project(tmp_path / "report.rdesk").report
    word = report.accepted[finding.subject]
    assert word == document.report.accepted[finding.subject]
    shouted = report.texts["problems"].replace(SENTENCE, f"{SENTENCE[:-1]}！")
    assert len(received(Document(with_text(report, "problems", shouted)))) == 1
    of_before = replace(report, accepted={finding.subject: replace(word, end_mark=None)})
    assert "end_mark" not in str(project_data(of_before)["accepted"])
    assert received(Document(with_text(of_before, "problems", shouted))) == []


def test_a_number_of_a_person_is_accepted_in_one_place() -> None:
    words = "咨询请致电13800138000。"
    document = documents_with(overview=words, problems=words)
    first, second = [finding for finding in document.open_findings if finding.code == "text.privacy"]
    document.accept(first, "单位公开的值班电话")
    assert [finding for finding in document.open_findings if finding.code == "text.privacy"] == [second]


def as_before(document: Document, finding: Finding) -> Document:
    """Return the report as a file of before has it, with a word on the finding's quote alone."""
    word = Acceptance(finding.code, finding.former_subject, finding.former_figures, "另一口径")
    report = replace(document.report, accepted={finding.former_subject: word})
    return Document(report, Path("report.rdesk"))


def test_an_acceptance_of_before_holds_where_it_fits_one_place() -> None:
    opened = documents_with(problems=SENTENCE)
    (finding,) = received(opened)
    document = as_before(opened, finding)
    assert received(document) == []
    assert not document.is_dirty
    assert [acceptance.note for acceptance in document.report.accepted.values()] == ["另一口径"]
    text = document.report.texts["problems"]
    document.apply(write_text(document.report, "problems", text.replace("均按时答复", "均已答复")))
    assert len(received(document)) == 1


def test_an_acceptance_of_before_that_fits_two_places_holds_for_none_and_stays_in_the_file() -> None:
    opened = documents_with(overview=SENTENCE, problems=SENTENCE)
    first, _ = received(opened)
    document = as_before(opened, first)
    assert len(received(document)) == 2
    assert list(document.report.accepted) == [first.former_subject]
    assert not document.is_dirty


def test_an_acceptance_of_before_with_other_figures_holds_for_none() -> None:
    opened = documents_with(problems=SENTENCE)
    (finding,) = received(opened)
    document = as_before(opened, replace(finding, former_basis="other"))
    assert len(received(document)) == 1
