"""The menu of the right mouse button and the menu key over a table's cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from reportdesk.gui.qt.keyboard.keys import with_key

if TYPE_CHECKING:
    from reportdesk.gui.grid.view import TableView


def table_menu(table: TableView) -> QMenu:
    """Return what can be done with the chosen cells of a table; its owner adds what it knows better."""
    menu = QMenu(table)
    menu.addAction(with_key("剪切", "cut"), table.cells.cut)
    menu.addAction(with_key("复制", "copy"), table.cells.copy)
    has_text = bool(QGuiApplication.clipboard().text())
    menu.addAction(with_key("粘贴", "paste"), table.cells.paste).setEnabled(has_text)
    menu.addAction(with_key("清空", "delete"), table.cells.delete)
    menu.addSeparator()
    menu.addAction(with_key("向下填充", "fill_down"), table.cells.fill_down)
    menu.addAction(with_key("向右填充", "fill_right"), table.cells.fill_right)
    menu.addAction("选中的空格填 0", table.fill_selection_blanks).setEnabled(table.has_chosen_blanks)
    menu.addAction(with_key("采用合计", "take_sums"), table.take_selected_sums).setEnabled(
        table.has_chosen_stated
    )
    has_unconfirmed = table.has_chosen_unconfirmed
    menu.addAction(with_key("确认沿用", "confirm"), table.confirm_selected).setEnabled(has_unconfirmed)
    menu.addSeparator()
    return menu
