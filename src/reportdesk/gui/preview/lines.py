"""A paragraph broken into lines of a width, as Chinese typesetting breaks them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from reportdesk.frozen import Frozen
from reportdesk.gui.preview.fonts import font_of
from reportdesk.gui.preview.word.model import Align, Letters, Paragraph, WordPicture, WordRun
from reportdesk.gui.qt.widgets.text_change import utf16_length

#: What may hang over the end of a line.
_HANGING = "，。、；：！？"
#: Letters and digits that the font for other than Chinese has.
_OTHER = re.compile(r"[\u0020-\u024f]+")
#: Chinese and other letters stand apart by so much of their size: a fifth in LibreOffice, a quarter in Word.
_APART_EM = 0.22

_ALIGNS: dict[Align, Qt.AlignmentFlag] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignJustify,
}


class Line(Frozen, frozen=True):
    """A line ready to be painted: its height, and what paints it at its left edge and top (in points)."""

    height: float
    painted: QTextLine | None
    kept_alive: QTextLayout | None
    picture: WordPicture | None = None

    @property
    def text(self) -> str:
        """Return the words of the line."""
        if self.painted is None or self.kept_alive is None:
            return ""
        start = self.painted.textStart()
        units = self.kept_alive.text().encode("utf-16-le", "surrogatepass")
        words = units[2 * start : 2 * (start + self.painted.textLength())]
        return words.decode("utf-16-le", "replace").strip()

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the line with its top left at a place."""
        if self.picture is not None:
            target = QRectF(QPointF(x, y), QSizeF(self.picture.width, self.picture.height))
            painter.drawImage(target, QImage.fromData(self.picture.data))
        elif self.painted is not None:
            self.painted.draw(painter, QPointF(x, y + (self.height - self.painted.height()) / 2))


def set_lines(paragraph: Paragraph, width: float, number: int = 0) -> Iterator[Line]:
    """Yield the lines of a paragraph in a width (points); `number` stands where the page's number does."""
    if pictures := [run.picture for run in paragraph.runs if run.picture is not None]:
        yield from (Line(picture.height, None, None, picture) for picture in pictures)
        return
    segments = list(_segments(paragraph.runs, number))
    text = "".join(words for words, _ in segments)
    if not text:
        natural = QFontMetricsF(_font(paragraph.letters, is_east=True)).height()
        yield Line(_height(paragraph, natural), None, None)
        return
    layout = QTextLayout(text, _font(paragraph.letters, is_east=True))
    option = QTextOption(_ALIGNS.get(paragraph.shape.align, Qt.AlignmentFlag.AlignLeft))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(segments)))
    layout.beginLayout()
    for line in _broken(layout, paragraph, width, text):
        yield Line(_height(paragraph, line.height()), line, layout)
    layout.endLayout()


def _broken(layout: QTextLayout, paragraph: Paragraph, width: float, text: str) -> Iterator[QTextLine]:
    """Yield lines; a mark that would begin the next one hangs over the end of the one before."""
    shape = paragraph.shape
    units = text.encode("utf-16-le", "surrogatepass")
    first = True
    while (line := layout.createLine()).isValid():
        shift = shape.left + (shape.first if first else 0.0)
        room = max(width - shift - shape.right, paragraph.letters.size)
        line.setLineWidth(room)
        end = line.textStart() + line.textLength()
        _let_hang(line, units, end, room, paragraph.letters.size + paragraph.letters.spacing)
        line.setPosition(QPointF(shift, 0))
        first = False
        yield line


def _let_hang(line: QTextLine, units: bytes, end: int, room: float, mark: float) -> None:
    """Take the mark into the line for which the line would have been broken one character earlier."""
    ahead = units[2 * end : 2 * end + 4].decode("utf-16-le", "replace")
    if len(ahead) < 2 or ahead[1] not in _HANGING:
        return
    line.setLineWidth(room + mark)
    if line.textStart() + line.textLength() != end + len("字，"):
        line.setLineWidth(room)


def _segments(runs: Sequence[WordRun], number: int) -> Iterator[tuple[str, QFont]]:
    """Yield pieces of one font each; where Chinese meets other letters, the last gets room behind it."""
    pieces = [piece for run in runs for piece in _run_pieces(run, number)]
    for place, (words, letters, is_east) in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        meets = following is not None and following[2] != is_east and _are_letters(words[-1], following[0][0])
        if meets:
            if len(words) > 1:
                yield words[:-1], _font(letters, is_east=is_east)
            yield words[-1], _font(letters, is_east=is_east, is_apart=True)
        else:
            yield words, _font(letters, is_east=is_east)


def _run_pieces(run: WordRun, number: int) -> Iterator[tuple[str, Letters, bool]]:
    text = str(number) if run.is_page_number else run.text
    place = 0
    for found in _OTHER.finditer(text):
        if found.start() > place:
            yield text[place : found.start()], run.letters, True
        yield found.group(), run.letters, False
        place = found.end()
    if place < len(text):
        yield text[place:], run.letters, True


def _are_letters(one: str, other: str) -> bool:
    return one.isalnum() and other.isalnum()


@lru_cache(maxsize=256)
def _font(letters: Letters, *, is_east: bool, is_apart: bool = False) -> QFont:
    font = font_of(letters, is_east=is_east)
    spacing = letters.spacing + (letters.size * _APART_EM if is_apart else 0.0)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    return font


def _formats(segments: Sequence[tuple[str, QFont]]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    #: By which one it is: each of the few fonts is the same for all its stretches.
    formats: dict[int, QTextCharFormat] = {}
    for words, font in segments:
        stretch = QTextLayout.FormatRange()
        if id(font) not in formats:
            formats[id(font)] = QTextCharFormat()
            formats[id(font)].setFont(font)
        length = utf16_length(words)
        stretch.start, stretch.length = start, length  # type: ignore[attr-defined]
        stretch.format = formats[id(font)]  # type: ignore[attr-defined]
        start += length
        yield stretch


def _height(paragraph: Paragraph, natural: float) -> float:
    shape = paragraph.shape
    if shape.line_rule == "exact":
        return shape.line
    return max(shape.line, natural) if shape.line_rule == "atLeast" else shape.line * natural
