"""The field in a cell while a figure is typed; it says at once, under itself, why a figure cannot stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from reportdesk.form.kinds import Kind, Refusal
from reportdesk.gui.grid.drawing.painting import Brush
from reportdesk.gui.look.theme import SHAPES, scaled
from reportdesk.gui.qt.keyboard.window_keys import is_menu_letter


class FigureEditor(QLineEdit):
    """A line to type a figure; `is_quick` after a first digit: then arrows leave the cell, as in Excel."""

    def __init__(self, kind: Kind, brush: Brush, parent: QWidget) -> None:
        """Take a figure of some kind, in a cell of `parent`, the table's viewport."""
        super().__init__(parent)
        self._kind = kind
        self._viewport = parent
        self.is_quick = False
        self.is_finished = False
        self._percent = brush.percent
        self._reason = Reason(brush, parent)
        self.setFrame(False)
        self.setFont(brush.font)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        # The menu and a drop would paste a block as one long figure.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.textEdited.connect(self._reason.hide)
        self.destroyed.connect(self._reason.deleteLater)

    @property
    def reason(self) -> str:
        """Return why the figure was refused; empty while it was not."""
        return "" if self._reason.isHidden() else self._reason.words

    def refusal(self) -> str:
        """Return why what stands in the field is no figure for its cell; empty if it is one."""
        try:
            self._kind.parse(self.text())
        except Refusal as refusal:
            return str(refusal)
        return ""

    def refuse(self, reason: str) -> None:
        """Say why what was typed cannot stand here; the field stays open."""
        self._reason.say(reason)
        self._place_reason()
        self._reason.show()
        self._reason.raise_()
        self.selectAll()
        QAccessible.updateAccessibility(QAccessibleEvent(self._reason, QAccessible.Event.Alert))

    def event(self, event: QEvent) -> bool:
        """Leave to the window what menu entries have; undo and Ctrl+Enter are the field's while one types."""
        if event.type() == QEvent.Type.ShortcutOverride and is_for_all(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and is_menu_letter(event):
            event.ignore()
            return False
        return super().event(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the reason beside the field."""
        super().moveEvent(event)
        self._place_reason()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the reason away with the field."""
        super().hideEvent(event)
        self._reason.hide()

    def _place_reason(self) -> None:
        room = self._viewport.rect()
        gap = scaled(4, self._percent)
        below = self.geometry().bottom() + gap
        fits_below = below + self._reason.height() <= room.bottom()
        top = below if fits_below else self.geometry().top() - gap - self._reason.height()
        left = min(self.geometry().left(), room.right() - self._reason.width())
        self._reason.move(QPoint(max(left, 0), max(top, 0)))


def is_for_all(event: QEvent) -> bool:
    """Tell whether a key means that what was typed is for all chosen cells: Ctrl+Enter."""
    if not isinstance(event, QKeyEvent):
        return False
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return is_enter and modifiers == Qt.KeyboardModifier.ControlModifier


class Reason(QLabel):
    """A line or two under a field: why a figure is refused."""

    def __init__(self, brush: Brush, parent: QWidget) -> None:
        """Stand hidden in the table's viewport, `parent`."""
        super().__init__(parent)
        self.words = ""
        self._widest = scaled(320, brush.percent)
        error = brush.theme.error
        self.setStyleSheet(
            f"color: {error.ink.name()}; background: {error.ground.name()};"
            f"border: 1px solid {error.ink.name()}; padding: {brush.padding // 2}px {brush.padding}px"
        )
        self.setFont(brush.font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def say(self, words: str) -> None:
        """Take up as much room as the words need."""
        self.words = words
        self.setText(f"{SHAPES['error']} {words}")
        self.setWordWrap(False)
        if self.sizeHint().width() > self._widest:
            self.setWordWrap(True)
            self.resize(self._widest, self.heightForWidth(self._widest))
        else:
            self.adjustSize()
