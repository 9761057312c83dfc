"""A cell's place is said in the words of the paper, as few as make it plain."""

import pytest

from reportdesk.form.loader import load_edition
from reportdesk.form.place import place_of


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("requests.denied_third_party.research", "表三 · （三）不予公开 4.保护第三方合法权益 · 科研机构"),
        ("requests.received.other", "表三 · 一、本年新收政府信息公开申请数量 · 其他"),
        ("requests.granted.total", "表三 · （一）予以公开 · 总计"),
        ("requests.other_misc.other", "表三 · （六）其他处理 3.其他 · 其他"),
        ("disclosure.rules.issued", "表二 · 第二十条第（一）项 规章 · 本年制发件数"),
        ("disclosure.penalties.decisions", "表二 · 第二十条第（六）项 行政处罚 · 本年处理决定数量"),
        ("disputes.reconsideration.total", "表四 · 行政复议 总计"),
        ("disputes.direct_litigation.upheld", "表四 · 未经复议直接起诉 结果维持"),
    ],
)
def test_the_place_is_said_in_the_words_of_the_paper(key, words):
    assert place_of(load_edition("2021"), key) == words


def test_no_two_cells_share_their_words():
    form = load_edition("2021")
    assert len({place_of(form, key) for key in form.cells}) == len(form.cells) == 200


def test_an_unknown_key_has_no_place():
    with pytest.raises(KeyError):
        place_of(load_edition("2021"), "requests.nowhere")
