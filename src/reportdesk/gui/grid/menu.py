"""The menu of the right mouse button and the menu key over a table's cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from reportdesk.gui.grid.view import TableView


def table_menu(table: TableView) -> QMenu:
    """Return what can be done with the chosen cells of a table; its owner adds what it knows better."""
    menu = QMenu(table)
    menu.addAction("剪切\tCtrl+X", table.cells.cut)
    menu.addAction("复制\tCtrl+C", table.cells.copy)
    menu.addAction("粘贴\tCtrl+V", table.cells.paste).setEnabled(bool(QGuiApplication.clipboard().text()))
    menu.addAction("清空\tDel", table.cells.delete)
    menu.addSeparator()
    menu.addAction("选中的空格填 0", table.fill_selection_blanks).setEnabled(table.has_chosen_blanks)
    menu.addAction("采用合计\tF3", table.take_selected_sums).setEnabled(table.has_chosen_stated)
    menu.addAction("确认沿用\tCtrl+回车", table.confirm_selected).setEnabled(table.has_chosen_unconfirmed)
    menu.addSeparator()
    return menu
