"""`explain` prints what is understood of a sentence, for people and as JSON."""

import json

from tests.cli.conftest import Call

TEXT = "2024年收到政府信息公开申请12件，较上年减少3件。"


def test_numbers_and_reasons_are_printed(reportdesk: Call) -> None:
    said = reportdesk("explain", TEXT, "--year", "2024")
    assert said.status == 0
    first, *places, last = said.out.splitlines()
    assert first == "“12件”　本年新收 12"
    assert all("表三" in place for place in places)
    assert last == "“3件”　不比较：“较”是在作比较"


def test_another_year_is_said(reportdesk: Call) -> None:
    assert "是2024年的数，不比较" in reportdesk("explain", TEXT, "--year", "2025").out


def test_the_same_as_json(reportdesk: Call) -> None:
    data = json.loads(reportdesk("explain", TEXT, "--json").out)
    first, second = data["numbers"]
    assert (data["text"], data["year"], data["edition"]) == (TEXT, None, "2021")
    assert TEXT[slice(*first["span"])] == first["quote"] == "12件"
    assert first["sums"][0] == ["+requests.received.total"]
    assert (first["why"], first["year"], second["sums"]) == (None, 2024, [])
    assert "较" in second["why"]


def test_a_text_without_numbers_says_so(reportdesk: Call) -> None:
    assert reportdesk("explain", "依法公开。").out == "这里没有要与表格比较的数。\n"


def test_numbers_of_a_sentence_that_is_too_long_are_left_alone_with_a_word(reportdesk: Call) -> None:
    text = f"{'我局依法公开，' * 150}收到政府信息公开申请5件。{TEXT}"
    unread, *_, last = reportdesk("explain", text).out.splitlines()
    assert unread == "“5件”　不比较：它在的一句有 1063 个字，太长，没有读；看看是不是漏了句号，或分成几句"
    assert last == "“3件”　不比较：“较”是在作比较"


def test_a_form_without_words_understands_nothing(reportdesk: Call) -> None:
    assert reportdesk("explain", TEXT, "--year", "2019").out == "这里没有要与表格比较的数。\n"
