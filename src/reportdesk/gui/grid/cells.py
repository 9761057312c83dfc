"""The cells of a table under the keyboard: keys, blocks and fills as in Excel and WPS."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reportdesk.gui.grid.delegate import direction_of
from reportdesk.gui.grid.jump import jump
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.pasting import blocks
from reportdesk.gui.grid.pasting.clipboard import write_block
from reportdesk.gui.grid.pasting.filling import fill_along, fill_with
from reportdesk.gui.grid.sheet import SheetView
from reportdesk.gui.grid.walk import Direction
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.widgets.item_models import Index
from reportdesk.report.edit import confirm

_WALKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class CellsView(SheetView):
    """Acts on the cells of a sheet as keys and menus say; each act is one step of undo."""

    #: What a pasted block did, a PasteOutcome.
    pasted = Signal(object)

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        """Show a model."""
        super().__init__(model, parent)
        self._last_act: Callable[[Sequence[str]], object] | None = None
        self.delegate.met_block.connect(self.paste)
        self.delegate.meant_for_all.connect(self._fill_with)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with Enter and Tab, handle blocks; Qt does the rest: arrows, digits and F2 open the field."""
        direction = direction_of(event) if Qt.Key(event.key()) in _WALKING else None
        if direction is not None:
            self._walk(direction)
        elif (act := self._block_act(event)) is not None:
            act()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def keyboardSearch(self, search: str) -> None:
        """Say why nothing can be typed here; Qt would jump to a cell that begins with what was typed."""
        if search.strip():
            is_read_only = self.grid.document.is_read_only
            words = "这份报告只能看，不能改" if is_read_only else "合计由各项自动算出，不用填"
            self.grid.refused.emit(words)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin typing with an input method; Qt hands on what is being composed, but not what is done."""
        was_open = self.field() is not None
        super().inputMethodEvent(event)
        field = self.field()
        if field is not None and not was_open and event.commitString():
            QCoreApplication.sendEvent(field, event)

    def copy(self) -> None:
        """Copy the chosen block as the paper grid has it."""
        keys = self.chosen_keys()
        if keys:
            QGuiApplication.clipboard().setText(write_block(blocks.block_of(self.grid, keys)))

    def cut(self) -> None:
        """Copy the chosen block and blank its cells."""
        self.copy()
        blocks.blank(self.grid, self.chosen_keys(), "剪切")

    def paste(self) -> None:
        """Paste a block as one step of undo; `pasted` tells what went where."""
        # Its stubs don't know that there may be nothing.
        data = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
        keys = self.chosen_keys() or list(filter(None, [self.current_key()]))
        if data is not None and data.text() and keys:
            outcome = blocks.paste_text(self.grid, data.text(), keys, data.html(), self._ask_blanks)
            if outcome is not None:
                self.choose(outcome.touched)
                self.pasted.emit(outcome)

    def delete(self) -> None:
        """Blank the chosen cells."""
        self.act(lambda keys: blocks.blank(self.grid, keys, "清除"))

    def fill_down(self) -> None:
        """Give the chosen cells the figures of their first row."""
        self.act(lambda keys: self._tell(fill_along(self.grid, keys, is_down=True)))

    def fill_right(self) -> None:
        """Give the chosen cells the figures of their first column."""
        self.act(lambda keys: self._tell(fill_along(self.grid, keys, is_down=False)))

    def act(self, act: Callable[[Sequence[str]], object]) -> None:
        """Do something with the chosen cells, and remember it for `repeat`."""
        self._last_act = act
        act(self.chosen_keys())

    def repeat(self) -> None:
        """Do with the cells chosen now what was done last with others."""
        if self._last_act is None:
            self._tell("还没有可以重复的：清空、填充、填 0、确认以后，这里再做一遍")
        else:
            self._last_act(self.chosen_keys())

    def selectAll(self) -> None:
        """Choose the whole table."""
        self.choose(list(self.grid.frame.places))

    def moveCursor(self, move: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Jump as Excel does with Ctrl, Home and End; all other moves are Qt's."""
        with_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        target = jump(
            self.grid.frame, self.current_key(), move, with_control=with_control, is_filled=self._is_filled
        )
        return self.grid.index_of(target) if target else super().moveCursor(move, modifiers)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let Shift extend what is chosen with Ctrl too; Qt would only move then."""
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return QItemSelectionModel.SelectionFlag.SelectCurrent
        return super().selectionCommand(index, event)

    def _fill_with(self, text: str) -> None:
        self.act(lambda keys: self._tell(fill_with(self.grid, keys, text)))

    def _tell(self, words: str) -> None:
        if words:
            self.grid.refused.emit(words)

    def _is_filled(self, key: str) -> bool:
        return bool(self.grid.state(key).text)

    def _ask_blanks(self, number: int) -> bool | None:
        """Ask what becomes of figures where a pasted block is blank."""
        what = f"粘贴的内容在 {number} 个有数的格子里是空白"
        answer = questions.choose(self, what, "要保留那里原来的数，还是清掉？", ["保留原来的数", "清掉"])
        return None if answer is None else answer == 1

    def _walk(self, direction: Direction) -> None:
        key, report = self.current_key(), self.grid.document.report
        if direction in {Direction.DOWN, Direction.UP} and key in report.unconfirmed:
            self.grid.apply(confirm(report, [key]))
        self.step(direction)

    def _block_act(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            return self.delete
        standard = QKeySequence.StandardKey
        acts = {standard.Copy: self.copy, standard.Cut: self.cut, standard.Paste: self.paste}
        return next((act for key, act in acts.items() if event.matches(key)), None)
