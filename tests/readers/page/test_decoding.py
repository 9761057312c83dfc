"""Which encoding text came in: told by its bytes where nothing says so."""

import pytest

from reportdesk.readers.page.decoding import decode_text

TRADITIONAL = "雲溪縣檔案局政府資訊公開工作年度報告\n規章\t23\t0\t14\n行政處罰\t7\n"
SIMPLIFIED = "云溪县档案局政府信息公开工作年度报告\n规章\t23\t0\t14\n行政处罚\t7\n"


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs", "utf-8", "utf-16", "gb18030"])
def test_traditional_characters(encoding: str) -> None:
    assert decode_text(TRADITIONAL.encode(encoding)) == TRADITIONAL


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "utf-8", "utf-16"])
def test_simplified_characters(encoding: str) -> None:
    assert decode_text(SIMPLIFIED.encode(encoding)) == SIMPLIFIED


@pytest.mark.parametrize("said", ["Big5", "big5-hkscs", "x-big5", "CP950"])
def test_a_page_that_says_big5(said: str) -> None:
    assert decode_text("規章".encode("big5"), said) == "規章"


def test_a_few_words_of_gb_stay_gb() -> None:
    assert decode_text("规章 12".encode("gbk")) == "规章 12"
