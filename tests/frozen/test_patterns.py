"""A pattern of the code does all that a compiled one does, once somebody looks at a text with it."""

import re

import pytest

from reportdesk.patterns import late


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_it_finds_what_a_compiled_one_finds(flags: int) -> None:
    written, text = r"(?P<year>[0-9]{4})年A?", "2023年、2024年a"
    pattern, compiled = late(written, flags), re.compile(written, flags)
    assert [found.span() for found in pattern.finditer(text)] == [m.span() for m in compiled.finditer(text)]
    assert pattern.findall(text) == compiled.findall(text)
    assert pattern.sub("-", text) == compiled.sub("-", text)
    assert pattern.split(text) == compiled.split(text)
    assert (pattern.pattern, pattern.groupindex) == (compiled.pattern, compiled.groupindex)


def test_bytes_have_patterns_too() -> None:
    assert late(rb"<(\w+)").search(b"<html>")[1] == b"html"  # type: ignore[index]


def test_it_is_compiled_at_the_first_look_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda written, flags=0: asked.append(written) or real(written, flags))
    pattern = late("[年月日]")
    assert asked == []
    assert [bool(pattern.search(text)) for text in ("2024年", "件")] == [True, False]
    assert pattern.match("日")
    assert asked == ["[年月日]"]
