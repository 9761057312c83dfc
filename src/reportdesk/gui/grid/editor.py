"""The field in a cell while a figure is typed; it says at once, under itself, why a figure cannot stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMoveEvent, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from reportdesk.form.kinds import Kind, Refusal
from reportdesk.gui.grid.painting import Brush
from reportdesk.gui.theme import scaled


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
        self._reason = _reason_label(brush, parent)
        self.setFrame(False)
        self.setFont(brush.font)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self._reason.hide)
        self.destroyed.connect(self._reason.deleteLater)

    @property
    def reason(self) -> str:
        """Return why the figure was refused; empty while it was not."""
        return "" if self._reason.isHidden() else self._reason.text()

    def refusal(self) -> str:
        """Return why what stands in the field is no figure for its cell; empty if it is one."""
        try:
            self._kind.parse(self.text())
        except Refusal as refusal:
            return str(refusal)
        return ""

    def refuse(self, reason: str) -> None:
        """Say why what was typed cannot stand here; the field stays open."""
        self._reason.setText(reason)
        self._reason.adjustSize()
        self._place_reason()
        self._reason.show()
        self._reason.raise_()
        self.selectAll()
        QAccessible.updateAccessibility(QAccessibleEvent(self._reason, QAccessible.Event.Alert))

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the reason beside the field."""
        super().moveEvent(event)
        self._place_reason()

    def _place_reason(self) -> None:
        room = self._viewport.rect()
        gap = scaled(4, self._percent)
        below = self.geometry().bottom() + gap
        fits_below = below + self._reason.height() <= room.bottom()
        top = below if fits_below else self.geometry().top() - gap - self._reason.height()
        left = min(self.geometry().left(), room.right() - self._reason.width())
        self._reason.move(QPoint(max(left, 0), max(top, 0)))


def _reason_label(brush: Brush, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    palette = QPalette(label.palette())
    palette.setColor(QPalette.ColorRole.Window, brush.theme.error.ground)
    palette.setColor(QPalette.ColorRole.WindowText, brush.theme.error.ink)
    label.setPalette(palette)
    label.setAutoFillBackground(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(brush.font)
    label.setWordWrap(True)
    label.setMinimumWidth(scaled(200, brush.percent))
    label.setMaximumWidth(scaled(300, brush.percent))
    label.setContentsMargins(brush.padding, brush.padding // 2, brush.padding, brush.padding // 2)
    label.setFrameShape(QLabel.Shape.Box)
    label.hide()
    return label
