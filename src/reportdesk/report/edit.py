"""Edits: every change of a Report as a value that can be applied, inverted, merged and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Entry, FieldName, Touched, Value, entry, with_entry
from reportdesk.report.model import Report
from reportdesk.report.totals import figures, update

#: What can be taken back: more than a day's steps, in some 20 MB of words before and after each.
MOST_STEPS, MOST_CHARACTERS = 2_000, 10_000_000
#: What a change takes beside its words, as characters.
_CHANGE_CHARACTERS = 100


class Change(Frozen, frozen=True):
    """One entry of a report, before and after; None is an absent entry."""

    place: Touched
    before: Value
    after: Value

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.place, self.after, self.before)


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
            if entry(report, change.place) != change.before:
                raise ValueError(f"{'.'.join(change.place)} is not what the edit {self.name!r} expects")
            report = with_entry(report, change.place, change.after)
        return report

    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.name, tuple(change.inverse() for change in reversed(self.changes)), self.merge)

    def merged_with(self, later: Edit) -> Edit:
        """Return one edit for this and a later one."""
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


class History(msgspec.Struct):
    """The edits done and undone; edits of one text merge until something seals the step.

    The oldest steps are forgotten where there are too many of them or they hold too much.
    """

    done: list[Edit] = msgspec.field(default_factory=list)
    undone: list[Edit] = msgspec.field(default_factory=list)
    _sealed: bool = False
    _characters: int = 0

    def push(self, edit: Edit) -> None:
        """Add an edit that was just applied; it merges with the one before where both allow."""
        self._characters -= sum(map(_characters_of, self.undone))
        self.undone.clear()
        step = edit
        if self._merges(edit):
            before = self.done.pop()
            self._characters -= _characters_of(before)
            step = before.merged_with(edit)
        if step:
            self.done.append(step)
            self._characters += _characters_of(step)
            self._forget()
        # A step that merged away leaves an older one on top, which was complete.
        self._sealed = not step

    def undo(self) -> Edit | None:
        """Move the last edit to the undone ones; return its inverse, None where there is none."""
        if not self.done:
            return None
        self.seal()
        self.undone.append(self.done.pop())
        return self.undone[-1].inverse()

    def redo(self) -> Edit | None:
        """Move the edit undone last back; return it, None where there is none."""
        if not self.undone:
            return None
        self.done.append(self.undone.pop())
        self.seal()
        return self.done[-1]

    def seal(self) -> None:
        """Let the next edit begin a step of its own (focus left, a pause, a save)."""
        self._sealed = True

    def _forget(self) -> None:
        """Forget the oldest steps, never the last one."""
        while len(self.done) > MOST_STEPS or (self._characters > MOST_CHARACTERS and len(self.done) > 1):
            self._characters -= _characters_of(self.done.pop(0))

    def _merges(self, edit: Edit) -> bool:
        before = self.done[-1].merge if self.done else ""
        return bool(before) and before == edit.merge and not self._sealed


def _characters_of(edit: Edit) -> int:
    values = (value for change in edit.changes for value in (change.before, change.after))
    words = sum(len(value) for value in values if isinstance(value, str))
    return words + _CHANGE_CHARACTERS * len(edit.changes)
