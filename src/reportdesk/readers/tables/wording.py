"""How a form words its rows and columns, with all the spellings met elsewhere, ready for matching."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from reportdesk.form.model import Form, cell_key
from reportdesk.form.parts import Band, Column, Row, Table
from reportdesk.frozen import Frozen
from reportdesk.readers.tables.labels import Labels

_MONEY = "amount"


class FormRow(Frozen, frozen=True, dict=True):
    """A row of the form in its band and table: what a row of a found table may turn out to be."""

    table: Table
    band: Band
    row: Row

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the row's cells."""
        return tuple(cell_key(self.table, self.row, column) for column in self.band.column)

    @cached_property
    def _keys_by_column(self) -> Mapping[str, str]:
        return {column.key: key for column, key in zip(self.band.column, self.keys, strict=True)}

    @cached_property
    def money(self) -> frozenset[str]:
        """Return the keys of the cells that hold money."""
        return frozenset(self.key(column) for column in self.band.column if column.kind == _MONEY)

    @property
    def total(self) -> Column | None:
        """Return the column that sums the row up, if there is exactly one."""
        sums = [column for column in self.band.column if column.sum]
        return sums[0] if len(sums) == 1 else None

    def key(self, column: Column) -> str:
        """Return the key of one of the row's cells."""
        return self._keys_by_column[column.key]


class TableWording(Frozen, frozen=True, dict=True):
    """A table's labels by what they lead to."""

    table: Table
    rows: Mapping[str, tuple[FormRow, ...]]
    unlabelled: tuple[FormRow, ...]
    columns: frozenset[str]
    titles: Mapping[str, Band]

    @cached_property
    def labels(self) -> frozenset[str]:
        """Return the labels without which a found table has nothing of this one."""
        return self.columns | self.rows.keys()


class FormWording(Frozen, frozen=True, dict=True):
    """All labels of a form, recognised together so that a text is looked at once."""

    form: Form
    labels: Labels
    tables: tuple[TableWording, ...]

    @cached_property
    def columns(self) -> frozenset[str]:
        """Return the labels of all columns."""
        return frozenset[str]().union(*(table.columns for table in self.tables))

    @cached_property
    def titles(self) -> frozenset[str]:
        """Return the titles that run across a part of a table."""
        return frozenset(title for table in self.tables for title in table.titles)


@lru_cache(maxsize=16)
def form_wording(form: Form) -> FormWording:
    """Return a form's wording, worked out once."""
    names = dict.fromkeys(label for cell in form.cells.values() for label in cell.labels)
    names |= dict.fromkeys(
        text for table in form.tables for band in table.band for text in (band.corner, band.banner) if text
    )
    aliases = form.label_aliases
    labels = Labels((name, aliases.get(name, ())) for name in names)
    return FormWording(form, labels, tuple(_of_table(table) for table in form.tables))


def _of_table(table: Table) -> TableWording:
    rows: dict[str, tuple[FormRow, ...]] = {}
    unlabelled: list[FormRow] = []
    for line in _form_rows(table):
        if line.row.labels:
            leaf = line.row.labels[-1]
            rows[leaf] = (*rows.get(leaf, ()), line)
        else:
            unlabelled.append(line)
    columns = frozenset(label for band in table.band for column in band.column for label in column.labels)
    titles = {band.title: band for band in table.band if band.title}
    return TableWording(table, rows, tuple(unlabelled), columns, titles)


def _form_rows(table: Table) -> Iterator[FormRow]:
    return (FormRow(table, band, row) for band in table.band for row in band.row)


def leaves(band: Band) -> tuple[str, ...]:
    """Return the labels right above a band's numbers, in printed order."""
    return tuple(column.labels[-1] for column in band.column)


def leaves_by_depth(band: Band) -> tuple[str, ...]:
    """Return the same labels as flattened text names them: those under fewer others first."""
    return tuple(column.labels[-1] for column in sorted(band.column, key=lambda column: len(column.labels)))
