"""Findings as cards: what is wrong, the difference made plain, and on the chosen one what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reportdesk.gui.findings.card_words import CardWords
from reportdesk.gui.findings.model import FindingModel, FindingRow
from reportdesk.gui.look.theme import MARK_SHAPES, Theme, theme_of

if TYPE_CHECKING:
    from reportdesk.gui.qt.widgets.item_models import Index

_GAP_PX = 8
_PADDING_PX = 12
_INDENT_PX = 32
_RADIUS_PX = 6
_HEADING_PX = 28
#: Heights of cards that are remembered: more than a report has findings.
_MOST_HEIGHTS = 1000


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
        return self._actions.sizeHint().height() + _GAP_PX if self._actions is not None else 0

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
        top = card.bottom() - _GAP_PX - _PADDING_PX - height + 4
        left = _INDENT_PX + _inset(model.row(index))
        self._actions.setGeometry(card.left() + left, top, card.width() - left - _PADDING_PX, height)
        self._actions.show()


class CardDelegate(QStyledItemDelegate):
    """Paints a finding as a card with its severity's shape; a heading in small bold."""

    def __init__(self, view: CardList) -> None:
        """Paint for a list, as wide as it is."""
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the list's width."""
        width = self._view.viewport().width()
        row = _row(index)
        if row.finding is None:
            return QSize(width, _HEADING_PX)
        room = width - _INDENT_PX - _PADDING_PX - _inset(row)
        height = self._height(row, room, option.font, option.palette)  # type: ignore[attr-defined]
        return QSize(width, height + 2 * _PADDING_PX + _GAP_PX + self._foot(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = _row(index)
        theme = theme_of(option.palette)  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.finding is None:
            self._paint_heading(painter, rect, row, theme, is_current=self._is_current(index))
        else:
            rect = rect.adjusted(_inset(row), 0, 0, 0)
            self._paint_card(painter, rect, theme, is_current=self._is_current(index))
            painter.setPen(theme.severity(row.mark).ink)
            painter.drawText(
                rect.left() + _PADDING_PX,
                rect.top() + _PADDING_PX + painter.fontMetrics().ascent(),
                MARK_SHAPES[row.mark],
            )
            words = CardWords(row, theme, painter.font(), rect.width() - _INDENT_PX - _PADDING_PX)
            words.layout.draw(painter, QPointF(rect.left() + _INDENT_PX, rect.top() + _PADDING_PX))
        painter.restore()

    def _height(self, row: FindingRow, width: int, font: QFont, palette: QPalette) -> int:
        """Return the height of a finding's words; it is asked for again with every key that is typed."""
        assert row.finding is not None
        # Not by the whole finding: its place in the text moves with every key.
        asked = (row.words, row.note, row.asides, row.finding.difference, width, font.key())
        if asked not in self._heights:
            if len(self._heights) >= _MOST_HEIGHTS:
                self._heights.clear()
            self._heights[asked] = CardWords(row, theme_of(palette), font, width).height
        return self._heights[asked]

    def _foot(self, index: Index) -> int:
        return self._view.foot if self._is_current(index) else 0

    def _is_current(self, index: Index) -> bool:
        return self._view.currentIndex().row() == index.row()

    def _paint_heading(
        self, painter: QPainter, rect: QRect, row: FindingRow, theme: Theme, *, is_current: bool
    ) -> None:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.accent if is_current else theme.window_muted_ink)
        painter.drawText(rect.adjusted(4, 0, 0, -4), Qt.AlignmentFlag.AlignVCenter, row.words)

    def _paint_card(self, painter: QPainter, rect: QRect, theme: Theme, *, is_current: bool) -> None:
        is_focused = is_current and self._view.hasFocus()
        card = QRectF(rect).adjusted(1, 1, -1, -_GAP_PX - 1)
        painter.setPen(QPen(theme.accent if is_current else theme.hairline, 2 if is_focused else 1))
        painter.setBrush(theme.ground)
        painter.drawRoundedRect(card, _RADIUS_PX, _RADIUS_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _inset(row: FindingRow) -> int:
    """Return how far a row stands to the right (pixels): a part under its card."""
    return _PADDING_PX if row.is_part else 0


def _row(index: Index) -> FindingRow:
    model = index.model()
    assert isinstance(model, FindingModel)
    return model.row(index)
