"""title.form: the title is the organ's name, the year and the notice's words (国办公开办函〔2021〕30号)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportdesk.checks.check import Check, found_in_field
from reportdesk.checks.finding import Finding
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.years import years_in


class TitleAsPrescribed(Frozen, frozen=True):
    """A title that somebody wrote has the prescribed parts; lines, spaces and widths are free."""

    spec: RuleCheck

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return title, organ and year."""
        return (("fields", "title"), ("fields", "organ"), ("fields", "year"))

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Say what it should be; another year in the right place is another rule's."""
        report = facts.report
        written = _squeezed_title(report.title)
        if not written:
            return
        year = next((mention.year for mention in years_in(written)), report.year)
        expected = _squeezed_title(facts.form.title_of(report.organ, year))
        if written != expected and (report.organ or not written.endswith(expected)):
            proper = facts.form.title_of(report.organ, report.year)
            yield found_in_field(self.spec, facts, "title", expected=proper)


def _squeezed_title(title: str) -> str:
    """Return a title without spaces and lines, in one width, its years in plain digits."""
    squeezed = "".join(unicodedata.normalize("NFKC", title).split())
    for mention in years_in(squeezed):
        squeezed = squeezed[: mention.start] + str(mention.year) + squeezed[mention.end :]
    return squeezed


def _compile(_: Form, spec: RuleCheck, __: Options) -> Iterator[Check]:
    yield TitleAsPrescribed(spec)


RULE = Rule("title.form", Options, frozenset({"value", "expected"}), _compile)
