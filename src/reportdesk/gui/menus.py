"""Menus of the right mouse button and the menu key: over a table's cells, over words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from reportdesk.gui.grid import TableView
    from reportdesk.gui.text_editor import TextEditor


def table_menu(table: TableView) -> QMenu:
    """Return what can be done with the chosen cells of a table; its owner adds what it knows better."""
    menu = QMenu(table)
    menu.addAction("剪切\tCtrl+X", table.cut)
    menu.addAction("复制\tCtrl+C", table.copy)
    menu.addAction("粘贴\tCtrl+V", table.paste).setEnabled(bool(QGuiApplication.clipboard().text()))
    menu.addAction("清空\tDel", table.delete)
    menu.addSeparator()
    menu.addAction("选中的空格填 0", table.fill_selection_blanks).setEnabled(table.has_chosen_blanks)
    menu.addAction("采用合计\tF3", table.take_selected_sums).setEnabled(table.has_chosen_stated)
    menu.addAction("确认沿用\tCtrl+回车", table.confirm_selected).setEnabled(table.has_chosen_unconfirmed)
    menu.addSeparator()
    return menu


def text_menu(editor: TextEditor) -> QMenu:
    """Return what can be done with the words where the caret stands."""
    menu = QMenu(editor)
    _offer_mark(menu, editor)
    has_selection = editor.textCursor().hasSelection()
    menu.addAction("剪切\tCtrl+X", editor.cut).setEnabled(has_selection)
    menu.addAction("复制\tCtrl+C", editor.copy).setEnabled(has_selection)
    menu.addAction("粘贴\tCtrl+V", editor.paste).setEnabled(editor.canPaste())
    menu.addAction("全选\tCtrl+A", editor.selectAll)
    menu.addSeparator()
    is_inherited = editor.is_inherited(editor.textCursor().blockNumber())
    menu.addAction("本段确认沿用\tCtrl+回车", editor.confirm_paragraph).setEnabled(is_inherited)
    return menu


def _offer_mark(menu: QMenu, editor: TextEditor) -> None:
    """Say first what the words at the caret are marked for, and what can be done about it."""
    mark = editor.marks.at_caret()
    if mark is None:
        return
    menu.addAction(mark.brief).setEnabled(False)
    if mark.replacement and mark.look == "wrong":
        words = f"采用表中数字 {mark.replacement}\tAlt+回车"
        menu.addAction(words, lambda: editor.noted.emit(editor.marks.take_figure()))
    if mark.cells:
        menu.addAction("转到表中的格子\tF12", lambda: editor.cells_asked.emit(mark.cells))
    finding = mark.finding
    if finding is not None:
        words = "口径不同，写明原因…" if mark.cells else "接受并说明…"
        words = "取消说明" if mark.look == "accepted" else words
        menu.addAction(f"{words}\tCtrl+Shift+J", lambda: editor.accept_asked.emit(finding))
    menu.addSeparator()
