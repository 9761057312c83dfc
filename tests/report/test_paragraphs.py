"""Which paragraphs are sub-headings."""

import pytest

from reportdesk.report.paragraphs import is_subheading


@pytest.mark.parametrize(
    "paragraph",
    [
        "（一）主动公开",
        "(一)主动公开",
        "（二）依申请公开  ",
        "　　（三）政府信息管理",
        "（十一）监督保障情况。",
    ],
)
def test_a_numbered_name_is_a_subheading(paragraph: str) -> None:
    assert is_subheading(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "（一）",
        "主动公开",
        "1.主动公开",
        "（一）主动公开。全年公开信息 12 条。",
        "（一）" + "长" * 40,
        "第（一）项",
    ],
)
def test_a_sentence_is_no_subheading(paragraph: str) -> None:
    assert not is_subheading(paragraph)
