"""What a sieve keeps back holds nothing: a pattern is left out only where it cannot be found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk import patterns
from reportdesk.form.loader import load_edition
from reportdesk.patterns import known_needs, screened
from reportdesk.prose.sentences import tidying
from reportdesk.prose.text import oddities, sieve, subheads
from reportdesk.prose.text.sieve import Sieve, may_be_in, needs_of
from tests.examples import examples

PATTERNS = sorted(
    {pattern for rule in load_edition("2021").checks.rule for pattern in rule.options.get("patterns", ())}
    | {rule.pattern.pattern for rule in tidying._RULES}
)
_ready = load_edition("2021").prepared
assert _ready is not None
NEEDS = _ready.needs
#: From_regex knows nothing of what stands around.
PREPARED = sorted(pattern for pattern in NEEDS if "(?<" not in pattern.replace("(?P<", ""))
#: Characters that the patterns speak of, and a few of any report.
ALPHABET = "".join(sorted(set("".join(PATTERNS)) - set("\\[](){}?*+|^$"))) + " \t\n\u3000[](){}?*.+$的了中文"


@examples(400)
@given(text=st.text(st.sampled_from(ALPHABET), max_size=40), number=st.integers(0, len(PATTERNS) - 1))
def test_where_a_pattern_is_found_the_sieve_lets_the_text_through(text: str, number: int) -> None:
    pattern = PATTERNS[number]
    assert may_be_in(text, pattern) or re.search(pattern, text) is None
    assert Sieve.of([re.compile(pattern)]).lets_through(text) == (re.search(pattern, text) is not None)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("《[^》]*》", ["《", "》"]),
        ("(?:条|件)[0-9]+", ["件条", "0123456789"]),
        ("共?(?:收到|受理)", [["收到", "受理"]]),
        (r"(?<![a-z])X(?=件|条)", [["X件", "X条"]]),
        ("(?:共|共计)(?:条|件)", [["共条", "共件", "共计条", "共计件"]]),
        ("(?:共[0-9]{2,}|约)条", [["共", "约"], ["条"]]),
        (r"(?<=第)[一二]年", [["一年", "二年"]]),
        (r"[年月](?=\d)日?", ["年月"]),
        ("(?i:todo)", []),
        ("(?i)todo", []),
        ("[^，]+", []),
        (r"\d", []),
        ("[一-龥]{2}", []),
        ("年|(?:约)?", []),
        ("(?>[，,])(年)?", ["，,"]),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern: str, needs: list[str | list[str]]) -> None:
    assert sorted(map(sorted, needs_of(pattern))) == sorted(map(sorted, needs))


@examples(400)
@given(data=st.data())
def test_what_a_pattern_of_the_form_finds_has_what_it_needs(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(PREPARED))
    text = data.draw(st.from_regex(pattern))
    assert patterns.has_needed(text, NEEDS[pattern])
    assert screened(pattern, NEEDS[pattern]).search(text) is not None


@examples(400)
@given(
    text=st.text(st.sampled_from("一二十是第、.．（(）)㈢1０9⑤\n。：， 标题工作开展"), max_size=14),
    pattern=st.sampled_from([*subheads._STYLES, *(pattern for pattern, _ in oddities._ORDINALS)]),
)
def test_what_the_code_says_of_its_patterns_holds(text: str, pattern: re.Pattern[str]) -> None:
    needs = known_needs(pattern)
    assert needs is not None
    assert patterns.has_needed(text, needs) or re.search(pattern.pattern, text) is None


def test_most_patterns_of_the_checks_need_something() -> None:
    assert sum(bool(needs_of(pattern)) for pattern in PATTERNS) > 0.9 * len(PATTERNS)


def test_with_another_parser_every_pattern_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    needs_of.cache_clear()
    monkeypatch.setattr(sieve.importlib, "import_module", missing)
    assert needs_of("《") == ()
    assert may_be_in("没有书名号", "《")
    needs_of.cache_clear()


def test_what_the_sieve_keeps_back_is_not_even_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = tidying._rule("没有书名", "《[^》]*》", lambda _: "")
    monkeypatch.setattr(tidying, "_RULES", (rule,))
    assert tidying.slips_in("这里没有书的名称") == ()
    assert "finditer" not in vars(rule.pattern)
    assert tidying.slips_in("这里有《书》") != ()
    assert "finditer" in vars(rule.pattern)
