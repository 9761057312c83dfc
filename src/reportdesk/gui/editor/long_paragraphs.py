"""Paragraphs longer than any that is written: Qt lays out all of one at each key, so it is made easy for it.

Its lines break anywhere, no ligature is looked for, and no character is looked for in font after font: what
the editor's own font lacks is told the font that has it. What is saved is the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit

from reportdesk.gui.editor.fonts import Fonts, alone
from reportdesk.gui.editor.paper import set_direction
from reportdesk.gui.qt.widgets.text_change import utf16_length

#: The longest of those published has a quarter of it.
_LONG_CHARACTERS = 8_000
_STRATEGY = QFont.StyleStrategy
_EASY = _STRATEGY(_STRATEGY.PreferNoShaping.value | _STRATEGY.NoFontMerging.value)
_WRAP = QTextOption.WrapMode
#: From so many stretches of other fonts on they are not told apart: each costs a microsecond a key.
_MOST_STRETCHES = 4_000
#: So many are asked one by one: a paragraph would be looked through from its begin for them (UTF-16).
_FEW_UNITS = 64
#: Characters of the font of `now` so near to one of another stay with it, if that has them too (UTF-16).
_NEAR_UNITS = 16


def has_long_paragraph(text: str) -> bool:
    """Tell whether a paragraph of a text is longer than any that is written; few places are looked at."""
    start = 0
    while len(text) - start > _LONG_CHARACTERS:
        end = text.rfind("\n", start, start + _LONG_CHARACTERS + 1)
        if end < 0:
            return True
        start = end + 1
    return False


class LongParagraphs(QObject):
    """Makes the text of an editor easy to lay out as long as it has a paragraph that is too long.

    Whoever changes the text puts words in through it, or lets it `fit` and `dress` what was typed.
    """

    def __init__(self, editor: QTextEdit) -> None:
        """Watch what is put into an editor's document."""
        super().__init__(editor)
        self._editor = editor
        self._font = editor.font()
        self._fonts: Fonts | None = None
        #: From where to where of the document something was put in since it was dressed, as Qt counts.
        self._put_in: tuple[int, int] | None = None
        editor.document().contentsChange.connect(self._note)

    def fit(self, text: str) -> None:
        """Make it easy to lay a text out, where it has a long paragraph or many."""
        set_direction(self._editor.document(), text)
        is_long = has_long_paragraph(text)
        if is_long == (self._fonts is not None):
            return
        self._fonts = Fonts(self._font) if is_long else None
        self.set_font(self._font)
        # Where none of its characters ends a word, Qt looks through all the rest of it for each of its lines.
        self._editor.setWordWrapMode(_WRAP.WrapAnywhere if is_long else _WRAP.WrapAtWordBoundaryOrAnywhere)
        end = self._editor.document().characterCount() - 1
        self._put_in = (0, end)
        if not is_long:
            cursor = QTextCursor(self._editor.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.setCharFormat(QTextCharFormat())

    def set_font(self, font: QFont) -> None:
        """Set the font of the editor."""
        self._font = QFont(font)
        if self._fonts is not None:
            font = alone(font)
            font.setStyleStrategy(_EASY)
        self._editor.setFont(font)
        self._put_in = None

    def put(self, cursor: QTextCursor, words: str, text: str) -> None:
        """Put words in the place of what is chosen, which makes this text of it, and lay it out once."""
        was_easy = self._fonts is not None
        self.fit(text)
        start = cursor.selectionStart()
        cursor.beginEditBlock()
        cursor.insertText(words)
        self._put_in = (start, start + utf16_length(words)) if was_easy else (0, utf16_length(text))
        self.dress(text)
        cursor.endEditBlock()
        self._put_in = None

    def dress(self, text: str) -> None:
        """Find fonts for what the editor's own lacks of what was put into its text, which this is."""
        if self._fonts is not None and self._put_in is not None:
            self._dress(self._fonts, text, *self._put_in)
        self._put_in = None

    def _dress(self, fonts: Fonts, text: str, start: int, end: int) -> None:
        self._keep_laid_out(start, end)
        units = text.encode("utf-16-le")
        fonts.learn(_part(units, start, end))
        runs: list[tuple[int, int, tuple[str, ...]]] = []
        for begin, stop, now in self._dressed(start, end):
            words = _part(units, begin, stop)
            if len(now) == 1 or not fonts.have(now, words):
                runs += _runs(fonts, words, now[0], begin)
        cursor = QTextCursor(self._editor.document())
        cursor.beginEditBlock()
        if len(runs) > _MOST_STRETCHES:
            runs = [(start, end, fonts.names)]
        for begin, stop, families in runs:
            _select(cursor, begin, stop)
            cursor.setCharFormat(_drawn_with(families))
        cursor.endEditBlock()

    def _dressed(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield from where to where which families are named now; a few characters are asked one by one."""
        document = self._editor.document()
        if end - start <= _FEW_UNITS:
            cursor = QTextCursor(document)
            for now, places in groupby(range(start, end), lambda place: _named_at(cursor, place)):
                first, *others = places
                yield first, first + 1 + len(others), now
            return
        block = document.findBlock(start)
        while block.isValid() and block.position() < end:
            at = block.begin()
            while not at.atEnd():
                part = at.fragment()
                begin, stop = max(start, part.position()), min(end, part.position() + part.length())
                if begin < stop:
                    yield begin, stop, _named(part.charFormat())
                at += 1
            block = block.next()

    def _keep_laid_out(self, start: int, end: int) -> None:
        """Let Qt keep what it laid out of a long paragraph: it would look through all to paint a line."""
        block = self._editor.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            if block.length() > _LONG_CHARACTERS:
                block.layout().setCacheEnabled(True)
            block = block.next()

    def _note(self, position: int, _: int, added: int) -> None:
        start, end = self._put_in or (position, position)
        last = self._editor.document().characterCount() - 1
        self._put_in = (min(start, position), min(max(end, position + added), last))


def _select(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _part(units: bytes, start: int, end: int) -> str:
    """Return a part of a text; of a character cut in two nothing."""
    return units[2 * start : 2 * end].decode("utf-16-le", "ignore")


def _named(dress: QTextCharFormat) -> tuple[str, ...]:
    return tuple(dress.fontFamilies() or ("",))


def _named_at(cursor: QTextCursor, place: int) -> tuple[str, ...]:
    cursor.setPosition(place + 1)
    return _named(cursor.charFormat())


def _drawn_with(families: tuple[str, ...]) -> QTextCharFormat:
    """Return how words of a family stand: by its own rules, for it was chosen for what only it can write.

    Without one as the rest of the editor; of several each character by the first that has it.
    """
    dress = QTextCharFormat()
    if families != ("",):
        dress.setFontFamilies(families)
        dress.setFontStyleStrategy(
            _STRATEGY.NoFontMerging if len(families) == 1 else _STRATEGY.PreferNoShaping
        )
    return dress


def _runs(fonts: Fonts, words: str, now: str, place: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield from where to where of words at a place which family is to be, where it is not the one of `now`.

    What any font can stand for never begins or ends a stretch.
    """
    begin = stop = place
    family = now
    for character in words:
        after = place + 1 + (character > "\uffff")
        wanted = now if now and fonts.has(now, character) else fonts.family(character)
        if family != now == wanted and place - stop < _NEAR_UNITS and fonts.has(family, character):
            wanted = None
        if wanted is not None:
            if wanted != family:
                if family != now:
                    yield begin, stop, (family,)
                begin, family = place, wanted
            stop = after
        place = after
    if family != now:
        yield begin, stop, (family,)
