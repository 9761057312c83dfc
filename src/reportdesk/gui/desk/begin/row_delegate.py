"""A row of a list on the desk's ground: framed where it is chosen or pointed at; its words are its kind's."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QCursor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from reportdesk.gui.look.theme import Theme, theme_of

LEFT_PX = 20
_ROW_PX = 36
_RADIUS_PX = 6


class RowDelegate(QStyledItemDelegate):
    """Paints the frame of a row; a kind of row paints its words."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(0, _ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        # To ask the option for its state would bring the hundreds of names of a style to the first screen.
        view: QListView = option.widget  # type: ignore[attr-defined]
        theme = theme_of(option.palette)  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        is_current = view.hasFocus() and view.currentIndex() == index
        is_chosen = is_current and view.selectionModel().isSelected(index)
        under = view.viewport()
        is_pointed_at = under.underMouse() and rect.contains(under.mapFromGlobal(QCursor.pos()))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or is_pointed_at:
            painter.setPen(QPen(theme.accent, 2) if is_chosen else QPen(theme.hairline, 1))
            painter.setBrush(theme.ground)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
        self.paint_words(painter, rect.adjusted(LEFT_PX, 0, -LEFT_PX, 0), index, theme)
        painter.restore()

    def paint_words(
        self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex, theme: Theme
    ) -> None:
        """Paint what a row says into its room."""
        raise NotImplementedError
