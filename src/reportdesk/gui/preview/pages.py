"""The pages of a report as its Word file lays them out, each painted in points on a screen or a printer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from xml.sax.saxutils import unescape
from zipfile import ZipFile

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from reportdesk.gui.preview.cutting import PagePiece, cut
from reportdesk.gui.preview.lines import set_lines
from reportdesk.gui.preview.word.model import Paragraph, WordPage, WordPaper
from reportdesk.gui.preview.word.reading import paper_of
from reportdesk.report.model import Report

_TITLE = re.compile("<dc:title>([^<]*)</dc:title>")


@dataclass(frozen=True, slots=True)
class SheetOfPaper:
    """One page: its number, the paper it is on, and what stands on it."""

    number: int
    sheet: WordPage
    pieces: tuple[PagePiece, ...]

    @property
    def size(self) -> QSizeF:
        """Return the size of the paper, in points."""
        return QSizeF(self.sheet.width, self.sheet.height)

    @property
    def words(self) -> str:
        """Return what can be read on the page, for programs that read it aloud."""
        return "\n".join(self._said())

    def _said(self) -> Iterator[str]:
        for table, found in groupby(self.pieces, key=lambda piece: piece.table):
            pieces = list(found)
            if table is not None:
                yield from table.words([piece.row for piece in pieces])
            else:
                yield from (piece.line.text for piece in pieces if piece.line is not None and piece.line.text)

    def paint(self, painter: QPainter) -> None:
        """Paint the page with its top left at the origin, in points."""
        sheet = self.sheet
        painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), Qt.GlobalColor.white)
        painter.setPen(Qt.GlobalColor.black)
        y = sheet.top
        for table, found in groupby(self.pieces, key=lambda piece: piece.table):
            pieces = list(found)
            if table is not None:
                table.paint(painter, sheet.text_left, y, [piece.row for piece in pieces])
            else:
                _paint_lines(painter, sheet.text_left, y, pieces)
            painter.setPen(Qt.GlobalColor.black)
            y += sum(piece.height for piece in pieces)
        self._paint_margins(painter)

    def _paint_margins(self, painter: QPainter) -> None:
        """Paint what stands above and below the text: a page's number, mostly."""
        sheet, kind = self.sheet, self.sheet.kind_of(self.number)
        self._paint_texts(painter, sheet.headers.get(kind, ()), sheet.header_from_top)
        footer = sheet.footers.get(kind, ())
        height = sum(line.height for one in footer for line in set_lines(one, sheet.text_width, self.number))
        self._paint_texts(painter, footer, sheet.height - sheet.footer_from_bottom - height)

    def _paint_texts(self, painter: QPainter, texts: Sequence[Paragraph], y: float) -> None:
        for paragraph in texts:
            for line in set_lines(paragraph, self.sheet.text_width, self.number):
                line.paint(painter, self.sheet.text_left, y)
                y += line.height


def laid_pages(report: Report) -> list[SheetOfPaper]:
    """Return the pages of a report; raise as `paper_of_report` does."""
    return list(pages_on(paper_of_report(report)))


def paper_of_report(report: Report) -> WordPaper:
    """Return what a report's Word file asks of whoever lays it out, in any thread: it needs nothing of Qt.

    Raise FileError for a text that no file can hold, FormError where the Word layout is unfit.
    """
    # Late: what fills in Word files takes a moment to come.
    from reportdesk.writers.word.writer import WordWriter

    return paper_of(WordWriter("nothing").render(report))


def pages_of_word(data: bytes) -> list[SheetOfPaper]:
    """Return the pages of a Word file that this program has made."""
    return list(pages_on(paper_of(data)))


def title_of_word(data: bytes) -> str:
    """Return the title that a Word file of ours has among its properties."""
    with ZipFile(BytesIO(data)) as package:
        found = _TITLE.search(package.read("docProps/core.xml").decode())
    return unescape(found[1]) if found else ""


def pages_on(paper: WordPaper) -> Iterator[SheetOfPaper]:
    """Yield the pages of a paper, each as soon as it is full."""
    for number, pieces in enumerate(cut(paper), start=paper.sheet.first_number):
        yield SheetOfPaper(number, paper.sheet, tuple(pieces))


def _paint_lines(painter: QPainter, x: float, y: float, pieces: Sequence[PagePiece]) -> None:
    for piece in pieces:
        if piece.line is not None:
            piece.line.paint(painter, x, y)
        y += piece.height
