"""section.empty: 一, 五 and 六 are written, and 五 says more than 无 (Regulations, Art. 50; 〔2021〕30号)."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.check import Check, found_in_text, where_specified
from reportdesk.checks.finding import Finding, unwritten
from reportdesk.checks.rules.rule import Rule, refuse_unknown_narratives
from reportdesk.checks.wording import squeeze
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Least(Options, frozen=True):
    """How many characters a section needs at least, by the section's key; one is enough elsewhere."""

    characters: dict[str, int] = {}


class SectionWritten(Frozen, frozen=True):
    """A narrative section has words, and enough of them."""

    spec: RuleCheck
    section: str
    least: int

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the section's words."""
        return (("texts", self.section),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Count the characters, spaces left out."""
        words = squeeze(facts.report.texts.get(self.section, ""))
        if not words:
            yield unwritten(found_in_text(self.spec, facts, self.section, problem="还没有写"))
        elif len(words) < self.least:
            yield found_in_text(self.spec, facts, self.section, problem=f"只写了“{words}”，太简单了")


def _compile(form: Form, spec: RuleCheck, options: Least) -> Iterator[Check]:
    refuse_unknown_narratives(form, options.characters, where_specified(form, spec))
    for section in form.narratives:
        yield SectionWritten(spec, section.key, options.characters.get(section.key, 1))


RULE = Rule("section.empty", Least, frozenset({"section", "problem"}), _compile)
