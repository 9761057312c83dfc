"""A value is altered, compared and told apart as a dataclass is."""

from dataclasses import fields, replace

import pytest

from reportdesk.frozen import Frozen


class Spot(Frozen, frozen=True):
    """A value with a default."""

    table: str
    row: int = 1


class Other(Spot, frozen=True):
    """A value with one field more."""

    column: int = 2


def test_a_value_is_altered_by_replacing_a_field() -> None:
    assert replace(Spot("收到", 3), row=4) == Spot("收到", 4)
    assert replace(Other("收到"), column=5) == Other("收到", 1, 5)


def test_its_fields_are_told_in_order() -> None:
    assert [one.name for one in fields(Other)] == ["table", "row", "column"]


def test_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(TypeError):
        replace(Spot("收到"), column=1)


def test_it_never_changes_and_hashes_by_what_it_holds() -> None:
    place = Spot("收到")
    with pytest.raises(AttributeError):
        place.row = 2  # type: ignore[misc]
    assert {place, Spot("收到")} == {place}
