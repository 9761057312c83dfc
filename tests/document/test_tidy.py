"""Tidying: each proposal shown, taken one by one or all as one step, paragraphs kept apart."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.document import Document
from reportdesk.form.loader import load_edition
from reportdesk.form.model import INTRO
from reportdesk.prose.sentences.tidy import Proposal, proposals, tidy
from reportdesk.report.model import Report

FORM = load_edition("2021")


def report(text: str, section: str = "overview") -> Report:
    return Report(FORM, "云溪县档案局", 2024, texts={section: text})


def tidied(text: str) -> str:
    before = report(text)
    return tidy(before, proposals(before)).apply(before).texts["overview"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("按照(县政府)要求,开展工作。", "按照（县政府）要求，开展工作。"),
        ("（一)主动公开", "（一）主动公开"),
        ("公开信息，，方便群众。。", "公开信息，方便群众。"),
        ("公开信息，。", "公开信息。"),
        ("公开　信息 方便群众。", "公开信息方便群众。"),
        ('开展"开放日"活动;通报情况.', "开展“开放日”活动；通报情况。"),
        ("进一步进一步加强公开的的信息。", "进一步加强公开的信息。"),
        ("公开86条,其中动态52条;下一步改进。", "公开86条，其中动态52条；下一步改进。"),
        ("制发４件，占３．５％", "制发4件，占3.5%"),
        ("按时公开。  \n  （二）依申请公开", "按时公开。\n  （二）依申请公开"),
        ("\u2f83然\u2f08申请，\u2f8f政复议，\u2ed3期公开。", "自然人申请，行政复议，长期公开。"),
    ],
)
def test_what_is_tidied(text: str, after: str):
    assert tidied(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "网址http://www.example.gov.cn/a?b=1,c；时间8:30—17:00；共1,204件。",
        "为了了解工作目的的落实情况……逐件核对——及时更正。",
        "（一）主动公开\n　　1.公开指南(PDF)；2.公开目录。",
        "收到申请 12 件，公开 条。",
    ],
)
def test_what_is_left_alone(text: str):
    assert tidied(text) == text


def test_one_proposal_at_a_time():
    before = report("信息,公开。。")
    first, second = proposals(before)
    assert first == Proposal("overview", (2, 3), ",", "，", "半角标点")
    assert (second.before, second.after) == ("。。", "。")
    assert tidy(before, [second]).apply(before).texts["overview"] == "信息,公开。"


def test_all_texts_and_one_undo():
    document = Document(
        replace(report("信息,公开。"), texts={"overview": "信息,公开。", INTRO: "现 公布如下。"})
    )
    document.apply(tidy(document.report, proposals(document.report)))
    assert document.report.texts == {"overview": "信息，公开。", INTRO: "现公布如下。"}
    document.undo()
    assert document.report.texts == {"overview": "信息,公开。", INTRO: "现 公布如下。"}


def test_a_paragraph_from_last_year_stays_unconfirmed():
    before = replace(report("信息,公开。\n另一段。"), inherited={"overview": ("信息,公开。", "另一段。")})
    after = tidy(before, proposals(before)).apply(before)
    assert after.is_inherited("overview", "信息，公开。")
    assert after.is_inherited("overview", "另一段。")


def test_a_proposal_that_no_longer_fits_is_refused():
    (proposal,) = proposals(report("信息,公开。"))
    with pytest.raises(ValueError, match="overview"):
        tidy(report("信息公开。"), [proposal])


@given(st.text(alphabet='信息公开的了,，。.;；:()（） \u3000\u00a0\n"“”12件A一', max_size=80))
def test_paragraphs_are_never_merged_or_split(text: str):
    before = report(text)
    edit = tidy(before, proposals(before))
    after = edit.apply(before).texts.get("overview", "")
    assert after.count("\n") == text.count("\n")
    assert edit.inverse().apply(edit.apply(before)).texts == before.texts
    letters = [character for character in text if character in "信息公开12件A一"]
    assert [character for character in after if character in "信息公开12件A一"] == letters
