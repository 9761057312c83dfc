"""Findings about a stretch of a report's words, with or without figures beside it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from reportdesk.checks.check import Spec
from reportdesk.checks.finding import Finding
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.report.facts import Facts, Touched

_LONGEST_QUOTE = 30


def text_places(form: Form) -> tuple[Touched, ...]:
    """Return the places of all texts."""
    return tuple(("texts", key) for key in form.text_keys)


def texts_of(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield key and words of every text that somebody wrote."""
    for key in facts.form.text_keys:
        if text := facts.report.texts.get(key, ""):
            yield key, text


def quoted(text: str, span: tuple[int, int]) -> str:
    """Return the words at a span, cut where they are long."""
    words = text[slice(*span)]
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"


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
    """Make a finding about the words at a span; an acceptance lapses when they or the figures change.

    The message may name `section`, `quote` and `words`; `basis` is what else was looked at.
    """
    quote = quoted(facts.report.texts.get(key, ""), span)
    message = spec.message.format_map({"section": facts.form.heading_of(key), "quote": quote, **words})
    looked_at = "\n".join((*words.values(), basis, *(f"{cell}={facts.figure(cell)}" for cell in cells)))
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
        basis=sha256(looked_at.encode("utf-8", "surrogatepass")).hexdigest()[:16],
    )
