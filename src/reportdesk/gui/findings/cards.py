"""Findings as cards: what is wrong, the difference made plain, and on the chosen one what can be done."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reportdesk.gui.findings.model import FindingModel, FindingRow
from reportdesk.gui.look.theme import SHAPES, Theme, theme_of
from reportdesk.gui.qt.item_models import Index
from reportdesk.gui.qt.text_change import utf16_length

_GAP = 8
_PADDING = 12
_INDENT = 32
_RADIUS = 6
_LINE = 1.2
_HEADING = 28
_MOST_HEIGHTS = 1000

#: A word that no line may break, and the spaces of a difference, at which no line may end.
_DIFFERENCE = "相\u2060差"
_UNITED = re.compile(r"(?<=相差) (?=[-\d])|(?<=\d) (?=[件条万元]+$)")


class CardList(QListView):
    """A list of cards; the chosen card makes room for widgets that say what can be done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a model."""
        super().__init__(parent)
        self._actions: QWidget | None = None
        self._delegate = CardDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setSpacing(0)

    def set_actions(self, actions: QWidget) -> None:
        """Show a widget at the foot of the chosen card, and nowhere while no finding is chosen."""
        self._actions = actions
        actions.setParent(self.viewport())
        self._place_actions()

    @property
    def foot(self) -> int:
        """Return the height that the chosen card grows by."""
        return self._actions.sizeHint().height() + _GAP if self._actions is not None else 0

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Let the chosen card grow, the one before shrink."""
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first finding where none is chosen, so that one sees where the keyboard is."""
        super().focusInEvent(event)
        model = self.model()
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            rows = (model.index(row, 0) for row in range(model.rowCount()))
            first = next((index for index in rows if model.flags(index) & Qt.ItemFlag.ItemIsSelectable), None)
            if first is not None:
                self.setCurrentIndex(first)

    def doItemsLayout(self) -> None:
        """Lay out the cards, then what stands on the chosen one."""
        super().doItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self._place_actions()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll what stands on the chosen card along."""
        super().scrollContentsBy(dx, dy)
        self._place_actions()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _place_actions(self) -> None:
        if self._actions is None:
            return
        model, index = self.model(), self.currentIndex()
        if not isinstance(model, FindingModel) or model.finding(index) is None:
            # The window's, not the program's: a dialog may be in front at this moment.
            if self._actions.isAncestorOf(self.window().focusWidget()):
                self.setFocus()
            self._actions.hide()
            return
        card = self.visualRect(index)
        height = self._actions.sizeHint().height()
        top = card.bottom() - _GAP - _PADDING - height + 4
        self._actions.setGeometry(card.left() + _INDENT, top, card.width() - _INDENT - _PADDING, height)
        self._actions.show()


