"""Rows of a tree with air between them: Qt sets its lines as close as those of a paragraph."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

_AIR_PX = 8


class RoomyRows(QStyledItemDelegate):
    """Paints as usual, in rows that are higher than their words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the usual size, and some air above and below."""
        return super().sizeHint(option, index) + QSize(0, _AIR_PX)
