"""A page of the manual, set to be read: tables with lines, pictures no wider than the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
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
        self._url = QUrl()
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.sourceChanged.connect(self._set)

    @property
    def page(self) -> str:
        """Return the name of the page in view, "" for none."""
        return Path(self._url.path()).stem

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a page with its lines joined; pictures as they are; nothing from the network."""
        url = self._url.resolved(QUrl(name))
        if not url.isLocalFile():
            return None
        if kind == QTextDocument.ResourceType.MarkdownResource.value:
            return read_page(Path(url.toLocalFile())).text
        return super().loadResource(kind, name)

    def _set(self, url: QUrl) -> None:
        # What `source` returns becomes this one only later.
        self._url = url
        self._dress()
        if url.hasFragment():
            self._go_to(url.fragment())

    def _dress(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for block in text_blocks(self.document()):
            if not any(pictures_in(block)):
                self._space(block)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)
        cursor.endEditBlock()
        self._colour_links()
        self._fit_pictures()

    def _colour_links(self) -> None:
        """Set links in an ink that can be read on this ground; the system's own may be of another one."""
        ink = theme_of(self.palette()).accent
        for block in text_blocks(self.document()):
            for start, length, form in list(stretches_of(block)):
                if form.isAnchor():
                    form.setForeground(ink)
                    self._stretch(start, length).setCharFormat(form)

    def _stretch(self, start: int, length: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        return cursor

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
        for start, length, form in list(pictures_shown(self.document())):
            picture = QImage(self._url.resolved(QUrl(form.name())).toLocalFile())
            if picture.isNull():
                continue
            width = min(picture.width(), max(room, 1))
            self._give_picture(form.name(), picture, width)
            form.setWidth(width)
            self._stretch(start, length).setCharFormat(form)

    def _give_picture(self, name: str, picture: QImage, width: int) -> None:
        """Have a picture shown at a width in points, scaled smoothly to the screen's own pixels."""
        ratio = self.devicePixelRatioF()
        scaled = picture.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        document = self.document()
        kind = QTextDocument.ResourceType.ImageResource.value
        document.addResource(kind, document.baseUrl().resolved(QUrl(name)), scaled)

    def _go_to(self, heading: str) -> None:
        for block in text_blocks(self.document()):
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
            self._dress()


def text_blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a document, those in tables too."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def pictures_shown(document: QTextDocument) -> Iterator[tuple[int, int, QTextImageFormat]]:
    """Yield the place, the length and the format of every picture of a document."""
    for block in text_blocks(document):
        yield from pictures_in(block)


def pictures_in(block: QTextBlock) -> Iterator[tuple[int, int, QTextImageFormat]]:
    """Yield the same for one paragraph."""
    for start, length, form in stretches_of(block):
        if form.isImageFormat():
            yield start, length, form.toImageFormat()


def stretches_of(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield the place, the length and the format of every stretch of a paragraph that is of one format."""
    parts = block.begin()
    while not parts.atEnd():
        part = parts.fragment()
        yield part.position(), part.length(), part.charFormat()
        parts += 1
