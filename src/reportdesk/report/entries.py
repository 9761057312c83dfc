"""The entries of a report, part by part: what an edit sets, what a check may watch."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from reportdesk.form.formula import Number
from reportdesk.report.model import Acceptance, Report

#: The fields of a report that a clerk fills in.
FieldName = Literal["organ", "year", "level", "title", "signature_organ", "signature_date"]
#: The parts whose keys are those of cells, and those whose keys are those of texts.
CellPart = Literal["cells", "stated", "invalid", "unconfirmed"]
TextPart = Literal["texts", "inherited"]

#: A place in a report that an edit can touch: its part and its key; for `cells` derived keys too.
Touched = tuple[CellPart | TextPart | Literal["accepted"], str] | tuple[Literal["fields"], FieldName]
#: One entry with its value; None is an absent entry.
Entry = (
    tuple[Literal["cells", "stated"], str, Number | None]
    | tuple[Literal["invalid", "texts"], str, str | None]
    | tuple[Literal["inherited"], str, tuple[str, ...] | None]
    | tuple[Literal["unconfirmed"], str, bool | None]
    | tuple[Literal["accepted"], str, Acceptance | None]
    | tuple[Literal["fields"], FieldName, str | int]
)
#: The value of any entry.
Value = Number | str | bool | tuple[str, ...] | Acceptance | None


def entry(report: Report, place: Touched) -> Value:
    """Return what stands at one place of a report; None where nothing does."""
    part, key = place
    value: Value = getattr(report, key) if part == "fields" else getattr(report, part).get(key)
    return value


def with_entry(report: Report, place: Touched, value: Value) -> Report:
    """Return the report with one entry changed; None takes the entry out."""
    part, key = place
    if part == "fields":
        changed: dict[str, Any] = {key: value}
        return replace(report, **changed)
    entries: dict[str, Value] = dict(getattr(report, part))
    if value is None:
        entries.pop(key, None)
    else:
        entries[key] = value
    changed = {part: entries}
    return replace(report, **changed)
