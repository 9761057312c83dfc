"""text.too_long: a sentence, a paragraph or a section beyond all measure is left unchecked, and named."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.examined_text import FILLER, unexamined
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, words_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.form.template import refuse_broken_message
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.reading.paragraph import unread_sentences
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.paragraphs import paragraphs_of


class TooLongWords(Options, frozen=True):
    """The message for a sentence whose figures are not read."""

    sentence_message: str


class AllIsExamined(Frozen, frozen=True):
    """Every text is short enough to be checked to its end."""

    spec: RuleCheck
    sentence_spec: RuleCheck
    key: str

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the words."""
        return (("texts", self.key),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name the first paragraph that is left unchecked, and how much is."""
        key = self.key
        text = facts.report.texts.get(key, "")
        left = tuple(unexamined(text))
        length = sum(last - first - text.count("\n", first, last) for _, first, last in left)
        if length:
            number, start, _ = left[0]
            span = (start, text.find("\n", start) % (len(text) + 1))
            yield found_in_words(self.spec, facts, key, span, paragraph=str(number), length=f"{length}")
        for number, (at, paragraph) in enumerate(paragraphs_of(words_of(facts, key)), 1):
            for start, end in () if paragraph.startswith(FILLER) else unread_sentences(paragraph):
                span, characters = (at + start, at + end), f"{end - start}"
                yield found_in_words(
                    self.sentence_spec, facts, key, span, paragraph=str(number), length=characters
                )


def _compile(form: Form, spec: RuleCheck, options: TooLongWords) -> Iterator[Check]:
    refuse_broken_message(options.sentence_message, where_specified(form, spec), _WORDS)
    sentence_spec = structs.replace(spec, message=options.sentence_message)
    for key in form.text_keys:
        yield AllIsExamined(spec, sentence_spec, key)


_WORDS = frozenset({"section", "quote", "paragraph", "length"})
RULE = Rule("text.too_long", TooLongWords, _WORDS, _compile)
