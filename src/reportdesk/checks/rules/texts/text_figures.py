"""text.received and its like: a figure told in words is the tables' (Regulations, Art. 50).

One rule for each code; which words tell which cells, and under which code, stands in `prose.toml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from reportdesk.checks.check import Check, places_of_words_and_figures
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, words_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.formula import Number, add_up
from reportdesk.form.model import Form
from reportdesk.form.place import place_words
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.compared.compare import Verdict, verdicts
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts

_ByCode: TypeAlias = Mapping[str, Sequence[Verdict]]
#: What verdicts hang on: the words, the figures entered and stated, the year.
_LookedAt: TypeAlias = tuple[str, Mapping[str, Number], Mapping[str, Number], int]


class VerdictsOfTexts:
    """What the tables say to the texts last looked at, each read once for the rules of all codes."""

    def __init__(self) -> None:
        """Have looked at nothing yet."""
        self._kept: dict[str, tuple[_LookedAt, _ByCode]] = {}

    def against(self, facts: Facts, key: str) -> _ByCode:
        """Return the verdicts on a text that disagree, by the code of the finding."""
        report = facts.report
        now = (words_of(facts, key), report.cells, report.stated, report.year)
        kept = self._kept.get(key)
        if kept is not None and _is_same(kept[0], now):
            return kept[1]
        against: defaultdict[str, list[Verdict]] = defaultdict(list)
        for verdict in verdicts(facts, now[0]):
            if not verdict.agrees:
                against[verdict.code].append(verdict)
        self._kept[key] = now, against
        return against


def _is_same(before: _LookedAt, now: _LookedAt) -> bool:
    """Tell whether nothing changed; figures are asked for by identity, for a report never changes its own."""
    return before[1] is now[1] and before[2] is now[2] and before[::3] == now[::3]


@lru_cache(maxsize=8)
def _verdicts_of(form: Form) -> VerdictsOfTexts:
    load_lexicon(form)
    return VerdictsOfTexts()


class FiguresInWords(Frozen, frozen=True):
    """The figures of one code in one text."""

    spec: RuleCheck
    key: str
    places: tuple[Touched, ...]
    verdicts: VerdictsOfTexts

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every figure that no sum of cells gives that its words may mean."""
        for verdict in self.verdicts.against(facts, self.key).get(self.spec.code, ()):
            yield self._finding(facts, verdict)

    def _finding(self, facts: Facts, verdict: Verdict) -> Finding:
        said, theirs = verdict.mention.value, verdict.figure
        cell = facts.form.cells[verdict.cells[0]]
        show = cell.kind.show
        return found_in_words(
            self.spec,
            facts,
            self.key,
            (verdict.start, verdict.end),
            cells=verdict.cells,
            left=said,
            right=theirs,
            text=show(said),
            table=facts.form.table(cell.table).name,
            figure=show(theirs),
            difference=show(max(said, theirs) - min(said, theirs)),
            unit=cell.unit,
            what=self._name(facts, verdict),
            last=_last_year(facts, verdict),
        )

    def _name(self, facts: Facts, verdict: Verdict) -> str:
        """Return the name of what was counted: of the one cell compared first, else of the whole."""
        first = verdict.mention.sums[0]
        return (
            place_words(facts.form, first[0][1])["place"] if len(first) == 1 else verdict.mention.measure.name
        )


def _last_year(facts: Facts, verdict: Verdict) -> str:
    """Say so where the figure told was last year's: it was left in the text."""
    said = verdict.mention.value
    was = add_up(verdict.mention.sums[0], facts.last_figure)
    return "；上年正是这个数，像是没有改" if said and was == said else ""


def _compile(form: Form, spec: RuleCheck, _: Options) -> Iterator[Check]:
    for key in form.text_keys:
        yield FiguresInWords(spec, key, places_of_words_and_figures(form, key), _verdicts_of(form))


_WORDS = frozenset({"section", "quote", "text", "table", "figure", "difference", "unit", "what", "last"})
_CODES = (
    "text.received",
    "text.concluded",
    "text.carried",
    "text.outcome",
    "text.none_received",
    "text.all_concluded",
    "text.disputes",
    "text.disclosure",
)

RULES = tuple(Rule(code, Options, _WORDS, _compile) for code in _CODES)
