"""section.subheads: five sub-headings, however they are numbered, worded or set."""

import re
from dataclasses import replace

import pytest

from reportdesk.checks.finding import Finding
from tests.checks.reports import OVERVIEW, check_for, correct_report, with_text

NAMES = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
BODY = "全年开展了工作，完成了任务。"


def find(text: str) -> tuple[Finding, ...]:
    report = replace(with_text(correct_report(), "overview", text), level="department")
    return check_for(report, "section.subheads")


def written(style: str, names: tuple[str, ...] = NAMES, body: str = f"\n{BODY}\n") -> str:
    numerals, digits = "一二三四五", "12345"
    return "云溪市开展了如下工作。\n" + "".join(
        style.format(n=n, d=d, name=name) + body for n, d, name in zip(numerals, digits, names, strict=False)
    )


@pytest.mark.parametrize(
    "style",
    [
        "（{n}）{name}",
        "({n}){name}",
        "（{n})  {name}。",
        "\u3000\u3000（{n}）{name}情况",
        "（{n}）、{name}方面：",
        "{n}是{name}。",
        "{n}、{name}",
        "{d}.{name}",
        "{d}．{name}工作情况",
        "（{d}）{name}",
        "[bookmark: _GoBack]（{n}）{name}",
        "{name}",
        "{name}情况：",
        "（{n}）加强{name}工作",
    ],
)
def test_any_common_way_to_set_them_is_understood(style: str) -> None:
    assert find(written(style)) == ()


def test_they_may_run_on_in_one_paragraph() -> None:
    assert find(written("（{n}）{name}。", body=BODY)) == ()
    assert find(written("{n}是{name}：", body=BODY.replace("。", "；"))) == ()
    assert find(written("（{n}）{name}", body=BODY)) == ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("政府信息公开平台建设", "政府公开平台建设"),
        ("政府信息公开平台建设", "平台建设"),
        ("政府信息公开平台建设", "政务信息公开平台的建设"),
        ("政府信息公开平台建设", "信息公开平台管理情况"),
        ("政府信息管理", "政府信息公开管理"),
        ("政府信息管理", "政务信息管理情况"),
        ("依申请公开", "依申请公开政府信息办理"),
        ("依申请公开", "依 申请公开"),
        ("主动公开", "主动公开政府信息"),
        ("监督保障", "监督保障及教育培训"),
        ("监督保障", "监督和保障"),
    ],
)
def test_other_wordings_met_in_reports_are_understood(name: str, other: str) -> None:
    names = tuple(other if name == original else original for original in NAMES)
    assert find(written("（{n}）{name}", names)) == ()


@pytest.mark.parametrize("name", NAMES)
def test_one_that_is_missing_is_named(name: str) -> None:
    names = tuple(other for other in NAMES if other != name)
    (finding,) = find(written("（{n}）{name}", names))
    assert finding.message == f"“一、总体情况”的小标题：缺“{name}”"


def test_a_list_inside_a_part_is_no_sub_heading() -> None:
    text = written("（{n}）{name}", NAMES[:4]) + "一是主动公开更多信息。五是加强监督保障。"
    (finding,) = find(text)
    assert "缺“监督保障”" in finding.message


def test_words_without_any_sub_heading_lack_all_five() -> None:
    (finding,) = find("全年主动公开信息若干条，依申请公开两件，加强了监督保障。")
    assert finding.message.endswith("缺" + "、".join(f"“{name}”" for name in NAMES))


def test_one_out_of_order_is_shown_where_it_stands() -> None:
    text = written("（{n}）{name}", (NAMES[1], NAMES[0], *NAMES[2:]))
    (finding,) = find(text)
    assert finding.message == "“一、总体情况”的小标题：“主动公开”应在“依申请公开”前面"
    assert finding.span is not None
    assert text[slice(*finding.span)] == "（二）主动公开"


@pytest.mark.parametrize(
    "heading", ["（三）政府信息管理", "（三）政府信息管理情况。", "（三）政府信息管理工作方面："]
)
def test_one_without_words_is_shown_where_it_stands(heading: str) -> None:
    text = re.sub("（三）政府信息管理\n[^\n]*", heading, OVERVIEW)
    (finding,) = find(text)
    assert finding.message == "“一、总体情况”的小标题：“政府信息管理”下面没有文字"
    assert finding.span is not None
    assert text[slice(*finding.span)] == "（三）政府信息管理"


def test_the_last_one_can_be_empty_too() -> None:
    (finding,) = find(OVERVIEW[: OVERVIEW.index("监督保障") + 4])
    assert "“监督保障”下面没有文字" in finding.message


def test_no_word_is_a_word() -> None:
    assert find(written("（{n}）{name}", body="\n无。\n")) == ()


def test_a_long_and_hostile_text_is_looked_through() -> None:
    assert find(OVERVIEW + "\n" + "（（（一）{name}%s" * 500) == ()
    assert len(find("（一" * 2500)) == 1
