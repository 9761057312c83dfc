"""Two reports side by side: each difference that shows on paper, and the Edit that takes some of them.

`base` is what stands, `read` what a file says. Differences are cells, paragraphs and fields; each can be
taken or left by itself. What does not show on paper (acceptances, last year) always stays the base's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from reportdesk.form.model import INTRO, Form
from reportdesk.form.place import place_of
from reportdesk.frozen import Frozen
from reportdesk.report.align import Hunk, align, with_hunks
from reportdesk.report.dates import day_in_words
from reportdesk.report.edit import Edit, edit_entries
from reportdesk.report.entries import Entry
from reportdesk.report.model import Report
from reportdesk.report.shown import Shown, compact, shown
from reportdesk.report.totals import dependants, figures, printed

DifferenceKind = Literal["title", "signature", "date", "words", "cell"]

_FIELDS = {"title": "标题", "signature": "落款机关", "date": "落款日期"}


class Difference(Frozen, frozen=True):
    """One thing that two reports print otherwise; `key` is a cell's, a section's, or empty.

    `before` and `after` are as printed, "" for nothing; `hunk` says where different words stand.
    """

    kind: DifferenceKind
    key: str
    before: str
    after: str
    hunk: Hunk | None = None

    @property
    def worded(self) -> tuple[str, str]:
        """Return before and after as a clerk writes them: a day in words."""
        if self.kind == "date":
            return day_in_words(self.before), day_in_words(self.after)
        return self.before, self.after

    def place(self, form: Form) -> str:
        """Say where it stands, in a clerk's words."""
        if self.kind == "cell":
            return place_of(form, self.key)
        if self.kind == "words":
            return form.heading_of(self.key)
        return _FIELDS[self.kind]


def compare(base: Report, read: Report) -> tuple[Difference, ...]:
    """Return what two reports print otherwise, in printed order; cells of another form are left out."""
    ours, theirs = shown(base), shown(read)
    return (
        *_titles(base, read, ours, theirs),
        *_word_differences(base, read, INTRO),
        *_part_differences(base, read, ours, theirs),
    )


def take(base: Report, read: Report, differences: Iterable[Difference], *, name: str = "读入文件") -> Edit:
    """Make the edit by which the base takes some differences from what was read; all else stays.

    A sum above a cell that is taken keeps the figure that the file prints, where that is another.
    """
    taken = tuple(differences)
    entries = [*_fields(base, read, taken), *_text_entries(base, taken)]
    for key in (difference.key for difference in taken if difference.kind == "cell"):
        if not base.form.cells[key].is_derived:
            entries += _figure_entries(read, key)
    changed = edit_entries(base, name, entries).apply(base)
    keys = frozenset(difference.key for difference in taken if difference.kind == "cell")
    return edit_entries(base, name, [*entries, *_sums(base, changed, read, keys)])


def _titles(base: Report, read: Report, ours: Shown, theirs: Shown) -> Iterator[Difference]:
    if ours.title != theirs.title:
        yield Difference("title", "", ours.title, theirs.title)
    follows = ours.title != theirs.title and _sign_by_title(base, read)
    if ours.signature != theirs.signature and not follows:
        yield Difference("signature", "", ours.signature, theirs.signature)
    if ours.date != theirs.date:
        yield Difference("date", "", ours.date, theirs.date)


def _part_differences(base: Report, read: Report, ours: Shown, theirs: Shown) -> Iterator[Difference]:
    for section in base.form.sections:
        yield from _word_differences(base, read, section.key)
        for cell in base.form.cells_of(section.table) if section.table else ():
            before = ours.figures[cell.key]
            after = theirs.figures.get(cell.key, before) or read.invalid.get(cell.key, "")
            if after not in {before, base.invalid.get(cell.key, before)}:
                yield Difference("cell", cell.key, before, after)


def _word_differences(base: Report, read: Report, section: str) -> Iterator[Difference]:
    paragraphs = base.paragraphs(section)
    for hunk in align(paragraphs, read.paragraphs(section)):
        before = "\n".join(paragraphs[hunk.start : hunk.end])
        yield Difference("words", section, before, "\n".join(hunk.lines), hunk)


def _fields(base: Report, read: Report, taken: Iterable[Difference]) -> Iterator[Entry]:
    kinds = {difference.kind for difference in taken}
    organ = base.organ
    if "title" in kinds and shown(read).title:
        organ = read.organ or base.organ
        yield "fields", "organ", organ
        yield "fields", "year", read.year or base.year
        yield "fields", "title", read.title
    if "date" in kinds:
        yield "fields", "signature_date", read.signature_date
    follows = "title" in kinds and _sign_by_title(base, read)
    if kinds & {"title", "signature"} and not follows:
        signs = read.printed_signature if "signature" in kinds else base.printed_signature
        if compact(signs) != compact(base.signature_organ or organ):
            yield "fields", "signature_organ", "" if signs == organ else signs


def _sign_by_title(base: Report, read: Report) -> bool:
    """Tell whether in both reports the organ of the title signs, so that one word counts for both places."""
    return not base.signature_organ and not read.signature_organ


def _text_entries(base: Report, taken: Iterable[Difference]) -> Iterator[Entry]:
    hunks: dict[str, list[Hunk]] = {}
    for difference in taken:
        if difference.hunk is not None:
            hunks.setdefault(difference.key, []).append(difference.hunk)
    for section, found in hunks.items():
        yield "texts", section, "\n".join(with_hunks(base.paragraphs(section), found)) or None


def _figure_entries(read: Report, key: str) -> Iterator[Entry]:
    yield "cells", key, read.cells.get(key)
    yield "invalid", key, read.invalid.get(key)
    yield "unconfirmed", key, None


def _sums(base: Report, changed: Report, read: Report, keys: frozenset[str]) -> Iterator[Entry]:
    """Yield what becomes of the printed figures of sums that were taken, or that stand above what was."""
    sums, ours, theirs = figures(changed), printed(base, figures(base)), printed(read, figures(read))
    entered = frozenset(key for key in keys if not base.form.cells[key].is_derived)
    above = {cell.key for cell in dependants(base.form, entered)}
    for key in filter((above | (keys - entered)).__contains__, base.form.cells):
        said = theirs.get(key)
        if key in keys or said == ours[key]:
            yield "stated", key, None if said == sums[key] else said
