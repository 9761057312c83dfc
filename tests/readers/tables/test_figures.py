"""Printed figures: what they mean, and what is left blank rather than guessed."""

from decimal import Decimal

import pytest

from reportdesk.form.kinds import AMOUNT, CHANGE, COUNT
from reportdesk.readers.tables.figures import looks_like_figure, read_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("12", 12),
        (" 12\n", 12),
        ("\n0", 0),
        ("１２", 12),
        ("12件", 12),
        ("12 件", 12),
        ("3条", 3),
        ("1,036", 1036),
        ("1，036", 1036),
        ("1 036", 1036),
        ("12.0", 12),
        ("007", 7),
        ("\u200b5\ufeff", 5),
    ],
)
def test_a_count(text: str, value: int) -> None:
    reading = read_figure(text, COUNT, "件")
    assert (reading.value, reading.remark, reading.invalid) == (value, "", False)


@pytest.mark.parametrize(
    "text", ["/", "-", "—", "——", "－", "无", "N/A", "\u00a0", " \u00a0 ", "空", "\\", "*"]
)
def test_a_stroke_is_blank_and_said(text: str) -> None:
    reading = read_figure(text, COUNT, "件")
    assert reading.value is None
    assert reading.remark
    assert not reading.invalid


@pytest.mark.parametrize("text", ["", " ", "\n", "\u3000", "\t"])
def test_nothing_is_blank_and_nothing_is_said(text: str) -> None:
    reading = read_figure(text, COUNT, "件")
    assert (reading.value, reading.remark, reading.invalid) == (None, "", False)


@pytest.mark.parametrize(
    "text",
    [
        "-1",
        "1.5",
        "约20",
        "见附件",
        "1,03",
        "12元",
        "12万",
        "1/2",
        "十二",
        "3（含1）",
        "12 13",
        "0\n0",
        "1 0361",
        "O",
        "1e3",
    ],
)
def test_what_no_count_can_be_is_invalid(text: str) -> None:
    reading = read_figure(text, COUNT, "件")
    assert reading.value is None
    assert reading.invalid


@pytest.mark.parametrize(
    ("text", "value", "is_said"),
    [
        ("160.5964", Decimal("160.5964"), False),
        ("160.5964万元", Decimal("160.5964"), False),
        ("人民币160.5964万元", Decimal("160.5964"), False),
        ("251000元", Decimal("25.1"), True),
        ("251,000 元", Decimal("25.1"), True),
        ("1.2亿元", Decimal(12000), True),
        ("0元", Decimal(0), True),
        ("0.00", Decimal(0), False),
    ],
)
def test_money(text: str, value: Decimal, is_said: bool) -> None:
    reading = read_figure(text, AMOUNT, "万元")
    assert reading.value == value
    assert bool(reading.remark) == is_said


@pytest.mark.parametrize("text", ["25万", "25件", "元", "3.5.1", "-2", "12元3角"])
def test_what_no_money_can_be_is_invalid(text: str) -> None:
    assert read_figure(text, AMOUNT, "万元").invalid


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+1036", 1036),
        ("＋1036", 1036),
        ("-12", -12),
        ("−12", -12),
        ("减1", -1),
        ("减少 3 项", -3),
        ("增5", 5),
        ("增加了5", 5),
        ("↓2", -2),
        ("0", 0),
        ("持平", 0),
        ("增1,036", 1036),
    ],
)
def test_a_change(text: str, value: int) -> None:
    assert read_figure(text, CHANGE, "项").value == value


def test_a_lone_sign_is_a_blank_change() -> None:
    assert read_figure("-", CHANGE, "项").value is None
    assert read_figure("增减", CHANGE, "项").invalid


@pytest.mark.parametrize("text", ["0", "12件", "/", "无", "+1036", "减1", "1,036", "160.5964万元"])
def test_what_stands_in_a_figures_place(text: str) -> None:
    assert looks_like_figure(text)


@pytest.mark.parametrize(
    "text", ["", "规章", "1.属于国家秘密", "一、", "（七）总计", "2.重复申请", "无法提供", "2023年"]
)
def test_labels_are_no_figures(text: str) -> None:
    assert not looks_like_figure(text)
