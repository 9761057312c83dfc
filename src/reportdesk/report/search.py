"""Find places in a report: cells by their names, words by what they say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import chain, islice

from reportdesk.form.place import place_of
from reportdesk.frozen import Frozen
from reportdesk.report.model import Report
from reportdesk.report.totals import Figures

#: More hits than these nobody looks through.
MOST_HITS = 200
#: Characters shown before and behind what was found.
_CHARACTERS_AROUND = 12


class Hit(Frozen, frozen=True):
    """A place that was found: a cell's `key`, or a `section` with the [start, end) of the words.

    Neither stands where it is a field of the report itself: its organ, title or signature.
    """

    place: str
    excerpt: str
    key: str = ""
    section: str = ""
    span: tuple[int, int] = (0, 0)


def search(report: Report, figures: Figures, words: str) -> tuple[Hit, ...]:
    """Return at most 200 hits: the report's own fields and texts that hold the phrase, then cells.

    Nearly every cell's name holds 申请 or 公开: first come the few places where somebody wrote it. A cell is
    found where its names hold all of the words, or where it shows the figure that they are.
    """
    phrase = _folded(words).strip()
    if not phrase:
        return ()
    found = chain(
        _fields(report, words.strip()),
        _hits_in_texts(report, words.strip()),
        _cells(report, figures, phrase.split()),
    )
    return tuple(islice(found, MOST_HITS))


def _cells(report: Report, figures: Figures, words: list[str]) -> Iterator[Hit]:
    for key, cell in report.form.cells.items():
        names = _folded("".join((report.form.table(cell.table).name, *cell.labels)))
        shown = cell.kind.show(figures[key])
        if all(word in names for word in words) or [shown] == words:
            yield Hit(place_of(report.form, key), shown or "空白", key)


def _fields(report: Report, phrase: str) -> Iterator[Hit]:
    said = {"机关名称": report.organ, "标题": report.title, "落款机关": report.signature_organ}
    for name, text in said.items():
        for start, end in islice(spans_of(text, phrase), 1):
            yield Hit(f"基本信息 · {name}", _excerpt(text, start, end))


def _hits_in_texts(report: Report, phrase: str) -> Iterator[Hit]:
    places = {key: report.form.heading_of(key) for key in report.form.text_keys}
    for section, place in places.items():
        text = report.texts.get(section, "")
        for start, end in spans_of(text, phrase):
            yield Hit(place, _excerpt(text, start, end), section=section, span=(start, end))


def spans_of(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of words in a text, whatever their width and case; none for no words."""
    plain, phrase = _folded_in_place(text), _folded_in_place(words)
    start = plain.find(phrase) if phrase else -1
    while start >= 0:
        yield start, start + len(phrase)
        start = plain.find(phrase, start + len(phrase))


def _excerpt(text: str, start: int, end: int) -> str:
    left, right = max(0, start - _CHARACTERS_AROUND), min(len(text), end + _CHARACTERS_AROUND)
    words = text[left:right].replace("\n", " ")
    return f"{'…' if left else ''}{words}{'…' if right < len(text) else ''}"


def _folded_in_place(text: str) -> str:
    """Fold each character that stays one; … and ㎞ stay as they are."""
    folded = _folded(text)
    if len(folded) == len(text):
        return folded
    return text.translate({ord(sign): one for sign in set(text) if len(one := _folded(sign)) == 1})


def _folded(text: str) -> str:
    """Fold what a clerk takes for the same: full and half width, capitals, kinds of brackets."""
    return unicodedata.normalize("NFKC", text).casefold()
