"""A pattern of the code does all that a compiled one does, once somebody looks at a text with it."""

import re

import pytest

from reportdesk.patterns import known_needs, late, screened


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


def test_a_screened_pattern_is_compiled_for_a_text_that_has_what_it_needs() -> None:
    pattern = screened("第?([0-9]+)(?:年|月)", (("年", "月"),))
    texts = ["", "第1日", "12", "a" * 5_000]
    for text in texts:
        assert pattern.search(text) is None
        assert pattern.match(text, 1) is None
        assert list(pattern.finditer(text)) == []
        assert pattern.sub("-", text) == text
    assert "search" not in vars(pattern)
    found = pattern.search("共2024年")
    assert found is not None
    assert (found.span(), found[1]) == ((1, 6), "2024")
    assert "search" in vars(pattern)
    assert [pattern.search(text) for text in texts] == [None] * len(texts)


@pytest.mark.parametrize("method", ["search", "match", "finditer", "findall", "split", "fullmatch"])
def test_each_way_to_look_finds_the_same(method: str) -> None:
    written, text = "[0-9]+(年|月)", "2024年1月"
    found = getattr(screened(written, (("年", "月"),)), method)(text)
    wanted = getattr(re.compile(written), method)(text)
    if method == "finditer":
        found, wanted = (["".join(match[0]) for match in each] for each in (found, wanted))
    assert getattr(found, "regs", found) == getattr(wanted, "regs", wanted)


def test_where_a_screened_pattern_may_begin_and_end_counts() -> None:
    pattern = screened("[0-9]年", (("年",),))
    found = pattern.search("1年2年", 2)
    assert found is not None
    assert found.start() == 2
    assert screened("[0-9]年", (("年",),)).search("1年2年", 2, 3) is None
    assert screened("[0-9]年", (("年",),)).sub("-", "1年2年") == "--"


def test_what_a_pattern_needs_is_known_where_somebody_said_it() -> None:
    assert known_needs(screened("年", (("年",),))) == (("年",),)
    assert known_needs(screened("年", ())) == known_needs(late("年")) == ()
    assert known_needs(re.compile("年")) is None


def test_whoever_asks_again_and_again_gets_the_pattern() -> None:
    pattern = screened("[0-9]年", (("年",),))
    assert [pattern.search("12") for _ in range(1_000)] == [None] * 1_000
    assert "search" in vars(pattern)
