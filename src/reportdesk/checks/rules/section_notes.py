"""section.missing, section.order, section.heading: six headings, fixed in words and order (〔2021〕30号).

A report from our own file cannot lack a heading; a document that was read can. Its reader leaves a Note
with the code of the check and the section's key, the details as message, without cells; these rules
repeat such notes as findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.checks.check import Check, found_in_text
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Options, Rule
from reportdesk.checks.view import Place, View
from reportdesk.checks.wording import squeeze
from reportdesk.form.checklist import RuleCheck
from reportdesk.form.model import Form


class Lasting(Options, frozen=True):
    """Whether the finding is settled as soon as somebody writes the section."""

    until_written: bool = False


@dataclass(frozen=True, slots=True)
class HeadingAsRead:
    """The reader of a document had nothing to say about its headings."""

    told: RuleCheck
    sections: tuple[str, ...]
    until_written: bool

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the texts; an acceptance lapses when they change."""
        return tuple(("texts", key) for key in self.sections)

    def findings(self, view: View) -> Iterator[Finding]:
        """Repeat the notes of this code."""
        for note in view.report.notes:
            if note.code != self.told.code or note.section not in self.sections:
                continue
            if not (self.until_written and squeeze(view.report.texts.get(note.section, ""))):
                yield found_in_text(self.told, view, note.section, detail=note.message)


def _compile(form: Form, told: RuleCheck, options: Lasting) -> Iterator[Check]:
    yield HeadingAsRead(told, tuple(section.key for section in form.sections), options.until_written)


_WORDS = frozenset({"section", "detail"})

MISSING = Rule("section.missing", Lasting, _WORDS, _compile)
ORDER = Rule("section.order", Lasting, _WORDS, _compile)
HEADING = Rule("section.heading", Lasting, _WORDS, _compile)
