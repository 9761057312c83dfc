"""Numbers as people write them, read and written back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.prose.text.numerals import numerals_in, write_number


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12件", 12, "件"),
        ("１２ 件", 12, "件"),
        ("1,204份", 1204, "份"),
        ("1 204 件", 1204, "件"),
        ("十二件", 12, "件"),
        ("两宗", 2, "宗"),
        ("一千零二十六起", 1026, "起"),
        ("三万零五十条", 30050, "条"),
        ("2.3万件", 23000, "件"),
        ("3.16亿元", 316_000_000, "元"),
        ("59.237万元", 592370, "元"),
        ("12.5元", Decimal("12.5"), "元"),
        ("98.6%", Decimal("98.6"), "%"),
        ("零", 0, ""),
    ],
)
def test_a_number_with_its_unit(text: str, value: int, unit: str):
    (numeral,) = numerals_in(text)
    assert (numeral.value, numeral.unit) == (value, unit)


@pytest.mark.parametrize("text", ["200余件", "30多件", "十几件"])
def test_a_number_that_is_not_exact(text: str):
    assert [numeral.is_about for numeral in numerals_in(text)] == [True]


@pytest.mark.parametrize(
    ("text", "scale", "unit", "end"),
    [
        ("12", 1, "", 2),
        ("12 ，", 1, "", 3),
        ("12\u00a0万余　件，", 10_000, "件", 7),
        ("3多a", 1, "a", 3),
        ("3_件", 1, "", 1),
        ("3％", 1, "％", 2),
        ("3\n件", 1, "", 1),
        ("12²", 1, "²", 3),
    ],
)
def test_what_stands_after_a_number(text: str, scale: int, unit: str, end: int):
    numeral = next(numerals_in(text))
    assert (numeral.scale, numeral.unit, numeral.unit_end) == (scale, unit, end)


def test_a_number_too_long_is_none():
    assert not list(numerals_in("9" * 5000))


@pytest.mark.parametrize(
    ("like", "value", "written"),
    [
        ("12件", 13, "13"),
        ("１２件", 13, "１３"),
        ("1,204件", 1305, "1,305"),
        ("十二件", 20, "二十"),
        ("2.3万件", 24000, "2.4"),
        ("12.5万元", 134000, "13.4"),
    ],
)
def test_a_figure_is_written_like_the_number_it_replaces(like: str, value: int, written: str):
    (numeral,) = numerals_in(like)
    assert write_number(value, numeral) == written


@given(st.text(alphabet="零〇一二两三四五六七八九十百千万亿0123456789０９，,. 件元%", max_size=40))
def test_anything_can_be_read(text: str):
    for numeral in numerals_in(text):
        assert 0 <= numeral.start < numeral.end <= numeral.unit_end <= len(text)
        assert numeral.value >= 0
