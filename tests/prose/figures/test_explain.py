"""What is understood of a text: every number is told with its cells, or why it is left alone."""

import pytest

from reportdesk.prose.figures.compared.explain import Understood, explain
from tests.prose.judged import FORM


def understood(text: str) -> dict[str, Understood]:
    return {text[one.start : one.end]: one for one in explain(FORM, text)}


def test_a_number_is_told_with_the_cells_to_try_in_order():
    one = understood("引言。\n全年收到政府信息公开申请12件。")["12件"]
    assert (one.value, one.code, one.why) == (12, "text.received", "")
    assert one.sums[0] == ((1, "requests.received.total"),)
    assert "新收" in one.places[0]
    assert len(one.places) == len(one.sums) == 2


def test_many_cells_are_told_by_their_name():
    one = understood("不予公开政府信息公开申请3件。")["3件"]
    assert one.places == ("不予公开合计（8 格之和）",)


@pytest.mark.parametrize(
    ("text", "quote", "because"),
    [
        ("收到申请12件，较上年减少3件。", "3件", "较"),
        ("收到申请约12件。", "12件", "约"),
        ("收到申请12件，其中网络申请3件。", "3件", "网络"),
        ("受理咨询8件。", "8件", "咨询"),
        ("收到申请12件，下属单位收到申请5件。", "5件", "下属"),
        ("全省共收到申请612件。", "612件", "全省"),
        ("2019年以来收到申请90件，近三年办结88件。", "88件", "近三年"),
        ("收到申请12件，协调化解纠纷5起。", "5起", "协调化解纠纷"),
        ("收到申请12件，新设展板9块。", "9块", "单位"),
        ("不属于本机关职责范围4件。", "4件", "不属于本机关职责范围"),
    ],
)
def test_a_number_left_alone_says_why(text: str, quote: str, because: str):
    one = understood(text)[quote]
    assert because in one.why
    assert not one.sums


def test_another_year_and_doubt_are_told():
    assert understood("2022年收到申请12件。")["12件"].year == 2022
    assert understood("受理法律援助申请12件。")["12件"].is_doubtful


def test_zero_in_words_and_all_are_told():
    assert understood("本年度未收到政府信息公开申请。")["未收到政府信息公开申请"].value == 0
    assert understood("收到申请12件，均已答复。")["均已答复"].value in (0, 12)
