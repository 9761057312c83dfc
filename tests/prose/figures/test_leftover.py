"""Last year's numbers still in this year's text."""

from collections.abc import Iterator
from itertools import chain

import pytest

from reportdesk.prose.figures.compared import leftover
from reportdesk.prose.figures.compared.leftover import left_numbers
from reportdesk.prose.text.numerals import Numeral
from tests.prose.judged import beside_last, report

LAST = "2023年公开信息385条，其中动态52条，召开会议一次，投诉0件。"


def test_a_number_in_the_same_words_is_left_over():
    now = "2024年公开信息385条，其中动态60条，召开会议一次，投诉0件。另发布图解385件。"
    kept = beside_last(now, LAST)
    (left,) = chain.from_iterable(left_numbers(kept, "problems"))
    assert left.quote == "385条"
    assert kept.texts["problems"][left.start : left.end] == "385条"


def test_without_last_year_nothing_is_left_over():
    assert not list(left_numbers(report(LAST), "overview"))


def test_a_key_looks_at_the_numbers_of_its_sentence_only():
    text = "".join(f"第{place}季公开信息{place + 2}条，其中动态52条。" for place in range(200))
    assert len(list(left_numbers(beside_last(text, LAST), "problems"))) == 200
    pieces: list[str] = []
    real = leftover.numerals_in

    def counting(piece: str) -> Iterator[Numeral]:
        pieces.append(piece)
        return real(piece)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leftover, "numerals_in", counting)
        changed = text.replace("公开信息102条", "公开信息1021条")
        *_, (last,) = left_numbers(beside_last(changed, LAST), "problems")
    assert last.quote == "52条"
    assert pieces == ["第100季公开信息1021条，其中动态52条。"]
