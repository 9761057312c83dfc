"""The shape of the data: what `show --json` prints and what a project file holds, as typed records."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta, Struct

#: The version of what `show --json` prints.
SCHEMA = 1

#: The code of the note that a report was rescued from a damaged file.
RESCUED = "read.rescued"

Year = Annotated[int, Meta(ge=0, le=9999)]


class SignatureData(Struct, frozen=True):
    """Who signs, and when: the date as year-month-day."""

    organ: str | None = None
    date: str | None = None


class LastData(Struct, frozen=True):
    """Last year's report: figures by cell key, derived ones as printed, and texts."""

    edition: str | None = None
    organ: str | None = None
    year: Year | None = None
    intro: str | None = None
    cells: dict[str, Any] = {}
    stated: dict[str, Any] = {}
    texts: dict[str, str | None] = {}


class NoteData(Struct, frozen=True):
    """What a reader could not place; `cells` are keys, `section` one where the note is about a heading."""

    code: str = ""
    message: str = ""
    cells: list[str] = []
    section: str = ""


class AcceptanceData(Struct, frozen=True):
    """The clerk's word on a finding, the figures and the end of the sentence it was given for."""

    code: str
    figures: str
    note: str
    end_mark: str | None = None


class ReportData(Struct, frozen=True):
    """A report as `show --json` prints it; everything but `cells` may be left out."""

    cells: dict[str, Any]
    schema: int = SCHEMA
    edition: str | None = None
    organ: str | None = None
    year: Year | None = None
    title: str | None = None
    intro: str | None = None
    stated: dict[str, Any] = {}
    invalid: dict[str, str] = {}
    texts: dict[str, str | None] = {}
    signature: SignatureData | None = None
    level: str | None = None
    last: LastData | None = None
    notes: list[NoteData] = []


class ProjectData(ReportData, frozen=True):
    """The body of a project file: the report, and what only its clerk needs to know."""

    accepted: dict[str, AcceptanceData] = {}
    inherited: dict[str, list[str]] = {}
    unconfirmed: list[str] = []
