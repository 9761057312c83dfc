"""text.punctuation: Chinese marks in Chinese text, none doubled, each with its partner (GB/T 15834-2011)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from reportdesk.checks.check import Check, where_specified
from reportdesk.checks.examined_text import examined_part
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.form.template import refuse_broken_message
from reportdesk.frozen import Frozen
from reportdesk.prose.sentences.tidying import WordSlip, slips_in
from reportdesk.prose.text.oddities import Oddity, oddities_in
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Untold(Options, frozen=True):
    """Reasons that are not worth a finding, though tidying mends them, and the message for what it can't."""

    oddity_message: str
    untold: tuple[str, ...] = ()


class TidyWords(Frozen, frozen=True):
    """No text has anything to tidy; all of one kind in a text is one finding."""

    spec: RuleCheck
    oddity_spec: RuleCheck
    untold: tuple[str, ...]
    key: str

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the words."""
        return (("texts", self.key),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Show the first place of each kind, and count them."""
        # As they stand: characters that only look right are a slip here.
        text = examined_part(facts.report.texts.get(self.key, ""))
        by_reason: dict[str, list[WordSlip]] = {}
        for slip in slips_in(text):
            if slip.reason not in self.untold:
                by_reason.setdefault(slip.reason, []).append(slip)
        for reason, slips in by_reason.items():
            yield self._found(self.spec, facts, text, slips[0], reason, len(slips))
        for odd in oddities_in(text):
            yield self._found(self.oddity_spec, facts, text, odd, odd.reason, 1)

    def _found(
        self, spec: RuleCheck, facts: Facts, text: str, first: WordSlip | Oddity, reason: str, count: int
    ) -> Finding:
        span = (first.start, first.end)
        around = _around(text, *span)
        return found_in_words(spec, facts, self.key, span, reason=reason, count=str(count), around=around)


def _around(text: str, start: int, end: int) -> str:
    """Return a place with a few words on both sides."""
    return text[max(0, start - 6) : min(end, start + 20) + 6].replace("\n", " ").strip()


def _compile(form: Form, spec: RuleCheck, options: Untold) -> Iterator[Check]:
    refuse_broken_message(options.oddity_message, where_specified(form, spec), _WORDS)
    oddity_spec = structs.replace(spec, message=options.oddity_message)
    for key in form.text_keys:
        yield TidyWords(spec, oddity_spec, options.untold, key)


_WORDS = frozenset({"section", "quote", "reason", "count", "around"})
RULE = Rule("text.punctuation", Untold, _WORDS, _compile)
