"""The menu of the right mouse button and the menu key over words."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from reportdesk.gui.editor.section_editor import SectionEditor


def show_text_menu(editor: SectionEditor, place: QPoint) -> None:
    """Offer, at a place of the screen, what can be done with the words where the caret stands."""
    menu = text_menu(editor)
    menu.exec(place)
    menu.deleteLater()


def text_menu(editor: SectionEditor) -> QMenu:
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


def _offer_mark(menu: QMenu, editor: SectionEditor) -> None:
    """Say first what the words at the caret are marked for, and what can be done about it."""
    mark = editor.marks.at_caret()
    if mark is None:
        return
    menu.addAction(mark.brief).setEnabled(False)
    if mark.replacement and mark.look == "wrong":
        words = f"采用表中数字 {mark.replacement}\tAlt+回车"
        menu.addAction(words, lambda: editor.told.emit(editor.marks.take_figure()))
    if mark.cells:
        menu.addAction("转到表中的格子\tF5", lambda: editor.cells_asked.emit(mark.cells))
    finding = mark.finding
    if finding is not None:
        words = "口径不同，写明原因…" if mark.cells else "接受并说明…"
        words = "取消说明" if mark.look == "accepted" else words
        menu.addAction(f"{words}\tCtrl+Shift+J", lambda: editor.accept_asked.emit(finding))
    menu.addSeparator()
