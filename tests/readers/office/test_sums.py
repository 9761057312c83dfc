"""Sums in a workbook that nobody calculated."""

import pytest

from reportdesk.readers.office.sums import Sums, address_of

TEXTS = {(0, 0): "1", (0, 1): "2.5", (1, 0): "", (1, 1): "words", (2, 0): "10"}


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("A1+B1", "3.5"),
        ("=A1-B1", "-1.5"),
        ("SUM(A1:B1)", "3.5"),
        ("sum(a1:a3)", "11"),
        ("SUM($A$1:B1, A3)+2", "15.5"),
        ("SUM(A2)", ""),
        ('IF(COUNT(A1:B1)<2,"",SUM(A1:B1))', "3.5"),
        ('IF(COUNT(A1:A3)<3,"",SUM(A1:A3))', ""),
        ("A1*2", None),
        ("SUM(A1:B2)", None),
        ("A1+", None),
        ("", None),
        ("VLOOKUP(A1,B:B,1)", None),
        ("[other.xlsx]Sheet1!A1+A1", None),
        ("SUM(A1:ZZ9999)", None),
    ],
)
def test_a_formula(formula: str, result: str | None) -> None:
    assert Sums(TEXTS, {(9, 9): formula}).result((9, 9)) == result


def test_sums_of_sums() -> None:
    formulas = {(5, 0): "A1+A3", (6, 0): "A6+B1"}
    assert Sums(TEXTS, formulas).result((6, 0)) == "13.5"


def test_a_sum_of_itself_has_no_result() -> None:
    assert Sums({}, {(0, 0): "A2", (1, 0): "A1"}).result((0, 0)) is None


def test_work_has_an_end() -> None:
    formulas = {(row, column): "SUM(A1:Z100)" for row in range(100, 120) for column in range(26)}
    sums = Sums({(0, 0): "1"}, formulas)
    assert len([place for place in formulas if sums.result(place) is None]) > 0


def test_references() -> None:
    assert address_of("B3") == (2, 1)
    assert address_of("$AA$10") == (9, 26)
    assert address_of("R1C1") is None
