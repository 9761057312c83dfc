"""Sums and relations as equations between figures that somebody typed, so that a slip can be traced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from reportdesk.checks.check import Check
from reportdesk.checks.finding import Finding
from reportdesk.checks.relation import RelationHolds, SumHolds
from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.report.facts import Facts

#: By how much figures are thought to change, by their cells.
Moves = Mapping[str, Number]


class Equation(Frozen, frozen=True):
    """What must hold between typed figures.

    `difference` is left minus right now. `shares` says by how much it moves when a typed figure grows by 1:
    the key of an entered cell stands for its figure, that of a derived cell for the printed total. `subject`
    is that of the finding which tells that it does not hold.
    """

    subject: str
    difference: Number
    shares: Mapping[str, int]
    is_met: Callable[[Number], bool]

    @property
    def holds(self) -> bool:
        """Tell whether it holds now."""
        return self.is_met(self.difference)

    def after(self, moves: Moves) -> Number:
        """Return the difference that there would be after some moves."""
        return self.difference + sum(self.shares.get(key, 0) * move for key, move in moves.items())


def equations_of(checks: Iterable[Check], facts: Facts) -> Iterator[Equation]:
    """Yield an equation for each sum and relation whose figures are all known."""
    for check in checks:
        if isinstance(check, SumHolds):
            shares = Counter({check.cell: 1})
            shares.subtract(_typed(facts, check.parts))
            subject = f"{check.spec.code}:{check.cell}:"
        elif isinstance(check, RelationHolds):
            this_year = [
                (side * term.sign, check.keys[term.name])
                for side, terms in ((1, check.relation.left), (-1, check.relation.right))
                for term in terms
                if not term.last
            ]
            shares = _typed(facts, this_year)
            subject = f"{check.spec.code}:{check.cells[0]}:"
        else:
            continue
        if (sides := check.sides(facts)) is not None:
            yield Equation(subject, sides[0] - sides[1], _moving(shares), _condition(check))


def equations_in_words(findings: Iterable[Finding], facts: Facts) -> Iterator[Equation]:
    """Yield the equations that numbers in words make with the cells that they tell, if with a plain sum.

    A long text tells the same cells over and over: what a sum comes down to is looked up once.
    """
    known: dict[tuple[str, ...], Mapping[str, int]] = {}
    for finding in findings:
        if finding.section is None or finding.difference is None:
            continue
        summed = _summed(finding, facts)
        if summed and summed not in known:
            known[summed] = _moving(_typed(facts, ((-1, key) for key in summed)))
        if summed:
            yield Equation(finding.subject, finding.difference, known[summed], _is_zero)


def _summed(finding: Finding, facts: Facts) -> tuple[str, ...]:
    """Return the cells whose sum a number in words was compared with, of all that it may mean."""
    total: Number = 0
    for number, key in enumerate(finding.cells, 1):
        figure = facts.figure(key)
        if figure is None:
            return ()
        total += figure
        if total == finding.right:
            return finding.cells[:number]
    return ()


def _condition(check: SumHolds | RelationHolds) -> Callable[[Number], bool]:
    return lambda difference: check.holds(difference, 0)


def _is_zero(difference: Number) -> bool:
    return difference == 0


def _typed(facts: Facts, terms: Iterable[tuple[int, str]]) -> Counter[str]:
    """Return the typed figures that a sum comes down to, each with its sign."""
    shares: Counter[str] = Counter()
    for sign, key in terms:
        cell = facts.form.cells[key]
        if cell.is_derived and facts.figures[key] is not None:
            for part, share in _typed(facts, cell.parts).items():
                shares[part] += sign * share
        else:
            shares[key] += sign
    return shares


def _moving(shares: Mapping[str, int]) -> dict[str, int]:
    return {key: share for key, share in shares.items() if share}
