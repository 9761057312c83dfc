"""Find the sub-headings of a section in words that somebody typed, however they are numbered or worded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import product

from reportdesk.form.checklist import Options
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.patterns import late, screened
from reportdesk.report.numerals import ORDINALS, write_chinese

#: The check whose options say how sub-headings are spelled.
SUBHEADS = "section.subheads"

#: Spaces are taken whole (*+): no run of them is gone through twice.
_START = r"(?:^|(?<=[\n。；;！？：:]))[^\S\n]*+"
_ORDINAL = rf"[{ORDINALS}]{{1,3}}"
_BRACKETED = rf"(?:[（(][^\S\n]*+{_ORDINAL}[^\S\n]*+[）)]|[㈠-㈩])"
_LABEL = r"[^\S\n]*+(?P<label>[^\n。：:；;，,]{2,30})"
_BRACKETS = "（(㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_DIGITS, _CIRCLED = "0123456789０１２３４５６７８９", "①②③④⑤⑥⑦⑧⑨⑩"
#: The ways to write a sub-heading, the prescribed one first, each with signs of which it has one; the last
#: two stand in for any other.
_STYLES = tuple(
    screened(pattern, (tuple(signs),) if signs else ())
    for pattern, signs in (
        (rf"{_START}{_BRACKETED}[、.．]?{_LABEL}", _BRACKETS),
        (rf"{_START}{_ORDINAL}[是、.．]{_LABEL}", map("".join, product(ORDINALS, "是、.．"))),
        (
            rf"{_START}(?:[（(]?[0-9０-９]{{1,2}}[.．、)）]|[{_CIRCLED}]){_LABEL}",
            (*_CIRCLED, *map("".join, product(_DIGITS, ".．、)）"))),
        ),
        (rf"{_BRACKETED}{_LABEL}", _BRACKETS),
        (r"(?:^|(?<=\n))[^\S\n]*+(?P<label>[^\n。：:；;，,]{2,16})[：:。]?[^\S\n]*+(?=\n|$)", ()),
    )
)
_STAND_INS = {3, 4}
_NO_WORDS = late(r"[\W_]")


class Spellings(Options, frozen=True):
    """How a sub-heading may be worded: telling words by name, likeness (0 to 1), words without content."""

    aliases: dict[str, tuple[str, ...]] = {}
    similarity: float = 0.75
    fillers: tuple[str, ...] = ()


class Subhead(Frozen, frozen=True):
    """A sub-heading as found: which one it is, how it is numbered, where it stands, and what follows it."""

    name: str
    style: int
    span: tuple[int, int]
    body: str = ""


def spellings_of(form: Form) -> Spellings:
    """Return how an edition's sub-headings may be worded."""
    return form.checks.options_of(SUBHEADS, Spellings) or Spellings()


def skeleton_of(names: tuple[str, ...]) -> str:
    """Return sub-headings one a line, numbered as the notice numbers them."""
    return "\n".join(f"（{write_chinese(number)}）{name}" for number, name in enumerate(names, 1))


def find_subheads(text: str, names: tuple[str, ...], spellings: Spellings) -> tuple[Subhead, ...]:
    """Return the sub-headings of a text in the order in which they stand, each name once."""
    candidates = [
        subhead for style in range(len(_STYLES)) for subhead in _candidates(text, style, names, spellings)
    ]
    counts = Counter(style for style, _ in {(subhead.style, subhead.name) for subhead in candidates})
    usual = min(counts, key=lambda style: (-counts[style], style), default=0)
    chosen: dict[str, Subhead] = {}
    for subhead in candidates:
        if subhead.style in {usual, *_STAND_INS}:
            chosen.setdefault(subhead.name, subhead)
    return tuple(_with_bodies(text, sorted(chosen.values(), key=lambda subhead: subhead.span), spellings))


def _candidates(text: str, style: int, names: tuple[str, ...], spellings: Spellings) -> Iterator[Subhead]:
    for match in _STYLES[style].finditer(text):
        label = match["label"]
        if known := _recognise(label, names, spellings):
            name, length = known
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Subhead(name, style, (start, match.start("label") + length))


def _recognise(label: str, names: tuple[str, ...], spellings: Spellings) -> tuple[str, int] | None:
    """Return the name that a label stands for, and where in the label the name ends."""
    places = [
        (label.index(alias), -len(alias), name)
        for name in names
        for alias in (name, *spellings.aliases.get(name, ()))
        if alias in label
    ]
    if places:
        start, length, name = min(places)
        return name, start - length
    likeness, name = max((_likeness(name, label[: len(name) + 2], spellings), name) for name in names)
    return (name, min(len(name) + 2, len(label))) if likeness >= spellings.similarity else None


def _likeness(name: str, label: str, spellings: Spellings) -> float:
    """Return how alike two are (0 to 1); 0 without a long look where too few characters are shared."""
    shared = sum(map(label.__contains__, name))
    if 2 * shared < spellings.similarity * (len(name) + len(label)):
        return 0.0
    return SequenceMatcher(None, name, label).ratio()


def _with_bodies(text: str, found: list[Subhead], spellings: Spellings) -> Iterator[Subhead]:
    ends = [*(subhead.span[0] for subhead in found[1:]), len(text)][: len(found)]
    fillers = re.compile("|".join(map(re.escape, spellings.fillers)) or r"(?!)")
    for subhead, end in zip(found, ends, strict=True):
        body = text[subhead.span[1] : end]
        yield replace(subhead, body=body.strip() if _NO_WORDS.sub("", fillers.sub("", body)) else "")
