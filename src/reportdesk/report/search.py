"""Find places in a report: cells by their names, words by what they say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reportdesk.form.place import place_of
from reportdesk.report.model import Report
from reportdesk.report.totals import Figures

#: More hits than these nobody looks through.
_MOST_HITS = 200
#: Characters shown before and behind what was found.
_CHARACTERS_AROUND = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found: a cell's `key`, or a `section` with the [start, end) of the words."""

    place: str
    excerpt: str
    key: str = ""
    section: str = ""
    span: tuple[int, int] = (0, 0)


def search(report: Report, figures: Figures, words: str) -> tuple[Hit, ...]:
    """Return at most 200 hits: cells whose names hold all of the words, then texts that hold the phrase."""
    phrase = _plain(words).strip()
    if not phrase:
        return ()
    found = (
        *islice(_cells(report, figures, phrase.split()), _MOST_HITS),
        *islice(_texts(report, phrase), _MOST_HITS),
    )
    return found[:_MOST_HITS]


def _cells(report: Report, figures: Figures, words: list[str]) -> Iterator[Hit]:
    for key, cell in report.form.cells.items():
        names = _plain("".join((report.form.table(cell.table).name, *cell.labels)))
        if all(word in names for word in words):
            yield Hit(place_of(report.form, key), cell.kind.show(figures[key]) or "空白", key)


def _texts(report: Report, phrase: str) -> Iterator[Hit]:
    places = {key: report.form.heading_of(key) for key in report.form.text_keys}
    for section, place in places.items():
        text = report.texts.get(section, "")
        plain = _plain(text)
        start = plain.find(phrase) if len(plain) == len(text) else text.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            yield Hit(place, _excerpt(text, start, end), section=section, span=(start, end))
            start = (plain if len(plain) == len(text) else text).find(phrase, end)


def _excerpt(text: str, start: int, end: int) -> str:
    left, right = max(0, start - _CHARACTERS_AROUND), min(len(text), end + _CHARACTERS_AROUND)
    words = text[left:right].replace("\n", " ")
    return f"{'…' if left else ''}{words}{'…' if right < len(text) else ''}"


def _plain(text: str) -> str:
    """Fold what a clerk takes for the same: full and half width, capitals, kinds of brackets."""
    return unicodedata.normalize("NFKC", text).casefold()
