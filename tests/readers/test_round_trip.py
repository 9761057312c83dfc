"""Written, then read by what shows alone: 200 of 200 cells and every paragraph, whatever stands in them."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.form.loader import load_edition
from reportdesk.form.model import INTRO, Form
from reportdesk.project.format.clean import without_controls
from reportdesk.readers import read_report
from reportdesk.readers.found.blocks import FoundDocument
from reportdesk.readers.found.package import Package
from reportdesk.readers.office.docx import find_in_word
from reportdesk.readers.office.xlsx import find_in_workbook
from reportdesk.readers.page.decoding import decode_text
from reportdesk.readers.page.html import find_in_page
from reportdesk.readers.page.txt import find_in_text
from reportdesk.readers.protocol import Source
from reportdesk.readers.result.assemble import reading_from
from reportdesk.report.model import Report
from reportdesk.report.totals import figures, printed
from reportdesk.writers import render
from reportdesk.writers.protocol import Carries
from tests.examples import large_examples
from tests.figures import some_figures
from tests.readers.paper import Grid, Paper, paper
from tests.readers.printing import to_cells_text

EDITIONS = ["2021", "2019"]
FINDERS: dict[str, Callable[[bytes], FoundDocument]] = {
    ".docx": lambda data: find_in_word(Package(data, "年报.docx")),
    ".html": lambda data: find_in_page(data.decode(), "年报.html"),
    ".xlsx": lambda data: find_in_workbook(Package(data, "年报.xlsx")),
    ".txt": lambda data: find_in_text(decode_text(data), "年报.txt"),
}


def read_visible(suffix: str, data: bytes) -> Report:
    return reading_from(FINDERS[suffix](data), Source(Path(f"年报{suffix}"), data)).report


words = st.text(
    st.one_of(
        st.sampled_from("年报一二、（）{}%<&>\"'= \t\u3000\u200b\u2028\u00a0０5"),
        st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]),
    ),
    max_size=40,
)
paragraphs = st.lists(words, min_size=1, max_size=4).map("\n".join).map(without_controls).filter(bool)


def some_texts(form: Form) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from([INTRO, *(section.key for section in form.sections)]), paragraphs)


def some_totals(form: Form) -> st.SearchStrategy[dict[str, int]]:
    """Printed totals, most of them not the sum."""
    return st.fixed_dictionaries({}, optional={cell.key: st.integers(0, 999) for cell in form.derived})


#: Names that a title must bear though no office would: they are cut off where the form's own words begin.
ORGANS = [
    "云溪县档案局",
    "甲 & ‹乙>局",
    "云溪县 档案局（国家综合档案馆）",
    "，2020年：局",
    "{{ organ }}",
    "局" * 50,
]


def some_report(edition: str) -> st.SearchStrategy[Report]:
    form = load_edition(edition)
    return st.builds(
        Report,
        st.just(form),
        organ=st.sampled_from(ORGANS),
        year=st.sampled_from([form.first_year, 2023]),
        signature_date=st.just("2024-01-08"),
        cells=some_figures(form.entered),
        stated=some_totals(form),
        texts=some_texts(form),
    )


def assert_same(read: Report, report: Report) -> None:
    """Every cell, every paragraph, title and 落款."""
    assert read.form is report.form
    assert printed(read, figures(read)) == printed(report, figures(report))
    assert {key: text for key, text in read.texts.items() if text} == report.texts
    assert (read.printed_title, read.organ, read.year) == (report.printed_title, report.organ, report.year)
    assert (read.printed_signature, read.signature_date) == (report.printed_signature, report.signature_date)


@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx"])
@pytest.mark.parametrize("edition", EDITIONS)
@large_examples(40)
@given(data=st.data())
def test_all_cells_and_paragraphs_come_back(edition: str, suffix: str, data: st.DataObject) -> None:
    report = data.draw(some_report(edition))
    read = read_visible(suffix, render(report, suffix))
    assert_same(read, report)
    assert read.notes == ()


@pytest.mark.parametrize(
    ("suffix", "carries"),
    [
        *((suffix, kind) for suffix in (".docx", ".html", ".xlsx", ".json") for kind in get_args(Carries)),
        (".rdesk", "printed"),
    ],
)
@pytest.mark.parametrize("edition", EDITIONS)
@large_examples(10)
@given(data=st.data())
def test_every_file_that_is_written_opens_again(
    edition: str, suffix: str, carries: Carries, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    report = data.draw(some_report(edition))
    path = tmp_path_factory.mktemp("written") / f"年报{suffix}"
    path.write_bytes(render(report, suffix, carries))
    assert_same(read_report(path), report)


def sentence(text: str) -> str:
    """Words as an office writes them: no white space, and a full stop, so that no line is a heading."""
    return f"本局{''.join(text.split())}。"


#: Cut out of the code itself; hypothesis would try each of a million characters on it.
HANZI = [
    bytes((row, place)).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for place in range(0xA1, 0xFF)
]
office_words = st.text(st.sampled_from([*filter(str.strip, HANZI), *map(chr, range(33, 127))]), max_size=60)
office_texts = st.lists(office_words.map(sentence), min_size=1, max_size=5).map(tuple)


@pytest.mark.parametrize("edition", EDITIONS)
@large_examples(40)
@given(data=st.data())
def test_text_a_cell_a_line_comes_back(edition: str, data: st.DataObject) -> None:
    form = load_edition(edition)
    shown = figures(Report(form, cells=data.draw(some_figures(form.entered))))
    made = paper(edition, shown)
    made.texts = {key: data.draw(office_texts) for key in (INTRO, "overview", "problems", "other")}
    _print_texts(made)
    report = read_visible(".txt", to_cells_text(made, charset="gb18030"))
    assert report.form is form
    assert printed(report, figures(report)) == shown
    assert {key: report.paragraphs(key) for key in report.texts} == made.texts


def _print_texts(made: Paper) -> None:
    """Print the paper's own texts under its headings."""
    headings = {section.heading: section.key for section in made.form.sections}
    blocks = []
    for block in made.blocks:
        if not isinstance(block, Grid) and block[0] == "text":
            continue
        blocks.append(block)
        key = headings.get(block[1], "") if not isinstance(block, Grid) else ""
        blocks += [("text", text) for text in made.texts.get(key, ())]
    title = next(n for n, block in enumerate(blocks) if not isinstance(block, Grid) and block[0] == "heading")
    blocks[title:title] = [("text", text) for text in made.texts[INTRO]]
    made.blocks = blocks
