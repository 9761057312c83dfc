"""The margin beside an editor: a number for each paragraph, and how much of it is still last year's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from reportdesk.gui.editor.paper import paragraphs_in_view
from reportdesk.gui.look.theme import theme_of

_MARK = "沿用"
_LONG = "与上年 {share:.0%} 相同"
_SHORT = "同 {share:.0%}"
_GAP_PX = 12
_BAR_PX = 3
#: Few reports have a hundred paragraphs in a section; where there are more the margin grows.
_FEWEST_DIGITS = 2


class ParagraphMargin(QWidget):
    """Numbers the paragraphs of a text editor and scrolls with it."""

    def __init__(self, editor: QTextEdit, is_inherited: Callable[[int], bool]) -> None:
        """Stand at the left of an editor, which lays it out and tells which paragraphs are inherited."""
        super().__init__(editor)
        self._editor = editor
        self._is_inherited = is_inherited
        self.wanted = 0
        self._digits = _FEWEST_DIGITS
        self._alike: dict[int, float] = {}
        self._likeness = _SHORT
        editor.verticalScrollBar().valueChanged.connect(lambda _: self.update())
        editor.document().documentLayout().update.connect(lambda _: self.update())

    def show_likeness(self, alike: dict[int, float]) -> bool:
        """Show how alike (0 to 1) paragraphs are to last year's, by number; tell whether that is news."""
        is_news = alike != self._alike
        self._alike = alike
        return is_news

    @property
    def is_fitting(self) -> bool:
        """Tell whether the numbers of all paragraphs have the room that was taken."""
        return self._digits == self._digits_needed()

    def fit(self, room: float, *, has_marks: bool) -> None:
        """Take the room that the longest number needs, and the marks, short where it is narrow."""
        metrics = QFontMetrics(self._small())
        self._digits = self._digits_needed()
        self.wanted = metrics.horizontalAdvance("0" * self._digits) + 2 * _GAP_PX
        long = metrics.horizontalAdvance(_LONG.format(share=1))
        self._likeness = _LONG if self.wanted + long + _GAP_PX < room else _SHORT
        marks = [_MARK] if has_marks else []
        marks += [self._likeness.format(share=1)] if self._alike else []
        if marks:
            self.wanted += max(map(metrics.horizontalAdvance, marks)) + _GAP_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint number and mark beside the first line of each paragraph in view."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.ground)
        painter.setPen(theme.hairline)
        painter.drawLine(0, 0, 0, self.height())
        painter.setFont(self._small())
        for paragraph in paragraphs_in_view(self._editor):
            box = paragraph.box
            if self._is_inherited(paragraph.number):
                painter.fillRect(
                    self.width() - _BAR_PX, box.top(), _BAR_PX, box.height(), theme.inherited.ink
                )
                painter.setPen(theme.inherited.ink)
                painter.drawText(_GAP_PX, paragraph.base, _MARK)
            elif paragraph.number in self._alike:
                painter.setPen(theme.inherited.ink)
                share = self._alike[paragraph.number]
                painter.drawText(_GAP_PX, paragraph.base, self._likeness.format(share=share))
            painter.setPen(theme.muted_ink)
            words = str(paragraph.number + 1)
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(self.width() - _GAP_PX - width, paragraph.base, words)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say in full what a mark beside a paragraph means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._words_at(event.pos().y()), self)
            return True
        return super().event(event)

    def _words_at(self, y: int) -> str:
        standing = (
            paragraph for paragraph in paragraphs_in_view(self._editor) if y <= paragraph.box.bottom()
        )
        paragraph = next(standing, None)
        if paragraph is None:
            return ""
        if self._is_inherited(paragraph.number):
            return "沿用上年的文字，还没有确认；核对过就按 Ctrl+回车"
        share = self._alike.get(paragraph.number)
        return f"{_LONG.format(share=share)}（年份、数字不计）" if share else ""

    def _digits_needed(self) -> int:
        return max(_FEWEST_DIGITS, len(str(self._editor.document().blockCount())))

    def _small(self) -> QFont:
        font = QFont(self._editor.font())
        font.setPointSizeF(font.pointSizeF() * 0.8)
        return font
