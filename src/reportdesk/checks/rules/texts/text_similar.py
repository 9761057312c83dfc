"""text.similar: sections 一 and 五 are this year's own, not last year's with another year (〔2021〕30号)."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.examined_text import examined_part
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words
from reportdesk.checks.rules.rule import Rule, refuse_unknown_narratives
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.prose.text.likeness import copied_paragraphs, likeness
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Similarity(Options, frozen=True):
    """Which sections are compared, and how alike (0 to 1) is too much, of the whole and of a paragraph."""

    sections: tuple[str, ...]
    least: float = 0.8


class UnlikeLastYear(Frozen, frozen=True):
    """A section is not last year's once years and digits are set aside."""

    spec: RuleCheck
    section: str
    least: float

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the section's words."""
        return (("texts", self.section),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Say how much alike it is, and which paragraphs are."""
        text = examined_part(facts.report.texts.get(self.section, ""))
        last = facts.last.texts.get(self.section, "") if facts.last else ""
        alike = likeness(text, last) if text and last else 0.0
        if alike < self.least:
            return
        copied = copied_paragraphs(text, last, self.least)
        yield found_in_words(
            self.spec,
            facts,
            self.section,
            (0, len(text)),
            percent=f"{alike:.0%}",
            paragraphs="、".join(str(paragraph.number + 1) for paragraph in copied[:12]) or "全文",
            basis=text,
        )


def _compile(form: Form, spec: RuleCheck, options: Similarity) -> Iterator[Check]:
    refuse_unknown_narratives(form, options.sections, where_specified(form, spec))
    for section in options.sections:
        yield UnlikeLastYear(spec, section, options.least)


RULE = Rule("text.similar", Similarity, frozenset({"section", "quote", "percent", "paragraphs"}), _compile)
