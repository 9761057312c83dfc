"""This year's figures beside last year's in words: 较上年减少3件, 同比增长50%, 上年为11件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from reportdesk.frozen import Frozen
from reportdesk.prose.figures.cutting.groups import Group, groups_in
from reportdesk.prose.figures.cutting.tokens import Token
from reportdesk.prose.figures.meaning.mentions import LAST_YEAR, Mention
from reportdesk.prose.figures.reading.paragraph import read_paragraph, sentences_of_paragraph
from reportdesk.prose.lexicon.lexicon import Lexicon
from reportdesk.prose.text.numerals import Numeral
from reportdesk.prose.text.remembered import remembered

ComparisonKind = Literal["last", "change", "percent"]
PERCENT = frozenset("%％")


class Comparison(Frozen, frozen=True):
    """A number at [start, end) of a paragraph: last year's figure, the change since, or that in per cent.

    `mention` tells which figure is compared; for last year's own it is the number itself. `is_more` tells
    the direction of a change.
    """

    kind: ComparisonKind
    mention: Mention
    numeral: Numeral
    is_more: bool
    start: int
    end: int


@remembered
def comparisons_in(paragraph: str, year: int, lexicon: Lexicon) -> tuple[Comparison, ...]:
    """Return what the paragraph of a report for a year says of the year before."""
    read = {start: one.mentions for start, one in read_paragraph(paragraph, lexicon)}
    found: list[Comparison] = []
    for shift, sentence in sentences_of_paragraph(paragraph):
        mentions = read.get(shift, ())
        groups = groups_in(sentence, lexicon)
        compared = [*_of_last_year(groups, mentions, year), *_of_sentence(groups, mentions, year)]
        found += (replace(one, start=shift + one.start, end=shift + one.end) for one in compared)
    return tuple(found)


def _of_last_year(groups: Sequence[Group], mentions: Sequence[Mention], year: int) -> Iterator[Comparison]:
    """Yield figures that are last year's by their year, as 2023年收到申请38件; 因…引发 is no such."""
    reasons = [group.span for group in groups if group.has("cause")]
    for mention in mentions:
        if any(start <= mention.start < end for start, end in reasons):
            continue
        if mention.numeral is not None and mention.year in {LAST_YEAR, year - 1} and not mention.is_doubtful:
            yield Comparison("last", mention, mention.numeral, False, mention.start, mention.end)


def _of_sentence(groups: Sequence[Group], mentions: Sequence[Mention], year: int) -> Iterator[Comparison]:
    numbers = [one for one in mentions if one.numeral is not None and not one.year < 0]
    for place, group in enumerate(groups):
        if not (group.has("compare") or _is_bare(group, year)) or _is_shared(group):
            continue
        tokens = [*group.tokens, *_in_brackets(groups, place)]
        mention = _compared(numbers, tokens)
        if mention is not None and (not mention.year or mention.year == year):
            yield from _in_tokens(tokens, mention, year)


def _is_bare(group: Group, year: int) -> bool:
    """Tell whether a group says nothing but last year's number: 上年为11件."""
    is_last = group.has("last_year") or any(token.year == year - 1 for token in group.tokens)
    return is_last and all(
        token.kind in {"number", "year"} or bool(token.roles & {"filler", "last_year"})
        for token in group.tokens
    )


def _is_shared(group: Group) -> bool:
    """Tell whether several figures share the group's numbers: 分别减少1件、2件."""
    return group.has("all") or group.has("in_turn") or group.has("each")


def _in_brackets(groups: Sequence[Group], place: int) -> Iterator[Token]:
    """Yield what stands in brackets after a group, and goes on after them: 比2022年（31起）下降29%."""
    for other in groups[place + 1 : place + 3]:
        if other.after_kind not in {"open", "close"}:
            return
        yield from other.tokens


def _compared(numbers: Sequence[Mention], tokens: Sequence[Token]) -> Mention | None:
    """Return the figure told last before a comparison; none where two share it or it is unsure."""
    first = next((token.start for token in tokens if "compare" in token.roles), tokens[0].start)
    before = [mention for mention in numbers if mention.start < first]
    if not before or before[-1].is_doubtful:
        return None
    return before[-1]


def _in_tokens(tokens: Sequence[Token], mention: Mention, year: int) -> Iterator[Comparison]:
    """Yield what is said after words that mean last year, as far as nothing unknown stands between."""
    is_against_last, direction = False, ""
    for token in tokens:
        if token.roles & {"last_year", "since_last"} or token.year == year - 1:
            is_against_last, direction = True, ""
        elif token.year or token.kind == "unknown" or "about" in token.roles:
            is_against_last = False
        elif token.roles & {"more", "less"}:
            direction = "more" if "more" in token.roles else "less"
        elif token.numeral is not None and is_against_last:
            yield from _between(token, mention, direction)


def _between(token: Token, mention: Mention, direction: str) -> Iterator[Comparison]:
    numeral = token.numeral
    if numeral is None or numeral.is_about or numeral.scale != 1 or mention.numeral is None:
        return
    span = token.start, token.end
    is_of_its_unit = numeral.unit == mention.numeral.unit
    if numeral.unit in PERCENT and direction:
        yield Comparison("percent", mention, numeral, direction == "more", *span)
    elif is_of_its_unit and direction:
        yield Comparison("change", mention, numeral, direction == "more", *span)
    elif is_of_its_unit:
        yield Comparison("last", mention, numeral, False, *span)
