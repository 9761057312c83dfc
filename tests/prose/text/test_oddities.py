"""Slips that only their writer can mend, and those that look like them."""

import pytest

from reportdesk.prose.sentences.tidying import mended, slips_in
from reportdesk.prose.text.oddities import oddities_in
from tests.prose.judged import found


def reasons(text: str) -> list[str]:
    return [one.reason for one in oddities_in(text)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("编制《公开指南，方便查询。", "《"),
        ("坚持“应公开尽公开，不断完善。", "“"),
        ("收到申请3件（其中网络2件，均已答复。", "（"),
        ("按照“先审查后公开的原则”，逐件审查》。", "》"),
    ],
)
def test_a_mark_without_its_partner_is_found(text: str, mark: str):
    (odd,) = oddities_in(text)
    assert text[odd.start : odd.end] == mark
    assert mark in odd.reason


@pytest.mark.parametrize(
    "text",
    [
        "编制《公开指南（2024年版）》，坚持“应公开尽公开（含‘五公开’）”。",
        "1）主动公开。2）依申请公开。（一）平台建设",
        "收到申请3件(其中网络2件），均已答复。",
    ],
)
def test_pairs_and_numbered_items_are_left_alone(text: str):
    assert not oddities_in(text)


def test_a_number_left_out_of_a_row_is_found():
    assert reasons("一是学习不够；三是人手不足。") == ["“三是”前面没有“二是”"]
    assert not reasons("一是学习不够；二是人手不足。\n三是平台不强。\n下一步，一是加强学习，二是充实人手。")
    assert reasons("第一，学习不够。第三，人手不足。") == ["“第三”前面没有“第二”"]
    assert not reasons("一是学习不够。第一，加强学习。二是人手不足。第二，充实人手。第三季度完成。")
    assert not reasons("公开工作统一是前提，第一是公开，唯一是例外。")


def test_a_paragraph_that_stands_twice_is_found():
    paragraph = "加强组织领导，健全工作机制，把政府信息公开纳入年度考核。"
    assert reasons(f"{paragraph}\n其他。\n {paragraph}") == ["这一段与前面的一段完全相同"]
    assert not reasons("无。\n无。")


@pytest.mark.parametrize(
    "text",
    [
        "政府信息发布数量为条，均已公开。",
        "全年公开信息条，解读2篇。",
        "召开会议（ ）次。",
        "20233年，本机关主动公开信息12条。",
        "22年，我局主动公开信息12条。",
        "详见错误！未找到引用源。",
        "公开信息约条，解读2篇。",
        "202年，我局公开信息12条。",
        "2023年年，我局公开信息12条。",
        "2O23年，我局公开信息12条。",
        "截至2023年12月31曰，公开信息12条。",
        "答复率为%，满意率达100%。",
        "召开新闻发布会场次，参加3人。",
        "公开政策文件类条，其他类2条。",
        "全年共收到政府信息公开申请件，均已答复。",
        "{{机关名称}}公开信息12条。",
    ],
)
def test_a_number_that_is_missing_or_odd_is_found(text: str):
    assert "text.missing_number" in {one.code for one in found(text, year=2023)}


@pytest.mark.parametrize(
    "text",
    [
        "依申请公开申请件，均已答复。截至年底，共公开信息12条。",
        "逐条审核信息条目，成立20年，2023年，公开文件3件。",
        "文件数量3件，会议次数2次，培训期间发放资料。",
        "2023年年报、2023年年初、2023年年底均已公布，近200年的档案已整理，共收到五份申请件。",
        "三类条件、各类条目，发布会场布置，占比为12%，其中8件为％以下。",
    ],
)
def test_words_that_look_like_it_are_left_alone(text: str):
    assert "text.missing_number" not in {one.code for one in found(text, year=2023)}


def test_what_a_word_processor_left_is_taken_out_by_tidying():
    text = "公开信息12条[bookmark: _GoBack]，解读2篇。"
    assert mended(text, slips_in(text)) == "公开信息12条，解读2篇。"
    assert "残留的标记" in found(text)[0].message
    field = "公开信息12条。{ PAGE \\* MERGEFORMAT }"
    assert mended(field, slips_in(field)) == "公开信息12条。"


def test_radicals_are_read_as_characters_and_tidied():
    text = "全年收到政府信息公开申请⼗⼆件，均已答复。"
    assert "text.none_received" in {one.code for one in found(text)}
    assert mended(text, slips_in(text)) == "全年收到政府信息公开申请十二件，均已答复。"


def test_slips_are_told_where_they_stand():
    (finding,) = found("一是学习不够；三是人手不足。")
    assert (finding.code, finding.quote) == ("text.punctuation", "三是")
    assert "二是" in finding.message
