"""What the first screen is made of: a large button for a way to begin, a row for a report used before."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCommandLinkButton, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reportdesk.gui.look.theme import interface_font, theme_of
from reportdesk.gui.qt.recent import Used

_HEIGHT = 68
_ICON = 24
_LEFT = 20
_RADIUS = 6
_ROW = 36


class Choice(QCommandLinkButton):
    """A way to begin: its name in large letters, a line on what it does."""

    def sizeHint(self) -> QSize:
        """Return the room of icon and two lines."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def heightForWidth(self, _width: int) -> int:
        """Return the same height for every width."""
        return _HEIGHT

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a card; the one with the keyboard or under the mouse has an edge in the accent."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.accent if self.hasFocus() or self.underMouse() else theme.hairline
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(theme.selected if self.isDown() else theme.ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        icon = QRect(_LEFT, (self.height() - _ICON) // 2, _ICON, _ICON)
        self.icon().paint(painter, icon)
        words = self.rect().adjusted(2 * _LEFT + _ICON - 4, 12, -_LEFT, -12)
        painter.setFont(_title())
        painter.setPen(theme.ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignTop, self.text())
        painter.setFont(interface_font())
        painter.setPen(theme.muted_ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom, self.description())
        painter.end()


class UsedDelegate(QStyledItemDelegate):
    """Paints a report used before: whose and for which year, and where it lies or that it is gone."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(0, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        used = index.data(Qt.ItemDataRole.UserRole)
        assert isinstance(used, Used)
        theme = theme_of(option.palette)  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.accent, 2) if is_chosen else QPen(theme.hairline, 1))
            painter.setBrush(theme.ground)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        words = rect.adjusted(_LEFT, 0, -_LEFT, 0)
        painter.setPen(theme.window_muted_ink if used.is_missing else theme.window_ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, used.label)
        taken = painter.fontMetrics().horizontalAdvance(used.label) + 2 * _LEFT
        where = "文件不在了" if used.is_missing else str(used.path.parent)
        shown = painter.fontMetrics().elidedText(where, Qt.TextElideMode.ElideMiddle, words.width() - taken)
        painter.setPen(theme.window_muted_ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        painter.restore()


def _title() -> QFont:
    font = interface_font(120)
    font.setBold(True)
    return font
