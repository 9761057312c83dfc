"""Between a cell and its field: paints the cell, opens the field, and lets no refused figure slip away."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reportdesk.form.spans import Box
from reportdesk.gui.grid.drawing.painting import Brush, Stance
from reportdesk.gui.grid.editor import FigureEditor, is_for_all
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.pasting.clipboard import is_block
from reportdesk.gui.grid.walk import Direction
from reportdesk.gui.qt.widgets.item_models import Index

_LEAVING = {
    Qt.Key.Key_Return: Direction.DOWN,
    Qt.Key.Key_Enter: Direction.DOWN,
    Qt.Key.Key_Down: Direction.DOWN,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Tab: Direction.RIGHT,
    Qt.Key.Key_Backtab: Direction.LEFT,
}
_LEAVING_QUICKLY = {Qt.Key.Key_Right: Direction.RIGHT, Qt.Key.Key_Left: Direction.LEFT}


def direction_of(event: QKeyEvent, *, is_quick: bool = False) -> Direction | None:
    """Return where a key leads from a field; left and right lead out of a quick one only."""
    key = Qt.Key(event.key())
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and shifted:
        return Direction.UP
    if key == Qt.Key.Key_Tab and shifted:
        return Direction.LEFT
    return _LEAVING.get(key) or (_LEAVING_QUICKLY.get(key) if is_quick else None)


class CellDelegate(QStyledItemDelegate):
    """Paints and edits the cells of a GridModel."""

    #: The field was left by a key that leads to another cell.
    left = Signal(Direction)
    #: A block was pasted while the field was open; it belongs to the cells.
    met_block = Signal()
    #: What was typed is meant for all chosen cells.
    meant_for_all = Signal(str)

    def __init__(self, brush: Brush, parent: QObject) -> None:
        """Paint with a brush."""
        super().__init__(parent)
        self.brush = brush
        self.current = ""
        self.lit: Collection[str] = ()
        self.lit_labels: Collection[Box] = ()

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Paint a cell, or a label that stands between cells."""
        model = _model(index)
        box = model.box(index)
        if box.key:
            self.brush.cell(painter, option.rect, model.state(box.key), self._stance(option, box.key))
        else:
            is_lit = box in self.lit_labels
            self.brush.label(painter, option.rect, option.rect, box, is_lit=is_lit)
        self.brush.edges(painter, option.rect, box)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field in a cell."""
        model = _model(index)
        editor = FigureEditor(model.document.form.cells[model.key(index)].kind, self.brush, parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: Any, _index: Index) -> None:
        """Keep the field inside the ring of the current cell."""
        editor.setGeometry(option.rect.adjusted(2, 2, -3, -3))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Offer the cell's figure, unless something was typed already."""
        field = cast(FigureEditor, editor)
        if not field.isModified():
            field.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed, or what was confirmed by a key."""
        field = cast(FigureEditor, editor)
        if field.isModified() or field.is_finished:
            model.setData(index, field.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave the field only with a figure that can stand; a window put aside keeps a refused one open."""
        if not isinstance(editor, FigureEditor):
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.KeyPress and self._key(editor, cast(QKeyEvent, event)):
            return True
        is_aside = event.type() == QEvent.Type.FocusOut and _stays_ours(cast(QFocusEvent, event))
        if is_aside and editor.refusal():
            return False
        return super().eventFilter(editor, event)

    def finish(self, editor: FigureEditor) -> bool:
        """Commit and close a field; False if its figure is refused, the field then says why and stays."""
        refusal = editor.refusal()
        if refusal:
            editor.refuse(refusal)
            return False
        editor.is_finished = True
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        return True

    def _key(self, editor: FigureEditor, event: QKeyEvent) -> bool:
        """Act on a key that leaves the field or pastes a block; False leaves it to the field."""
        if event.matches(QKeySequence.StandardKey.Paste) and is_block(QGuiApplication.clipboard().text()):
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.met_block.emit()
            return True
        if is_for_all(event):
            self._hand_to_all(editor)
            return True
        direction = direction_of(event, is_quick=editor.is_quick)
        if direction is not None and self.finish(editor):
            self.left.emit(direction)
        return direction is not None

    def _hand_to_all(self, editor: FigureEditor) -> None:
        """Close the field and hand on what stands in it, unless that can stand in no cell of its kind."""
        if refusal := editor.refusal():
            editor.refuse(refusal)
            return
        text = editor.text()
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.meant_for_all.emit(text)

    def _stance(self, option: Any, key: str) -> Stance:
        is_editing = self.current == key and isinstance(QGuiApplication.focusObject(), FigureEditor)
        return Stance(
            is_current=key == self.current,
            is_focused=is_editing or bool(option.state & QStyle.StateFlag.State_HasFocus),
            is_chosen=bool(option.state & QStyle.StateFlag.State_Selected),
            is_lit=key in self.lit,
        )


def _model(index: Index) -> GridModel:
    return cast(GridModel, index.model())


def _stays_ours(event: QFocusEvent) -> bool:
    return event.reason() in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
