"""The menu of the right mouse button and the menu key over words."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.gui.qt.keyboard.keys import with_key


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
    menu.addAction(with_key("剪切", "cut"), editor.cut).setEnabled(has_selection)
    menu.addAction(with_key("复制", "copy"), editor.copy).setEnabled(has_selection)
    menu.addAction(with_key("粘贴", "paste"), editor.paste).setEnabled(editor.canPaste())
    menu.addAction("全选\tCtrl+A", editor.selectAll)
    menu.addSeparator()
    is_inherited = editor.is_inherited(editor.textCursor().blockNumber())
    confirm = menu.addAction(with_key("本段确认沿用", "confirm"), editor.confirm_paragraph)
    confirm.setEnabled(is_inherited)
    return menu


def _offer_mark(menu: QMenu, editor: SectionEditor) -> None:
    """Say first what the words at the caret are marked for, and what can be done about it."""
    mark = editor.marks.at_caret()
    if mark is None:
        return
    menu.addAction(mark.brief).setEnabled(False)
    if mark.replacement and mark.look == "wrong":
        words = with_key(f"采用表中数字 {mark.replacement}", "take_figure")
        menu.addAction(words, lambda: editor.remarked.emit(editor.marks.take_figure()))
    if mark.cells:
        words = with_key("转到表中的格子", "go_to_figure")
        menu.addAction(words, lambda: editor.cells_asked.emit(mark.cells))
    finding = mark.finding
    if finding is not None:
        words = "口径不同，写明原因…" if mark.cells else "接受并说明…"
        words = "取消说明" if mark.look == "accepted" else words
        menu.addAction(with_key(words, "explain_figure"), lambda: editor.accept_asked.emit(finding))
    menu.addSeparator()
