"""text.too_long: a paragraph or a section beyond all measure is left unchecked, and named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.checks.check import Check
from reportdesk.checks.examined_text import unexamined
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, text_places
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


@dataclass(frozen=True, slots=True)
class AllIsExamined:
    """Every text is short enough to be checked to its end."""

    spec: RuleCheck
    places: tuple[Touched, ...]

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name the first paragraph of each text that is left unchecked, and how much is."""
        for key in facts.form.text_keys:
            left = tuple(unexamined(facts.report.texts.get(key, "")))
            if left:
                number, start, end = left[0]
                length = sum(last - first for _, first, last in left)
                span = (start, end)
                yield found_in_words(self.spec, facts, key, span, paragraph=str(number), length=f"{length}")


def _compile(form: Form, spec: RuleCheck, _: Options) -> Iterator[Check]:
    yield AllIsExamined(spec, text_places(form))


RULE = Rule("text.too_long", Options, frozenset({"section", "quote", "paragraph", "length"}), _compile)
