"""text.breakdown and text.percent: parts add up to their whole, a share is what its figures give."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.checks.check import Check, cell_places
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, words_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.compared.breakdowns import Breakdown, breakdowns_in
from reportdesk.prose.figures.compared.shares import Share, shares_in
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.paragraphs import written_paragraphs


class PartsAddUp(Frozen, frozen=True):
    """What follows 其中 adds up to what stands before it, where it is meant to."""

    spec: RuleCheck
    key: str

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the words."""
        return (("texts", self.key),)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every list that adds up to something else; amounts of money are another rule's."""
        lexicon = load_lexicon(facts.form)
        for start, paragraph in written_paragraphs(words_of(facts, self.key)):
            for found in breakdowns_in(paragraph, lexicon):
                if found.is_wrong and found.whole.unit in lexicon.file.units.count:
                    yield breakdown_finding(self.spec, facts, self.key, start, found)


def breakdown_finding(spec: RuleCheck, facts: Facts, key: str, start: int, found: Breakdown) -> Finding:
    """Make the finding for a whole that its parts do not give, in a paragraph that begins at `start`."""
    whole, total = found.whole.value, found.total
    return found_in_words(
        spec,
        facts,
        key,
        (start + found.start, start + found.end),
        left=whole,
        right=total,
        whole=f"{whole}",
        total=f"{total}",
        difference=f"{abs(whole - total)}",
        unit=found.whole.unit,
    )


class SharesAreRight(Frozen, frozen=True):
    """A percentage of a number is what the numbers before it give."""

    spec: RuleCheck
    key: str
    places: tuple[Touched, ...]

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every share that no whole in its sentence gives."""
        lexicon = load_lexicon(facts.form)
        totals = frozenset(
            figure for cell in facts.form.cells.values() if cell.parts and (figure := facts.figure(cell.key))
        )
        for start, paragraph in written_paragraphs(words_of(facts, self.key)):
            for share in shares_in(paragraph, lexicon):
                if share.is_wrong(totals):
                    yield self._finding(facts, start, share)

    def _finding(self, facts: Facts, start: int, share: Share) -> Finding:
        figure, whole = share.figure.value, share.wholes[0]
        return found_in_words(
            self.spec,
            facts,
            self.key,
            (start + share.start, start + share.end),
            percent=f"{share.percent.value}",
            figure=f"{figure}",
            whole=f"{whole}",
            share=f"{figure / whole:.1%}",
        )


def _compile_breakdown(form: Form, spec: RuleCheck, _: Options) -> Iterator[Check]:
    load_lexicon(form)
    for key in form.text_keys:
        yield PartsAddUp(spec, key)


def _compile_percent(form: Form, spec: RuleCheck, _: Options) -> Iterator[Check]:
    load_lexicon(form)
    sums = cell_places(cell.key for cell in form.cells.values() if cell.parts)
    for key in form.text_keys:
        yield SharesAreRight(spec, key, (("texts", key), *sums))


BREAKDOWN_WORDS = frozenset({"section", "quote", "whole", "total", "difference", "unit"})
BREAKDOWN = Rule("text.breakdown", Options, BREAKDOWN_WORDS, _compile_breakdown)
PERCENT = Rule(
    "text.percent",
    Options,
    frozenset({"section", "quote", "percent", "figure", "whole", "share"}),
    _compile_percent,
)
