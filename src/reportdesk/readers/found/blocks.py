"""What every document comes down to: paragraphs and tables, found one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Literal, TypeAlias

import msgspec

from reportdesk.frozen import Frozen
from reportdesk.report.model import Note, Report

#: What a document's own marks say about a paragraph, "" where they say nothing; a picture has no words.
ParagraphRole = Literal["", "title", "heading", "text", "signer", "date", "picture"]

#: The codes of the notes on the data that a file carries, and what they say of it that can't be used.
EDITED, DAMAGED, NEWER = "docx.edited", "docx.damaged", "docx.newer"
VISIBLE_COUNTS = "按看得见的内容读入，上年数据和说明没有带回"

#: Far more than a report has, in a file and in a table.
MOST_TABLES = 200
MOST_ROWS = 2_000
#: Columns with something in them; a page may draw a finer grid, up to MOST_GRID_COLUMNS.
MOST_COLUMNS = 64
#: More lines across than any page draws.
MOST_GRID_COLUMNS = 512


class FoundParagraph(Frozen, frozen=True):
    """A paragraph as it stands; a line break within it is a newline."""

    text: str
    role: ParagraphRole = ""


class FoundCell(Frozen, frozen=True, eq=False):
    """A cell as the document merges it: what stands in it and how many rows and columns it covers.

    `text` follows from the blocks: the words of the cell, paragraphs and line breaks as newlines, without
    nested tables.
    """

    blocks: tuple[Block, ...] = ()
    rows: int = 1
    columns: int = 1
    text: str = ""

    def __post_init__(self) -> None:
        """Put the words together, which are asked for again and again."""
        texts = [block.text for block in self.blocks if type(block) is FoundParagraph]
        msgspec.structs.force_setattr(self, "text", texts[0] if len(texts) == 1 else "\n".join(texts))

    @property
    def nests(self) -> bool:
        """Tell whether a table stands inside the cell."""
        return any(isinstance(block, FoundTable) for block in self.blocks)


class Slot(Frozen, frozen=True, eq=False):
    """A cell as it lies in one row: the first and the last column that it covers there, and its words.

    `begins` tells that the cell begins in this row, rather than reaching down from above.
    """

    first: int
    last: int
    cell: FoundCell
    text: str
    begins: bool


class FoundTable(Frozen, frozen=True, eq=False, dict=True):
    """A table squared: every slot names the cell that covers it, None where the document has none.

    A whole sheet of a workbook is a table too, though words stand in it between tables. In a table that was
    put together from lines of text, what stands in one column is not aligned.
    """

    slots: tuple[tuple[FoundCell | None, ...], ...]
    is_sheet: bool = False
    is_aligned: bool = True

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.slots[0]) if self.slots else 0

    def cells(self) -> Sequence[FoundCell]:
        """Return every cell once, in reading order."""
        return self._cells

    @cached_property
    def _cells(self) -> tuple[FoundCell, ...]:
        return tuple(cell for cell in dict.fromkeys(chain.from_iterable(self.slots)) if cell is not None)

    def row(self, number: int) -> Sequence[Slot]:
        """Return a row's cells from the left, each once."""
        return self._rows[number]

    @cached_property
    def _rows(self) -> list[tuple[Slot, ...]]:
        nothing = (None,) * self.width
        return [_row(row, above) for row, above in zip(self.slots, (nothing, *self.slots), strict=False)]


def _row(cells: Sequence[FoundCell | None], above: Sequence[FoundCell | None]) -> tuple[Slot, ...]:
    row: list[Slot] = []
    width, column = len(cells), 0
    while column < width:
        cell, first = cells[column], column
        column += 1
        if cell is not None:
            while column < width and cells[column] is cell:
                column += 1
            row.append(Slot(first, column - 1, cell, cell.text, above[first] is not cell))
    return tuple(row)


Block: TypeAlias = FoundParagraph | FoundTable


class Printed(Frozen, frozen=True):
    """Where a figure is printed: the place of its table among the blocks, the table's row, and its text."""

    block: int
    row: int
    text: str


class ListedWords(Frozen, frozen=True):
    """Words that a file lists by name: fields by label, and paragraphs with the part that each is of."""

    fields: Mapping[str, str]
    paragraphs: tuple[tuple[str, str], ...]


class Carried(Frozen, frozen=True):
    """The report that a file holds as data, whatever it shows; `is_whole` says that nothing of it is lost."""

    report: Report
    is_whole: bool = False


class FoundDocument(Frozen, frozen=True):
    """All that a reader found in a file: blocks in order, and notes on what it had to leave out.

    `exact` says that the file's marks (roles) tell each paragraph's place, as in files of our own;
    `words` are those of a file that lists them apart from its tables. `carried` is what the file holds as
    data: of a file of data alone, without blocks, it is all; beside blocks it is held against them.
    """

    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = msgspec.field(default=())
    exact: bool = False
    words: ListedWords | None = None
    carried: Carried | None = None


def unpack_layout(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with layout tables replaced by what stands in them: a page in one big cell is no table."""
    for block in blocks:
        if isinstance(block, FoundTable) and _is_layout(block):
            for cell in block.cells():
                yield from unpack_layout(cell.blocks)
        else:
            yield block


def _is_layout(table: FoundTable) -> bool:
    cells = [cell for cell in table.cells() if cell.nests or cell.text.strip()]
    return any(cell.nests for cell in cells) or len(cells) <= 1
