"""section.missing, section.order, section.heading: six headings, fixed in words and order (〔2021〕30号).

A report from our own file cannot lack a heading; a document that was read can. Its reader leaves a Note
with the code of the check and the section's key, the details as message, without cells; these rules
repeat such notes as findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.check import Check, found_in_text
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule
from reportdesk.checks.wording import squeeze
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Lasting(Options, frozen=True):
    """Whether the finding is settled as soon as somebody writes the section."""

    until_written: bool = False


class HeadingAsRead(Frozen, frozen=True):
    """The reader of a document had nothing to say about its headings."""

    spec: RuleCheck
    sections: tuple[str, ...]
    until_written: bool

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the texts; an acceptance lapses when they change."""
        return tuple(("texts", key) for key in self.sections)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Repeat the notes of this code."""
        for note in facts.report.notes:
            if note.code != self.spec.code or note.section not in self.sections:
                continue
            if not (self.until_written and squeeze(facts.report.texts.get(note.section, ""))):
                yield found_in_text(self.spec, facts, note.section, part=note.message, detail=note.message)


def _compile(form: Form, spec: RuleCheck, options: Lasting) -> Iterator[Check]:
    yield HeadingAsRead(spec, tuple(section.key for section in form.sections), options.until_written)


_WORDS = frozenset({"section", "detail"})

MISSING = Rule("section.missing", Lasting, _WORDS, _compile)
ORDER = Rule("section.order", Lasting, _WORDS, _compile)
HEADING = Rule("section.heading", Lasting, _WORDS, _compile)
