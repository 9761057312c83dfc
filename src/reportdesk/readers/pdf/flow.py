"""All pages one after another: page numbers out, paragraphs and tables put together over the pages' ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportdesk.readers.found.blocks import Block, FoundParagraph
from reportdesk.readers.pdf.bands import BEGINS, PrintedBand
from reportdesk.readers.pdf.furniture import furniture
from reportdesk.readers.pdf.layout import LaidPage
from reportdesk.readers.pdf.lines import PrintedLine
from reportdesk.readers.pdf.open_runs import OpenItem, OpenTable
from reportdesk.readers.pdf.open_tables import open_table
from reportdesk.readers.pdf.paragraphs import (
    Margins,
    goes_on,
    margins_of,
    paragraphs_with_ends,
    put_together,
)
from reportdesk.readers.pdf.printed_table import PrintedTable

#: Pages with fewer lines have the margins of the others.
_FEWEST_LINES = 5


def blocks_of(pages: Sequence[LaidPage]) -> Iterator[Block]:
    """Yield the paragraphs and tables of a document."""
    lines = [[item for item in page.items if isinstance(item, PrintedLine)] for page in pages]
    left_out = furniture(lines, [page.height for page in pages])
    kept = [
        [line for at, line in enumerate(listed) if at not in out]
        for listed, out in zip(lines, left_out, strict=True)
    ]
    flow = _Flow()
    for page, listed in zip(pages, kept, strict=True):
        alike = [own for other, own in zip(pages, kept, strict=True) if other.width == page.width]
        margins = _margins(listed, alike, page.width)
        whole = {id(line) for line in listed}
        items = [item for item in page.items if isinstance(item, OpenTable) or id(item) in whole]
        yield from flow.take(items, margins)
    yield from flow.end()


def _margins(lines: Sequence[PrintedLine], pages: Sequence[Sequence[PrintedLine]], width: float) -> Margins:
    """Return a page's margins: its own left one, and a text as wide as on other pages of that width."""
    own = [margins_of(page, width) for page in pages if len(page) >= _FEWEST_LINES]
    usual = max(own, key=lambda one: one.right - one.left, default=None)
    if not lines:
        return usual or Margins(0, width)
    found = margins_of(lines, width)
    if usual is None or found.right - found.left > usual.right - usual.left:
        return found
    left = found.left if len(lines) >= _FEWEST_LINES else usual.left
    return Margins(left, left + usual.right - usual.left)


@dataclass
class _Flow:
    """What was read last may go on on the next page: held until it is known."""

    table: PrintedTable | None = None
    text: str | None = None
    last: PrintedLine | None = None
    margins: Margins | None = None
    waiting: list[Block] = field(default_factory=list)

    def take(self, items: Sequence[OpenItem], margins: Margins) -> Iterator[Block]:
        """Yield what is finished when a page is added."""
        run: list[PrintedLine] = []
        is_first = True
        for item in items:
            if isinstance(item, PrintedLine):
                run.append(item)
                continue
            yield from self._take_lines(run, margins)
            yield from self._take_table(item.table, may_go_on=is_first and not run)
            run, is_first = [], False
        yield from self._take_lines(run, margins)

    def end(self) -> Iterator[Block]:
        """Yield what was held last."""
        if self.text is not None:
            yield FoundParagraph(self.text)
        if self.table is not None:
            yield self.table.found
        self.text = self.last = self.table = None

    def _take_table(self, table: PrintedTable, *, may_go_on: bool) -> Iterator[Block]:
        if may_go_on and self.table is not None and (both := _joined(self.table, table)) is not None:
            self.table = both
            return
        yield from self.end()
        self.table = table

    def _take_lines(self, lines: Sequence[PrintedLine], margins: Margins) -> Iterator[Block]:
        if not lines:
            return
        goes_on = self.text if self._goes_on(lines[0], margins) else None
        for text, last in paragraphs_with_ends(lines, margins):
            if goes_on is None:
                yield from self.end()
            self.text = text if goes_on is None else put_together(goes_on, text)
            self.last, self.margins, goes_on = last, margins, None

    def _goes_on(self, line: PrintedLine, margins: Margins) -> bool:
        if self.last is None or self.margins is None or self.last.base < line.base:
            return False
        return goes_on(self.last, line, self.margins, margins)


def _joined(table: PrintedTable, below: PrintedTable) -> PrintedTable | None:
    """Return a table with its next page's piece, None where that is another table."""
    if table.bands and below.bands:
        return open_table(_with_rest(table.bands, below.bands))
    return None if table.bands or below.bands else table.followed_by(below)


def _with_rest(bands: Sequence[PrintedBand], below: Sequence[PrintedBand]) -> list[PrintedBand]:
    """Return the rows of two pages; words below the page's end that no figures flank end the last label."""
    last, first = bands[-1], below[0]
    left = min((part.box.left for band in below for part in band.figures), default=0.0)
    words = "".join(part.text for part in first.parts)
    is_label = all(part.box.right <= left for part in first.parts)
    if last.figures and first.parts and is_label and not first.figures and not BEGINS.match(words):
        shift = last.parts[0].base + last.parts[0].size * 100 - first.parts[0].base
        moved = [part.moved(shift) for part in first.parts]
        return [*bands[:-1], replace(last, parts=[*last.parts, *moved]), *below[1:]]
    return [*bands, *below]
