"""What stands beside a whole, gives way to a part told more exactly, or only sounds like a figure."""

import pytest

from tests.prose.figures.test_constructions import (
    CARRIED_IN,
    CARRIED_OUT,
    GRANTED,
    IN_FORCE,
    ISSUED,
    LITIGATION,
    NOT_HELD,
    PERSON,
    RULES_ISSUED,
    UPHELD,
    Cells,
    assert_told,
)
from tests.prose.figures.test_figures_in_words import found
from tests.prose.judged import codes

#: A text, the figures with which it agrees, and those of which one more is found out.
SENTENCES: list[tuple[str, Cells, tuple[str, ...]]] = [
    # What is left out of the whole, in brackets or beside it.
    ("收到申请34件（不包括上年遗留4件）。", {PERSON: 34, CARRIED_IN: 4, GRANTED: 38}, (PERSON, CARRIED_IN)),
    ("收到申请34件（另有上年结转4件）。", {PERSON: 34, CARRIED_IN: 4, GRANTED: 38}, (PERSON, CARRIED_IN)),
    ("收到申请34件（未计入上年存量4件）。", {PERSON: 34, CARRIED_IN: 4, GRANTED: 38}, (PERSON, CARRIED_IN)),
    ("收到申请34件（含上年结转4件）。", {PERSON: 30, CARRIED_IN: 4, GRANTED: 34}, (PERSON, CARRIED_IN)),
    # What was made is a part of what was published.
    ("向社会发布规章9部（新制定6部，修订3部）。", {RULES_ISSUED: 6}, (RULES_ISSUED,)),
    ("新增规范性文件7件（含联合印发2件）。", {ISSUED: 7}, (ISSUED,)),
    ("制发规范性文件7件，其中以县政府名义制发2件。", {ISSUED: 7}, (ISSUED,)),
    ("发布规范性文件9件、解读9件，本年制发规范性文件7件。", {ISSUED: 7}, (ISSUED,)),
    # A total after 其中 is that of a part.
    ("收到申请9件，均已办结，其中当场答复7件。", {PERSON: 9, GRANTED: 9}, (GRANTED,)),
    (
        "办理申请9件，其中办结7件，结转下年2件。",
        {PERSON: 9, GRANTED: 7, CARRIED_OUT: 2},
        (GRANTED, CARRIED_OUT),
    ),
    # A word by which nobody could know of what it is dismissed.
    ("因信息公开被申请行政复议4件，被驳回4件。", {UPHELD: 4}, (UPHELD,)),
    # What was to be handled, and what was.
    (
        "办理申请30件，按期答复25件，行政复议1件。",
        {PERSON: 30, GRANTED: 25, CARRIED_OUT: 5, UPHELD: 1},
        (PERSON,),
    ),
    # Said of the whole, in whatever way they were answered, and in the next sentence.
    ("收到申请5件，已电话答复。", {PERSON: 5, GRANTED: 5}, (GRANTED,)),
    ("收到申请5件，主要涉及土地、林权等，做到了及时、准确答复。", {PERSON: 5, GRANTED: 5}, (GRANTED,)),
    ("收到申请5件，平均办理时间6个工作日，全部办结。", {PERSON: 5, GRANTED: 5}, (GRANTED,)),
    ("收到申请6件。涉及“林地面积、补偿标准”等内容，已按期答复。", {PERSON: 6, GRANTED: 6}, (GRANTED,)),
    ("收到申请1件。所申请的是内部资料，已完成答复工作。", {PERSON: 1, NOT_HELD: 1}, (NOT_HELD,)),
    ("收到申请8件，均为现场申请并依法办结。", {PERSON: 8, GRANTED: 8}, (GRANTED,)),
    ("收到县政府办协办函9件；本局自收申请4件。", {PERSON: 4, GRANTED: 4}, (PERSON,)),
    # Lists of what was not, causes, names.
    ("全年未接到信息公开申请、行政复议及行政诉讼。", {}, (PERSON, UPHELD, LITIGATION)),
    ("未发生因申请办理造成行政复议、提起诉讼案件。", {}, (UPHELD, LITIGATION)),
    ("本单位未收到依申请公开的有关信息。", {}, (PERSON,)),
    ("收到公民和法人及其他组织信息公开申请共3件。", {PERSON: 3, GRANTED: 3}, (PERSON,)),
    ("云溪县综合行政执法局共办结申请3件。", {PERSON: 3, GRANTED: 3}, (GRANTED,)),
    ("集中统一公开现行规范性文件8件。", {IN_FORCE: 8}, (IN_FORCE,)),
    ("收到申请6件，余下2件推至2025年答复。", {PERSON: 6, GRANTED: 4, CARRIED_OUT: 2}, (CARRIED_OUT,)),
    ("收到申请6件。剩余2件转2025年办理。", {PERSON: 6, GRANTED: 4, CARRIED_OUT: 2}, (CARRIED_OUT,)),
]


@pytest.mark.parametrize(("text", "cells", "changed"), SENTENCES)
def test_what_is_told_agrees_or_is_found_out(text: str, cells: Cells, changed: tuple[str, ...]):
    assert_told(text, cells, changed)


@pytest.mark.parametrize(
    "text",
    [
        # What is published of its own accord is no answer, whatever stood before.
        "确保信息在20个工作日内予以公开，2024年主动公开的政府信息数量77件。",
        "收到申请42件，驳回8件。",
        "收到申请42件，其中2件办理结果为主动公开。",
        "现行规范性文件公开3次。编印《公报》6期，发布文件77件。",
        "公开目录3类；办公地址、负责人姓名发布77条。",
        # Some were answered, nobody knows how many.
        "收到申请42件。针对征地类申请，已依法答复。",
        "收到申请42件。其中涉及林地等信息，已按期答复。",
        "收到申请42件。行政复议案件已办结。",
        "未收取政府信息公开申请费用。",
        "没有针对依申请公开、主动公开引发的行政复议。",
        "办结申请37件，其中按期答复30件。",
        # What came of those asked one way.
        "收到申请42件，其中线上40件，线下2件（均已答复）。",
        "收到申请42件，其中现场申请30件，已全部办结；信函申请12件，尚有未答复的。",
    ],
)
def test_what_is_none_of_the_tables_is_left_alone(text: str):
    assert not found(text, **{PERSON: 42, CARRIED_OUT: 5, GRANTED: 37})


@pytest.mark.parametrize(
    "text",
    [
        "细化《答复文书示范文本》，开展业务培训。",
        "全县编印申请表填写说明，方便群众。",
        "学习《年度报告填报说明》。",
        "统一使用答复示范文本。",
    ],
)
def test_a_specimen_is_work_not_words_of_the_blank_form(text: str):
    assert "text.guidance" not in codes(text)


@pytest.mark.parametrize(
    "text", ["参照范文撰写。", "规范公开（此处填写公开情况）。", "《条例》实施，填写说明：如实填写。"]
)
def test_words_of_the_blank_form_beside_such_work(text: str):
    assert "text.guidance" in codes(text)


@pytest.mark.parametrize(
    "text", ["剩余3件转2025年办理。", "另有3件顺延至2025年。", "未办完的3件，转到二〇二五年。"]
)
def test_what_is_put_off_names_the_next_year(text: str):
    assert "text.stale_year" not in codes(text)


def test_the_next_year_alone_explains_nothing():
    assert "text.stale_year" in codes("全局转变作风，2025年公开工作成效明显。")
