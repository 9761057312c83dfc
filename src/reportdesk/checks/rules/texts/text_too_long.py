"""text.too_long: a sentence, a paragraph or a section beyond all measure is left unchecked, and named."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.examined_text import FILLER, too_far_back, too_long
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
    """The messages for what lies too far back in a section, and for a sentence whose figures are not read."""

    section_message: str
    sentence_message: str


class AllIsExamined(Frozen, frozen=True):
    """Every text is short enough to be checked to its end."""

    spec: RuleCheck
    section_spec: RuleCheck
    sentence_spec: RuleCheck
    key: str

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the words."""
        return (("texts", self.key),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every paragraph that is too long, and from which one on the section is."""
        key = self.key
        text = facts.report.texts.get(key, "")
        long = tuple(too_long(text))
        for number, start, end in long:
            yield self._found(self.spec, facts, (start, end), number, end - start)
        if behind := too_far_back(text):
            number, start = behind
            named = sum(last - first for _, first, last in long if first >= start)
            if length := len(text) - start - text.count("\n", start) - named:
                span = (start, start + len(text[start:].split("\n", 1)[0]))
                yield self._found(self.section_spec, facts, span, number, length)
        for number, (at, paragraph) in enumerate(paragraphs_of(words_of(facts, key)), 1):
            for start, end in () if paragraph.startswith(FILLER) else unread_sentences(paragraph):
                span = (at + start, at + end)
                yield self._found(self.sentence_spec, facts, span, number, end - start)

    def _found(
        self, spec: RuleCheck, facts: Facts, span: tuple[int, int], paragraph: int, length: int
    ) -> Finding:
        return found_in_words(spec, facts, self.key, span, paragraph=str(paragraph), length=str(length))


def _compile(form: Form, spec: RuleCheck, options: TooLongWords) -> Iterator[Check]:
    for message in (options.section_message, options.sentence_message):
        refuse_broken_message(message, where_specified(form, spec), _WORDS)
    section_spec = structs.replace(spec, message=options.section_message)
    sentence_spec = structs.replace(spec, message=options.sentence_message)
    for key in form.text_keys:
        yield AllIsExamined(spec, section_spec, sentence_spec, key)


_WORDS = frozenset({"section", "quote", "paragraph", "length"})
RULE = Rule("text.too_long", TooLongWords, _WORDS, _compile)
