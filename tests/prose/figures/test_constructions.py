"""Ways of telling figures that reach beyond the words beside a number: each agrees, and each is found out."""

from decimal import Decimal

import pytest

from reportdesk.form.formula import Number
from tests.prose.figures.test_figures_in_words import found

PERSON = "requests__received__natural_person"
BUSINESS = "requests__received__business"
CARRIED_IN = "requests__carried_in__natural_person"
CARRIED_OUT = "requests__carried_out__natural_person"
GRANTED = "requests__granted__natural_person"
PARTIAL = "requests__partially_granted__natural_person"
NOT_HELD = "requests__unavailable_not_held__natural_person"
UNCLEAR = "requests__unavailable_still_unclear__natural_person"
INQUIRY = "requests__denied_administrative_inquiry__natural_person"
SECURITY = "requests__denied_security_stability__natural_person"
MISC = "requests__other_misc__natural_person"
UPHELD = "disputes__reconsideration__upheld"
PENDING = "disputes__reconsideration__pending"
LITIGATION = "disputes__direct_litigation__upheld"
CORRECTED = "disputes__direct_litigation__corrected"
ISSUED = "disclosure__normative_documents__issued"
REPEALED = "disclosure__normative_documents__repealed"
IN_FORCE = "disclosure__normative_documents__in_force"
RULES_ISSUED = "disclosure__rules__issued"
LICENSING = "disclosure__licensing__decisions"
PENALTIES = "disclosure__penalties__decisions"
COMPULSION = "disclosure__compulsion__decisions"
FEES = "disclosure__fees__amount"

Cells = dict[str, Number]


def assert_told(text: str, cells: Cells, changed: tuple[str, ...]) -> None:
    """A text agrees with its figures, and is found out where one of those named is one more."""
    assert not found(text, **cells)
    for key in changed:
        assert found(text, **(cells | {key: cells.get(key, 0) + 1})), key


