"""A page of the manual, set to be read: tables with lines, pictures no wider than the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import (
    QImageReader,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from reportdesk.gui.help.pages import read_page
from reportdesk.gui.look.theme import theme_of

_MARGIN_PX = 20
_LINE_HEIGHT_PERCENT = 140.0
_PADDING_PX = 5


class ManualBrowser(QTextBrowser):
    """Shows pages out of one folder and nothing from elsewhere; a link may name a heading: `page.md#标题`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.sourceChanged.connect(self._set)

    @property
    def page(self) -> str:
        """Return the name of the page in view, "" for none."""
        return Path(self.source().path()).stem

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a page with its lines joined; pictures as they are; nothing from the network."""
        url = self.source().resolved(QUrl(name))
        if not url.isLocalFile():
            return None
        if kind == QTextDocument.ResourceType.MarkdownResource.value:
            return read_page(Path(url.toLocalFile())).text
        return super().loadResource(kind, name)

    def _set(self, url: QUrl) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for block in blocks_of(self.document()):
            self._space(block)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)
        cursor.endEditBlock()
        self._fit_pictures()
        if url.hasFragment():
            self._go_to(url.fragment())

    def _space(self, block: QTextBlock) -> None:
        form = QTextBlockFormat(block.blockFormat())
        form.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).setBlockFormat(form)

    def _rule(self, table: QTextTable) -> None:
        theme = theme_of(self.palette())
        form = table.format()
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(theme.hairline)
        form.setBorderCollapse(True)
        form.setCellSpacing(0)
        form.setCellPadding(_PADDING_PX)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setTopMargin(_PADDING_PX)
        form.setBottomMargin(2 * _PADDING_PX)
        table.setFormat(form)
        for column in range(table.columns()):
            cell = table.cellAt(0, column)
            ground = cell.format()
            ground.setBackground(theme.header.ground)
            cell.setFormat(ground)

    def _fit_pictures(self) -> None:
        room = self.viewport().width() - 2 * _MARGIN_PX
        for start, length, form in list(pictures_of(self.document())):
            place = self.source().resolved(QUrl(form.name())).toLocalFile()
            natural = QImageReader(place).size().width()
            if natural > 0:
                cursor = QTextCursor(self.document())
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                form.setWidth(min(natural, max(room, 1)))
                cursor.setCharFormat(form)

    def _go_to(self, heading: str) -> None:
        for block in blocks_of(self.document()):
            if block.blockFormat().headingLevel() and block.text() == heading:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top))
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pictures within the page."""
        super().resizeEvent(event)
        self._fit_pictures()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lines of tables in the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._set(QUrl())


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a document, those in tables too."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def pictures_of(document: QTextDocument) -> Iterator[tuple[int, int, QTextImageFormat]]:
    """Yield the place, the length and the format of every picture of a document."""
    for block in blocks_of(document):
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            if part.charFormat().isImageFormat():
                yield part.position(), part.length(), part.charFormat().toImageFormat()
            parts += 1
