"""The paper of a table: in the middle of a wide window, under its section's heading, as with texts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from reportdesk.gui.grid.sheet import SheetView
from reportdesk.gui.look.theme import interface_font, theme_of

#: The paper's edge beside its table, where there is room for it.
_EDGE_PX = 20
_ABOVE_PX = 8


class Paper(QWidget):
    """Lays a sheet of cells out with a heading above; what the table does not need lies beside the paper."""

    def __init__(self, heading: str, cells: SheetView, parent: QWidget) -> None:
        """Take in the cells of a section with that heading."""
        super().__init__(parent)
        self._cells = cells
        self._heading = QLabel(heading, self, textFormat=Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        cells.setParent(self)
        cells.fitted.connect(self._place)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the table into the new room."""
        super().resizeEvent(event)
        self._cells.set_room(self.width())
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of a new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_heading"):
            self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, and what lies beside it."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.window)
        painter.fillRect(self._sheet(), theme.ground)
        painter.end()

    def _sheet(self) -> QRect:
        """Return where the paper lies: as wide as the table and its edges, as high as the window."""
        width = min(self._cells.needed_px + 2 * _EDGE_PX, self.width())
        return QRect((self.width() - width) // 2, 0, width, self.height())

    def _place(self) -> None:
        sheet = self._sheet()
        width = min(self._cells.needed_px, sheet.width())
        left = sheet.left() + (sheet.width() - width) // 2
        font = interface_font(round(115 * self._cells.brush.percent / 100))
        font.setWeight(QFont.Weight.Bold)
        self._heading.setFont(font)
        room = max(1, sheet.width() - 2 * _ABOVE_PX)
        bounds = QRect(0, 0, room, self.height())
        words = QFontMetrics(font).boundingRect(bounds, Qt.TextFlag.TextWordWrap, self._heading.text())
        above = words.height() + 2 * _ABOVE_PX
        self._heading.setGeometry(max(left, sheet.left() + _ABOVE_PX), 0, room, above)
        self._cells.setGeometry(left, above, width, max(0, self.height() - above))
        self.update()

    def _dress(self) -> None:
        colours = self._heading.palette()
        colours.setColor(QPalette.ColorRole.WindowText, theme_of(self.palette()).ink)
        self._heading.setPalette(colours)
