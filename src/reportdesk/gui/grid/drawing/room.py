"""The room that a table's figures take: measured once for all, then only for the cell that changed."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics

from reportdesk.gui.grid.drawing.fit import Fit, FitBasis, fit
from reportdesk.gui.grid.drawing.painting import Brush
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.look.theme import scaled

#: The height of a row at 100 %, in pixels.
_ROW_PX = 27


class FigureRoom:
    """Fits the sheet of a model to its figures, and remembers how wide the widest is."""

    def __init__(self, model: GridModel) -> None:
        """Measure nothing yet."""
        self._model = model
        self._widest_px = 0

    def fit(self, brush: Brush, across_px: int) -> Fit:
        """Return the widths and heights for labels, figures and the room across."""
        frame, metrics = self._model.frame, QFontMetrics(brush.font)
        row = max(scaled(_ROW_PX, brush.percent), metrics.height() + brush.padding)
        self._widest_px = max((self._width_px(key, brush) for key in frame.places), default=0)
        return fit(frame.sheet, FitBasis(metrics, across_px, self._widest_px, brush.padding, row))

    def is_outgrown(self, key: str, brush: Brush) -> bool:
        """Tell whether a cell, "" for none, is wider now than the widest was."""
        return bool(key) and self._width_px(key, brush) > self._widest_px

    def _width_px(self, key: str, brush: Brush) -> int:
        """Return the width of a column that shows all of a cell, which may span several."""
        box = self._model.frame.box_at(*self._model.frame.places[key])
        return -(-brush.width(self._model.state(key)) // box.columns)
