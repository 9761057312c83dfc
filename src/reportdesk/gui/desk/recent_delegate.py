"""A row of the first screen for a report used before."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.qt.recent import RecentFile

#: Under this role an item says what is known of where its file is.
PRESENCE = Qt.ItemDataRole.UserRole + 1

_LEFT_PX = 20
_RADIUS_PX = 6
_ROW_PX = 36


class RecentDelegate(QStyledItemDelegate):
    """Paints a report used before: whose and for which year, and where it lies or that it is gone."""

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
        used = index.data(Qt.ItemDataRole.UserRole)
        assert isinstance(used, RecentFile)
        theme = theme_of(option.palette)  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.accent, 2) if is_chosen else QPen(theme.hairline, 1))
            painter.setBrush(theme.ground)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)
        words = rect.adjusted(_LEFT_PX, 0, -_LEFT_PX, 0)
        is_lost = index.data(PRESENCE) == "missing"
        painter.setPen(theme.window_muted_ink if is_lost else theme.window_ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, used.label)
        taken = painter.fontMetrics().horizontalAdvance(used.label) + 2 * _LEFT_PX
        where = "文件不在了" if is_lost else str(used.path.parent)
        shown = painter.fontMetrics().elidedText(where, Qt.TextElideMode.ElideMiddle, words.width() - taken)
        painter.setPen(theme.window_muted_ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        painter.restore()
