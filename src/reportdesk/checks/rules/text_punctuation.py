"""text.punctuation: Chinese marks in Chinese text, none doubled (GB/T 15834-2011)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.checks.check import Check
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, text_places, texts_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.prose.sentences.tidying import Slip, slips_in
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


class Untold(Options, frozen=True):
    """Reasons that are not worth a finding, though tidying mends them."""

    untold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TidyWords:
    """No text has anything to tidy; all of one kind in a text is one finding."""

    spec: RuleCheck
    untold: tuple[str, ...]
    places: tuple[Touched, ...]

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Show the first place of each kind, and count them."""
        for key, text in texts_of(facts):
            by_reason: dict[str, list[Slip]] = {}
            for slip in slips_in(text):
                if slip.reason not in self.untold:
                    by_reason.setdefault(slip.reason, []).append(slip)
            for reason, slips in by_reason.items():
                yield self._finding(facts, key, text, reason, slips)

    def _finding(self, facts: Facts, key: str, text: str, reason: str, slips: list[Slip]) -> Finding:
        first = slips[0]
        around = text[max(0, first.start - 6) : first.end + 6].replace("\n", " ").strip()
        span = (first.start, first.end)
        return found_in_words(
            self.spec, facts, key, span, reason=reason, count=str(len(slips)), around=around
        )


def _compile(form: Form, spec: RuleCheck, options: Untold) -> Iterator[Check]:
    yield TidyWords(spec, options.untold, text_places(form))


RULE = Rule(
    "text.punctuation", Untold, frozenset({"section", "quote", "reason", "count", "around"}), _compile
)
