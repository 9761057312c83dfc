"""A Report: one organ's answers for one year, immutable, every change of it an Edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.parts import Level
from reportdesk.frozen import Frozen


class Note(Frozen, frozen=True):
    """What a reader could not place or had to change, said to the clerk; `cells` are keys.

    A note on a heading has the code of the check that repeats it as a finding (`section.missing`,
    `section.order`, `section.heading`) and the key of the `section` meant.
    """

    code: str
    message: str
    cells: tuple[str, ...] = ()
    section: str = ""


class Acceptance(Frozen, frozen=True):
    """The clerk's word on a finding; it counts only while the finding's figures stay as they were.

    `subject` names what the finding is about (`Finding.subject`), `figures` what it compared, `end_mark`
    what its sentence ended with: None for no sentence, and in files of before.
    """

    code: str
    subject: str
    figures: str
    note: str
    end_mark: str | None = None


class LastYear(Frozen, frozen=True):
    """Last year's report as a snapshot: figures by key (derived ones too, as printed) and texts."""

    edition: str
    year: int
    organ: str
    cells: Mapping[str, Number] = msgspec.field(default_factory=dict)
    texts: Mapping[str, str] = msgspec.field(default_factory=dict)


class Report(Frozen, frozen=True):
    """The answers: figures by cell key (an absent key is blank, never 0), texts by section key.

    `cells` holds entered cells only; sums are derived (`reportdesk.report.totals`). `stated` keeps the
    printed figure of a derived cell where it may differ from its sum, `invalid` what no cell can hold,
    as given. `title` is empty while it follows organ and year. A text's paragraphs are separated by
    one newline. `inherited` lists, by section, the paragraphs that came from last year and that nobody
    has confirmed; an edited paragraph is no longer among them. `unconfirmed` names the cells taken over
    from last year in the same way. `extra` keeps what a newer program wrote into the file.
    """

    form: Form
    organ: str = ""
    year: int = 0
    level: str = ""
    title: str = ""
    signature_organ: str = ""
    signature_date: str = ""
    cells: Mapping[str, Number] = msgspec.field(default_factory=dict)
    stated: Mapping[str, Number] = msgspec.field(default_factory=dict)
    invalid: Mapping[str, str] = msgspec.field(default_factory=dict)
    texts: Mapping[str, str] = msgspec.field(default_factory=dict)
    inherited: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    unconfirmed: Mapping[str, bool] = msgspec.field(default_factory=dict)
    accepted: Mapping[str, Acceptance] = msgspec.field(default_factory=dict)
    last: LastYear | None = None
    notes: tuple[Note, ...] = ()
    extra: Mapping[str, Any] = msgspec.field(default_factory=dict)

    @property
    def printed_title(self) -> str:
        """Return the title as it is printed: the clerk's own, else what the notice prescribes."""
        return self.title or self.form.title_of(self.organ, self.year)

    @property
    def printed_signature(self) -> str:
        """Return the organ as it signs: its own wording, else the organ's name."""
        return self.signature_organ or self.organ

    @property
    def organ_level(self) -> Level:
        """Return the level that was chosen, else the one that the organ's name tells."""
        return self.form.level(self.level) if self.level else self.form.level_of(self.organ)

    def paragraphs(self, section: str) -> tuple[str, ...]:
        """Return a section's paragraphs; a section nobody wrote has none."""
        text = self.texts.get(section, "")
        return tuple(text.split("\n")) if text else ()

    def is_inherited(self, section: str, paragraph: str) -> bool:
        """Tell whether a paragraph still stands as it came from last year, unconfirmed."""
        return bool(paragraph.strip()) and paragraph in self.inherited.get(section, ())
