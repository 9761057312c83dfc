"""Edits: every change of a Report as a value that can be applied, inverted, merged and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportdesk.changed_span import changed_span
from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Entry, FieldName, Touched, Value, entry, with_entry
from reportdesk.report.model import Report
from reportdesk.report.totals import figures, update


class Change(Frozen, frozen=True):
    """One entry of a report, before and after; None is an absent entry.

    With `at`, only the words of a text that give way from that character on, and those that come there.
    """

    place: Touched
    before: Value
    after: Value
    at: int | None = None

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.place, self.after, self.before, self.at)

    def narrowed(self) -> Change:
        """Return the change of the differing words alone: a step need not hold the whole text twice."""
        before, after = self.before, self.after
        if self.at is not None or not isinstance(before, str) or not isinstance(after, str):
            return self
        start, end, words = changed_span(before, after)
        return Change(self.place, before[start:end], words, start)

    def made(self, value: Value) -> Value:
        """Return what an entry becomes; raise ValueError where it is not what the change was made for."""
        if self.at is None and value == self.before:
            return self.after
        if self.at is not None and isinstance(value, str) and isinstance(self.before, str):
            head, rest = value[: self.at], value[self.at :]
            if len(head) == self.at and rest.startswith(self.before):
                return f"{head}{self.after}{rest[len(self.before) :]}"
        raise ValueError(f"{'.'.join(self.place)} is not what the change expects")


class Edit(Frozen, frozen=True):
    """A named group of changes that counts as one step of undo.

    Edits with the same non-empty `merge` key that follow each other become one step (typing a text).
    """

    name: str
    changes: tuple[Change, ...]
    merge: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is changed: an edit that changes nothing is false."""
        return bool(self.changes)

    def apply(self, report: Report) -> Report:
        """Return the report after the edit; raise ValueError where the report is not what it was made for."""
        for change in self.changes:
            report = with_entry(report, change.place, change.made(entry(report, change.place)))
        return report

    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.name, tuple(change.inverse() for change in reversed(self.changes)), self.merge)

    def narrowed(self) -> Edit:
        """Return the edit with the differing words alone, which no later edit is merged with."""
        return Edit(self.name, tuple(change.narrowed() for change in self.changes), self.merge)

    def merged_with(self, later: Edit) -> Edit:
        """Return one edit for this and a later one, neither of them narrowed."""
        first = {change.place: change for change in self.changes}
        for change in later.changes:
            earlier = first.get(change.place)
            before = earlier.before if earlier else change.before
            first[change.place] = Change(change.place, before, change.after)
        kept = tuple(change for change in first.values() if change.before != change.after)
        return Edit(self.name, kept, self.merge)


def edit_entries(report: Report, name: str, entries: Iterable[Entry], *, merge: str = "") -> Edit:
    """Make an edit that sets entries; what is so already is left out, the last word on an entry counts."""
    wanted: dict[Touched, Value] = {wish[:2]: wish[2] for wish in entries}
    changes = tuple(
        Change(place, before, after)
        for place, after in wanted.items()
        if (before := entry(report, place)) != after
    )
    return Edit(name, changes, merge)


def enter(report: Report, values: Mapping[str, Number | None], *, name: str = "填写") -> Edit:
    """Make an edit that fills entered cells (None blanks one).

    An entered cell is no longer invalid or taken over from last year; a printed total that the sum now
    reaches needs no keeping. Raise KeyError for a key that is derived or unknown.
    """
    for key in values:
        if report.form.cells[key].is_derived:
            raise KeyError(f"{key} is derived")
    return edit_entries(report, name, _entries(report, values))


def _entries(report: Report, values: Mapping[str, Number | None]) -> Iterator[Entry]:
    for key, value in values.items():
        yield "cells", key, value
        yield "invalid", key, None
        yield "unconfirmed", key, None
    if not report.stated:
        return
    after = figures(report)
    trial = edit_entries(report, "", (("cells", key, value) for key, value in values.items())).apply(report)
    for key in update(after, trial, values).reached:
        if key in report.stated and after[key] == report.stated[key]:
            yield "stated", key, None


def take_sums(report: Report, keys: Iterable[str]) -> Edit:
    """Make an edit by which derived cells take the sum of their parts instead of the printed figure."""
    return edit_entries(report, "采用合计", (("stated", key, None) for key in keys))


def fill_blanks(report: Report, keys: Iterable[str], value: Number = 0) -> Edit:
    """Make an edit that fills those of some entered cells that are blank."""
    cells = report.form.cells
    blank = {key: value for key in keys if not cells[key].is_derived and key not in report.cells}
    return enter(report, blank, name="空格填 0")


def keep_unfit(report: Report, key: str, text: str) -> Edit:
    """Make an edit that keeps beside a blank cell what was typed there and no cell can hold."""
    return edit_entries(report, "填写", [("invalid", key, text)])


def write_text(report: Report, section: str, text: str) -> Edit:
    """Make an edit that replaces a section's words; typing in one section merges into one step."""
    return edit_entries(report, "编辑文字", [("texts", section, text or None)], merge=f"texts.{section}")


def set_field(report: Report, name: FieldName, value: str | int) -> Edit:
    """Make an edit of organ, year, level, title or signature; typing in one field merges into one step."""
    return edit_entries(report, "修改基本信息", [("fields", name, value)], merge=f"fields.{name}")


def confirm(report: Report, cells: Iterable[str] = (), paragraphs: Iterable[tuple[str, str]] = ()) -> Edit:
    """Make an edit that confirms cells and (section, paragraph) pairs taken over from last year."""
    left: dict[str, tuple[str, ...]] = {}
    for section, paragraph in paragraphs:
        kept = left.get(section, report.inherited.get(section, ()))
        left[section] = tuple(other for other in kept if other != paragraph)
    entries: list[Entry] = [("unconfirmed", key, None) for key in cells]
    entries += [("inherited", section, kept or None) for section, kept in left.items()]
    return edit_entries(report, "确认沿用", entries)
