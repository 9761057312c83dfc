"""The margin beside an editor: a number for each paragraph, and a word where it came from last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reportdesk.gui.theme import theme_of

if TYPE_CHECKING:
    from reportdesk.gui.text_editor import TextEditor

_MARK = "沿用上年"
_GAP = 8


class ParagraphMargin(QWidget):
    """Numbers the paragraphs of a text editor and scrolls with it."""

    def __init__(self, editor: TextEditor) -> None:
        """Stand at the left of an editor, which lays this widget out."""
        super().__init__(editor)
        self._editor = editor
        self.wanted = 0
        editor.updateRequest.connect(lambda _area, _by: self.update())

    def measure(self, *, has_marks: bool) -> None:
        """Take the room that a number of two digits needs, and the mark if there are any."""
        metrics = self._editor.fontMetrics()
        marks = metrics.horizontalAdvance(_MARK) + _GAP if has_marks else 0
        self.wanted = marks + metrics.horizontalAdvance("00") + 2 * _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint number and mark beside the first line of each paragraph in view."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.ground)
        painter.setFont(self._editor.font())
        line = self._editor.fontMetrics().lineSpacing()
        for number, box in self._editor.visible_paragraphs():
            row = QRect(0, box.top(), self.width() - _GAP, line)
            if self._editor.is_inherited(number):
                painter.fillRect(QRect(self.width() - 3, box.top(), 3, box.height()), theme.inherited.ink)
                painter.setPen(theme.inherited.ink)
                painter.drawText(row.adjusted(_GAP, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, _MARK)
            painter.setPen(theme.muted_ink)
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, str(number + 1))
        painter.end()
