"""Findings about a stretch of a report's words, with or without figures beside it."""

from __future__ import annotations

from functools import lru_cache

from reportdesk.checks.check import Spec, digest_of
from reportdesk.checks.examined_text import examined_part
from reportdesk.checks.finding import Finding
from reportdesk.form.formula import Number
from reportdesk.prose.text.clauses import end_mark_at, sentence_around
from reportdesk.report.characters import set_right
from reportdesk.report.facts import Facts

#: Characters of the words that a finding repeats, so that its card stays small.
_LONGEST_QUOTE_CHARACTERS = 30


def words_of(facts: Facts, key: str) -> str:
    """Return the words of a text as far as they are checked, "" where nobody wrote any.

    Characters that only look like the usual ones are the usual ones here, each in its place.
    """
    return _usual(facts.report.texts.get(key, ""))


@lru_cache(maxsize=16)
def _usual(text: str) -> str:
    return set_right(examined_part(text))


def quoted(text: str, span: tuple[int, int]) -> str:
    """Return the words at a span, cut where they are long."""
    words = text[slice(*span)]
    return words if len(words) <= _LONGEST_QUOTE_CHARACTERS else f"{words[:_LONGEST_QUOTE_CHARACTERS]}…"


def found_in_words(  # noqa: PLR0913
    spec: Spec,
    facts: Facts,
    key: str,
    span: tuple[int, int],
    *,
    cells: tuple[str, ...] = (),
    left: Number | None = None,
    right: Number | None = None,
    basis: str = "",
    **words: str,
) -> Finding:
    """Make a finding about the words at a span; an acceptance is of this one place.

    It lapses when the sentence changes, or a figure. The message may name `section`, `quote` and `words`;
    `basis` is what else was looked at.
    """
    text = facts.report.texts.get(key, "")
    quote = quoted(text, span)
    message = spec.message.format_map({"section": facts.form.heading_of(key), "quote": quote, **words})
    looked_at = (*words.values(), basis, *(f"{cell}={facts.figure(cell)}" for cell in cells))
    start, end = sentence_around(text, *span)
    sentence = text[start:end].strip()
    return Finding(
        spec.code,
        spec.severity,
        message,
        cells,
        left,
        right,
        left - right if left is not None and right is not None else None,
        section=key,
        span=span,
        quote=quote,
        basis=digest_of(*looked_at, sentence),
        mark=_mark(text, sentence, start, span),
        end_mark=end_mark_at(text, end),
        former_basis=digest_of(*looked_at),
    )


def _mark(text: str, sentence: str, start: int, span: tuple[int, int]) -> str:
    """Return what tells a place from all others that say the same words: the sentence, and where in it.

    Of several equal sentences the number tells which.
    """
    before = text.count(sentence, 0, start)
    place = f"{digest_of(sentence)[:8]}.{span[0] - start}"
    return f"{place}.{before}" if before else place
