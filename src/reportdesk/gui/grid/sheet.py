"""The sheet of a table: frozen headers, as wide and high as labels need, one cell current, some chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from reportdesk.gui.grid.delegate import CellDelegate
from reportdesk.gui.grid.drawing.frozen import StillLabels
from reportdesk.gui.grid.drawing.painting import Brush
from reportdesk.gui.grid.drawing.room import FigureRoom
from reportdesk.gui.grid.editor import FigureEditor
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.walk import Direction, next_key
from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.qt.keyboard.caret import in_widget
from reportdesk.gui.qt.widgets.item_models import Index

_BY_KEY = (QAbstractItemView.EditTrigger.AnyKeyPressed, QAbstractItemView.EditTrigger.EditKeyPressed)


class SheetView(QTableView):
    """Shows the cells of a GridModel with their headers, as on paper."""

    #: The key of the cell that became current.
    moved = Signal(str)
    #: Other cells are chosen, or what they hold is another figure.
    selected = Signal()
    #: Rows and columns have other sizes.
    fitted = Signal()

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        """Show a model."""
        super().__init__(parent)
        self.grid = model
        self.brush = Brush(theme_of(self.palette()), is_centred=model.frame.merges)
        self.delegate = CellDelegate(self.brush, self)
        self._room = FigureRoom(model)
        self._across_px = 0
        self.frozen = StillLabels(model.frame, self.brush, self)
        self.setModel(model)
        self.frozen.attach()
        self._set_up()
        self.delegate.left.connect(self.step)
        model.dataChanged.connect(self._widen)
        # Seen first is the head: a view without its size yet would scroll too far.
        self.setAutoScroll(False)
        self.setCurrentIndex(
            self.grid.index_of(next_key(model.document.form, model.frame, "", Direction.RIGHT))
        )
        self.setAutoScroll(True)

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

    def set_room(self, across_px: int) -> None:
        """Fit into some room across, the scroll bar's included."""
        if across_px != self._across_px:
            self._across_px = across_px
            self.refit()

    def refit(self) -> None:
        """Fit rows and columns to the labels, the figures and the room at hand."""
        bar = self.verticalScrollBar().sizeHint().width() + 2
        self.frozen.set_sizes(self._room.fit(self.brush, self._across_px - bar))
        self.updateGeometries()
        self.fitted.emit()

    @property
    def needed_px(self) -> int:
        """Return the width that shows all columns, with room for a scroll bar."""
        sections = self.horizontalHeader().length() + self.frozen.down.sizeHint().width()
        return sections + self.verticalScrollBar().sizeHint().width() + 2

    def step(self, direction: Direction) -> None:
        """Go to the next cell that can be typed in."""
        self.go_to(next_key(self.grid.document.form, self.grid.frame, self.current_key(), direction))

    def edit(self, *arguments: object) -> bool | None:  # type: ignore[override]
        """Open the field: a first key begins anew and lets arrows leave, F2 goes on at the end.

        Where several cells are chosen that is the first of them that can be typed in, as in Excel.
        """
        if len(arguments) > 1 and arguments[1] in _BY_KEY:
            arguments = (self._first_chosen(), *arguments[1:])
        opened: bool | None = super().edit(*arguments)  # type: ignore[call-overload]
        trigger = arguments[1] if len(arguments) > 1 else None
        field = self.field() if opened else None
        if field is not None and trigger == QAbstractItemView.EditTrigger.AnyKeyPressed:
            field.is_quick = True
        elif field is not None and trigger == QAbstractItemView.EditTrigger.EditKeyPressed:
            field.end(False)
        return opened

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *more: Any) -> Any:
        """Say where the current cell is, headers and all; an open field answers for itself."""
        answer = super().inputMethodQuery(query, *more)
        return answer if self.state() == self.State.EditingState else in_widget(self, query, answer)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that other cells are chosen."""
        super().selectionChanged(selected, deselected)
        self.selected.emit()

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

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of a new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "frozen"):
            self.set_look(self.brush.percent, shows_last=self.brush.shows_last)

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
        # Where nothing is typed, Tab leads on to the next part of the window.
        self.setTabKeyNavigation(not self.grid.document.is_read_only)

    def choose(self, keys: Sequence[str]) -> None:
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

    def _first_chosen(self) -> QModelIndex:
        """Make the first of several chosen cells that can be typed in the current one; return the current."""
        keys = self.chosen_keys()
        cells = self.grid.document.form.cells
        first = next((key for key in keys if not cells[key].is_derived), "") if len(keys) > 1 else ""
        if first:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.grid.index_of(first), flag)
        return self.currentIndex()

    def _widen(self, first: QModelIndex) -> None:
        if self._room.is_outgrown(self.grid.key(first), self.brush):
            self.refit()
