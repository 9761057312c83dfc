"""Checks that are lines of data: the sums of a table, and relations between its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportdesk.checks.check import Check, cell_places, found_in_cells, where_specified
from reportdesk.checks.finding import Finding
from reportdesk.errors import FormError
from reportdesk.form.checklist import RelationCheck, SumCheck
from reportdesk.form.formula import Number, Relation, Term, add_up, parse_relation, parse_sum
from reportdesk.form.model import Form, cell_key
from reportdesk.form.parts import Band, Column, Row, Table
from reportdesk.frozen import Frozen
from reportdesk.report.entries import Touched
from reportdesk.report.facts import Facts

_Signed = tuple[int, str]
_Keys = Mapping[str, str]


class SumHolds(Frozen, frozen=True):
    """The printed figure of a derived cell is the sum of its parts."""

    spec: SumCheck
    cell: str
    parts: tuple[_Signed, ...]

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the sum's printed figure and the figures of its parts."""
        return (("stated", self.cell), *cell_places(key for _, key in self.parts))

    def sides(self, facts: Facts) -> tuple[Number, Number] | None:
        """Return the printed figure and the sum of the parts; None where one of them is not known."""
        printed = facts.report.stated.get(self.cell)
        total = None if printed is None else add_up(self.parts, facts.figure)
        return None if printed is None or total is None else (printed, total)

    def holds(self, left: Number, right: Number) -> bool:
        """Tell whether a printed figure is the sum of its parts."""
        return left == right

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Compare the printed figure with the parts; without a printed one there is nothing to compare."""
        sides = self.sides(facts)
        if sides is not None and not self.holds(*sides):
            cells = (self.cell, *(key for _, key in self.parts))
            yield found_in_cells(self.spec, facts, cells, left=sides[0], right=sides[1])


class RelationHolds(Frozen, frozen=True):
    """A relation between cells of one row or column, by their sums; last year's figures may take part."""

    spec: RelationCheck
    relation: Relation
    keys: _Keys

    @property
    def cells(self) -> tuple[str, ...]:
        """Return this year's cells in the order of the relation."""
        return tuple(dict.fromkeys(self.keys[term.name] for term in self.relation.terms if not term.last))

    @property
    def places(self) -> tuple[Touched, ...]:
        """Return the places of this year's cells, and the year, which decides whether last year's count."""
        return (*cell_places(self.cells), ("fields", "year"))

    def each_side(self, facts: Facts) -> tuple[Number | None, Number | None]:
        """Return the values of both sides, None for one that a blank leaves unknown."""
        return self._side(facts, self.relation.left), self._side(facts, self.relation.right)

    def sides(self, facts: Facts) -> tuple[Number, Number] | None:
        """Return the values of both sides; None where a blank leaves one of them unknown."""
        left, right = self.each_side(facts)
        return None if left is None or right is None else (left, right)

    def holds(self, left: Number, right: Number) -> bool:
        """Tell whether the relation holds between the values of its two sides."""
        return self.relation.holds(left, right)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Compare the two sides; a blank on either says nothing."""
        sides = self.sides(facts)
        if sides is not None and not self.holds(*sides):
            yield found_in_cells(self.spec, facts, self.cells, left=sides[0], right=sides[1])

    def _side(self, facts: Facts, terms: Iterable[Term]) -> Number | None:
        def figure(term: Term) -> Number | None:
            key = self.keys[term.name]
            return facts.last_figure(key) if term.last else facts.figure(key)

        return add_up(((term.sign, term) for term in terms), figure)


def compile_sum(form: Form, spec: SumCheck) -> Iterator[Check]:
    """Make one check for each cell that the sums of a table's columns, or of its rows, derive."""
    where = where_specified(form, spec)
    table = form.table(spec.table)
    for band, row, column in _crossings(table):
        across = spec.of == "columns"
        if text := column.sum if across else row.sum:
            keys = _along_row(table, band, row) if across else _along_column(table, band, column)
            parts = tuple((term.sign, keys[term.name]) for term in parse_sum(text, where))
            yield SumHolds(spec, cell_key(table, row, column), parts)


def compile_relation(form: Form, spec: RelationCheck) -> Iterator[Check]:
    """Make one check for each row, or column, that has all the cells named; `only` demands some of them.

    Raise FormError for a relation without a figure of this year.
    """
    where = where_specified(form, spec)
    relation = parse_relation(spec.holds, where)
    if all(term.last for term in relation.terms):
        raise FormError("关系式里没有今年的数", where=where)
    names = {term.name for term in relation.terms}
    for name, keys in _keys_by_line(form.table(spec.table), spec.each):
        if names <= keys.keys() and (not spec.only or name in spec.only):
            yield RelationHolds(spec, relation, {term: keys[term] for term in names})


def _crossings(table: Table) -> Iterator[tuple[Band, Row, Column]]:
    for band in table.band:
        for row in band.row:
            for column in band.column:
                yield band, row, column


def _keys_by_line(table: Table, each: str) -> Iterator[tuple[str, _Keys]]:
    """Yield the name of every row, or column, with its cells by column, or row."""
    for band in table.band:
        if each == "row":
            yield from ((row.key, _along_row(table, band, row)) for row in band.row)
        else:
            yield from ((column.key, _along_column(table, band, column)) for column in band.column)


def _along_row(table: Table, band: Band, row: Row) -> _Keys:
    return {column.key: cell_key(table, row, column) for column in band.column}


def _along_column(table: Table, band: Band, column: Column) -> _Keys:
    return {row.key: cell_key(table, row, column) for row in band.row}
