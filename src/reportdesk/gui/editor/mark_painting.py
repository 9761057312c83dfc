"""Lines under marked words, painted over an editor's text, which stays as it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextLayout, QTextLine
from PySide6.QtWidgets import QTextEdit

from reportdesk.frozen import Frozen
from reportdesk.gui.look.theme import Theme, mixed
from reportdesk.gui.qt.widgets.text_change import utf16_length

if TYPE_CHECKING:
    from reportdesk.gui.editor.mark_list import TextMark

#: From the foot of the letters to the line under them; the height of its waves; the pen of what must be seen.
_GAP_PX = 2.5
_WAVE_PX = 2.5
_HEAVY_PX = 1.6


class Stretch(Frozen, frozen=True):
    """A piece of marked words on one line of an editor: from x to x, and the base line (pixels)."""

    left: float
    right: float
    base: float
    ascent: float


def positions(text: str) -> list[int]:
    """Return where the characters that count twice for Qt stand; most texts have none."""
    if utf16_length(text) == len(text):
        return []
    return [place for place, character in enumerate(text) if character > "\uffff"]


def stretches(
    editor: QTextEdit, blocks: Iterable[QTextBlock], marks: Sequence[TextMark], wide: Sequence[int]
) -> Iterator[tuple[TextMark, Stretch]]:
    """Yield the pieces of marks in some blocks of an editor, one for each line in view that a mark stands on.

    No other mark and no other line is looked at: a key in a long text paints what is in view.
    """
    scrolled, height = editor.verticalScrollBar().value(), editor.viewport().height()
    for block in blocks:
        top = editor.document().documentLayout().blockBoundingRect(block).top() - scrolled
        layout, begin = block.layout(), block.position()
        lines = _lines_in_view(layout, -top, height - top)
        if not lines:
            continue
        composed = len(layout.preeditAreaText().encode("utf-16-le")) // 2
        first = begin + layout.lineAt(lines[0]).textStart() - composed
        last = begin + _end_of(layout.lineAt(lines[-1]))
        place = bisect_left(marks, first, key=lambda mark: _as_qt(mark.start, wide))
        # The one before may reach into the view: marks stand in order, none over another.
        for mark in islice(marks, max(0, place - 1), None):
            start, end = _as_qt(mark.start, wide), _as_qt(mark.end, wide)
            if start >= last:
                break
            if begin <= start:
                for piece in _pieces(layout, lines, start - begin, end - begin, top):
                    yield mark, piece


def _as_qt(place: int, wide: Sequence[int]) -> int:
    return place + bisect_left(wide, place)


def _end_of(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _lines_in_view(layout: QTextLayout, top: float, bottom: float) -> range:
    """Return the numbers of the lines of a block that stand between two heights of it."""
    lines = range(layout.lineCount())
    first = bisect_left(lines, top, key=lambda number: layout.lineAt(number).rect().bottom())
    return range(first, bisect_left(lines, bottom, key=lambda number: layout.lineAt(number).y()))


def _pieces(layout: QTextLayout, lines: range, start: int, end: int, top: float) -> Iterator[Stretch]:
    """Yield where a stretch of a block stands; words of a composition before it push it on."""
    composed, at = len(layout.preeditAreaText().encode("utf-16-le")) // 2, layout.preeditAreaPosition()
    if composed and at < end:
        start, end = start + composed * (at <= start), end + composed
    first = bisect_left(lines, start + 1, key=lambda number: _end_of(layout.lineAt(number)))
    for number in lines[first:]:
        line = layout.lineAt(number)
        if line.textStart() >= end:
            break
        left = _x(layout, number, max(start, line.textStart()))
        right = _x(layout, number, min(end, _end_of(line)))
        yield Stretch(left, right, top + line.y() + line.ascent(), line.ascent())


def _x(layout: QTextLayout, number: int, place: int) -> float:
    # The binding gives the place back beside the x.
    x: Any = layout.lineAt(number).cursorToX(place)
    return float(x[0]) + layout.position().x()


def paint_ground(painter: QPainter, mark: TextMark, piece: Stretch, theme: Theme) -> None:
    """Tint the ground of words that are wrong; painted before the words."""
    if mark.look == "wrong":
        box = QRectF(
            piece.left, piece.base - piece.ascent, piece.right - piece.left, piece.ascent + 2 * _GAP_PX
        )
        painter.fillRect(box, theme.severity(mark.severity).ground)


def paint_line(painter: QPainter, mark: TextMark, piece: Stretch, theme: Theme) -> None:
    """Paint the line under marked words: its shape tells what it is, not its colour alone."""
    y = round(piece.base + _GAP_PX) + 0.5
    match mark.look:
        case "wrong":
            painter.setPen(QPen(theme.severity(mark.severity).ink, _HEAVY_PX))
            painter.drawPolyline(_wave(piece.left, piece.right, y))
        case "accepted":
            _straight(painter, piece, y, theme.muted_ink, Qt.PenStyle.DashLine)
        case "left":
            _straight(painter, piece, y, theme.inherited.ink, Qt.PenStyle.DotLine)
        case "agrees":
            _straight(painter, piece, y, mixed(theme.muted_ink, theme.ground, 0.35), Qt.PenStyle.SolidLine)


def _straight(painter: QPainter, piece: Stretch, y: float, ink: QColor, style: Qt.PenStyle) -> None:
    painter.setPen(QPen(ink, 1 if style is Qt.PenStyle.SolidLine else _HEAVY_PX, style))
    painter.drawLine(QPointF(piece.left, y), QPointF(piece.right - 1, y))


def _wave(left: float, right: float, y: float) -> QPolygonF:
    steps = max(2, round((right - left) / _WAVE_PX))
    width = (right - left) / steps
    return QPolygonF([QPointF(left + width * step, y + _WAVE_PX * (step % 2)) for step in range(steps + 1)])
