"""A table of the paper: its rows measured, and the part of it that stands on one page painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reportdesk.gui.preview.lines import Line, set_lines
from reportdesk.gui.preview.word.model import PaperTable, Paragraph, WordCell


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell over all rows that it reaches through, with its words laid out."""

    cell: WordCell
    row: int
    rows: int
    lines: tuple[tuple[float, Line, float], ...]

    @property
    def height(self) -> float:
        """Return what the words need."""
        return sum(before + line.height + after for before, line, after in self.lines)


class LaidTable:
    """A table in a width: `heights` of its rows (points), and where it begins from the left margin."""

    def __init__(self, table: PaperTable, room: float) -> None:
        """Lay a table out; it stands in `room` as its alignment says."""
        self.table = table
        self._boxes = tuple(_boxes(table))
        self.heights = self._fit()
        spare = room - table.edges[-1]
        self.left = spare / 2 if table.align == "center" else spare if table.align == "right" else 0.0
        self.repeated = tuple(self._heading_rows())

    def words(self, rows: Sequence[int]) -> Iterator[str]:
        """Yield what stands in some rows, the cells of each apart."""
        for row in rows:
            cells = (cell for cell in self.table.rows[row].cells if cell.merge != "continue")
            yield " ".join("".join(one.text for one in cell.paragraphs) for cell in cells)

    def paint(self, painter: QPainter, x: float, y: float, rows: Sequence[int]) -> None:
        """Paint some rows one below the other, the first with its top at `y`."""
        painter.save()
        painter.translate(x + self.left, y)
        solid, flat = Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(Qt.GlobalColor.black, self.table.border, solid, flat))
        tops = list(accumulate((self.heights[row] for row in rows), initial=0.0))
        for box in self._boxes:
            there = [place for place, row in enumerate(rows) if box.row <= row < box.row + box.rows]
            if there:
                rect = QRectF(
                    QPointF(self.table.edges[box.cell.column], tops[there[0]]),
                    QPointF(self.table.edges[box.cell.column + box.cell.columns], tops[there[-1] + 1]),
                )
                if self.table.border:
                    painter.drawRect(rect)
                if rows[there[0]] == box.row:
                    self._paint_words(painter, box, rect)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: _Box, rect: QRectF) -> None:
        table = self.table
        spare = rect.height() - table.margin_top - table.margin_bottom - box.height
        y = rect.top() + table.margin_top
        y += {"center": spare / 2, "bottom": spare}.get(box.cell.stands, 0.0) if spare > 0 else 0.0
        for before, line, after in box.lines:
            line.paint(painter, rect.left() + table.margin_left, y + before)
            y += before + line.height + after

    def _fit(self) -> list[float]:
        """Return heights that every cell has room in; what a merged one lacks, its last row gets."""
        table = self.table
        heights = [row.height for row in table.rows]
        for box in sorted(self._boxes, key=lambda box: box.rows):
            last = box.row + box.rows - 1
            lacking = box.height + table.margin_top + table.margin_bottom - sum(heights[box.row : last + 1])
            if lacking > 0 and not table.rows[last].is_exact:
                heights[last] += lacking
        return [height + table.border for height in heights]

    def _heading_rows(self) -> Iterator[int]:
        for number, row in enumerate(self.table.rows):
            if not row.repeats:
                return
            yield number


def _boxes(table: PaperTable) -> Iterator[_Box]:
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            if cell.merge == "continue":
                continue
            rows = 1
            while cell.merge and _goes_on(table, number + rows, cell.column):
                rows += 1
            room = table.edges[cell.column + cell.columns] - table.edges[cell.column]
            room -= table.margin_left + table.margin_right
            lines = tuple(line for one in cell.paragraphs for line in _spaced(one, room))
            yield _Box(cell, number, rows, lines)


def _goes_on(table: PaperTable, row: int, column: int) -> bool:
    return row < len(table.rows) and any(
        cell.column == column and cell.merge == "continue" for cell in table.rows[row].cells
    )


def _spaced(paragraph: Paragraph, width: float) -> Iterator[tuple[float, Line, float]]:
    lines = list(set_lines(paragraph, width))
    for place, line in enumerate(lines):
        before = paragraph.shape.before if place == 0 else 0.0
        after = paragraph.shape.after if place == len(lines) - 1 else 0.0
        yield before, line, after
