"""text.comparison: what the words say of last year is what last year's report says (Regulations, Art. 50)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportdesk.checks.check import Check, places_of_words_and_figures
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, words_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.formula import Number, add_up
from reportdesk.form.model import Form
from reportdesk.form.place import place_words
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.compared.comparisons import Comparison, comparisons_in
from reportdesk.prose.lexicon.cell_sums import CellSum, cells_of
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.paragraphs import written_paragraphs


class ComparisonWords(Options, frozen=True):
    """What is compared, in words: last year's figure, the change, the change in per cent; more and less."""

    last: str
    change: str
    percent: str
    more: str
    less: str


class LastYearInWords(Frozen, frozen=True):
    """Last year's figures and the changes since then, where last year's report is at hand."""

    spec: RuleCheck
    wording: ComparisonWords
    key: str
    places: tuple[Touched, ...]

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every comparison that no sum of cells gives that its words may mean."""
        year = facts.report.year
        if not year or facts.last is None:
            return
        lexicon = load_lexicon(facts.form)
        for start, paragraph in written_paragraphs(words_of(facts, self.key)):
            for found in comparisons_in(paragraph, year, lexicon):
                yield from self._judged(facts, start, found)

    def _judged(self, facts: Facts, start: int, found: Comparison) -> Iterator[Finding]:
        right = [
            (cell_sum, figure)
            for cell_sum in found.mention.sums
            if (figure := _right(facts, found, cell_sum)) is not None
        ]
        if not right or any(_is_equal(found, figure) for _, figure in right):
            return
        cell_sum, figure = right[0]
        last = add_up(cell_sum, facts.last_figure)
        now = add_up(cell_sum, facts.figure)
        yield found_in_words(
            self.spec,
            facts,
            self.key,
            (start + found.start, start + found.end),
            cells=cells_of([cell_sum]),
            left=found.numeral.value,
            right=figure if figure > 0 else -figure,
            basis=f"{last}",
            what=self._what(facts, found, cell_sum),
            now=f"{now}",
            last=f"{last}",
            figure=self._shown(found, figure),
        )

    def _what(self, facts: Facts, found: Comparison, cell_sum: CellSum) -> str:
        name = place_words(facts.form, cell_sum[0][1])["place"]
        return found.mention.measure.name if len(cell_sum) > 1 else name

    def _shown(self, found: Comparison, figure: Number) -> str:
        if found.kind == "last":
            return self.wording.last.format(n=figure)
        direction = self.wording.more if figure >= 0 else self.wording.less
        wording = self.wording.percent if found.kind == "percent" else self.wording.change
        return wording.format(direction=direction, n=figure if figure > 0 else -figure)


def _right(facts: Facts, found: Comparison, cell_sum: CellSum) -> Number | None:
    """Return what should be said; None where last year's figure is unknown, or this year's is another."""
    last, now = add_up(cell_sum, facts.last_figure), add_up(cell_sum, facts.figure)
    if last is None:
        return None
    if found.kind == "last":
        return last
    if now is None or now != found.mention.value or (found.kind == "percent" and not last):
        return None
    if found.kind == "change":
        return now - last
    return round(Decimal(now - last) / Decimal(last) * 100, 2)


def _is_equal(found: Comparison, figure: Number) -> bool:
    if found.kind == "last":
        return figure == found.numeral.value
    change = found.numeral.value if found.is_more else -found.numeral.value
    if found.kind == "change":
        return change == figure
    return abs(Decimal(change) - Decimal(figure)) <= Decimal(found.numeral.grain) / 2 + Decimal("0.01")


def _compile(form: Form, spec: RuleCheck, options: ComparisonWords) -> Iterator[Check]:
    load_lexicon(form)
    for key in form.text_keys:
        yield LastYearInWords(spec, options, key, places_of_words_and_figures(form, key))


RULE = Rule(
    "text.comparison",
    ComparisonWords,
    frozenset({"section", "quote", "what", "now", "last", "figure"}),
    _compile,
)
