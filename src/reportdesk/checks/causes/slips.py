"""Slips that may have been made in typing, and what each would explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache

from reportdesk.checks.causes.equations import Equation
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.form.succession import carried_pairs
from reportdesk.frozen import Frozen
from reportdesk.report.facts import Facts


class SlipKind(IntEnum):
    """What may have happened, the most telling first."""

    CARRY = 1
    DIGITS = 2
    NEIGHBOUR = 3
    FIGURE = 4


class Slip(Frozen, frozen=True):
    """A way to set figures right: what stands in the cells `keys`, and what should (件 or 万元).

    The key of a derived cell stands for the printed total.
    """

    kind: SlipKind
    keys: tuple[str, ...]
    stands: tuple[Number, ...]
    should: tuple[Number, ...]

    @property
    def moves(self) -> dict[str, Number]:
        """Return by how much each figure would change."""
        return {
            key: should - stands
            for key, stands, should in zip(self.keys, self.stands, self.should, strict=True)
        }


def slips_behind(equation: Equation, facts: Facts) -> Iterator[Slip]:
    """Yield every slip of one figure, or of two neighbours, that would explain an equation that fails."""
    for key, share in equation.shares.items():
        stands = typed_figure(facts, key)
        if stands is None:
            continue
        should = stands - equation.difference * share
        if abs(share) == 1 and should >= 0:
            yield Slip(_kind(facts, key, stands, should), (key,), (stands,), (should,))
        if not facts.form.cells[key].is_derived:
            yield from _exchanges(equation, facts, key, stands)


def typed_figure(facts: Facts, key: str) -> Number | None:
    """Return the figure (件 or 万元) that was typed: an entered one, or a derived cell's printed total."""
    part = facts.report.stated if facts.form.cells[key].is_derived else facts.report.cells
    return part.get(key)


def _kind(facts: Facts, key: str, stands: Number, should: Number) -> SlipKind:
    source = _carried(facts.form).get(key)
    if source is not None and should == facts.last_figure(source):
        return SlipKind.CARRY
    return SlipKind.DIGITS if _is_transposed(stands, should) else SlipKind.FIGURE


@lru_cache(maxsize=8)
def _carried(form: Form) -> dict[str, str]:
    """Return, by the cells that take a figure of last year's, the cells of those figures."""
    return {to: source for carry in form.carries for source, to in carried_pairs(form, carry)}


def _is_transposed(one: Number, other: Number) -> bool:
    """Tell whether two neighbouring digits of one figure are the wrong way round in the other."""
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    unlike = [place for place, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(unlike) != 2 or unlike[1] != unlike[0] + 1:
        return False
    return [first[place] for place in unlike] == [second[place] for place in reversed(unlike)]


def _exchanges(equation: Equation, facts: Facts, key: str, stands: Number) -> Iterator[Slip]:
    """Yield the slips by which a figure went into the next column of its row, or two changed places."""
    for other in _beside(facts.form, key):
        theirs = facts.report.cells.get(other)
        if theirs is None or theirs == stands:
            continue
        slip = Slip(SlipKind.NEIGHBOUR, (key, other), (stands, theirs), (theirs, stands))
        if equation.is_met(equation.after(slip.moves)):
            yield slip


def _beside(form: Form, key: str) -> Sequence[str]:
    """Return the entered cells of the same kind to the left and right in a row."""
    cell = form.cells[key]
    row = [
        other.key
        for other in form.cells_of(cell.table)
        if other.row == cell.row and not other.is_derived and other.kind is cell.kind
    ]
    place = row.index(key)
    return [row[number] for number in (place - 1, place + 1) if 0 <= number < len(row)]


def spoils(slip: Slip, equations: Iterable[Equation]) -> bool:
    """Tell whether setting a slip right would break what holds now."""
    moves = slip.moves
    return any(equation.holds and not equation.is_met(equation.after(moves)) for equation in equations)
