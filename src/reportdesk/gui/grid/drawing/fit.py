"""How wide the columns and how high the rows of a sheet must be for their labels and figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from reportdesk.form.spans import Box, Sheet
from reportdesk.frozen import Frozen

#: How labels break into lines: as Chinese may be broken, no closing bracket or comma begins a line.
WRAP = Qt.TextFlag.TextWordWrap

_UNBOUNDED = 1 << 20


class FitBasis(Frozen, frozen=True):
    """What fitting goes by, in pixels: the labels' font, the room across, the widest figure, the padding."""

    metrics: QFontMetrics
    room: int
    figure: int
    padding: int
    row: int

    def width_of(self, text: str) -> int:
        """Return the width of a text on one line."""
        return self.metrics.horizontalAdvance(text)

    def least_width_of(self, text: str) -> int:
        """Return the width of a label's box that is broken wherever it may be."""
        return self.metrics.boundingRect(QRect(0, 0, 1, _UNBOUNDED), WRAP, text).width() + 2 * self.padding

    def height_of(self, text: str, width: int) -> int:
        """Return the height of a label's box of some width."""
        bounds = QRect(0, 0, max(width - 2 * self.padding, 1), _UNBOUNDED)
        return self.metrics.boundingRect(bounds, WRAP, text).height() + 2 * self.padding


class Fit(Frozen, frozen=True):
    """Widths and heights of a sheet's columns and rows in pixels, frozen ones too."""

    widths: tuple[int, ...]
    heights: tuple[int, ...]


def fit(sheet: Sheet, basis: FitBasis) -> Fit:
    """Fit a sheet into the room across: labels wrap before a figure is cut or the table scrolls sideways."""
    left = sheet.table.label_columns
    count = sheet.columns - left
    least = max(basis.figure, _widest_word(sheet, basis) if not left else 0)
    labels = _labels_width(sheet, basis, basis.room - count * least) if left else 0
    most = max(least * 8 // 5, _heads_width(sheet, basis), basis.room * 2 // 5 // count)
    number = max(least, min((basis.room - labels) // count, most))
    widths = (*_shares(sheet.table.widths[:left], labels, _least_widths(sheet, basis)), *([number] * count))
    return Fit(widths, _heights(sheet, widths, basis))


def _widest_word(sheet: Sheet, basis: FitBasis) -> int:
    """Return the width at which heads over a single column break into two lines at most."""
    heads = (box for box in sheet.boxes if box.role == "head" and box.columns == 1)
    return max((basis.width_of(box.text) for box in heads), default=0) // 2 + 3 * basis.padding


def _heads_width(sheet: Sheet, basis: FitBasis) -> int:
    heads = (box for box in sheet.boxes if box.role == "head")
    return max(basis.width_of(box.text) // box.columns + 4 * basis.padding for box in heads)


def _labels_width(sheet: Sheet, basis: FitBasis, room: int) -> int:
    """Return the width of all label columns: what the longest asks for, at most what is left."""
    shares = sheet.table.widths[: sheet.table.label_columns]
    asked = [
        (basis.width_of(box.text) + 2 * basis.padding)
        * sum(shares)
        // sum(shares[box.column : box.column + box.columns])
        for box in sheet.boxes
        if box.role == "label" and box.rows == 1
    ]
    least, most = 32 * basis.padding, 72 * basis.padding
    return max(min(max(asked, default=0), most, room), least, sum(_least_widths(sheet, basis)))


def _least_widths(sheet: Sheet, basis: FitBasis) -> list[int]:
    """Return the least width of each column of labels."""
    least = [0] * sheet.table.label_columns
    for box in sheet.boxes:
        if box.role == "label" and box.columns == 1:
            least[box.column] = max(least[box.column], basis.least_width_of(box.text))
    return least


def _shares(parts: Sequence[int], whole: int, least: Sequence[int]) -> tuple[int, ...]:
    """Share a width out as the paper does; no column falls below its least, the last takes what is over."""
    shares = [max(whole * part // sum(parts), low) for part, low in zip(parts[:-1], least, strict=False)]
    return (*shares, max(whole - sum(shares), least[-1])) if parts else ()


def _heights(sheet: Sheet, widths: Sequence[int], basis: FitBasis) -> tuple[int, ...]:
    heights = [basis.row] * sheet.rows
    if not sheet.table.label_columns:
        heights[-1] = basis.row * 4 // 3
    for box in sorted(_labels(sheet.boxes), key=lambda box: box.rows):
        needed = basis.height_of(box.text, sum(widths[box.column : box.column + box.columns]))
        lacking = needed - sum(heights[box.row : box.row + box.rows])
        if lacking > 0:
            heights[box.row + box.rows - 1] += lacking
    return tuple(heights)


def _labels(boxes: Iterable[Box]) -> Iterable[Box]:
    return (box for box in boxes if box.text)
