"""Last year's promises beside this year's words."""

from reportdesk.prose.sentences.promises import promises
from tests.prose.judged import beside_last, report

LAST = "部分动态发布不及时。下一步将把报送时限写进制度。今后每季度通报一次更新情况。"


def test_each_promise_with_this_year_s_nearest_sentence():
    now = "报送时限已写进制度。少数栏目更新慢，今后每季度通报一次更新情况。"
    kept, copied = promises(beside_last(now, LAST))
    assert kept.last == "下一步将把报送时限写进制度。"
    assert kept.now == "报送时限已写进制度。"
    assert copied.now.endswith("今后每季度通报一次更新情况。")
    assert copied.likeness > kept.likeness > 0


def test_a_promise_without_an_echo():
    (first, _) = promises(beside_last("查档窗口新增自助设备。", LAST))
    assert first.now == ""


def test_without_last_year_there_is_none():
    assert promises(report(LAST, "problems")) == ()
