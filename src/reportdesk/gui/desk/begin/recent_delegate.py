"""A row of the first screen for a report used before."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter

from reportdesk.gui.desk.begin.row_delegate import LEFT_PX, RowDelegate
from reportdesk.gui.look.theme import Theme
from reportdesk.gui.qt.remembering.recent import RecentFile

#: Under this role an item says what is known of where its file is.
PRESENCE = Qt.ItemDataRole.UserRole + 1


class RecentDelegate(RowDelegate):
    """Paints a report used before: whose and for which year, and where it lies or that it is gone."""

    def paint_words(
        self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex, theme: Theme
    ) -> None:
        """Paint the report's name at the left, its place at the right."""
        used = index.data(Qt.ItemDataRole.UserRole)
        assert isinstance(used, RecentFile)
        is_lost = index.data(PRESENCE) == "missing"
        painter.setPen(theme.window_muted_ink if is_lost else theme.window_ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, used.label)
        taken = painter.fontMetrics().horizontalAdvance(used.label) + 2 * LEFT_PX
        where = "文件不在了" if is_lost else str(used.path.parent)
        shown = painter.fontMetrics().elidedText(where, Qt.TextElideMode.ElideMiddle, room.width() - taken)
        painter.setPen(theme.window_muted_ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