#: A text, the figures with which it agrees, and those of which one more is found out.
SENTENCES: list[tuple[str, Cells, tuple[str, ...]]] = [
    # One number for both sides of the table.
    ("本镇收到并办理信息公开申请4件。", {PERSON: 4, GRANTED: 4}, (PERSON, GRANTED)),
    ("本镇未收到和处理信息公开申请。", {}, (PERSON, GRANTED)),
    # What was done, said of the whole without a number, in whatever words.
    ("收到申请3件，并已按程序完成回告。", {PERSON: 3, GRANTED: 3}, (GRANTED,)),
    ("收到申请6件，按照《条例》第三十三条规定进行规范答复。", {PERSON: 6, GRANTED: 6}, (GRANTED,)),
    ("收到申请8件。申请人都很关心征地。上述申请已全部答复到位。", {PERSON: 8, GRANTED: 8}, (PERSON,)),
    ("收到申请1件，因本机关不掌握相关信息无法提供。", {PERSON: 1, NOT_HELD: 1}, (NOT_HELD,)),
    (
        "收到申请9件，不予公开5件（均属于行政查询事项），予以公开4件。",
        {PERSON: 9, INQUIRY: 5, GRANTED: 4},
        (INQUIRY,),
    ),
    (
        "除3件结转下年度外，其余均已答复，全年收到申请20件。",
        {PERSON: 20, CARRIED_OUT: 3, GRANTED: 17},
        (CARRIED_OUT,),
    ),
    ("全年受理申请20件，除3件结转下年度外都已答复。", {PERSON: 20, CARRIED_OUT: 3, GRANTED: 17}, (GRANTED,)),
    ("收到申请5件，申请内容主要涉及规范性文件目录，全部按期答复。", {PERSON: 5, GRANTED: 5}, (GRANTED,)),
    # A whole is what its parts and its neighbours let it be.
    ("共收到申请41件（含上年结转3件）。", {PERSON: 38, CARRIED_IN: 3, GRANTED: 41}, (PERSON, CARRIED_IN)),
    ("共收到申请41件，上年结转3件。", {PERSON: 41, CARRIED_IN: 3, GRANTED: 44}, (PERSON, CARRIED_IN)),
    (
        "收到申请8件，其中自然人6件、商业企业2件，上年结转1件。",
        {PERSON: 6, BUSINESS: 2, CARRIED_IN: 1, GRANTED: 9},
        (PERSON, BUSINESS, CARRIED_IN),
    ),
    (
        "收到申请8件，其中自然人6件，上年结转2件。",
        {PERSON: 6, CARRIED_IN: 2, GRANTED: 8},
        (PERSON, CARRIED_IN),
    ),
    ("办理申请30件（含上年结转2件），予以公开30件。", {PERSON: 28, CARRIED_IN: 2, GRANTED: 30}, (GRANTED,)),
    ("收到申请41件（含补正），予以公开41件，均已答复。", {PERSON: 41, GRANTED: 41}, (PERSON, GRANTED)),
    ("主动公开和部分公开合计5件，收到申请5件。", {PERSON: 5, GRANTED: 3, PARTIAL: 2}, (GRANTED, PARTIAL)),
    ("过去一年，我局收到申请7件。", {PERSON: 7, GRANTED: 7}, (PERSON,)),
    # Sums told after their parts.
    ("当面申请4件、信函申请11件、网络申请26件，合计41件。", {PERSON: 41, GRANTED: 41}, (PERSON,)),
    ("新收申请9件，上年结转2件，共11件。", {PERSON: 9, CARRIED_IN: 2, GRANTED: 11}, (PERSON, CARRIED_IN)),
    ("作出行政处罚，其中简易程序14件、普通程序3件，共计17件。", {PENALTIES: 17}, (PENALTIES,)),
    # The odd number of a list is told by what the others leave.
    (
        "收到申请12件，其中予以公开6件，部分公开2件，便民提供4件。",
        {PERSON: 12, GRANTED: 6, PARTIAL: 2, UNCLEAR: 4},
        (UNCLEAR,),
    ),
    # Headings reach past a comparison, and from one year to the next.
    ("申请总量与上年持平，仍为9件。", {PERSON: 9, GRANTED: 9}, (PERSON,)),
    ("去年收到申请29件，今年回落到17件。", {PERSON: 17, GRANTED: 17}, (PERSON,)),
    ("今年只有3件申请，均予以公开。", {PERSON: 3, GRANTED: 3}, (PERSON, GRANTED)),
    ("上年存量申请2件全部办结。", {CARRIED_IN: 2, GRANTED: 2}, (CARRIED_IN,)),
    ("全年收到申请 1 2 6 件。", {PERSON: 126, GRANTED: 126}, (PERSON,)),
    ("2024全年收到申请6办结5，结转下年1件。", {PERSON: 6, GRANTED: 5, CARRIED_OUT: 1}, (PERSON, GRANTED)),
    ("总量居全省第3位，新收申请52件。", {PERSON: 52, GRANTED: 52}, (PERSON,)),
    ("县行政审批局新收申请5件。", {PERSON: 5, GRANTED: 5}, (PERSON,)),
    ("云溪县人民政府收到申请5件。", {PERSON: 5, GRANTED: 5}, (PERSON,)),
    ("无危及“三安全一稳定”情形。", {}, (SECURITY,)),
    ("收到涉及征地拆迁、物业管理等领域的信息公开申请共15件次。", {PERSON: 15, GRANTED: 15}, (PERSON,)),
    (
        "2023年结转至2024年2件，2024年受理6件，结转下年度1件。",
        {CARRIED_IN: 2, PERSON: 6, CARRIED_OUT: 1, GRANTED: 7},
        (PERSON,),
    ),
    # Disputes.
    ("因信息公开引发行政争议3件，其中行政复议1件。", {UPHELD: 1, LITIGATION: 2}, (UPHELD, LITIGATION)),
    ("因信息公开被申请行政复议3件，其中1件正在办理。", {UPHELD: 2, PENDING: 1}, (PENDING,)),
    ("无因信息公开产生行政复议，提起行政诉讼情况发生。", {}, (UPHELD, LITIGATION)),
    ("因信息公开被起诉1件，法院确认我局答复违法1件。", {CORRECTED: 1}, (CORRECTED,)),
    # Table 二.
    (
        "规章（新制定5件，废止4件），规范性文件现有9件。",
        {RULES_ISSUED: 5, "disclosure__rules__repealed": 4, IN_FORCE: 9},
        (IN_FORCE,),
    ),
    (
        "规范性文件立6废2，年底存量88件。",
        {ISSUED: 6, REPEALED: 2, IN_FORCE: 88},
        (ISSUED, REPEALED, IN_FORCE),
    ),
    ("现行有效规范性文件18件，年内新增2件。", {IN_FORCE: 18, ISSUED: 2}, (IN_FORCE, ISSUED)),
    ("行政许可、行政处罚、行政强制决定分别为0宗。", {}, (LICENSING, PENALTIES, COMPULSION)),
    ("收取不动产登记费等行政事业性收费58.72万元。", {FEES: Decimal("58.72")}, (FEES,)),
]


@pytest.mark.parametrize(("text", "cells", "changed"), SENTENCES)
def test_what_is_told_agrees_or_is_found_out(text: str, cells: Cells, changed: tuple[str, ...]):
    assert_told(text, cells, changed)


@pytest.mark.parametrize(
    "text",
    [
        # Half a year's figures, and what follows 其中 in the next sentence.
        "2024年上半年，全区受理申请267件。其中同意公开或部分公开共81件。",
        # What documents were published where is not what was made.
        "机关职能、负责人姓名发布623条；规范性文件栏目更新12次。",
        "全年收到行政许可申请114738件，撤销许可187件，不予许可146件。",
        # All of them but those put off.
        "新收申请42件，结转下年度5件，已全部按期答复。",
        # A list that is closed by what the tables do not know at all says nothing.
        "网站发布动态12条，微信推送5条，合计17条。",
        "申请内容主要涉及征地拆迁12件、规划许可5件。",
        "结转下年度5件，超期答复件 0 件。",
        # What follows 其中 in a sentence of its own is part of what nobody knows.
        "全年制作政府信息130件。其中不予公开112件。",
        "全县受理申请42件，其中，县政府本级受理18件。",
        "市自然资源局收到申请最多，达820件，其余部门较少，各部门共收到申请。",
    ],
)
def test_what_is_none_of_the_tables_is_left_alone(text: str):
    balanced: Cells = {PERSON: 42, CARRIED_OUT: 5, GRANTED: 37}
    assert not [one for one in found(text, **balanced) if one.left not in {42, 5}]
