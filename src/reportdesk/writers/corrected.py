"""A corrected report beside the published one: what stood at each place, for pages that mark corrections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from reportdesk.errors import FormError
from reportdesk.patterns import late
from reportdesk.report.align import align, changed_spans
from reportdesk.report.model import Report
from reportdesk.report.shown import compact, plain_day, plain_line
from reportdesk.writers.context import (
    Grid,
    MarkedPiece,
    PrintedBox,
    PrintedParagraph,
    PrintedPart,
    context,
    split_lead,
)

#: What a place that was blank is said to have held.
_NOTHING = "空白"
_WORDS = late(r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*[%％]?|[A-Za-z]+|.", re.DOTALL)
#: Changes with fewer words between them are marked as one.
_TOGETHER_WORDS = 2
#: Beyond, two paragraphs are not compared word by word.
_LONGEST_CHARACTERS = 5_000


def corrected_context(report: Report, published: Report) -> dict[str, Any]:
    """Return a template's names with what stood at each corrected place; raise FormError for another form.

    Boxes and paragraphs say it themselves; `was` has it for the other names, `corrections` counts all.
    """
    if published.form is not report.form:
        raise FormError(
            f"两份报告的表格不同（{published.form.edition} 版和 {report.form.edition} 版），标不出更正",
            remedy="请选同一年的两份报告",
        )
    names, before = context(report), context(published)
    counted = [0]
    # The introduction has no key of its own among the sections, but stands first in both.
    keys = report.form.text_keys
    parts = tuple(
        _part(part, other, published.paragraphs(key), report.paragraphs(key), counted)
        for key, part, other in zip(keys, names["parts"], before["parts"], strict=True)
    )
    was = _fields(names, before)
    count = counted[0] + sum(map(bool, was.values()))
    return names | {"parts": parts, "was": was, "corrections": count}


def _fields(names: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, str]:
    plain = {"title": compact, "signature_organ": compact, "signature_date": plain_day}
    return {
        key: "" if norm(names[key]) == norm(before[key]) else before[key] or _NOTHING
        for key, norm in plain.items()
    }


def _part(
    part: PrintedPart, before: PrintedPart, old: tuple[str, ...], new: tuple[str, ...], counted: list[int]
) -> PrintedPart:
    grid = part.grid
    if grid is not None and before.grid is not None:
        grid = _grid(grid, before.grid, counted)
    return PrintedPart(part.heading, tuple(_paragraphs(old, new, counted)), grid)


def _grid(grid: Grid, before: Grid, counted: list[int]) -> Grid:
    """Return a table whose corrected boxes say what stood in them."""
    old = {place.box.key: place.text for place in before.places if place.box.key}

    def marked(place: PrintedBox) -> PrintedBox:
        key = place.box.key
        if not key or old.get(key, place.text) == place.text:
            return place
        counted[0] += 1
        return replace(place, was=old[key] or _NOTHING)

    bands = tuple(tuple(tuple(marked(place) for place in row) for row in band) for band in grid.bands)
    return replace(grid, bands=bands)


def _paragraphs(old: tuple[str, ...], new: tuple[str, ...], counted: list[int]) -> Iterator[PrintedParagraph]:
    """Yield the new paragraphs, those that changed with their corrections, and those that are gone."""
    at, passed = 0, 0
    for hunk in align(old, new):
        counted[0] += 1
        same = sum(bool(plain_line(text)) for text in old[passed : hunk.start])
        while same:
            same -= bool(plain_line(new[at]))
            yield split_lead(new[at])
            at += 1
        gone = [text for text in old[hunk.start : hunk.end] if plain_line(text)]
        came = len(hunk.lines)
        while came:
            text = new[at]
            at += 1
            if not plain_line(text):
                yield split_lead(text)
                continue
            came -= 1
            lead = split_lead(text)
            pieces = pieces_of(gone.pop(0), text) if gone else (MarkedPiece("new", text),)
            yield PrintedParagraph(lead.lead, lead.rest, pieces)
        for text in gone:
            yield PrintedParagraph("", text, (MarkedPiece("was", text),))
        passed = hunk.end
    yield from map(split_lead, new[at:])


def pieces_of(before: str, after: str) -> tuple[MarkedPiece, ...]:
    """Return a changed paragraph in pieces; a figure is marked whole, never a digit of it."""
    if max(len(before), len(after)) > _LONGEST_CHARACTERS:
        return MarkedPiece("was", before), MarkedPiece("new", after)
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    spans = changed_spans(old, new, _TOGETHER_WORDS)
    return tuple(piece for piece in _cut(old, new, spans) if piece.text)


def _cut(old: list[str], new: list[str], spans: Iterable[tuple[int, int, int, int]]) -> Iterator[MarkedPiece]:
    at = 0
    for a, b, c, d in spans:
        yield MarkedPiece("same", "".join(new[at:c]))
        yield MarkedPiece("was", "".join(old[a:b]))
        yield MarkedPiece("new", "".join(new[c:d]))
        at = d
    yield MarkedPiece("same", "".join(new[at:]))
