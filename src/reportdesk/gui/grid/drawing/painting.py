"""How cells and labels look on the screen: every state by a shape as well as by a colour."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from reportdesk.frozen import Frozen
from reportdesk.gui.grid.drawing.fit import WRAP
from reportdesk.gui.look.theme import Theme, interface_font, scaled

if TYPE_CHECKING:
    from reportdesk.form.severity import SeverityName
    from reportdesk.form.spans import Box
    from reportdesk.gui.grid.state import CellState

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


#: Of the interface's 10 points, those of the smallest letters.
_LEAST_PERCENT = 80


class Stance(Frozen, frozen=True):
    """How the clerk looks at a cell now: current, with the keyboard, chosen, concerned by a finding."""

    is_current: bool = False
    is_focused: bool = False
    is_chosen: bool = False
    is_lit: bool = False


class Brush(Frozen, frozen=True, dict=True):
    """Paints cells and labels with a theme, at a zoom, with or without last year's figures."""

    theme: Theme
    percent: int = 100
    shows_last: bool = True
    is_centred: bool = False

    @cached_property
    def font(self) -> QFont:
        """Return the font of figures and labels."""
        return interface_font(self.percent)

    @cached_property
    def bold(self) -> QFont:
        """Return the font of sums."""
        font = QFont(self.font)
        font.setBold(True)
        return font

    @cached_property
    def small(self) -> QFont:
        """Return the font of last year's figures: 8 points where figures have 10, no less below."""
        return interface_font(max(self.percent * 4 // 5, min(self.percent, _LEAST_PERCENT)))

    @cached_property
    def struck(self) -> QFont:
        """Return the font of what is not a figure."""
        font = QFont(self.font)
        font.setStrikeOut(True)
        return font

    @property
    def padding(self) -> int:
        """Return the room between a box's edge and what it says."""
        return scaled(6, self.percent)

    def width(self, state: CellState) -> int:
        """Return the width that a cell needs to show all its figures."""
        figures = QFontMetrics(self._font(state)).horizontalAdvance(_words_in_cell(state))
        if self.shows_last and state.last:
            figures += self._last_width(state.last) + self.padding
        if _severity(state):
            figures += self._mark + self.padding // 2
        return max(figures + 3 * self.padding, scaled(54, self.percent))

    def cell(self, painter: QPainter, rect: QRect, state: CellState, stance: Stance) -> None:
        """Paint a cell."""
        painter.fillRect(rect, self._ground(state, stance))
        self._figures(painter, rect.adjusted(self.padding, 0, -self.padding, 0), state)
        self._marks(painter, rect, state)
        if stance.is_lit or stance.is_current:
            self._ring(painter, rect.adjusted(1, 1, -2, -2), stance)

    def label(self, painter: QPainter, rect: QRect, shown: QRect, box: Box, *, is_lit: bool) -> None:
        """Paint a label's box; its words keep to the `shown` part, so that a long box never loses them."""
        tint = self.theme.header_lit if is_lit else self.theme.header
        painter.fillRect(rect, tint.ground)
        painter.setPen(tint.ink)
        painter.setFont(self.font)
        inner = shown.adjusted(self.padding, 0, -self.padding, 0)
        if box.role in {"label", "title"}:
            painter.drawText(inner, int(_LEFT | WRAP), box.text)
        else:
            painter.drawText(self._balanced(inner, box.text), int(_MIDDLE | WRAP), box.text)

    def edges(self, painter: QPainter, rect: QRect, box: Box) -> None:
        """Draw a box's hairlines: right and below, and where the sheet begins left and above too."""
        painter.setPen(QPen(self.theme.hairline, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if box.row == 0:
            painter.drawLine(rect.topLeft(), rect.topRight())
        if box.column == 0:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())

    def _ground(self, state: CellState, stance: Stance) -> QColor:
        if stance.is_chosen and not stance.is_current:
            return self.theme.selected
        severity = _severity(state)
        if severity:
            return self.theme.severity(severity).ground
        return self.theme.derived.ground if state.is_derived else self.theme.ground

    def _font(self, state: CellState) -> QFont:
        if state.figure == "invalid":
            return self.struck
        return self.bold if state.figure in {"derived", "stated"} else self.font

    def _figures(self, painter: QPainter, rect: QRect, state: CellState) -> None:
        if self.shows_last and state.last:
            self._last(painter, rect, state)
        if state.figure == "blank" and not state.is_derived:
            self._base_line(painter, rect)
        painter.setFont(self._font(state))
        painter.setPen(self._ink(state))
        painter.drawText(rect, int(_MIDDLE if self.is_centred else _RIGHT), _words_in_cell(state))

    def _last(self, painter: QPainter, rect: QRect, state: CellState) -> None:
        """Paint last year's figure on a tint of its own, so that it is no exponent of this year's."""
        indent = self._mark + self.padding // 2 if _severity(state) else 0
        height = QFontMetrics(self.small).height()
        chip = QRect(rect.left() + indent - self.padding // 3, 0, self._last_width(state.last), height)
        chip.moveTop(rect.center().y() - height // 2 + 1)
        painter.setFont(self.small)
        painter.setPen(self.theme.last_year.ink)
        painter.fillRect(chip, self.theme.last_year.ground)
        painter.drawText(chip, int(_MIDDLE), state.last)

    def _last_width(self, last: str) -> int:
        return QFontMetrics(self.small).horizontalAdvance(last) + self.padding

    def _ink(self, state: CellState) -> QColor:
        if state.figure == "invalid" or (state.figure == "stated" and state.total):
            return self.theme.error.ink
        if state.figure == "partial":
            return self.theme.derived_muted_ink
        return self.theme.zero_ink if state.text == "0" else self.theme.ink

    def _base_line(self, painter: QPainter, rect: QRect) -> None:
        length = scaled(18, self.percent)
        height = rect.center().y() + scaled(7, self.percent)
        right = rect.center().x() + length // 2 if self.is_centred else rect.right()
        painter.setPen(QPen(self.theme.blank_line, 1, Qt.PenStyle.DotLine))
        painter.drawLine(right - length, height, right, height)

    def _ring(self, painter: QPainter, rect: QRect, stance: Stance) -> None:
        current = self.theme.accent if stance.is_focused else self.theme.blank_line
        pen = QPen(current if stance.is_current else self.theme.warning.ink, 2)
        if stance.is_lit:
            pen.setDashPattern([3, 1.5])
        painter.setPen(pen)
        painter.drawRect(rect)

    def _balanced(self, rect: QRect, text: str) -> QRect:
        """Return the narrowest rect about the same middle in which a text takes no more lines."""
        metrics = QFontMetrics(self.font)
        step = metrics.horizontalAdvance("三")
        lines = metrics.boundingRect(rect, int(WRAP), text).height()
        while rect.width() > step:
            narrowed = rect.adjusted(step // 2, 0, -(step // 2), 0)
            taken = metrics.boundingRect(narrowed, int(WRAP), text)
            if taken.height() > lines or taken.width() > narrowed.width():
                break
            rect = narrowed
        return rect

    @property
    def _mark(self) -> int:
        return scaled(8, self.percent)

    def _marks(self, painter: QPainter, rect: QRect, state: CellState) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        size = self._mark
        if state.is_unconfirmed:
            painter.setBrush(self.theme.inherited.ink)
            painter.drawPolygon(_corner(QPointF(rect.right(), rect.top()), -size, size))
        if state.note:
            painter.setBrush(self.theme.note)
            painter.drawPolygon(_corner(QPointF(rect.right(), rect.bottom()), -size, -size))
        severity = _severity(state)
        if severity:
            painter.setBrush(self.theme.severity(severity).ink)
            top = rect.center().y() - size / 2
            _shape(painter, QRectF(rect.left() + self.padding // 2 + 1, top, size, size), severity)
        painter.restore()


def _severity(state: CellState) -> SeverityName | None:
    return "error" if state.figure == "stated" and state.total else state.severity


def _words_in_cell(state: CellState) -> str:
    if state.figure == "stated" and state.total:
        return f"{state.text} ≠ {state.total}"
    return f"{state.text}…" if state.figure == "partial" else state.text


def _corner(tip: QPointF, across: int, down: int) -> QPolygonF:
    return QPolygonF([tip, tip + QPointF(across, 0), tip + QPointF(0, down)])


def _shape(painter: QPainter, rect: QRectF, severity: SeverityName) -> None:
    middle = rect.center()
    match severity:
        case "error":
            top = QPointF(middle.x(), rect.top())
            painter.drawPolygon(QPolygonF([top, rect.bottomRight(), rect.bottomLeft()]))
        case "warning":
            top, bottom = QPointF(middle.x(), rect.top()), QPointF(middle.x(), rect.bottom())
            left, right = QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y())
            painter.drawPolygon(QPolygonF([top, right, bottom, left]))
        case "hint":
            painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
