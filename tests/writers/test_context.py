"""What a template sees: sub-headings found in the text, titles on one line or two, dates as printed."""

import pytest

from reportdesk.form.model import Form
from reportdesk.report.dates import day_in_words
from reportdesk.report.model import Report
from reportdesk.writers.context import split_lead, title_lines


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("（一）主动公开", "（一）主动公开"),
        ("(一)主动公开", "(一)主动公开"),
        ("（二）依申请公开  ", "（二）依申请公开  "),
        ("　　（十一）其他", "　　（十一）其他"),
        ("（三）政府信息管理。严格落实。", "（三）政府信息管理。"),
        ("（三）政府信息管理：严格落实。", "（三）政府信息管理："),
        ("（四）平台建设。", "（四）平台建设。"),
        ("（五）队伍不强，部分信息更新不及时。下一步加强。", "（五）队伍不强，部分信息更新不及时。"),
    ],
)
def test_a_sub_heading(text: str, lead: str) -> None:
    found = split_lead(text)
    assert found.lead == lead
    assert found.text == text
    assert found.is_subhead == (lead == text)


@pytest.mark.parametrize(
    "text",
    [
        "2023年，我局主动公开信息385条。",
        "（1）主动公开",
        "一、总体情况",
        "（一",
        "（一）" + "长" * 40 + "。后面",
        "（一）新收申请3件；结转1件。",
        "",
    ],
)
def test_no_sub_heading(text: str) -> None:
    assert split_lead(text).lead == ""
    assert split_lead(text).text == text


@pytest.mark.parametrize(
    ("organ", "title", "lines"),
    [
        ("云溪县档案局", "", ("云溪县档案局", "2023年政府信息公开工作年度报告")),
        ("云溪县档案局", "云溪县档案局2023年报告", ("云溪县档案局2023年报告",)),
        (
            "云溪县档案局",
            "关于2023年度政府信息公开工作情况的年度报告",
            ("关于2023年度政府信息公开工作情况的年度报告",),
        ),
        ("", "", ("2023年政府信息公开工作年度报告",)),
        ("云溪县档案局", "云溪县\n档案局2023年报告", ("云溪县 档案局2023年报告",)),
    ],
)
def test_title_lines(form: Form, organ: str, title: str, lines: tuple[str, ...]) -> None:
    assert title_lines(Report(form, organ=organ, year=2023, title=title)) == lines


@pytest.mark.parametrize(
    ("given", "printed"),
    [("2024-01-08", "2024年1月8日"), ("", ""), ("2024年1月", "2024年1月"), ("20240108", "2024年1月8日")],
)
def test_dates(given: str, printed: str) -> None:
    assert day_in_words(given) == printed
