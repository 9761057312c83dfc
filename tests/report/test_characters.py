"""Characters that only look like the usual ones are set right, all others stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.report.characters import odd_characters, set_right


@pytest.mark.parametrize(
    ("odd", "usual"),
    [
        ("⾏政许可", "行政许可"),
        ("⾃然⼈", "自然人"),
        ("⻓期⻔户⺠生", "长期门户民生"),
        ("山﨑", "山崎"),
        ("\uf9dc", "隆"),
        ("\U0002f800", "丽"),
    ],
)
def test_what_only_looks_usual_is_set_right(odd: str, usual: str) -> None:
    assert set_right(odd) == usual
    assert [right for _, right in odd_characters(odd)] == [
        b for a, b in zip(odd, usual, strict=True) if a != b
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_places_stay_and_twice_is_as_once(text: str) -> None:
    right = set_right(text)
    assert len(right) == len(text)
    assert set_right(right) == right
    assert not list(odd_characters(right))


def test_usual_text_is_the_same_object() -> None:
    text = "政府信息公开 2024 ①（一）"
    assert set_right(text) is text
