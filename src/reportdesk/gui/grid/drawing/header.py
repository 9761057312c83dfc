"""Headers as on paper: labels merged across and down, in several levels, for both directions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from reportdesk.form.spans import Box
from reportdesk.gui.grid.drawing.painting import Brush
from reportdesk.gui.grid.frame import Frame


class MergedHeader(QHeaderView):
    """The frozen labels above (horizontal) or beside (vertical) a table's body."""

    #: The first and the last section under a label that was clicked.
    chosen = Signal(int, int)

    def __init__(self, frame: Frame, orientation: Qt.Orientation, brush: Brush, parent: QWidget) -> None:
        """Take the labels of a frame that belong to a direction."""
        super().__init__(orientation, parent)
        self._is_across = orientation == Qt.Orientation.Horizontal
        self._boxes = frame.across if self._is_across else frame.down
        self._first = frame.left if self._is_across else frame.top
        self._depths: Sequence[int] = ()
        self._lit: Collection[Box] = ()
        self.brush = brush
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def set_sizes(self, depths: Sequence[int], sections: Sequence[int]) -> None:
        """Set the size of each level, from the outer one in, and of each section, in pixels."""
        self._depths = depths
        for section, size in enumerate(sections):
            self.resizeSection(section, size)
        self.updateGeometry()
        self.viewport().update()

    def light(self, boxes: Collection[Box]) -> None:
        """Light the labels of the current cell."""
        self._lit = boxes
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return a size as thick as all levels together."""
        thickness = sum(self._depths)
        return QSize(0, thickness) if self._is_across else QSize(thickness, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the labels in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.brush.theme.ground)
        for box in self._boxes:
            rect = self._rect(box)
            if rect.intersects(event.rect()):
                self.brush.label(painter, rect, self._shown(box, rect), box, is_lit=box in self._lit)
                self.brush.edges(painter, rect, box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the sections under a label."""
        box = self._box_at(event.position().toPoint())
        if box is not None and event.button() == Qt.MouseButton.LeftButton:
            first, last, _, _ = self._extent(box)
            self.chosen.emit(first, last)

    def _shown(self, box: Box, rect: QRect) -> QRect:
        """Return where a box's words go: in its part in sight if it runs over several sections."""
        first, last, _, _ = self._extent(box)
        return rect.intersected(self.viewport().rect()) if last > first else rect

    def _box_at(self, point: QPoint) -> Box | None:
        return next((box for box in self._boxes if self._rect(box).contains(point)), None)

    def _extent(self, box: Box) -> tuple[int, int, int, int]:
        """Return a box's first and last section, its first level and the one after its last."""
        start, count, depth, levels = (
            (box.column, box.columns, box.row, box.rows)
            if self._is_across
            else (box.row, box.rows, box.column, box.columns)
        )
        return start - self._first, start - self._first + count - 1, depth, depth + levels

    def _rect(self, box: Box) -> QRect:
        first, last, depth, end = self._extent(box)
        start = self.sectionViewportPosition(first)
        length = self.sectionViewportPosition(last) + self.sectionSize(last) - start
        across, thickness = sum(self._depths[:depth]), sum(self._depths[depth:end])
        if self._is_across:
            return QRect(start, across, length, thickness)
        return QRect(across, start, thickness, length)


class Corner(QWidget):
    """The label where both headers meet."""

    clicked = Signal()

    def __init__(self, box: Box, brush: Brush, parent: QWidget) -> None:
        """Show the corner's box."""
        super().__init__(parent)
        self._box = box
        self.brush = brush

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the label."""
        painter = QPainter(self)
        self.brush.label(painter, self.rect(), self.rect(), self._box, is_lit=False)
        self.brush.edges(painter, self.rect(), self._box)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Tell that the corner was clicked."""
        self.clicked.emit()
