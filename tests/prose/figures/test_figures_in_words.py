"""Figures told in words are compared with the tables: every code, and what must be left alone."""

from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks.labelled import FORM, checker_of, read
from benchmarks.prose import score
from reportdesk.checks.finding import Finding
from reportdesk.form.formula import Number
from reportdesk.report.facts import facts_of
from reportdesk.report.model import LastYear, Report

CODES = {
    "text.received",
    "text.none_received",
    "text.concluded",
    "text.all_concluded",
    "text.carried",
    "text.outcome",
    "text.disputes",
    "text.disclosure",
}
CHECKER = checker_of(FORM, CODES.__contains__)


def found(text: str, year: int = 2024, **cells: Number) -> list[Finding]:
    zeros: dict[str, Number] = {cell.key: 0 for cell in FORM.entered}
    filled = zeros | {key.replace("__", "."): value for key, value in cells.items()}
    report = Report(FORM, "云溪县档案局", year, cells=filled, texts={"overview": text})
    return [finding for finding in CHECKER.run(facts_of(report)) if finding.code in CODES]


RECEIVED = "requests__received__natural_person"
GRANTED = "requests__granted__natural_person"
CARRIED_IN = "requests__carried_in__natural_person"
CARRIED_OUT = "requests__carried_out__natural_person"


def test_a_finding_names_the_place_the_cells_and_both_figures():
    text = "2024年，本局收到政府信息公开申请12件。"
    (finding,) = found(text, **{RECEIVED: 11})
    assert finding.code == "text.received"
    assert finding.severity == "warning"
    assert finding.section == "overview"
    assert finding.span is not None
    assert text[slice(*finding.span)] == finding.quote == "12件"
    assert (finding.left, finding.right, finding.difference) == (12, 11, 1)
    assert finding.cells == ("requests.received.total", "requests.carried_in.total")
    assert "12" in finding.message
    assert "11" in finding.message


@pytest.mark.parametrize(
    ("code", "text", "cells"),
    [
        ("text.received", "收到政府信息公开申请12件。", {RECEIVED: 11}),
        ("text.none_received", "本年度未收到政府信息公开申请。", {RECEIVED: 1}),
        ("text.none_received", "收到政府信息公开申请3件。", {}),
        ("text.concluded", "办结政府信息公开申请8件。", {GRANTED: 7}),
        (
            "text.all_concluded",
            "收到政府信息公开申请8件，均已答复。",
            {RECEIVED: 8, GRANTED: 8, CARRIED_OUT: 1},
        ),
        ("text.carried", "上年结转政府信息公开申请2件。", {CARRIED_IN: 3}),
        ("text.carried", "收到申请2件，其中1件结转下年度办理。", {RECEIVED: 2}),
        ("text.outcome", "收到申请5件，其中予以公开3件。", {RECEIVED: 5, GRANTED: 4}),
        ("text.outcome", "收到申请5件，均为自然人提出。", {"requests__received__business": 5}),
        ("text.disputes", "因政府信息公开被申请行政复议2件。", {"disputes__reconsideration__upheld": 1}),
        ("text.disputes", "未发生行政诉讼。", {"disputes__direct_litigation__other": 1}),
        ("text.disclosure", "制发行政规范性文件3件。", {"disclosure__normative_documents__issued": 2}),
        ("text.disclosure", "行政事业性收费12.5万元。", {"disclosure__fees__amount": Decimal("12.4")}),
    ],
)
def test_each_code_is_found(code: str, text: str, cells: dict[str, Number]):
    assert {finding.code for finding in found(text, **cells)} == {code}


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请１２件，其中上年结转２件。",
        "收到政府信息公开申请十二件。",
        "收到政府信息公开申请 12 件，答复12件。",
        "政府信息公开申请共12宗（含上年结转2宗）。",
        "本年新收申请10件，上年结转2件，共办理12件，均已办结。",
        "我局今年收到申请12件，比去年的3件多9件。",
        "2023年收到申请3件，2024年收到申请10件。",
    ],
)
def test_every_reading_is_tried(text: str):
    assert not found(text, **{RECEIVED: 10, CARRIED_IN: 2, GRANTED: 12})


@pytest.mark.parametrize(
    "text",
    [
        "近三年累计收到政府信息公开申请88件。",
        "全年收到政府信息公开申请约60件。",
        "全年收到政府信息公开申请200余件。",
        "去年共收到申请26件，办结26件。",
        "全省共收到政府信息公开申请6.1万件。",
        "通过网络收到申请9件、信函收到申请3件。",
        "受理信访事项38件，办结36件。",
        "办理人大建议31件，答复率100%。",
        "发布规范性文件解读12篇。",
        "按期答复率100%，公开率31.2%。",
        "咨询电话：0312-7000000，邮编072150。",
        "编制依申请公开答复文书模板12份。",
        "第12次办公会研究了依申请公开工作。",
    ],
)
def test_other_figures_are_left_alone(text: str):
    assert not found(text)
    assert not found(text, **{RECEIVED: 5, GRANTED: 4, CARRIED_OUT: 1})


def test_nothing_is_said_against_a_blank():
    report = Report(FORM, "云溪县档案局", 2024, texts={"overview": "收到政府信息公开申请12件，均已办结。"})
    assert not [finding for finding in CHECKER.run(facts_of(report)) if finding.code in CODES]


def test_a_blank_may_still_make_up_the_rest():
    half = {cell.key: 0 for cell in FORM.entered if not cell.key.startswith("requests.carried_in.")}
    report = Report(FORM, "云溪县档案局", 2024, cells=half, texts={"overview": "收到申请2件。"})
    assert not [finding for finding in CHECKER.run(facts_of(report)) if finding.code in CODES]


def test_an_acceptance_lapses_with_the_figures():
    before, after = (found("收到政府信息公开申请12件。", **{RECEIVED: count})[0] for count in (11, 10))
    assert before.subject == after.subject
    assert before.figures != after.figures


@pytest.mark.parametrize("name", ["seen", "tuning", "round_1", "round_2", "round_3", "round_4", "round_5"])
def test_precision_and_recall_stay_high(name: str):
    total = score(read(name))
    assert total.precision() >= 0.99, total.notes
    assert total.recall() >= 0.95, total.notes


def test_what_was_left_from_last_year_is_said_to_be():
    zeros: dict[str, Number] = {cell.key: 0 for cell in FORM.entered}
    last = LastYear("2021", 2023, "云溪县档案局", cells={"requests.received.total": 12})
    report = Report(FORM, "云溪县档案局", 2024, cells=zeros | {"requests.received.business": 5}, last=last)
    (left,) = [
        finding
        for finding in CHECKER.run(
            facts_of(replace(report, texts={"overview": "收到政府信息公开申请12件。"}))
        )
        if finding.code == "text.received"
    ]
    assert "上年正是这个数" in left.message


def test_office_by_office_is_no_total():
    assert not found("县住建局收到申请35件，县自然资源局收到申请66件。")
    assert not found("每一件申请、第3件申请都逐件办理。")


def test_the_year_named_is_the_year_meant():
    assert not found("2023年收到政府信息公开申请12件。")
    assert found("2024年收到政府信息公开申请12件。")
    assert found("2023年收到政府信息公开申请12件。", year=2023)
