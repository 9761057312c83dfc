"""A figure in words beside the tables: it agrees, it does not, or nobody can tell yet."""

from __future__ import annotations

from collections.abc import Iterator

from reportdesk.form.formula import Number, add_up
from reportdesk.frozen import Frozen
from reportdesk.prose.figures.meaning.mentions import Mention
from reportdesk.prose.figures.reading.paragraph import SentenceRead, read_paragraph
from reportdesk.prose.lexicon.cell_sums import CellSum, cells_of, may_be
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.report.characters import set_right
from reportdesk.report.facts import Facts
from reportdesk.report.model import Report
from reportdesk.report.paragraphs import written_paragraphs

#: More than a long report has; what the tables said to them is forgotten then.
_MOST_SENTENCES = 20_000


class Verdict(Frozen, frozen=True):
    """What the tables say to a mention at [start, end) of a text: their `figure`, the `cells` compared."""

    mention: Mention
    start: int
    end: int
    agrees: bool
    figure: Number
    cells: tuple[str, ...]

    def moved(self, by: int) -> Verdict:
        """Return the verdict so many characters farther on."""
        return Verdict(self.mention, self.start + by, self.end + by, self.agrees, self.figure, self.cells)

    @property
    def code(self) -> str:
        """Return the code of the finding where they disagree."""
        measure = self.mention.measure
        one_is_zero = (self.mention.value == 0) != (self.figure == 0)
        return measure.zero_code if measure.zero_code and one_is_zero else measure.code


def verdicts(facts: Facts, text: str) -> Iterator[Verdict]:
    """Yield what the tables say to every figure that a text tells; nothing where cells needed are blank."""
    lexicon = load_lexicon(facts.form)
    judge = _judge_of(facts.report)
    for start, paragraph in written_paragraphs(set_right(text)):
        for at, read in read_paragraph(paragraph, lexicon):
            for verdict in judge.verdicts(facts, read) if read.mentions else ():
                yield verdict.moved(start + at)


class _Judge:
    """Remembers what the tables said to the sentences read last, as long as no figure changes."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._known: dict[int, tuple[SentenceRead, tuple[Verdict, ...]]] = {}

    def is_of(self, report: Report) -> bool:
        """Tell whether a report has the same figures; no report changes its own, an edit makes others."""
        mine = self._report
        has_same = mine.cells is report.cells and mine.stated is report.stated
        return has_same and mine.form is report.form and mine.year == report.year

    def verdicts(self, facts: Facts, read: SentenceRead) -> tuple[Verdict, ...]:
        """Return the verdicts on a sentence, placed from its start."""
        known = self._known.get(id(read))
        if known is None:
            found = [_verdict(facts, mention, 0) for mention in read.mentions]
            verdicts = tuple(_beyond_doubt([verdict for verdict in found if verdict is not None]))
            if len(self._known) >= _MOST_SENTENCES:
                self._known.clear()
            # With what was read, so that nothing else is remembered under its identity.
            known = self._known[id(read)] = read, verdicts
        return known[1]


_last: list[_Judge] = []


def _judge_of(report: Report) -> _Judge:
    judge = next((one for one in _last if one.is_of(report)), None)
    if judge is None:
        judge = _Judge(report)
        _last[:] = [judge]
    return judge


def _beyond_doubt(found: list[Verdict]) -> Iterator[Verdict]:
    """Leave out what disagrees and may be misread, unless what stands beside it is the tables'."""
    for verdict in found:
        if verdict.agrees or not verdict.mention.is_doubtful or _is_backed(verdict, found):
            yield verdict


def _is_backed(verdict: Verdict, found: list[Verdict]) -> bool:
    """Tell whether as many figures agree as are odd: of more odd ones the reading is to be blamed."""
    beside = [other for other in found if not other.mention.is_claim]
    agreeing = sum(
        1
        for other in beside
        if other.agrees and other.start != verdict.start and (other.figure or not verdict.mention.value)
    )
    odd = sum(1 for other in beside if not other.agrees and other.mention.is_doubtful)
    return agreeing >= odd


def _verdict(facts: Facts, mention: Mention, start: int) -> Verdict | None:
    year = facts.report.year
    if mention.year and (mention.year < 0 or (year and mention.year != year)):
        return None
    place = (start + mention.start, start + mention.end)
    known = [(cell_sum, add_up(cell_sum, facts.figure)) for cell_sum in mention.sums]
    for cell_sum, figure in known:
        if figure is not None and _is_equal(mention, figure):
            return Verdict(mention, *place, agrees=True, figure=figure, cells=cells_of([cell_sum]))
    if mention.measure.nonzero and not known[0][1]:
        return None
    if known[0][1] is None or any(_is_open(cell_sum, figure, mention, facts) for cell_sum, figure in known):
        return None
    cells = cells_of(cell_sum for cell_sum, figure in known if figure is not None)
    return Verdict(mention, *place, agrees=False, figure=known[0][1], cells=cells)


def _is_equal(mention: Mention, figure: Number) -> bool:
    gap = figure - mention.value if figure > mention.value else mention.value - figure
    return gap == 0 or 2 * gap < mention.grain


def _is_open(cell_sum: CellSum, figure: Number | None, mention: Mention, facts: Facts) -> bool:
    return figure is None and may_be(cell_sum, mention.value, facts.figure)
