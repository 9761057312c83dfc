"""Whatever stands in a text, checking it costs no more than its length asks, and gives up with a word."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from reportdesk.checks.check import Check
from reportdesk.checks.engine import Checker
from reportdesk.checks.examined_text import (
    LONGEST_PARAGRAPH_CHARACTERS,
    LONGEST_TEXT_CHARACTERS,
    MOST_PARAGRAPHS,
    examined_part,
    too_far_back,
)
from reportdesk.checks.examined_text import too_long as long_ones
from reportdesk.checks.finding import Finding
from reportdesk.document import Document
from reportdesk.prose.text.remembered import make_room_for
from reportdesk.report.facts import Facts, facts_of
from reportdesk.report.model import LastYear
from tests.checks.reports import FORM, check, correct_report, with_text
from tests.work import work_of

#: Words that made a check slow, or could: each is repeated to fill a text.
WORDS = [
    *(" ", "　", "\n", "年", "，", "。", "（", "《", "“", "0", "的的", "一是", "主动公开"),
    *("2022年", "2022年 ", "《2022年》", "2022年至2023年，", "2022年1月1日至", "（一）主动公开\n"),
    *("13800138000 ", "110101199001011234", "〔2022〕", "较上年", "信息处理费", "存在问题", "下一步"),
]
#: What judges the figures of sentences has its own limits.
OF_PROSE = ("text.received", "text.concluded", "text.carried", "text.outcome", "text.none", "text.all")
OF_PROSE += ("text.disputes", "text.disclosure", "text.breakdown", "text.percent", "text.processing_fee")
CHECKS = [
    check
    for check in Checker(FORM).checks
    if any(part == "texts" for part, _ in check.places) and not check.spec.code.startswith(OF_PROSE)
]


def facts_with(words: str, length: int) -> Facts:
    text = (words * (length // len(words) + 1))[:length]
    report = correct_report()
    last = LastYear("2021", report.year - 1, report.organ, texts={"overview": f"去{text}", "problems": text})
    texts = {"overview": text, "problems": text, "other": text}
    return facts_of(replace(report, texts=texts, last=last))


def too_long(found: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.code == "text.too_long"]


@pytest.mark.parametrize("words", WORDS)
def test_twice_the_words_are_no_more_than_twice_the_work(words: str) -> None:
    def look(at: Check, facts: Facts) -> Callable[[], object]:
        return lambda: list(at.findings(facts))

    half, whole = facts_with(words, 1_500), facts_with(words, 3_000)
    # As a checker does, or one check would find read what another had to read.
    make_room_for(whole.report.texts.values())
    for at in CHECKS:
        little, more = work_of(look(at, half)), work_of(look(at, whole))
        assert more <= 2.2 * little + 100, at.spec.code


@pytest.mark.parametrize("words", ["主动公\n", "第五十条\n", "（一）主动公开\n"])
def test_what_is_beyond_the_limit_is_no_more_work(words: str) -> None:
    def look(at: Check, facts: Facts) -> Callable[[], object]:
        return lambda: list(at.findings(facts))

    most, beyond = facts_with(words, LONGEST_TEXT_CHARACTERS), facts_with(words, 40_000)
    for at in CHECKS:
        little, more = work_of(look(at, most)), work_of(look(at, beyond))
        # One check names what is beyond, and must look where that is.
        assert at.spec.code == "text.too_long" or more <= 1.1 * little + 100, at.spec.code


def test_words_that_are_like_no_heading_are_not_looked_at_long() -> None:
    def look(words: str) -> int:
        (at,) = [check for check in CHECKS if check.spec.code == "section.accountability"]
        return work_of(lambda: list(at.findings(facts_with(words, 2_000))))

    assert look("甲乙丙丁\n") < 0.5 * look("主动公告\n")


@pytest.mark.parametrize("code", ["text.stale_year", "text.privacy"])
def test_a_check_that_finds_too_much_gives_up_with_a_word(code: str) -> None:
    words = {"text.stale_year": "2022年我局办了一件事。", "text.privacy": "电话13800138000。"}[code]
    found = check(with_text(correct_report(), "problems", words * 500))
    of_code = [finding for finding in found if finding.code == code]
    assert len(of_code) == 101
    assert of_code[-1].message.endswith("这里只列出前 100 处，改好一些，后面的就会列出来")
    assert of_code[-1].quote in of_code[-1].message, "the last one, too, says what it is about"
    assert of_code[-1].section == "problems"


def test_what_was_accepted_makes_room_for_what_stands_behind_it() -> None:
    def places() -> list[Finding]:
        return [one for one in document.findings if one.code == "text.stale_year"]

    words = "2022年我局办了一件事。" * 150
    document = Document(with_text(correct_report(), "problems", words))
    first = places()
    assert len(first) == 101
    document.accept_all(first, "属实")
    assert len(places()) == 150
    assert document.findings == check(document.report)
    # The word on the last one was on its place with the word that there are more.
    assert len([one for one in places() if one in document.open_findings]) == 50
    for one in first[:60]:
        document.withdraw_acceptance(one)
    assert places()[-1].message.endswith("这里只列出前 100 处，改好一些，后面的就会列出来")
    assert document.findings == check(document.report)


def test_a_paragraph_beyond_all_measure_is_left_alone_and_named() -> None:
    book = "2022年" * LONGEST_PARAGRAPH_CHARACTERS
    found = check(with_text(correct_report(), "problems", f"存在问题。\n{book}\n下一步2022年改进。"))
    (named,) = too_long(found)
    assert "第 2 段" in named.message
    assert f"{len(book)} 个字" in named.message
    assert f"最多检查 {LONGEST_PARAGRAPH_CHARACTERS} 字" in named.message
    (year,) = [finding for finding in found if finding.code == "text.stale_year"]
    assert year.span is not None
    assert year.span[0] > len(book)


def test_a_section_that_is_too_long_does_not_ask_for_shorter_paragraphs() -> None:
    paragraph = f"{'字' * 999}。"
    found = check(with_text(correct_report(), "problems", "\n".join([paragraph] * 25)))
    (named,) = [finding for finding in too_long(found) if "没有检查" in finding.message]
    assert f"前面约 {LONGEST_TEXT_CHARACTERS // 10_000} 万字检查了" in named.message
    assert "第 20 段起还有 6000 个字没有检查" in named.message
    assert "分成几段" not in named.message
    assert named.span == (19 * 1001, 19 * 1001 + 1000)


def test_both_reasons_are_told_and_each_long_paragraph() -> None:
    long = "长" * (LONGEST_PARAGRAPH_CHARACTERS + 1)
    text = "\n".join([long, *["短。" * 500] * 21, long])
    found = check(with_text(correct_report(), "problems", text))
    first, behind, last = (finding.message for finding in too_long(found))
    assert f"第 1 段有 {len(long)} 个字，没有检查" in first
    assert "第 21 段起还有 2000 个字没有检查" in behind
    assert f"第 23 段有 {len(long)} 个字，没有检查" in last


@pytest.mark.parametrize("spaces", ["", "　" * 20])
def test_a_sentence_is_read_or_named(spaces: str) -> None:
    for length in range(675, 705, 5):
        sentence = f"{spaces}{'字' * length}收到政府信息公开申请9件。"
        found = check(with_text(correct_report(), "problems", sentence))
        codes = {finding.code for finding in found} & {"text.too_long", "text.received"}
        assert len(codes) == 1, length


@pytest.mark.parametrize("paragraph", [10, 1_000, LONGEST_PARAGRAPH_CHARACTERS, 64_000])
def test_no_more_is_examined_than_a_section_can_have(paragraph: int) -> None:
    text = "\n".join(["字" * paragraph] * max(2, 64_000 // paragraph))
    seen = examined_part(text)
    assert seen.count("字") <= LONGEST_TEXT_CHARACTERS
    left = sum(end - start for _, start, end in long_ones(text))
    if behind := too_far_back(text):
        left += text.count("字", behind[1])
    assert seen.count("字") + left == text.count("字")


def test_a_list_of_lines_is_examined_as_far_as_a_section_can_have_paragraphs() -> None:
    report = with_text(correct_report(), "problems", "字\n" * 1_500 + "2022年改进。")
    assert examined_part(report.texts["problems"]).count("字") == MOST_PARAGRAPHS
    found = [finding for finding in check(report) if finding.section == "problems"]
    assert [finding.code for finding in found if finding.code == "text.stale_year"] == []
    (named,) = too_long(found)
    assert f"最多 {MOST_PARAGRAPHS} 段" in named.message
    assert "第 1001 段起还有 508 个字没有检查" in named.message
    assert named.quote == "字"


def test_empty_lines_at_the_end_are_nothing_to_name() -> None:
    found = check(with_text(correct_report(), "problems", "存在问题。" + "\n" * 5_000))
    assert not too_long(found)


def test_what_an_office_writes_is_examined_to_the_end() -> None:
    report = correct_report()
    assert all(examined_part(text) == text for text in report.texts.values())
