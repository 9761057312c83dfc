"""Lines as a page prints them become paragraphs again, and paragraphs stay what they are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reportdesk.readers.document.wrapped import page_width, unwrapped
from tests.readers.paper import OVERVIEW

PARAGRAPHS = (
    "2023年，我局坚持以人民为中心，围绕全县重点工作，加强组织领导，完善公开制度，及时公开群众关心的信息，主动接受"
    "社会各界监督，较好完成了全年各项任务，群众满意程度进一步提高。",
    "（一）主动公开情况。全年通过县政府门户网站公开信息385条，其中工作动态210条，政策文件25件，机构和财务信息150条，"
    "内容涵盖档案征集、保管、利用和监督指导等各个方面，查询便利程度明显提升。",
    "（二）依申请公开情况。全年收到申请6件，均在法定期限内答复，没有因政府信息公开引起的行政复议和行政诉讼案件，"
    "申请人对答复的内容和方式均表示认可，没有收取信息处理费用。",
    "（三）政府信息管理情况。严格执行先审查后公开的制度，逐条登记、逐级审核，全年没有发生泄密事件，公开属性认定工作"
    "进一步规范，已公开信息定期清理，失效的文件及时标注。",
)
WIDTH = 28


def printed(paragraph: str, *, indent: str = "") -> list[str]:
    """A paragraph in lines of a page, the first one shorter by its indent."""
    first = WIDTH - 2
    starts = [0, *range(first, len(paragraph), WIDTH), len(paragraph)]
    lines = [paragraph[start:end] for start, end in pairwise(starts)]
    return [f"{indent}{lines[0]}", *lines[1:]]


@pytest.mark.parametrize("indent", ["", "　　"])
def test_printed_lines_are_joined(indent: str) -> None:
    lines = [line for paragraph in PARAGRAPHS for line in printed(paragraph, indent=indent)]
    width = page_width(lines)
    assert width
    assert list(unwrapped(lines, width)) == list(PARAGRAPHS)


def test_a_line_in_pieces_is_one_line() -> None:
    lines = [line for paragraph in PARAGRAPHS for line in printed(paragraph)]
    pieces = [piece for line in lines for piece in (line[:9], line[9:]) if piece]
    assert list(unwrapped(pieces, page_width(lines))) == list(PARAGRAPHS)


def test_a_heading_on_a_line_of_its_own_stays_one() -> None:
    lines = ["（一）主动公开", *printed(PARAGRAPHS[0]), "（二）依申请公开", *printed(PARAGRAPHS[2][5:])]
    assert list(unwrapped(lines, 2 * WIDTH)) == [
        "（一）主动公开",
        PARAGRAPHS[0],
        "（二）依申请公开",
        PARAGRAPHS[2][5:],
    ]


@pytest.mark.parametrize("paragraphs", [OVERVIEW, PARAGRAPHS, PARAGRAPHS * 4, OVERVIEW * 3])
def test_paragraphs_are_no_printed_lines(paragraphs: tuple[str, ...]) -> None:
    assert page_width(paragraphs) == 0
