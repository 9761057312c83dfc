"""Numbers that Word counts by itself, however a file counts."""

import pytest
from lxml import etree

from reportdesk.readers.found.counts import count_of
from reportdesk.readers.office.numbering import Numbering
from tests.work import work_of

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def numbering(start: str, style: str, text: str = "%1、", level: str = "0") -> Numbering:
    numbering = (
        f'<w:numbering xmlns:w="{SPACE}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="{level}">'
        f'<w:start w:val="{start}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    return Numbering.of(etree.fromstring(numbering), f"{{{SPACE}}}")


@pytest.mark.parametrize(
    ("start", "style", "shown"),
    [
        *(("1", "chineseCounting", "一、二、"), ("3", "lowerRoman", "iii、iv、"), ("0", "decimal", "0、1、")),
        *(
            ("9" * 6000, "lowerRoman", "i、ii、"),
            ("9" * 8, "upperRoman", "I、II、"),
            ("-1", "decimal", "1、2、"),
        ),
        ("x", "decimal", "1、2、"),
        ("1993", "upperRoman", "MCMXCIII、MCMXCIV、"),
    ],
)
def test_lists_begin_where_word_would_let_them(start: str, style: str, shown: str) -> None:
    counted = numbering(start, style)
    assert counted.next("1", 0) + counted.next("1", 0) == shown


def test_a_number_costs_no_more_however_it_is_told() -> None:
    counted = numbering("32767", "lowerRoman", "%1" * 100_000)
    assert work_of(lambda: counted.next("1", 0)) < 1_000
    assert len(counted.next("1", 0)) < 1_000
    assert numbering("1", "decimal", level="9" * 6000).next("1", 0) == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("", None), (None, None), ("-1", None), ("1.0", None), ("9" * 5000, None), ("²", None)],
)
def test_counts_of_a_file_are_short_whole_numbers(text: str | None, number: int | None) -> None:
    assert count_of(text) == number
