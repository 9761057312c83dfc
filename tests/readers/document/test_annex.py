"""Our own pictures and fingerprint are not the report's words, whatever a program made of a file."""

from pathlib import Path

import pytest

from reportdesk.readers import read_report
from reportdesk.readers.document.annex import without_charts
from reportdesk.readers.document.clutter import is_page_number
from reportdesk.readers.found.blocks import Block, FoundCell, FoundParagraph, FoundTable
from reportdesk.writers.charts.pictures import pictures_of
from reportdesk.writers.word.charts import DrawnCard
from reportdesk.writers.word.writer import WordWriter
from tests.checks.reports import correct_report
from tests.writers.test_layouts import PNG


def table(*heads: str) -> FoundTable:
    rows = (heads, ("甲", "1 件", "2 件"))
    return FoundTable(tuple(tuple(FoundCell((FoundParagraph(text),)) for text in row) for row in rows))


def words(*texts: str) -> list[Block]:
    return [FoundParagraph(text) for text in texts]


FIGURES = table("项目", "本年", "上年")


@pytest.mark.parametrize("heading", ["图解", " 图 解", "图解图解图解图解"])
def test_pictures_behind_the_report_are_left_off(heading: str) -> None:
    report = words("六、其他", "没有。", "2025年1月8日")
    behind = [*words(heading, "", ""), FIGURES, *words(""), FIGURES]
    assert list(without_charts([*report, *behind])) == report


@pytest.mark.parametrize(
    "blocks",
    [
        words("六、其他", "图解"),
        [*words("图解"), table("项目", "数量", "备注")],
        [*words("图解"), FIGURES, *words("2025年1月8日")],
        [*words("图解如下。"), FIGURES],
        [FIGURES],
        [],
    ],
    ids=["a heading alone", "another table", "words behind", "a sentence", "no heading", "nothing"],
)
def test_what_is_not_ours_stays(blocks: list[Block]) -> None:
    assert list(without_charts(blocks)) == blocks


def test_our_own_pictures_are_not_told_of_as_unread(tmp_path: Path) -> None:
    report = correct_report()
    cards = tuple(DrawnCard(card, PNG) for card in pictures_of(report).cards)
    path = tmp_path / "年报.docx"
    path.write_bytes(WordWriter("nothing", charts=cards).render(report))
    assert [note.message for note in read_report(path).notes if "图片" in note.message] == []


@pytest.mark.parametrize("line", ["— 2 —　指纹 ER6FUFFQ", "指纹ER6FUFFQ —3—", "指纹 ER6FUFFQ", "— 4 —"])
def test_a_footer_with_a_fingerprint_is_a_footer(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize("line", ["指纹采集 12 件", "指纹 ER6FUFFQ 见页脚", "指纹", "没有指纹"])
def test_other_words_about_fingerprints_stay(line: str) -> None:
    assert not is_page_number(line)
