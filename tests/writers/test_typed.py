"""Any text comes out as it was typed, in Word, in HTML and in Excel."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from openpyxl import load_workbook

from reportdesk.errors import FileError
from reportdesk.form.loader import load_edition
from reportdesk.form.model import INTRO
from reportdesk.report.model import Report
from reportdesk.writers import render
from tests.examples import examples
from tests.writers.paper import word_paragraphs

FORM = load_edition("2021")

HOSTILE = [
    *("{{7*7}}", "{% for a in b %}", "%}", "{#", "#}", "{{", "}}", "{_{ x }_}", "{_% x %_}", "{%p if %}"),
    *("<w:p>", "</w:t></w:r>", "A & B", "&amp;", "&#123;", "<script>", "]]>", "<!--", '"', "'", "‘“”’"),
    *("\t", " ", "  ", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u2028", "\u0085", "\r"),
    *(
        "😀",
        "𠮷",
        "\U00020000",
        "é",
        "e\u0301",
        "\u202e",
        "=1+1",
        "+1",
        "@x",
        "（一）",
        "(二)",
        "。",
        "：",
        "1",
    ),
]

typed = st.lists(
    st.one_of(
        st.sampled_from(HOSTILE),
        st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=6),
    ),
    max_size=8,
).map("".join)
texts = st.lists(typed, min_size=1, max_size=4).map("\n".join).filter(bool)


def report_of(text: str) -> Report:
    return Report(FORM, organ="云溪县档案局", year=2023, texts={"overview": text})


def between(found: list[str], first: str, last: str) -> list[str]:
    return found[found.index(first) + 1 : len(found) - 1 - found[::-1].index(last)]


@given(texts)
@examples(200)
@example("\n".join(HOSTILE))
@example("\n\n一段\n\n")
@example("字" * 5000)
def test_word_says_what_was_typed(text: str) -> None:
    found = word_paragraphs(render(report_of(text), ".docx"))
    heads = FORM.sections[0].heading, FORM.sections[1].heading
    assert between(found, *heads) == text.split("\n")


@given(texts)
@examples(100)
@example("\n".join(HOSTILE))
@example("字" * 5000)
def test_html_says_what_was_typed(text: str) -> None:
    page = html.document_fromstring(render(report_of(text), ".html").decode())
    body = [node for node in page.find(".//main") if node.tag in {"h2", "h3", "p"}]
    found = [node.text_content() for node in body]
    assert between(found, FORM.sections[0].heading, FORM.sections[1].heading) == text.split("\n")


@given(texts)
@examples(60)
@example("\n".join(HOSTILE))
@example("字" * 40_000)
def test_excel_says_what_was_typed(text: str) -> None:
    sheet = load_workbook(BytesIO(render(report_of(text), ".xlsx")))["文字"]
    heading = FORM.sections[0].heading
    paragraphs: list[str] = []
    for label, content in sheet.iter_rows(min_row=2, max_col=2):
        assert content.data_type != "f"
        said = str(content.value or "").replace("_x000D_", "\r")
        if label.value == heading:
            paragraphs.append(said)
        elif label.value is None:
            paragraphs[-1] += said
    assert paragraphs == text.split("\n")


def test_what_looks_like_an_escape_of_excel_stays() -> None:
    data = render(report_of("见_x0041_号"), ".xlsx")
    assert load_workbook(BytesIO(data))["文字"]["B9"].value == "见_x005F_x0041_号"


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_every_field_comes_out_as_typed(suffix: str) -> None:
    organ = "云溪县{{7*7}}<w:p>A & B局"
    report = replace(report_of(""), organ=organ, signature_date="二〇二四年%}", texts={INTRO: "引言{#"})
    data = render(report, suffix)
    if suffix == ".docx":
        found = word_paragraphs(data)
        assert found[:3] == [organ, "2023年政府信息公开工作年度报告", "引言{#"]
        assert found[-2:] == [organ, "二〇二四年%}"]
    elif suffix == ".html":
        page = html.document_fromstring(data.decode())
        assert page.findtext(".//title") == page.findtext(".//h1") == report.printed_title
        assert [node.text for node in page.findall(".//footer/p")] == [organ, "二〇二四年%}"]
    else:
        rows = load_workbook(BytesIO(data))["文字"].iter_rows(values_only=True)
        assert {label: said for label, said, *_ in rows}["单位名称"] == organ


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_a_control_character_is_refused_by_name_and_never_dropped(suffix: str, bad: str) -> None:
    with pytest.raises(FileError, match=f"一、总体情况：第 3 个字.*U\\+{ord(bad):04X}"):
        render(report_of(f"甲乙{bad}丙"), suffix)


def test_a_text_beyond_what_word_holds_is_refused() -> None:
    with pytest.raises(FileError, match="一、总体情况：文字超过 1000000 个字"):
        render(report_of("字" * 1_000_001), ".docx")


def test_a_million_characters_come_out_whole() -> None:
    found = word_paragraphs(render(report_of("{&" * 500_000), ".docx"))
    assert "{&" * 500_000 in found
