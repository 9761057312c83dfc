"""text.processing_fee: section 六 tells the fee collected (国办函〔2020〕109号), and it adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.examined_text import examined_part
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words
from reportdesk.checks.rules.rule import Rule, refuse_unknown_narratives
from reportdesk.checks.rules.texts.text_sums import BREAKDOWN_WORDS, breakdown_finding
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.form.template import refuse_broken_message
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.compared.breakdowns import breakdowns_in
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.paragraphs import written_paragraphs


class FeeWords(Options, frozen=True):
    """The section, a pattern of words that speak of the fee, and the message for items that do not add up."""

    section: str
    words: str
    sum_message: str


class FeeTold(Frozen, frozen=True):
    """The section speaks of the fee, and its items give the amount."""

    spec: RuleCheck
    section: str
    words: re.Pattern[str]
    sum_message: str

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the section's words."""
        return (("texts", self.section),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Say that the fee is left out, or which items do not add up; an empty section is another rule's."""
        text = examined_part(facts.report.texts.get(self.section, ""))
        if text.replace("\u200b", "").strip() and not self.words.search(text):
            yield found_in_words(self.spec, facts, self.section, (0, len(text)))
        spec = structs.replace(self.spec, message=self.sum_message)
        lexicon = load_lexicon(facts.form)
        for start, paragraph in written_paragraphs(text):
            for found in breakdowns_in(paragraph, lexicon):
                if found.is_wrong and found.whole.unit in lexicon.file.units.money:
                    yield breakdown_finding(spec, facts, self.section, start, found)


def _compile(form: Form, spec: RuleCheck, options: FeeWords) -> Iterator[Check]:
    where = where_specified(form, spec)
    refuse_unknown_narratives(form, (options.section,), where)
    refuse_broken_message(options.sum_message, where, BREAKDOWN_WORDS)
    load_lexicon(form)
    yield FeeTold(spec, options.section, form.pattern(options.words, where), options.sum_message)


RULE = Rule("text.processing_fee", FeeWords, frozenset({"section", "quote"}), _compile)
