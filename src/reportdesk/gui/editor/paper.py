"""Words as they stand on paper: lines apart, first lines indented by two characters, paragraphs set off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from reportdesk.frozen import Frozen
from reportdesk.patterns import late

#: How many characters a line holds at most: the measure of the printed page, and a bit.
LINE_CHARACTERS = 40

#: Of the size of the type: from line to line, two characters at the head of a paragraph, and after it.
_LINE_EM = 1.7
_INDENT_EM = 2
_APART_EM = 0.35

#: No section that is published comes near.
_MANY_PARAGRAPHS = 1_000
#: Hebrew, Arabic and their neighbours, and the mark that stands for one of their letters.
_FROM_THE_RIGHT = late(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Standing(Frozen, frozen=True):
    """Where a paragraph stands in a viewport: its number, its box, and its first base line (pixels)."""

    number: int
    box: QRect
    base: int


def paragraph_format(font: QFont) -> QTextBlockFormat:
    """Return how a paragraph in a font stands; every paragraph stands alike, so new ones need no care."""
    em = QFontMetricsF(font).horizontalAdvance("　")
    paragraph = QTextBlockFormat()
    paragraph.setLineHeight(round(em * _LINE_EM), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    paragraph.setTextIndent(em * _INDENT_EM)
    paragraph.setBottomMargin(round(em * _APART_EM))
    return paragraph


def set_as_on_paper(document: QTextDocument, font: QFont) -> None:
    """Let all paragraphs of a document stand as on paper; its text and history are not touched."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(paragraph_format(font))


def set_direction(document: QTextDocument, text: str) -> None:
    """Let Qt not look from where each of many paragraphs is read, if all of this text are read from the left.

    It asks all below a key, which takes half of what the key costs. Paragraphs stand as they would anyway.
    """
    is_plain = text.count("\n") >= _MANY_PARAGRAPHS and _FROM_THE_RIGHT.search(text) is None
    direction = Qt.LayoutDirection.LeftToRight if is_plain else Qt.LayoutDirection.LayoutDirectionAuto
    option = document.defaultTextOption()
    if option.textDirection() != direction:
        option.setTextDirection(direction)
        document.setDefaultTextOption(option)


def blocks_in_view(editor: QTextEdit) -> Iterator[QTextBlock]:
    """Yield the blocks of an editor that are in view, found by halving: Qt would look at all before them."""
    document, top = editor.document(), editor.verticalScrollBar().value()
    layout, bottom = document.documentLayout(), top + editor.viewport().height()

    def is_in_view(number: int) -> bool:
        return bool(layout.blockBoundingRect(document.findBlockByNumber(number)).bottom() > top)

    first = bisect_left(range(document.blockCount() - 1), True, key=is_in_view)
    block = document.findBlockByNumber(first)
    while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
        yield block
        block = block.next()


def paragraphs_in_view(editor: QTextEdit) -> list[Standing]:
    """Return the paragraphs of an editor set as on paper that are in view; their boxes meet."""
    layout, scrolled = editor.document().documentLayout(), editor.verticalScrollBar().value()
    width = editor.viewport().width()
    paragraph = paragraph_format(editor.font())
    line, apart = round(paragraph.lineHeight()), round(paragraph.bottomMargin())
    # Letters stand at the foot of their line; a box has as much room below them as above.
    rise = (line - editor.fontMetrics().height() - apart) // 2
    found = []
    for block in blocks_in_view(editor):
        top = round(layout.blockBoundingRect(block).top()) - scrolled
        words = block.layout()
        first = words.lineAt(0)
        base = round(first.y() + first.ascent()) if first.isValid() else line
        box = QRect(0, top + rise, width, max(1, words.lineCount()) * line + apart)
        found.append(Standing(block.blockNumber(), box, top + base))
    return found
