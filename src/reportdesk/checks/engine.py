"""Run the checks of a form: all of them, or only those that an edit touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from reportdesk.checks.check import Check
from reportdesk.checks.compiled import Rank, compile_checks
from reportdesk.checks.finding import Finding, acceptance_of
from reportdesk.checks.found import words_of
from reportdesk.form.model import Form
from reportdesk.prose.figures.compared.breakdowns import breakdowns_in
from reportdesk.prose.figures.compared.shares import shares_in
from reportdesk.prose.figures.reading.paragraph import read_paragraph
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.prose.text.remembered import make_room_for
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.model import Report
from reportdesk.report.paragraphs import written_paragraphs

#: Open findings of a check that anybody looks through; a page of figures without sense would give thousands.
_MOST_FINDINGS = 100

_Ranked = tuple[Rank, Finding]


class Checker:
    """The checks of one form, with the findings of the report last looked at.

    A change is told with `touch`; `step` looks again at what it touched, one small piece of work at a time.
    """

    def __init__(self, form: Form) -> None:
        """Prepare the checks that `checks.toml` of the form lists; raise FormError for one that is wrong."""
        compiled = compile_checks(form)
        self.form = form
        self.checks: tuple[Check, ...] = compiled.checks
        self._compiled = compiled
        self._found: list[tuple[_Ranked, ...]] = []
        self._stale: set[int] = set()
        self._unread: set[str] = set()
        self._reading: Iterator[None] | None = None

    def run(self, facts: Facts) -> tuple[Finding, ...]:
        """Run every check; return all findings, grave ones first, then in the form's order."""
        self.begin()
        return self.finish(facts)

    def begin(self) -> None:
        """Leave everything to be looked at, nothing known."""
        self._found = [()] * len(self.checks)
        self._stale = set(range(len(self.checks)))
        self._unread, self._reading = set(self.form.text_keys), None

    def touch(self, touched: Collection[Touched]) -> None:
        """Leave what looks at some places to be looked at again, for they have changed."""
        if not self._found:
            self.begin()
        self._stale.update(number for place in touched for number in self._compiled.concerned.get(place, ()))
        if any(part == "accepted" for part, _ in touched):
            # What was accepted makes room for what stands behind it.
            self._stale.update(n for n, found in enumerate(self._found) if len(found) > _MOST_FINDINGS)
        texts = [key for part, key in touched if part == "texts"]
        if texts:
            self._unread.update(texts)
            self._reading = None

    @property
    def is_behind(self) -> bool:
        """Tell whether anything is left to be looked at."""
        return bool(self._stale)

    def look_at_figures(self, facts: Facts) -> bool:
        """Run those checks again that look at no words; tell whether there were any."""
        numbers = sorted(self._stale - self._compiled.of_words)
        for number in numbers:
            self._look(number, facts)
        return bool(numbers)

    def step(self, facts: Facts) -> bool:
        """Read a sentence that was touched, or run a check again; tell whether anything is left to do."""
        if self._unread:
            if self._reading is None:
                make_room_for(facts.report.texts.values())
                self._reading = read_ahead(facts, sorted(self._unread))
            if next(self._reading, self) is self:
                self._unread, self._reading = set(), None
        elif self._stale:
            self._look(min(self._stale), facts)
        return self.is_behind

    def finish(self, facts: Facts) -> tuple[Finding, ...]:
        """Do all that is left; return all findings, as `run` would.

        The facts' report must differ from the one last looked at in the touched places only.
        """
        self._unread, self._reading = set(), None
        make_room_for(facts.report.texts.values())
        for number in sorted(self._stale):
            self._look(number, facts)
        return self.found

    @property
    def found(self) -> tuple[Finding, ...]:
        """Return all findings as far as they are known, in order."""
        ranked = [entry for entries in self._found if entries for entry in entries]
        return tuple(finding for _, finding in sorted(ranked, key=lambda entry: entry[0]))

    def _look(self, number: int, facts: Facts) -> None:
        findings = iter(self.checks[number].findings(facts))
        first = next(findings, None)
        self._stale.discard(number)
        # Nearly every check finds nothing, and there are hundreds.
        self._found[number] = (
            () if first is None else self._ranked(number, _listed(chain((first,), findings), facts.report))
        )

    def _ranked(self, number: int, findings: Iterable[Finding]) -> tuple[_Ranked, ...]:
        return tuple((self._compiled.order.rank(finding, number), finding) for finding in findings)


def read_ahead(facts: Facts, keys: Iterable[str]) -> Iterator[None]:
    """Read some texts sentence by sentence, so that the checks that look at them find them read."""
    lexicon = load_lexicon(facts.form)
    for key in keys:
        for _, paragraph in written_paragraphs(words_of(facts, key)):
            for _ in read_paragraph(paragraph, lexicon):
                yield None
            # Of a text that was pasted these look at each sentence for the first time, too.
            for look in (breakdowns_in, shares_in):
                look(paragraph, lexicon)
                yield None


def _listed(found: Iterable[Finding], report: Report) -> Iterator[Finding]:
    """Yield what a check finds, as far as anybody looks through it: what was accepted does not count."""
    room = _MOST_FINDINGS
    for finding in found:
        is_open = acceptance_of(report, finding) is None
        if is_open and not room:
            yield _too_many(finding)
            return
        room -= is_open
        yield finding


def _too_many(next_one: Finding) -> Finding:
    """Make the last finding of a check that gives up, at the first place that it does not name."""
    said = f"{next_one.message}；这一类太多，这里只列出前 {_MOST_FINDINGS} 处，改好一些，后面的就会列出来"
    return replace(next_one, message=said, mark=f"{next_one.mark}.more" if next_one.mark else "")
