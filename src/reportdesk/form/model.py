"""The form: what may be asked, immutable, as the folder of its edition says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from reportdesk.form.charts import Charts
from reportdesk.form.checklist import Checks
from reportdesk.form.formula import Term
from reportdesk.form.kinds import KINDS, Kind
from reportdesk.form.parts import Band, Carry, Column, Level, Predecessor, Row, Section, Table
from reportdesk.form.prepared import Prepared
from reportdesk.form.template import compile_pattern
from reportdesk.frozen import Frozen
from reportdesk.patterns import screened

#: The key of the text between the title and the first section.
INTRO = "intro"
_INTRO_NAME = "引言"


class Cell(Frozen, frozen=True):
    """One figure that the form asks for: its key, where it stands, its kind and what derives it."""

    key: str
    table: str
    row: str
    column: str
    kind: Kind
    unit: str
    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    parts: tuple[tuple[int, str], ...] = ()

    @property
    def is_derived(self) -> bool:
        """Tell whether a sum gives this cell, so that nobody types it."""
        return bool(self.parts)

    @property
    def labels(self) -> tuple[str, ...]:
        """Return all labels on the way to the cell: rows, then columns."""
        return self.row_labels + self.column_labels


class Form(Frozen, frozen=True, eq=False, dict=True):
    """An edition of the report: sections, tables, cells in printed order, and its folder of layouts.

    Editions of one `family` follow each other over the years. What was `prepared` was judged sound before.
    """

    edition: str
    family: str
    notice: str
    first_year: int
    last_year: int | None
    title: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    levels: tuple[Level, ...]
    cells: Mapping[str, Cell]
    folder: Path
    guidance: Mapping[str, str] = msgspec.field(default_factory=dict)
    label_aliases: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    heading_aliases: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    checks: Checks = msgspec.field(default_factory=Checks)
    charts: Charts = msgspec.field(default_factory=Charts)
    carries: tuple[Carry, ...] = ()
    predecessors: Mapping[str, Predecessor] = msgspec.field(default_factory=dict)
    prepared: Prepared | None = None

    def __repr__(self) -> str:
        """Name the edition; all that it holds would hide what is looked for."""
        return f"<Form {self.edition}>"

    def pattern(self, pattern: str, where: str) -> re.Pattern[str]:
        """Return a pattern that a file of the folder gives; raise FormError naming `where` for a wrong one.

        Of a folder that was prepared it is compiled for the first text that has what it needs.
        """
        if self.prepared is None:
            return compile_pattern(pattern, where)
        return screened(pattern, self.prepared.needs.get(pattern, ()))

    def table(self, key: str) -> Table:
        """Return the table with that key; raise KeyError if there is none."""
        return self._tables[key]

    def section(self, key: str) -> Section:
        """Return the section with that key; raise KeyError if there is none."""
        return self._sections[key]

    @cached_property
    def text_keys(self) -> tuple[str, ...]:
        """Return the keys of all texts that a report may have: the introduction's and every section's."""
        return (INTRO, *(section.key for section in self.sections))

    def heading_of(self, text: str) -> str:
        """Return how a text is called: its section's heading, or 引言; raise KeyError for an unknown key."""
        return _INTRO_NAME if text == INTRO else self.section(text).heading

    def section_of_table(self, table: str) -> Section:
        """Return the section that prints a table."""
        return next(section for section in self.sections if section.table == table)

    def level(self, key: str) -> Level:
        """Return the level with that key; raise KeyError if there is none."""
        return self._levels[key]

    def level_of(self, organ: str) -> Level:
        """Guess the level from the organ's name; the first level stands where no pattern fits."""
        return next(self._fitting(organ), self.levels[0])

    def tells_level(self, organ: str) -> bool:
        """Tell whether an organ's name leaves no choice of its level."""
        return len(self.levels) < 2 or any(self._fitting(organ))

    def _fitting(self, organ: str) -> Iterator[Level]:
        return (level for level, pattern in self._organs if pattern.search(organ))

    @cached_property
    def _organs(self) -> tuple[tuple[Level, re.Pattern[str]], ...]:
        where = str(self.folder / "form.toml")
        return tuple((level, self.pattern(level.organ, where)) for level in self.levels if level.organ)

    def title_of(self, organ: str, year: int) -> str:
        """Return the title that the notice prescribes."""
        return self.title.format(organ=organ, year=year)

    def covers(self, year: int) -> bool:
        """Tell whether reports for that year use this edition."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def cells_of(self, table: str) -> tuple[Cell, ...]:
        """Return a table's cells in printed order."""
        return self._cells_of[table]

    @cached_property
    def entered(self) -> tuple[Cell, ...]:
        """Return the cells that somebody must fill."""
        return tuple(cell for cell in self.cells.values() if not cell.is_derived)

    @cached_property
    def derived(self) -> tuple[Cell, ...]:
        """Return the cells that sums give, parts before what they are part of."""
        order: dict[str, Cell] = {}
        for cell in self.cells.values():
            self._after_its_parts(cell, order)
        return tuple(order.values())

    @cached_property
    def narratives(self) -> tuple[Section, ...]:
        """Return the sections that must hold words."""
        return tuple(section for section in self.sections if section.is_narrative)

    def _after_its_parts(self, cell: Cell, order: dict[str, Cell]) -> None:
        if cell.is_derived and cell.key not in order:
            for _, part in cell.parts:
                self._after_its_parts(self.cells[part], order)
            order[cell.key] = cell

    @cached_property
    def _tables(self) -> dict[str, Table]:
        return {table.key: table for table in self.tables}

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {section.key: section for section in self.sections}

    @cached_property
    def _levels(self) -> dict[str, Level]:
        return {level.key: level for level in self.levels}

    @cached_property
    def _cells_of(self) -> dict[str, tuple[Cell, ...]]:
        return {
            table.key: tuple(cell for cell in self.cells.values() if cell.table == table.key)
            for table in self.tables
        }


def cell_key(table: Table, row: Row, column: Column) -> str:
    """Join the keys of table, row and column; an empty one is left out."""
    return ".".join(part for part in (table.key, row.key, column.key) if part)


def make_cell(
    table: Table, band: Band, row: Row, column: Column, terms: tuple[tuple[Term, str], ...]
) -> Cell:
    """Build one cell; `terms` pairs each term of its sum with the key that it names."""
    title = (band.title,) if band.title else ()
    return Cell(
        key=cell_key(table, row, column),
        table=table.key,
        row=row.key,
        column=column.key,
        kind=KINDS[column.kind],
        unit=column.unit,
        row_labels=title + row.labels,
        column_labels=column.labels,
        parts=tuple((term.sign, key) for term, key in terms),
    )
