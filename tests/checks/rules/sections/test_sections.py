"""section.*: headings as a document had them, and words where words must be."""

from dataclasses import replace

import pytest

from reportdesk.report.model import Note
from tests.checks.reports import OVERVIEW, PROBLEMS, check, check_for, correct_report, with_text


@pytest.mark.parametrize("code", ["section.missing", "section.order", "section.heading"])
def test_a_note_of_a_reader_becomes_a_finding_of_its_section(code: str) -> None:
    note = Note(code, "写作“四、其他”", section="disputes")
    (finding,) = check(replace(correct_report(), notes=(note, Note("read.other", "别的"))))
    assert (finding.code, finding.section) == (code, "disputes")
    assert "写作“四、其他”" in finding.message


def test_a_missing_section_is_settled_once_it_is_written() -> None:
    noted = replace(correct_report(), notes=(Note("section.missing", "没有找到标题", section="problems"),))
    assert check(noted) == ()
    codes = [finding.code for finding in check(with_text(noted, "problems", " \n"))]
    assert codes == ["section.missing", "section.empty"]


def test_a_note_on_no_section_of_the_form_is_left_alone() -> None:
    notes = (Note("section.missing", "x"), Note("section.order", "x", section="appendix"))
    assert check(replace(correct_report(), notes=notes)) == ()


@pytest.mark.parametrize("section", ["overview", "problems", "other"])
@pytest.mark.parametrize("text", ["", "\n\n", "\u3000 \u00a0\u200b"])
def test_nothing_but_space_is_empty(section: str, text: str) -> None:
    (finding,) = check(with_text(correct_report(), section, text))
    assert (finding.code, finding.section) == ("section.empty", section)


@pytest.mark.parametrize("text", ["无", "无。", "没有问题。", "一二三四\n五六七八九"])
def test_problems_need_ten_characters(text: str) -> None:
    (finding,) = check_for(with_text(correct_report(), "problems", text), "section.empty")
    assert "".join(text.split()) in finding.message


@pytest.mark.parametrize("text", ["一二三四五六七八九十", "无。" * 5])
def test_ten_characters_are_enough(text: str) -> None:
    assert check_for(with_text(correct_report(), "problems", text), "section.empty") == ()


def test_other_matters_may_be_none() -> None:
    assert check(with_text(correct_report(), "other", "未收信息处理费")) == ()


@pytest.mark.parametrize(
    "text",
    [
        PROBLEMS,
        "存在问题：一是平台更新不够及时。改进情况：一是已建立定期更新制度。",
        "2023年，主要存在收集和发布信息不够丰富等问题。今后，我局将加强信息公开工作。",
        "本年度未发现突出问题，下一步继续做好工作。",
        "（一）存在的主要问题：无。\n（二）改进情况：无。",
        "我局公开工作有序开展，未收到投诉举报。",
        "队伍力量薄弱，需要通过培训解决。",
        "针对上年指出的更新滞后，已全部整改完成。",
        "问题与不足并存，对策如下。" * 300,
    ],
)
def test_both_halves_or_neither_are_fine(text: str) -> None:
    assert check_for(with_text(correct_report(), "problems", text), "section.improvement") == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("存在的主要问题：公开内容不够丰富，更新不够及时。", "没有写怎样改进"),
        ("公开的内容还存在一些不足，队伍力量薄弱。", "没有写怎样改进"),
        ("下一步，我单位将加强学习培训，提升公开水平。", "没有写存在什么问题"),
        ("改进情况：完善了公开制度，开展培训两次。", "没有写存在什么问题"),
    ],
)
def test_one_half_alone_is_a_finding(text: str, says: str) -> None:
    (finding,) = check(with_text(correct_report(), "problems", text))
    assert finding.code == "section.improvement"
    assert says in finding.message


@pytest.mark.parametrize(
    ("old", "new", "topics"),
    [
        ("工作考核和", "", "工作考核"),
        ("和社会评议", "", "社会评议"),
        ("，未发生责任追究情形", "", "责任追究"),
        ("开展工作考核和社会评议，未发生责任追究情形。", "组织培训两次。", "工作考核、社会评议、责任追究"),
    ],
)
def test_a_government_reports_on_assessment_and_accountability(old: str, new: str, topics: str) -> None:
    report = with_text(correct_report(), "overview", OVERVIEW.replace(old, new))
    (finding,) = check(report)
    assert (finding.code, finding.section) == ("section.accountability", "overview")
    assert f"没有写到{topics}，" in finding.message
    department = replace(report, level="department", signature_date="")
    assert check(department) == ()
