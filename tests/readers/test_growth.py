"""Twice as much of anything is read with no more than twice the work; what is beyond a report is refused."""

from contextlib import suppress
from pathlib import Path

import pytest

from reportdesk.errors import FileError
from reportdesk.readers import read_source
from reportdesk.readers.found.blocks import FoundParagraph
from reportdesk.readers.found.limits import MOST_LINES, refuse_many_blocks
from reportdesk.readers.page.source import source_text
from reportdesk.readers.protocol import Source
from tests.faults.bombs import sheet, workbook
from tests.work import turns_of, work_of

TITLE = "云溪县档案局2024年政府信息公开工作年度报告\n"
#: Words that made a reader slow, or could: each is repeated to fill a text.
WORDS = [
    "规章   ",
    "规章 1 2 3\n",
    "\t" * 60 + "\n",
    "\t规章\n",
    "\t1\n\n",
    "|1|2|\n",
    "|--|--|\n",
    "# ",
    " \n",
]
WORDS += ["2024年", "二、主动公开政府信息情况\n", "第1页\n", "附件1：\n", "（一）", "云溪县档案局\n"]


def read(name: str, data: bytes) -> str:
    """What is said where it is refused."""
    try:
        read_source(Source(Path(name), data))
    except FileError as error:
        return error.what
    return ""


@pytest.mark.parametrize("words", WORDS)
def test_twice_the_text_is_no_more_than_twice_the_work(words: str) -> None:
    def work(length: int) -> int:
        data = (TITLE + "一、总体情况\n" + words * (length // len(words))).encode()
        return turns_of(lambda: read("年报.txt", data))

    work(100)  # What is loaded and remembered once is no work of these words.
    little = work(2_000)
    assert work(4_000) <= 2.2 * little + 500


@pytest.mark.parametrize("words", ["规章 ", "|"])
def test_a_line_of_endless_words_is_no_table(words: str) -> None:
    data = (TITLE + words * 20_000).encode()
    assert turns_of(lambda: read("年报.txt", data)) < 100_000


def test_a_table_of_nothing_but_rules_holds_nothing() -> None:
    assert "没有政府信息公开工作年度报告" in read("年报.txt", (TITLE + "|--|--|\n" * 9).encode())


def test_lines_without_end_in_one_paragraph_are_refused() -> None:
    with pytest.raises(FileError, match="行"):
        refuse_many_blocks([FoundParagraph("字\n" * (MOST_LINES + 1))], "年报.html")


def test_a_number_that_no_spreadsheet_holds_is_not_written_out() -> None:
    cells = '<c r="A1"><v>1e9999999</v></c><c r="B1"><v>1e-9999999</v></c>'
    book = workbook(sheet(f'<sheetData><row r="1">{cells}</row></sheetData>'))
    assert "万字" not in read("年报.xlsx", book)


def test_a_header_of_a_packed_page_that_has_no_end_is_refused() -> None:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related"
    for header in (b";" * 20_000, b";\n a=b" * 4_000, b'; boundary="' + b'\\"' * 10_000):
        with pytest.raises(FileError, match="说明太长"):
            source_text(Source(Path("年报.mht"), head + header + b"\n\n"))
    with suppress(FileError):
        source_text(Source(Path("年报.mht"), head + b'; boundary="b"\n\n' + b"A" * 20_000))


def test_what_stands_behind_a_blank_line_in_a_table_begins_a_row() -> None:
    table = "\t本年新收\n\t5\n\n行政许可\n\t7\n\t8\n"
    assert "没有政府信息公开工作年度报告" in read("年报.txt", table.encode())


def test_a_title_is_looked_for_near_the_first_heading_only() -> None:
    """Each costs as much as a page: a file of nothing else took eleven seconds."""
    title = TITLE * 500
    work_of(lambda: read("年报.txt", (title + "一、总体情况\n").encode()))
    little = work_of(lambda: read("年报.txt", (title + "一、总体情况\n").encode()))
    much = work_of(lambda: read("年报.txt", (title * 4 + "一、总体情况\n").encode()))
    assert much < 1.6 * little
