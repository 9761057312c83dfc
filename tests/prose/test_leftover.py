"""Last year's numbers still in this year's text."""

from reportdesk.prose.figures.leftover import left_numbers
from tests.prose.judged import beside_last, report

LAST = "2023年公开信息385条，其中动态52条，召开会议一次，投诉0件。"


def test_a_number_in_the_same_words_is_left_over():
    now = "2024年公开信息385条，其中动态60条，召开会议一次，投诉0件。另发布图解385件。"
    kept = beside_last(now, LAST)
    (left,) = left_numbers(kept, "problems")
    assert left.quote == "385条"
    assert kept.texts["problems"][left.start : left.end] == "385条"


def test_without_last_year_nothing_is_left_over():
    assert left_numbers(report(LAST), "overview") == ()
