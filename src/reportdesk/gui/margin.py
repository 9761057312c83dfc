"""The margin beside an editor: a number for each paragraph, and a word where it came from last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reportdesk.gui.theme import theme_of

if TYPE_CHECKING:
    from reportdesk.gui.text_editor import TextEditor

_MARK = "沿用"
_GAP = 12
_BAR = 3


class ParagraphMargin(QWidget):
    """Numbers the paragraphs of a text editor and scrolls with it."""

    def __init__(self, editor: TextEditor) -> None:
        """Stand at the left of an editor, which lays this widget out."""
        super().__init__(editor)
        self._editor = editor
        self.wanted = 0
        editor.verticalScrollBar().valueChanged.connect(lambda _: self.update())
        editor.document().documentLayout().update.connect(lambda _: self.update())

    def measure(self, *, has_marks: bool) -> None:
        """Take the room that a number of two digits needs, and the mark if there are any."""
        metrics = QFontMetrics(self._small())
        marks = metrics.horizontalAdvance(_MARK) + _GAP if has_marks else 0
        self.wanted = marks + metrics.horizontalAdvance("00") + 2 * _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint number and mark beside the first line of each paragraph in view."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.ground)
        painter.setPen(theme.hairline)
        painter.drawLine(0, 0, 0, self.height())
        painter.setFont(self._small())
        for paragraph in self._editor.visible_paragraphs():
            box = paragraph.box
            if self._editor.is_inherited(paragraph.number):
                painter.fillRect(self.width() - _BAR, box.top(), _BAR, box.height(), theme.inherited.ink)
                painter.setPen(theme.inherited.ink)
                painter.drawText(_GAP, paragraph.base, _MARK)
            painter.setPen(theme.muted_ink)
            words = str(paragraph.number + 1)
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(self.width() - _GAP - width, paragraph.base, words)
        painter.end()

    def _small(self) -> QFont:
        font = QFont(self._editor.font())
        font.setPointSizeF(font.pointSizeF() * 0.8)
        return font
