"""Results told reason by reason, asker by asker and beside other bodies: what is a part is no total."""

import pytest

from reportdesk.form.formula import Number
from tests.prose.figures.test_figures_in_words import found
from tests.prose.judged import codes

STATE_SECRET = "requests__denied_state_secret__natural_person"
SECURITY = "requests__denied_security_stability__natural_person"
THIRD_PARTY = "requests__denied_third_party__natural_person"
ENFORCEMENT = "requests__denied_enforcement_file__natural_person"
MISC = "requests__other_misc__natural_person"
GRANTED_PERSON = "requests__granted__natural_person"
GRANTED_FIRM = "requests__granted__business"
PERSON = "requests__received__natural_person"
FIRM = "requests__received__business"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "收到申请5件，国家秘密不予公开2件，涉及在建工程图纸不予公开3件。",
            {STATE_SECRET: 2, THIRD_PARTY: 3},
        ),
        (
            "因涉及国家秘密不予公开2件，因可能危及公共安全、社会稳定不予公开3件。",
            {STATE_SECRET: 2, SECURITY: 3},
        ),
        ("涉及第三方个人隐私不予公开2件，属执法案卷不予公开3件。", {THIRD_PARTY: 2, ENFORCEMENT: 3}),
        ("以此为由不予公开的申请有2件。", {STATE_SECRET: 2, THIRD_PARTY: 3}),
        (
            "收到申请9件，公开5件，其余4件作其他答复。",
            {PERSON: 9, GRANTED_PERSON: 5, MISC: 2, STATE_SECRET: 2},
        ),
        (
            "收到申请9件，公开5件，其余4件分别作不予公开、其他处理。",
            {PERSON: 9, GRANTED_PERSON: 5, MISC: 2, STATE_SECRET: 2},
        ),
    ],
)
def test_one_reason_of_several_is_no_total(text: str, cells: dict[str, Number]):
    received = sum(value for key, value in cells.items() if "received" not in key)
    assert not found(text, **{PERSON: received, **cells})


@pytest.mark.parametrize(
    ("text", "askers"),
    [
        ("公开7件（自然人4件、企业3件）。", (4, 3)),
        ("予以公开7件，其中自然人4件，企业3件。", (4, 3)),
        ("收到的申请中已办结7件，办结件数中自然人4件，商业企业3件。", (4, 3)),
    ],
)
def test_askers_in_brackets_are_those_of_the_result(text: str, askers: tuple[int, int]):
    person, firm = askers
    rest = {PERSON: 10, FIRM: 10, "requests__carried_out__natural_person": 13}
    assert not found(text, **rest, **{GRANTED_PERSON: person, GRANTED_FIRM: firm})
    assert found(text, **rest, **{GRANTED_PERSON: person + 1, GRANTED_FIRM: firm - 1})


def test_results_after_an_asker_s_requests_are_that_asker_s():
    text = "个人申请6件中，予以公开4件；企业申请3件全部予以公开。"
    cells = {PERSON: 6, FIRM: 3, GRANTED_FIRM: 3, STATE_SECRET: 2}
    assert not found(text, **cells, **{GRANTED_PERSON: 4})
    assert {finding.code for finding in found(text, **cells, **{GRANTED_PERSON: 5})} == {"text.outcome"}


def test_as_many_of_each_asker():
    assert not found("收到申请4件，自然人和企业各2件。", **{PERSON: 2, FIRM: 2})
    assert found("收到申请4件，自然人和企业各2件。", **{PERSON: 1, FIRM: 3})


@pytest.mark.parametrize(
    "text",
    [
        "40件审结案件中被纠正2件。",
        "被复议机关纠正2件，被法院纠正3件。",
        "被纠正的行政复议、行政诉讼案件分别为2件、3件。",
        "同期其他类行政复议案件31件、行政诉讼案件16件。",
    ],
)
def test_cases_beside_those_of_the_report(text: str):
    cells: dict[str, Number] = {
        "disputes__reconsideration__corrected": 2,
        "disputes__reconsideration__upheld": 5,
        "disputes__direct_litigation__corrected": 3,
        "disputes__direct_litigation__upheld": 4,
    }
    assert not found("一是复议纠正率不低，" + text, **cells)


@pytest.mark.parametrize(
    "text",
    [
        "市政府本级办结9件，县区办结其余申请。",
        "全县教育系统共收到申请80件，其中县局机关收到5件。",
        "同一申请人一次性提交申请40份。",
        "收到申请5件，科研院所、公益组织、律所三者合计4件。",
    ],
)
def test_a_part_of_all_requests_is_not_all(text: str):
    cells: dict[str, Number] = {PERSON: 1, "requests__received__research": 4, GRANTED_PERSON: 5}
    assert not found(text, **cells)


def test_documents_of_others_that_were_looked_at():
    text = "规范性文件现行有效2件，没有废止；审查各乡镇规范性文件30件。"
    assert not found(text, disclosure__normative_documents__in_force=2)


def test_a_share_belongs_to_what_is_named_beside_it():
    assert "text.percent" not in codes("收到申请50件，其中自然人30件、律所4件，自然人占60%。")
    assert "text.percent" in codes("收到申请50件，其中自然人30件、律所4件，占60%。")


@pytest.mark.parametrize(
    "text",
    ["2003年以前的账簿缺失较多。", "一件涉及1996年土地台账。", "收件数明显回落，2019年高峰时为80件。"],
)
def test_an_old_year_of_a_record_is_explained(text: str):
    assert "text.stale_year" not in codes(text)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("处罚决定由上年的31件降至24件。", {"disclosure__penalties__decisions": 24}),
        ("许可决定从180件增加到205件。", {"disclosure__licensing__decisions": 205}),
        ("以区政府名义印发规范性文件3篇。", {"disclosure__normative_documents__issued": 3}),
        ("打包废止行政规范性文件4件。", {"disclosure__normative_documents__repealed": 4}),
        ("县政府本级收到申请8件（另有各乡镇收到21件）。", {PERSON: 8}),
        ("直接诉至法院的信息公开案件2件。", {"disputes__direct_litigation__upheld": 2}),
        ("全年新收申请6件，其中重复类2件。", {PERSON: 6, "requests__not_processed_repeat__business": 2}),
        (
            "信息公开行政复议案件：结果维持4件，其他结果1件，合计5件。",
            {"disputes__reconsideration__upheld": 4, "disputes__reconsideration__other": 1},
        ),
    ],
)
def test_more_wordings_are_read(text: str, cells: dict[str, Number]):
    assert not found(text, **cells)
    key, value = next(iter(cells.items()))
    assert found(text, **{**cells, key: value + 1})
