"""Findings about a stretch of a report's words, with or without figures beside it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from reportdesk.checks.check import Told
from reportdesk.checks.finding import Finding
from reportdesk.checks.view import Place, View
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.report.model import INTRO

_INTRO_NAME = "引言"
_LONGEST_QUOTE = 30


def text_keys(form: Form) -> tuple[str, ...]:
    """Return the keys of all texts that a report may have: the introduction and every section's words."""
    return (INTRO, *(section.key for section in form.sections))


def text_places(form: Form) -> tuple[Place, ...]:
    """Return the places of all texts."""
    return tuple(("texts", key) for key in text_keys(form))


def texts_of(view: View) -> Iterator[tuple[str, str]]:
    """Yield key and words of every text that somebody wrote."""
    for key in text_keys(view.form):
        if text := view.report.texts.get(key, ""):
            yield key, text


def paragraphs_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield every paragraph of a text with the place where it begins."""
    start = 0
    for paragraph in text.split("\n"):
        yield start, paragraph
        start += len(paragraph) + 1


def name_of(form: Form, key: str) -> str:
    """Return how a text is called: its section's heading, or the introduction."""
    return _INTRO_NAME if key == INTRO else form.section(key).heading


def quoted(text: str, span: tuple[int, int]) -> str:
    """Return the words at a span, cut where they are long."""
    words = text[slice(*span)]
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"


def found_in_words(  # noqa: PLR0913
    told: Told,
    view: View,
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
    quote = quoted(view.report.texts.get(key, ""), span)
    message = told.message.format_map({"section": name_of(view.form, key), "quote": quote, **words})
    looked_at = "\n".join((*words.values(), basis, *(f"{cell}={view.figure(cell)}" for cell in cells)))
    return Finding(
        told.code,
        told.severity,
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
