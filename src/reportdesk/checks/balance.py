"""The two sides of a relation, column by column, for the line under a table that shows whether they meet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reportdesk.checks.relation import RelationHolds, compile_relation
from reportdesk.form.formula import Number
from reportdesk.form.model import Form
from reportdesk.frozen import Frozen
from reportdesk.report.facts import Facts


class Balance(Frozen, frozen=True):
    """One column, or row: its label, a cell to go to, both sides (件); None while one is not known."""

    label: str
    key: str
    left: Number | None
    right: Number | None

    @property
    def is_known(self) -> bool:
        """Tell whether both sides are known."""
        return self.left is not None and self.right is not None

    @property
    def difference(self) -> Number:
        """Return by how much the left side is more than the right; 0 while one is not known."""
        return 0 if self.left is None or self.right is None else self.left - self.right


class BalanceLine(Frozen, frozen=True):
    """What the two sides are called, and how they stand."""

    left: str
    right: str
    balances: tuple[Balance, ...]


def balance_line(facts: Facts, table: str) -> BalanceLine | None:
    """Return how the sides of a table's relation stand; None where its form names none for a line."""
    found = _sides_and_lines(facts.form, table)
    if not found:
        return None
    (left, right), lines = found
    return BalanceLine(left, right, tuple(_balance(facts, line) for line in lines))


def _balance(facts: Facts, line: RelationHolds) -> Balance:
    key = line.cells[0]
    cell = facts.form.cells[key]
    label = "".join((cell.column_labels if line.spec.each == "column" else cell.row_labels)[-1:])
    return Balance(label, key, *line.each_side(facts))


@lru_cache(maxsize=16)
def _sides_and_lines(form: Form, table: str) -> tuple[tuple[str, str], tuple[RelationHolds, ...]] | None:
    for spec in form.checks.relation:
        if spec.table == table and spec.sides:
            return spec.sides, tuple(_compiled(form, spec.code))
    return None


def _compiled(form: Form, code: str) -> Iterator[RelationHolds]:
    for spec in form.checks.relation:
        if spec.code == code:
            yield from (check for check in compile_relation(form, spec) if isinstance(check, RelationHolds))
