"""Run the checks of a form: all of them, or only those that an edit touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from reportdesk.checks.check import Check
from reportdesk.checks.finding import SEVERITIES, Finding
from reportdesk.checks.found import words_of
from reportdesk.checks.relation import compile_relation, compile_sum
from reportdesk.checks.rules import compile_rule
from reportdesk.form.model import Form
from reportdesk.prose.figures.paragraph import read_paragraph
from reportdesk.prose.lexicon.lexicon import load_lexicon
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts
from reportdesk.report.paragraphs import written_paragraphs

#: Findings of one check that anybody looks through; a page of figures without sense would give thousands.
_MOST_FINDINGS = 100

_Order = tuple[int, int, int, int]
_Ranked = tuple[_Order, Finding]


class Checker:
    """The checks of one form, with the findings of the report last looked at.

    A change is told with `touch`; `step` looks again at what it touched, one small piece of work at a time.
    """

    def __init__(self, form: Form) -> None:
        """Prepare the checks that `checks.toml` of the form lists; raise FormError for one that is wrong."""
        self.form = form
        self.checks: tuple[Check, ...] = tuple(_compile(form))
        self._concerned = _by_place(self.checks)
        places = self._concerned.items()
        self._of_words = {number for place, found in places if place[0] == "texts" for number in found}
        self._order = _FormOrder(form)
        self._found: list[tuple[_Ranked, ...]] = []
        self._stale: set[int] = set()
        self._unread: set[str] = set()
        self._reading: Iterator[None] | None = None

    def run(self, facts: Facts) -> tuple[Finding, ...]:
        """Run every check; return all findings, grave ones first, then in the form's order."""
        self.begin()
        return self.finish(facts)

    def rerun(self, facts: Facts, touched: Collection[Touched]) -> tuple[Finding, ...]:
        """Run the checks that look at a touched place; return all findings as `run` would.

        The facts' report must differ from the one last looked at in the touched places only.
        """
        self.touch(touched)
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
        self._stale.update(number for place in touched for number in self._concerned.get(place, ()))
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
        numbers = sorted(self._stale - self._of_words)
        for number in numbers:
            self._look(number, facts)
        return bool(numbers)

    def step(self, facts: Facts) -> bool:
        """Read a sentence that was touched, or run a check again; tell whether anything is left to do."""
        if self._unread:
            self._reading = self._reading or read_ahead(facts, sorted(self._unread))
            if next(self._reading, self) is self:
                self._unread, self._reading = set(), None
        elif self._stale:
            self._look(min(self._stale), facts)
        return self.is_behind

    def finish(self, facts: Facts) -> tuple[Finding, ...]:
        """Do all that is left; return all findings."""
        self._unread, self._reading = set(), None
        for number in sorted(self._stale):
            self._look(number, facts)
        return self.found

    @property
    def found(self) -> tuple[Finding, ...]:
        """Return all findings as far as they are known, in order."""
        ranked = [entry for entries in self._found if entries for entry in entries]
        return tuple(finding for _, finding in sorted(ranked, key=lambda entry: entry[0]))

    def _look(self, number: int, facts: Facts) -> None:
        findings = tuple(islice(self.checks[number].findings(facts), _MOST_FINDINGS + 1))
        if len(findings) > _MOST_FINDINGS:
            findings = (*findings[:-1], _too_many(findings[-1]))
        self._found[number] = tuple((self._order.rank(finding, number), finding) for finding in findings)
        self._stale.discard(number)


def read_ahead(facts: Facts, keys: Iterable[str]) -> Iterator[None]:
    """Read some texts sentence by sentence, so that the checks that look at them find them read."""
    lexicon = load_lexicon(facts.form)
    for key in keys:
        for _, paragraph in written_paragraphs(words_of(facts, key)):
            for _ in read_paragraph(paragraph, lexicon):
                yield None


def _too_many(next_one: Finding) -> Finding:
    """Make the last finding of a check that gives up, at the first place that it does not name."""
    said = f"这一类问题太多，只列出前 {_MOST_FINDINGS} 处；改好以后再列其余的"
    return replace(next_one, message=said, mark=f"{next_one.mark}.more" if next_one.mark else "")


def _compile(form: Form) -> Iterator[Check]:
    for of_sum in form.checks.sum:
        yield from compile_sum(form, of_sum)
    for of_relation in form.checks.relation:
        yield from compile_relation(form, of_relation)
    for of_rule in form.checks.rule:
        yield from compile_rule(form, of_rule)


def _by_place(checks: Iterable[Check]) -> dict[Touched, list[int]]:
    concerned: dict[Touched, list[int]] = defaultdict(list)
    for number, check in enumerate(checks):
        for place in set(check.places):
            concerned[place].append(number)
    return dict(concerned)


class _FormOrder:
    """Where findings stand: the fields first, then the sections as printed, cell by cell or word by word."""

    def __init__(self, form: Form) -> None:
        self._sections = {section.key: number for number, section in enumerate(form.sections)}
        self._cells = {
            cell.key: (self._sections[form.section_of_table(cell.table).key], number)
            for number, cell in enumerate(form.cells.values())
        }
        self._severities = {severity: number for number, severity in enumerate(SEVERITIES)}

    def rank(self, finding: Finding, check: int) -> _Order:
        severity = self._severities[finding.severity]
        if finding.cells:
            return (severity, *self._cells[finding.cells[0]], check)
        if finding.section is None:
            return (severity, -1, 0, check)
        start = finding.span[0] if finding.span else -1
        return (severity, self._sections.get(finding.section, -1), start, check)
