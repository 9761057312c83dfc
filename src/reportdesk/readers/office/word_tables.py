"""Tables of a Word file, laid out as they stand on paper: spans, merges, rows that a revision deletes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from reportdesk.errors import FileError
from reportdesk.readers.found.blocks import (
    MOST_GRID_COLUMNS,
    MOST_ROWS,
    MOST_TABLES,
    Block,
    FoundCell,
    FoundTable,
)
from reportdesk.readers.found.counts import count_of
from reportdesk.readers.found.refusals import TOO_MUCH_REMEDY
from reportdesk.readers.found.square import narrowed, too_wide
from reportdesk.readers.office.word_plain import PlainWords
from reportdesk.readers.office.word_xml import WordXml, tag_of

if TYPE_CHECKING:
    from lxml.etree import _Element

#: What may stand around rows and cells without being seen.
_WRAPPERS = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}


class WordTables(msgspec.Struct):
    """Reads the tables of one file; `_blocks` reads what stands in a cell, tables too."""

    _xml: WordXml
    _plain: PlainWords
    _blocks: Callable[[_Element], Iterator[Block]]
    _count: int = 0

    def read(self, element: _Element) -> FoundTable:
        """Return a table squared; raise FileError for one, or so many, beyond all measure."""
        self._count += 1
        if self._count > MOST_TABLES:
            raise FileError(
                f"文档里的表格超过 {MOST_TABLES} 个", where=self._xml.where, remedy=TOO_MUCH_REMEDY
            )
        grid: list[dict[int, FoundCell]] = []
        for row in self._rows(element):
            if len(grid) >= MOST_ROWS:
                raise FileError(
                    f"有一个表格超过 {MOST_ROWS} 行", where=self._xml.where, remedy=TOO_MUCH_REMEDY
                )
            grid.append(self._row(row, grid[-1] if grid else {}))
        width = 1 + max((max(row, default=-1) for row in grid), default=-1)
        table = FoundTable(tuple(tuple(row.get(column) for column in range(width)) for row in grid))
        return narrowed(table, self._xml.where)

    def _rows(self, parent: _Element) -> Iterator[_Element]:
        for child in parent:
            name = tag_of(child)
            if name == "tr":
                if self._plain.has(child) or self._xml.child(child, "trPr", "del") is None:
                    yield child
                else:
                    self._xml.has_revisions = True
            elif name in _WRAPPERS:
                yield from self._rows(child)

    def _cells(self, parent: _Element) -> Iterator[_Element]:
        for child in parent:
            name = tag_of(child)
            if name == "tc":
                yield child
            elif name in _WRAPPERS:
                yield from self._cells(child)

    def _row(self, element: _Element, above: Mapping[int, FoundCell]) -> dict[int, FoundCell]:
        """Lay one row; a cell merged upwards is the cell above, one merged to the left its neighbour."""
        row: dict[int, FoundCell] = {}
        column = 0
        if not self._plain.has(element):
            column = _size(self._xml.value(element, "trPr", "gridBefore"), 0)
        for cell in self._cells(element):
            if self._plain.has(cell):
                if column >= MOST_GRID_COLUMNS:
                    raise too_wide(self._xml.where)
                row[column] = FoundCell(tuple(self._blocks(cell)))
                column += 1
                continue
            properties = self._xml.child(cell, "tcPr")
            span = _size(self._xml.value(properties, "gridSpan"), 1) or 1
            if column + span > MOST_GRID_COLUMNS:
                raise too_wide(self._xml.where)
            found = self._continued(properties, row, above, column)
            if found is None:
                found = FoundCell(tuple(self._blocks(cell)), columns=span)
            row.update(dict.fromkeys(range(column, column + span), found))
            column += span
        return row

    def _continued(
        self,
        properties: _Element | None,
        row: Mapping[int, FoundCell],
        above: Mapping[int, FoundCell],
        column: int,
    ) -> FoundCell | None:
        if self._xml.value(properties, "vMerge") in {"", "continue"}:
            return above.get(column)
        if self._xml.value(properties, "hMerge") in {"", "continue"}:
            return row.get(column - 1)
        return None


def _size(text: str | None, otherwise: int) -> int:
    number = count_of(text)
    return otherwise if number is None else min(number, MOST_GRID_COLUMNS + 1)
