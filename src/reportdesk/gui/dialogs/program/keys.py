"""All keys of the window by the place where they work, for who asks the help."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget

from reportdesk.gui.forms.keys import Ui_Keys
from reportdesk.gui.qt.keyboard.keys import KEYS, PLACES
from reportdesk.gui.qt.widgets.roomy_rows import RoomyRows


class KeysDialog(QDialog):
    """Lists the keys; it changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List every key under the place where it works."""
        super().__init__(parent)
        self.ui = Ui_Keys()
        self.ui.setupUi(self)
        self.ui.list.setItemDelegate(RoomyRows(self.ui.list))
        for where, heading in PLACES.items():
            group = QTreeWidgetItem(self.ui.list, [heading])
            group.setFirstColumnSpanned(True)
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            keys = [key for key in KEYS if key.where == where]
            group.addChildren([QTreeWidgetItem([key.all_shown, key.words]) for key in keys])
        self.ui.list.expandAll()
        self.ui.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.ui.list.setFocus()
