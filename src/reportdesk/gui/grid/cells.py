"""The sheet of cells itself: frozen headers, keys as in Excel and WPS, as wide and high as labels need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from reportdesk.gui.grid import blocks
from reportdesk.gui.grid.clipboard import write_block
from reportdesk.gui.grid.delegate import CellDelegate, direction_of
from reportdesk.gui.grid.editor import FigureEditor
from reportdesk.gui.grid.frozen import Frozen
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.painting import Brush
from reportdesk.gui.grid.room import FigureRoom
from reportdesk.gui.grid.walk import Direction, next_key
from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.item_models import Index
from reportdesk.report.edit import confirm

_WALKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class CellsView(QTableView):
    """The cells of a GridModel with their headers, as on paper."""

    #: The key of the cell that became current.
    moved = Signal(str)
    #: What a pasted block did, a PasteOutcome.
    pasted = Signal(object)

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        """Show a model."""
        super().__init__(parent)
        self.grid = model
        self.brush = Brush(theme_of(self.palette()), is_centred=model.frame.merges)
        self.delegate = CellDelegate(self.brush, self)
        self._room = FigureRoom(model)
        self.frozen = Frozen(model.frame, self.brush, self)
        self.setModel(model)
        self.frozen.attach()
        self._set_up()
        self.delegate.left.connect(self.step)
        self.delegate.met_block.connect(self.paste)
        model.dataChanged.connect(self._widen)
        self.go_to(next_key(model.document.form, model.frame, "", Direction.RIGHT))

    def current_key(self) -> str:
        """Return the key of the current cell; empty while there is none."""
        return self.grid.key(self.currentIndex())

    def chosen_keys(self) -> list[str]:
        """Return the keys of the chosen cells in printed order."""
        chosen = {self.grid.key(index) for index in self.selectedIndexes()}
        return [key for key in self.grid.frame.places if key in chosen]

    def go_to(self, key: str) -> None:
        """Make a cell the current one and scroll to it; nothing happens for a key of another table."""
        index = self.grid.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def light(self, keys: Iterable[str]) -> None:
        """Ring some cells, and no others."""
        before, self.delegate.lit = self.delegate.lit, frozenset(keys)
        for key in {*before, *self.delegate.lit}:
            self.update(self.grid.index_of(key))

    def field(self) -> FigureEditor | None:
        """Return the field that is open, if any."""
        editor = self.indexWidget(self.currentIndex())
        return editor if isinstance(editor, FigureEditor) else None

    def set_look(self, percent: int, *, shows_last: bool) -> None:
        """Show at a zoom, with or without last year's figures, in the colours of the palette."""
        self.brush = Brush(theme_of(self.palette()), percent, shows_last, self.grid.frame.merges)
        self.delegate.brush = self.brush
        self.frozen.set_brush(self.brush)
        self.setFont(self.brush.font)
        self.refit()
        self.viewport().update()

    def refit(self) -> None:
        """Fit rows and columns to the labels, the figures and the room at hand."""
        across_px = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        self.frozen.set_sizes(self._room.fit(self.brush, across_px))
        self.updateGeometries()

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
            self.grid.refused.emit("合计由各项自动算出，不用填")

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
                self._choose(outcome.touched)
                self.pasted.emit(outcome)

    def delete(self) -> None:
        """Blank the chosen cells."""
        blocks.blank(self.grid, self.chosen_keys(), "清除")

    def step(self, direction: Direction) -> None:
        """Go to the next cell that can be typed in."""
        self.go_to(next_key(self.grid.document.form, self.grid.frame, self.current_key(), direction))

    def edit(self, *arguments: object) -> bool | None:  # type: ignore[override]
        """Open the field: a first key begins anew and lets arrows leave, F2 goes on at the end."""
        opened: bool | None = super().edit(*arguments)  # type: ignore[call-overload]
        trigger = arguments[1] if len(arguments) > 1 else None
        field = self.field() if opened else None
        if field is not None and trigger == QAbstractItemView.EditTrigger.AnyKeyPressed:
            field.is_quick = True
        elif field is not None and trigger == QAbstractItemView.EditTrigger.EditKeyPressed:
            field.end(False)
        return opened

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Light the labels of the new current cell."""
        super().currentChanged(current, previous)
        key = self.grid.key(current)
        labels = self.grid.frame.labels_of(key)
        before, self.delegate.lit_labels = self.delegate.lit_labels, labels
        self.delegate.current = key
        self.frozen.light(labels)
        for box in {*before, *labels}:
            self.update(self.grid.index(box.row - self.grid.frame.top, box.column - self.grid.frame.left))
        self.moved.emit(key)

    def updateGeometries(self) -> None:
        """Keep the corner between the headers."""
        super().updateGeometries()
        if hasattr(self, "frozen"):
            self.frozen.settle_corner()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the new room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of a new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "frozen"):
            self.set_look(self.brush.percent, shows_last=self.brush.shows_last)

    def _ask_blanks(self, number: int) -> bool | None:
        """Ask what becomes of figures where a pasted block is blank."""
        what = f"粘贴的内容在 {number} 个有数的格子里是空白"
        answer = questions.choose(self, what, "要保留那里原来的数，还是清掉？", ["保留原来的数", "清掉"])
        return None if answer is None else answer == 1

    def _choose(self, keys: Sequence[str]) -> None:
        """Choose the block around some cells."""
        places = [self.grid.frame.places[key] for key in keys]
        if len(places) < 2:
            return
        rows, columns = zip(*places, strict=True)
        first = self.grid.index(min(rows), min(columns))
        last = self.grid.index(max(rows), max(columns))
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.grid.index(*places[0]), flag.NoUpdate)
        self.selectionModel().select(QItemSelection(first, last), flag.ClearAndSelect)

    def _set_up(self) -> None:
        self.setItemDelegate(self.delegate)
        for box in self.grid.frame.body:
            if box.rows > 1 or box.columns > 1:
                row, column = box.row - self.grid.frame.top, box.column - self.grid.frame.left
                self.setSpan(row, column, box.rows, box.columns)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setTabKeyNavigation(True)

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

    def _widen(self, first: QModelIndex) -> None:
        if self._room.is_outgrown(self.grid.key(first), self.brush):
            self.refit()
