"""text.received and its like: a figure told in words is the tables' (Regulations, Art. 50).

One rule for each code; which words tell which cells, and under which code, stands in `prose.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reportdesk.checks.check import Check, cell_places
from reportdesk.checks.finding import Finding
from reportdesk.checks.found import found_in_words, text_places, texts_of
from reportdesk.checks.rules.rule import Rule
from reportdesk.form.checklist import Options, RuleCheck
from reportdesk.form.model import Form
from reportdesk.form.place import place_words
from reportdesk.prose.figures.compare import Verdict, verdicts
from reportdesk.prose.lexicon.cell_sums import figure_of
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts


@dataclass(slots=True)
class VerdictsOfReport:
    """What the tables say to the words of the report last looked at, read once for the rules of all codes."""

    _view: Facts | None = None
    _against: dict[str, list[tuple[str, Verdict]]] = field(default_factory=dict)

    def against(self, facts: Facts) -> dict[str, list[tuple[str, Verdict]]]:
        """Return the verdicts that disagree, each with its text's key, by the code of the finding."""
        if facts is not self._view:
            self._view, self._against = facts, {}
            for key, text in texts_of(facts):
                for verdict in verdicts(facts, text):
                    if not verdict.agrees:
                        self._against.setdefault(verdict.code, []).append((key, verdict))
        return self._against


@lru_cache(maxsize=8)
def _verdicts_of(form: Form) -> VerdictsOfReport:
    load_lexicon(form)
    return VerdictsOfReport()


@dataclass(frozen=True, slots=True)
class FiguresInWords:
    """The figures of one code, wherever they are spec."""

    spec: RuleCheck
    places: tuple[Touched, ...]
    verdicts: VerdictsOfReport

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Name every figure that no sum of cells gives that its words may mean."""
        for key, verdict in self.verdicts.against(facts).get(self.spec.code, ()):
            yield self._finding(facts, key, verdict)

    def _finding(self, facts: Facts, key: str, verdict: Verdict) -> Finding:
        said, theirs = verdict.mention.value, verdict.figure
        cell = facts.form.cells[verdict.cells[0]]
        show = cell.kind.show
        return found_in_words(
            self.spec,
            facts,
            key,
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
    was = figure_of(verdict.mention.sums[0], facts.last_figure)
    return "；上年正是这个数，像是没有改" if said and was == said else ""


def _compile(form: Form, spec: RuleCheck, _: Options) -> Iterator[Check]:
    places = (*text_places(form), *cell_places(form.cells), ("fields", "year"))
    yield FiguresInWords(spec, places, _verdicts_of(form))


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