class CardDelegate(QStyledItemDelegate):
    """Paints a finding as a card with its severity's shape; a heading in small bold."""

    def __init__(self, view: CardList) -> None:
        """Paint for a list, as wide as it is."""
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, str, bool, int, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the list's width."""
        width = self._view.viewport().width()
        line = _line(index)
        if line.finding is None:
            return QSize(width, _HEADING)
        room = width - _INDENT - _PADDING
        height = self._height(line, room, option.font, option.palette)  # type: ignore[attr-defined]
        return QSize(width, height + 2 * _PADDING + _GAP + self._foot(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        line = _line(index)
        theme = theme_of(option.palette)  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.finding is None:
            self._paint_heading(painter, rect, line, theme, is_current=self._is_current(index))
        else:
            self._paint_card(painter, rect, theme, is_current=self._is_current(index))
            painter.setPen(theme.severity(line.finding.severity).ink)
            painter.drawText(
                rect.left() + _PADDING,
                rect.top() + _PADDING + painter.fontMetrics().ascent(),
                SHAPES[line.finding.severity],
            )
            words = _Words(line, theme, painter.font(), rect.width() - _INDENT - _PADDING)
            words.layout.draw(painter, QPointF(rect.left() + _INDENT, rect.top() + _PADDING))
        painter.restore()

    def _height(self, line: FindingRow, width: int, font: QFont, palette: QPalette) -> int:
        """Return the height of a finding's words; it is asked for again with every key that is typed."""
        assert line.finding is not None
        # Not by the whole finding: its place in the text moves with every key.
        asked = (line.words, line.note, line.finding.difference is None, width, font.key())
        if asked not in self._heights:
            if len(self._heights) >= _MOST_HEIGHTS:
                self._heights.clear()
            self._heights[asked] = _Words(line, theme_of(palette), font, width).height
        return self._heights[asked]

    def _foot(self, index: Index) -> int:
        return self._view.foot if self._is_current(index) else 0

    def _is_current(self, index: Index) -> bool:
        return self._view.currentIndex().row() == index.row()

    def _paint_heading(
        self, painter: QPainter, rect: QRect, line: FindingRow, theme: Theme, *, is_current: bool
    ) -> None:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.accent if is_current else theme.window_muted_ink)
        painter.drawText(rect.adjusted(4, 0, 0, -4), Qt.AlignmentFlag.AlignVCenter, line.words)

    def _paint_card(self, painter: QPainter, rect: QRect, theme: Theme, *, is_current: bool) -> None:
        is_focused = is_current and self._view.hasFocus()
        card = QRectF(rect).adjusted(1, 1, -1, -_GAP - 1)
        painter.setPen(QPen(theme.accent if is_current else theme.hairline, 2 if is_focused else 1))
        painter.setBrush(theme.ground)
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)


class _Words:
    """The words of a card broken into lines: what is wrong in bold, the difference in its severity's ink."""

    def __init__(self, line: FindingRow, theme: Theme, font: QFont, width: int) -> None:
        """Break a finding's words into lines of a width in pixels."""
        text = _UNITED.sub("\u00a0", line.words).replace("相差", _DIFFERENCE)
        text = f"{text}\u2028说明：{line.note}" if line.note else text
        head, colon, rest = text.partition("：")
        is_headed = bool(colon) and len(head) < len(rest) * 2
        self.layout = QTextLayout(f"{head}\u2028{rest}" if is_headed else text, font)
        self.layout.setFormats(_formats(self.layout.text(), line, theme, len(head) if is_headed else 0))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.height = _break(self.layout, width)


def _break(layout: QTextLayout, width: int) -> int:
    """Break a text into lines of a width; return the height that they take."""
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height() * _LINE
    layout.endLayout()
    return round(height)


def _formats(text: str, line: FindingRow, theme: Theme, head: int) -> list[QTextLayout.FormatRange]:
    assert line.finding is not None
    is_quiet = line.is_accepted
    formats = [_format(text, 0, len(text), theme.muted_ink if is_quiet or head else theme.ink)]
    if head:
        formats.append(_format(text, 0, head, theme.muted_ink if is_quiet else theme.ink, is_bold=True))
    start = text.rfind(_DIFFERENCE)
    if line.finding.difference is not None and start >= 0:
        end = min(text.find(mark, start) % (len(text) + 1) for mark in "，；。\u2028")
        formats.append(
            _format(text, start, end, theme.severity(line.finding.severity).ink, is_bold=not is_quiet)
        )
    return formats


def _format(
    text: str, start: int, end: int, ink: QColor, *, is_bold: bool = False
) -> QTextLayout.FormatRange:
    """Return how a stretch of a text looks; Qt counts in UTF-16."""
    letters = QTextCharFormat()
    letters.setForeground(ink)
    if is_bold:
        letters.setFontWeight(QFont.Weight.Bold)
    stretch = QTextLayout.FormatRange()
    stretch.start = utf16_length(text[:start])  # type: ignore[attr-defined]
    stretch.length = utf16_length(text[start:end])  # type: ignore[attr-defined]
    stretch.format = letters  # type: ignore[attr-defined]
    return stretch


def _line(index: Index) -> FindingRow:
    model = index.model()
    assert isinstance(model, FindingModel)
    return model.line(index)
