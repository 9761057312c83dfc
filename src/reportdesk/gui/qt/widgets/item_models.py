"""What every item model of Qt is asked with."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
DataRole = Qt.ItemDataRole

#: The index of no item, which is the parent of a list's and a table's items.
NOWHERE = QModelIndex()
