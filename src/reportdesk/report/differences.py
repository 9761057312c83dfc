"""Where a report's figures are others than last year's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportdesk.form.formula import Number
from reportdesk.frozen import Frozen
from reportdesk.report.facts import Facts


class FigureChange(Frozen, frozen=True):
    """A cell whose figure (件 or 万元) is another than last year's; None is a blank."""

    key: str
    then: Number | None
    now: Number | None

    @property
    def by(self) -> Number:
        """Return how much more it is; a blank counts as nothing."""
        return (self.now or 0) - (self.then or 0)

    @property
    def percent(self) -> float | None:
        """Return by how many hundredths of last year's figure it is more; None where that was nothing."""
        return float(self.by) / float(self.then) * 100 if self.then else None


def differences_from_last_year(facts: Facts) -> Iterator[FigureChange]:
    """Yield the cells that differ from last year's report, in printed order; none where there is none."""
    if facts.last is None:
        return
    for key in facts.form.cells:
        now, then = facts.figure(key), facts.last_figure(key)
        if now != then:
            yield FigureChange(key, then, now)


def sum_of_chosen(facts: Facts, keys: Iterable[str]) -> tuple[Number | None, int]:
    """Return the sum of some cells, and how many of them have a figure.

    The sum is None where there is nothing to add up, or units (件, 万元) that cannot be added.
    """
    chosen = [(facts.form.cells[key].unit, facts.figure(key)) for key in keys]
    filled = [(unit, figure) for unit, figure in chosen if figure is not None]
    if not filled or len({unit for unit, _ in filled}) > 1:
        return None, len(filled)
    return sum(figure for _, figure in filled), len(filled)
