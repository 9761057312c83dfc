"""text.breakdown and text.percent: parts add up to their whole, a share is what its figures give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.checks.check import Check
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, paragraphs_of, text_places, texts_of
from reportdesk.checks.rules.rule import Options, Rule
from reportdesk.checks.view import Place, View
from reportdesk.form.checklist import RuleCheck
from reportdesk.form.model import Form
from reportdesk.prose.figures.breakdowns import Breakdown, Share, breakdowns_in, shares_in
from reportdesk.prose.lexicon.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class PartsAddUp:
    """What follows 其中 adds up to what stands before it, where it is meant to."""

    told: RuleCheck
    places: tuple[Place, ...]

    def findings(self, view: View) -> Iterator[Finding]:
        """Name every list that adds up to something else; amounts of money are another rule's."""
        lexicon = load_lexicon(view.form)
        for key, text in texts_of(view):
            for start, paragraph in paragraphs_of(text):
                for found in breakdowns_in(paragraph, lexicon):
                    if found.is_wrong and found.whole.unit in lexicon.file.units.count:
                        yield breakdown_finding(self.told, view, key, start, found)


def breakdown_finding(told: RuleCheck, view: View, key: str, start: int, found: Breakdown) -> Finding:
    """Make the finding for a whole that its parts do not give, in a paragraph that begins at `start`."""
    whole, total = found.whole.value, found.total
    return found_in_words(
        told,
        view,
        key,
        (start + found.start, start + found.end),
        left=whole,
        right=total,
        whole=f"{whole}",
        total=f"{total}",
        difference=f"{abs(whole - total)}",
        unit=found.whole.unit,
    )


@dataclass(frozen=True, slots=True)
class SharesAreRight:
    """A percentage of a number is what the numbers before it give."""

    told: RuleCheck
    places: tuple[Place, ...]

    def findings(self, view: View) -> Iterator[Finding]:
        """Name every share that no whole in its sentence gives."""
        lexicon = load_lexicon(view.form)
        for key, text in texts_of(view):
            for start, paragraph in paragraphs_of(text):
                for share in shares_in(paragraph, lexicon):
                    if share.is_wrong:
                        yield self._finding(view, key, start, share)

    def _finding(self, view: View, key: str, start: int, share: Share) -> Finding:
        figure, whole = share.figure.value, share.wholes[0].value
        return found_in_words(
            self.told,
            view,
            key,
            (start + share.start, start + share.end),
            percent=f"{share.percent.value}",
            figure=f"{figure}",
            whole=f"{whole}",
            share=f"{figure / whole:.1%}",
        )


def _compile_breakdown(form: Form, told: RuleCheck, _: Options) -> Iterator[Check]:
    load_lexicon(form)
    yield PartsAddUp(told, text_places(form))


def _compile_percent(form: Form, told: RuleCheck, _: Options) -> Iterator[Check]:
    load_lexicon(form)
    yield SharesAreRight(told, text_places(form))


BREAKDOWN_WORDS = frozenset({"section", "quote", "whole", "total", "difference", "unit"})
BREAKDOWN = Rule("text.breakdown", Options, BREAKDOWN_WORDS, _compile_breakdown)
PERCENT = Rule(
    "text.percent",
    Options,
    frozenset({"section", "quote", "percent", "figure", "whole", "share"}),
    _compile_percent,
)
