"""The words of a card follow the finding's own figures, however its sentence is put."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont, QPalette

from reportdesk.checks.finding import Finding
from reportdesk.gui.findings.card_words import CardWords, difference_in
from reportdesk.gui.findings.model import FindingRow
from reportdesk.gui.look.theme import theme_of
from tests.work import patterns_of


def finding(words: str, difference: int | None) -> Finding:
    return Finding("row.sum", "error", words, left=9, right=6, difference=difference)


@pytest.mark.parametrize(
    ("words", "difference", "lit"),
    [
        ("表三“新收”一行不平：总计填的是 9，相加是 6，相差 3", 3, "相差 3"),
        ("表三“新收”一行不平：总计填的是 9，相加是 6，少了 3 件；请核对", -3, "少了 3 件"),
        ("“收到 13 件”：文字写的是 13 件，表三是 3 件，差额为 10 件", 10, "差额为 10 件"),
        ("信息处理费差 0.5 万元", 1, ""),
        ("表三与上年相差很多，请核对", None, ""),
        ("编号 1234 与 1.3 都不是差额，3,000 也不是", 3, ""),
    ],
)
def test_the_clause_with_the_difference_is_found_by_its_figure(
    words: str, difference: int | None, lit: str
) -> None:
    span = difference_in(words, finding(words, difference))
    assert (words[slice(*span)] if span else "") == lit


def test_no_pattern_is_made_for_each_difference() -> None:
    def find(gap: int) -> Callable[[], object]:
        words = f"表三“新收”一行不平：总计填的是 9，相差 {gap}"
        return lambda: difference_in(words, finding(words, gap))

    find(1)()
    assert [patterns_of(find(gap)) for gap in (4711, 4712)] == [0, 0]


@pytest.mark.parametrize("width", [60, 110, 400])
def test_no_line_breaks_within_a_difference(qapp: object, width: int) -> None:
    words = "表三一行不平：总计填的是 9，六类申请人相加是 6，相差 3 件"
    row = FindingRow(words, finding(words, 3))
    layout = CardWords(row, theme_of(QPalette()), QFont(), width).layout
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    shown = [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]
    assert any("相\u2060差\u00a03\u00a0件" in line for line in shown)
