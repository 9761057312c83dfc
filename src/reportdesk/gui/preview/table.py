"""A table of the paper as strips: one a row, kept together, boxes with spans as everywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from reportdesk.gui.preview.strips import SONGTI, WIDTH, Strip, font_of
from reportdesk.writers.context import Grid, PrintedBox

_PADDING = 2.5
_LARGE, _SMALL = 10.5, 9.0
#: From so many rows on a table stands in the smaller letters.
_LONG = 16
_RULE = QPen(Qt.GlobalColor.black, 0.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


def table_strips(grid: Grid) -> Iterator[Strip]:
    """Yield the rows of a table, which stay on one page as far as it holds them."""
    drawing = _Drawing(grid)
    last = len(drawing.heights) - 1
    for row, height in enumerate(drawing.heights):
        yield Strip(height, drawing.row_painter(row), keeps=row < last)


class _Drawing:
    """A table measured in points."""

    def __init__(self, grid: Grid) -> None:
        self._places = tuple(grid.places)
        rows = max(place.box.row + place.box.rows for place in self._places)
        self._font = font_of(SONGTI, _SMALL if rows >= _LONG else _LARGE)
        whole = sum(grid.table.widths)
        self._edges = [WIDTH * passed / whole for passed in accumulate(grid.table.widths, initial=0)]
        self.heights = self._fit(rows)
        self._tops = list(accumulate(self.heights, initial=0.0))

    def row_painter(self, row: int) -> Callable[[QPainter, float, float], None]:
        """Return what paints a row: the boxes that stand in it, and its part of those that reach through."""
        crossing = [p for p in self._places if p.box.row <= row < p.box.row + p.box.rows]

        def paint(painter: QPainter, x: float, y: float) -> None:
            painter.save()
            painter.translate(x, y - self._tops[row])
            painter.setFont(self._font)
            painter.setPen(_RULE)
            for place in crossing:
                self._paint_edges(painter, place, row)
            painter.setClipRect(QRectF(0, self._tops[row], WIDTH, self.heights[row]))
            for place in crossing:
                flags = _LEFT if place.box.role == "label" else _MIDDLE
                painter.drawText(
                    self._rect(place).adjusted(_PADDING, 0, -_PADDING, 0), int(flags), place.text
                )
            painter.restore()

        return paint

    def _paint_edges(self, painter: QPainter, place: PrintedBox, row: int) -> None:
        box, rect = place.box, self._rect(place)
        top, bottom = self._tops[row], self._tops[row + 1]
        painter.drawLine(QPointF(rect.left(), top), QPointF(rect.left(), bottom))
        painter.drawLine(QPointF(rect.right(), top), QPointF(rect.right(), bottom))
        if box.row == row:
            painter.drawLine(rect.topLeft(), rect.topRight())
        if box.row + box.rows - 1 == row:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _fit(self, rows: int) -> list[float]:
        metrics = QFontMetricsF(self._font)
        heights = [metrics.height() + 2 * _PADDING] * rows
        for place in sorted(self._places, key=lambda place: place.box.rows):
            box = place.box
            room = self._edges[box.column + box.columns] - self._edges[box.column] - 2 * _PADDING
            bounds = metrics.boundingRect(QRectF(0, 0, room, 1e6), int(Qt.TextFlag.TextWordWrap), place.text)
            lacking = bounds.height() + 2 * _PADDING - sum(heights[box.row : box.row + box.rows])
            if place.text and lacking > 0:
                heights[box.row + box.rows - 1] += lacking
        return heights

    def _rect(self, place: PrintedBox) -> QRectF:
        box = place.box
        left, right = self._edges[box.column], self._edges[box.column + box.columns]
        top, bottom = self._tops[box.row], self._tops[box.row + box.rows]
        return QRectF(left, top, right - left, bottom - top)
