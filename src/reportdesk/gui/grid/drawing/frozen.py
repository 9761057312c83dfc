"""What stands still around the cells: the labels above and beside them, and the corner between."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from reportdesk.form.spans import Box
from reportdesk.gui.grid.drawing.fit import Fit
from reportdesk.gui.grid.drawing.header import Corner, MergedHeader
from reportdesk.gui.grid.drawing.painting import Brush
from reportdesk.gui.grid.frame import Frame


class StillLabels:
    """The two headers and the corner of a table view; a click on a label chooses all that it covers."""

    def __init__(self, frame: Frame, brush: Brush, view: QTableView) -> None:
        """Make the headers and the corner of a view."""
        self._frame = frame
        self._view = view
        self.across = MergedHeader(frame, Qt.Orientation.Horizontal, brush, view)
        self.down = MergedHeader(frame, Qt.Orientation.Vertical, brush, view)
        self.corner = Corner(frame.corner, brush, view) if frame.corner else None

    def attach(self) -> None:
        """Put headers and corner around the view, which has its model by now."""
        self._view.setHorizontalHeader(self.across)
        self._view.setVerticalHeader(self.down)
        self._view.setCornerButtonEnabled(False)
        self.across.setVisible(self._frame.top > 0)
        self.down.setVisible(self._frame.left > 0)
        self.across.chosen.connect(self._choose_columns)
        self.down.chosen.connect(self._choose_rows)
        # Qt moves what is painted; but the words of a label stay in its part in sight.
        self._view.horizontalScrollBar().valueChanged.connect(lambda: self.across.viewport().update())
        self._view.verticalScrollBar().valueChanged.connect(lambda: self.down.viewport().update())
        if self.corner is not None:
            self.corner.clicked.connect(self._view.selectAll)

    def set_brush(self, brush: Brush) -> None:
        """Paint with another brush."""
        self.across.brush = self.down.brush = brush
        if self.corner is not None:
            self.corner.brush = brush
            self.corner.update()

    def set_sizes(self, sizes: Fit) -> None:
        """Give every column and row of the sheet its size."""
        top, left = self._frame.top, self._frame.left
        self.across.set_sizes(sizes.heights[:top], sizes.widths[left:])
        self.down.set_sizes(sizes.widths[:left], sizes.heights[top:])

    def light(self, labels: Collection[Box]) -> None:
        """Light the labels of the current cell."""
        self.across.light(labels)
        self.down.light(labels)

    def settle_corner(self) -> None:
        """Keep the corner between the headers."""
        if self.corner is not None:
            edge = self._view.contentsRect().topLeft()
            self.corner.setGeometry(edge.x(), edge.y(), self.down.width(), self.across.height())
            self.corner.raise_()

    def _choose_columns(self, first: int, last: int) -> None:
        model = self._view.model()
        self._choose(model.index(0, first), model.index(self._frame.rows - 1, last))

    def _choose_rows(self, first: int, last: int) -> None:
        model = self._view.model()
        self._choose(model.index(first, 0), model.index(last, self._frame.columns - 1))

    def _choose(self, first: QModelIndex, last: QModelIndex) -> None:
        flag = QItemSelectionModel.SelectionFlag
        self._view.selectionModel().setCurrentIndex(first, flag.NoUpdate)
        self._view.selectionModel().select(QItemSelection(first, last), flag.ClearAndSelect)
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
