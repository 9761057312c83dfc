"""A paragraph's normal form: what nobody sees goes, what is printed stays."""

import re

import pytest

from reportdesk.report.shown import CONTROL, plain_line

SPACES = [chr(code) for code in range(0x10000) if re.match(r"[\s\u200b\ufeff]", chr(code))]


def test_every_kind_of_space_around_a_paragraph_goes() -> None:
    assert plain_line("".join(SPACES) + "甲 乙" + "".join(SPACES)) == "甲 乙"
    assert [space for space in SPACES if plain_line(f"{space}甲{space}") != "甲"] == []
    assert plain_line("".join(SPACES)) == ""


@pytest.mark.parametrize("control", ["\x00", "\x08", "\x1b", "\x7f", "\x85", "\ufffe", "\uffff"])
def test_a_control_character_goes_wherever_it_stands(control: str) -> None:
    assert plain_line(f"甲{control}乙") == "甲乙"


def test_nothing_that_is_taken_for_printable_is_a_control_character() -> None:
    assert not [code for code in range(0x110000) if chr(code).isprintable() and CONTROL.match(chr(code))]
