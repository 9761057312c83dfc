"""The language of sums and relations: what it says, and what it refuses."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.errors import FormError
from reportdesk.form.formula import Term, add_up, parse_relation, parse_sum


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("0", ()),
        ("a", (Term("a"),)),
        ("a + b", (Term("a"), Term("b"))),
        ("a-b", (Term("a"), Term("b", -1))),
        ("-a + b", (Term("a", -1), Term("b"))),
        ("+a", (Term("a"),)),
        ("a.b_2 +\n  c", (Term("a.b_2"), Term("c"))),
        ("a - last.a", (Term("a"), Term("a", -1, last=True))),
        ("last.x.y", (Term("x.y", last=True),)),
    ],
)
def test_a_sum_is_signed_names(text: str, terms: tuple[Term, ...]) -> None:
    assert parse_sum(text, "here") == terms


@pytest.mark.parametrize(
    "text",
    ["", "  ", "a +", "a + + b", "a b", "2a", "a * b", "A", "a.", ".a", "a..b", "last.", "1", "a + 0", "求和",
     "__import__('os')", "a + a", "a - a", "last.a + last.a"],
)  # fmt: skip
def test_what_is_no_sum_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(FormError) as refused:
        parse_sum(text, "form.toml: here")
    assert refused.value.where == "form.toml: here"


@pytest.mark.parametrize(
    ("text", "operator", "left", "right", "holds"),
    [
        ("a + b = c", "=", 3, 3, True),
        ("a = b", "=", 3, Decimal("3.0"), True),
        ("a = b", "=", 3, 4, False),
        ("a >= 0", ">=", 0, 0, True),
        ("a >= b", ">=", 1, 2, False),
        ("a <= b", "<=", 1, 2, True),
        ("a <= b", "<=", 3, 2, False),
    ],
)
def test_a_relation_holds_or_not(text: str, operator: str, left: int, right: int, holds: bool) -> None:
    relation = parse_relation(text, "here")
    assert relation.operator == operator
    assert relation.holds(left, right) is holds


def test_the_terms_of_a_relation_are_those_of_both_sides() -> None:
    relation = parse_relation("in_force = last.in_force + issued - repealed", "here")
    assert [term.name for term in relation.terms] == ["in_force", "in_force", "issued", "repealed"]


@pytest.mark.parametrize("text", ["a", "a = b = c", "a == b", "a > b", "a <= b <= c", "= a", "a =", "a != b"])
def test_what_is_no_relation_is_refused(text: str) -> None:
    with pytest.raises(FormError) as refused:
        parse_relation(text, "here")
    assert refused.value.where == "here"


@given(st.lists(st.tuples(st.sampled_from([1, -1]), st.none() | st.integers(0, 10**9))))
def test_a_sum_with_a_blank_is_blank_for_blank_is_not_0(values: list[tuple[int, int | None]]) -> None:
    terms = [(sign, place) for place, (sign, _) in enumerate(values)]
    total = add_up(terms, lambda place: values[place][1])
    if any(value is None for _, value in values):
        assert total is None
    else:
        assert total == sum(sign * value for sign, value in values if value is not None)
