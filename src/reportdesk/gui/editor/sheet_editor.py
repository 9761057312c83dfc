"""An editor whose words stand on a sheet of paper: lines of a good length, paragraphs numbered beside."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QWidget

from reportdesk.gui.editor.headings import Headings
from reportdesk.gui.editor.long_paragraphs import LongParagraphs
from reportdesk.gui.editor.margin import ParagraphMargin
from reportdesk.gui.editor.paper import LINE_CHARACTERS, paragraphs_in_view, set_as_on_paper
from reportdesk.gui.editor.plain_editor import PlainEditor
from reportdesk.gui.look.theme import Theme, interface_font, mixed, theme_of

_PADDING_PX = 20
#: From this room on (in pixels) a sheet leaves strips at its sides; below, it takes all the room.
_STRIPS_PX = 80


class SheetEditor(PlainEditor):
    """Knows no report; whoever does says which paragraphs came from last year, and paints below the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty sheet."""
        super().__init__(parent)
        self._is_sheet = False
        without = QPalette()
        without.setColor(QPalette.ColorRole.PlaceholderText, Qt.GlobalColor.transparent)
        self.setPalette(without)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_PADDING_PX)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._headings = Headings(self.document())
        self.long_paragraphs = LongParagraphs(self)
        self.margin = ParagraphMargin(self, self.is_inherited)
        self.document().blockCountChanged.connect(self._follow_number)

    def is_inherited(self, number: int) -> bool:
        """Tell whether a paragraph stands as it came from last year, unconfirmed."""
        raise NotImplementedError

    @property
    def has_inherited(self) -> bool:
        """Tell whether any paragraph came from last year."""
        raise NotImplementedError

    def paint_grounds(self, painter: QPainter) -> None:
        """Paint what lies under the words."""
        raise NotImplementedError

    def set_zoom(self, percent: int) -> None:
        """Set the size of the letters (100 is as designed)."""
        font = interface_font(percent)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        set_as_on_paper(self.document(), font)
        self.long_paragraphs.set_font(font)
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines at a comfortable length."""
        super().resizeEvent(event)
        self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words over the tint of paragraphs taken over from last year."""
        theme = theme_of(self.palette())
        tint = mixed(theme.ground, theme.inherited.ground, 0.6)
        painter = QPainter(self.viewport())
        for paragraph in paragraphs_in_view(self):
            if self.is_inherited(paragraph.number):
                painter.fillRect(paragraph.box, tint)
        if self._is_sheet:
            painter.setPen(theme.hairline)
            painter.drawLine(self.viewport().rect().topRight(), self.viewport().rect().bottomRight())
        self.paint_grounds(painter)
        painter.end()
        super().paintEvent(event)
        is_composing = bool(self.document().firstBlock().layout().preeditAreaText())
        if self.placeholderText() and self.document().isEmpty() and not is_composing:
            self._paint_example(theme)

    def _paint_example(self, theme: Theme) -> None:
        """Paint the example where its words would stand: Qt knows nothing of lines apart and indented."""
        example = QTextDocument(self.placeholderText())
        example.setDefaultFont(self.font())
        example.setDocumentMargin(_PADDING_PX)
        set_as_on_paper(example, self.font())
        grey = QTextCharFormat()
        grey.setForeground(theme.zero_ink)
        words = QTextCursor(example)
        words.select(QTextCursor.SelectionType.Document)
        words.mergeCharFormat(grey)
        example.setTextWidth(self.viewport().width())
        example.drawContents(QPainter(self.viewport()))

    def _follow_number(self) -> None:
        """Give longer numbers of paragraphs their room."""
        if not self.margin.is_fitting:
            self.lay_out()

    def lay_out(self) -> None:
        """Keep the lines at a comfortable length, the sheet in the middle, its margin at the left."""
        line = (
            self.fontMetrics().horizontalAdvance("　") * LINE_CHARACTERS
            + 2 * self.document().documentMargin()
            + 1
        )
        self.margin.fit(self.contentsRect().width() - line, has_marks=self.has_inherited)
        room = self.contentsRect().width() - self.margin.wanted - self.verticalScrollBar().sizeHint().width()
        spare = round(room - line) if room - line > _STRIPS_PX else 0
        self._is_sheet = spare > 0
        left = spare // 2
        margins = QMargins(left + self.margin.wanted, 0, spare - left, 0)
        if margins != self.viewportMargins():
            self.setViewportMargins(margins)
            # A viewport out of sight is told of its new width too late to break the lines for it.
            super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))
        top = self.contentsRect()
        self.margin.setGeometry(top.left() + left, top.top(), self.margin.wanted, self.viewport().height())
        self.margin.update()
