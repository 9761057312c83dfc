"""The marks in an editor: they follow typing and tables, and never move the caret."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from reportdesk.document import EXAMINING_SECONDS, Changed, Document
from reportdesk.gui.editor.mark_list import TextMark, marking, moved
from reportdesk.gui.editor.mark_painting import Stretch, paint_ground, paint_line, positions, stretches
from reportdesk.gui.editor.paper import blocks_in_view
from reportdesk.gui.look.theme import Theme, theme_of
from reportdesk.gui.qt.listen import listen
from reportdesk.gui.qt.widgets.text_change import characters_in
from reportdesk.report.edit import edit_entries

# Long enough for the letters that come together, short enough to seem at once.
_PAUSE_MS = 8
_WATCHED = frozenset({"cells", "stated", "accepted", "fields"})


class EditorMarks(QObject):
    """EditorMarks the words of one section in its editor, while the editor is in view."""

    caret_told = Signal(str)
    refreshed = Signal()

    def __init__(self, editor: QTextEdit, document: Document, section: str, words: Callable[[], str]) -> None:
        """Follow a document as long as its editor lives; `words` returns what the editor holds."""
        super().__init__(editor)
        self._editor = editor
        self._words = words
        self._document = document
        self._section = section
        self._text = document.report.texts.get(section, "")
        self._shown: list[TextMark] = []
        #: What finds the marks of the words as they are now, as far as it came, and what it found last.
        self._marking: Iterator[list[TextMark]] | None = None
        self._found: list[TextMark] = []
        #: Where characters stand that count twice for Qt; None until they are asked for.
        self._wide: list[int] | None = None
        self._is_stale = True
        self._said = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        editor.cursorPositionChanged.connect(self._tell_caret)
        listen(self, document, self._follow)

    @property
    def shown(self) -> tuple[TextMark, ...]:
        """Return the marks as they are painted now."""
        return tuple(self._shown)

    @property
    def said(self) -> str:
        """Return in words what the caret stands on; empty where all is well."""
        return self._said

    def wake(self) -> None:
        """Bring the marks up to date soon, if anything changed since."""
        if self._is_stale and not self._pause.isActive():
            self._pause.start()

    def refresh(self) -> None:
        """Bring the marks up to date now."""
        self._pause.stop()
        self._mark(until=math.inf)

    def at_caret(self) -> TextMark | None:
        """Return the mark that is chosen, or that the caret stands in or touches, up to date."""
        if self._is_stale:
            self.refresh()
        return self._chosen()

    def at_point(self, point: QPoint) -> TextMark | None:
        """Return the mark at a point of the viewport."""
        if not self._is_current:
            return None
        for mark, piece in self._pieces():
            is_beside = piece.left <= point.x() <= piece.right
            if is_beside and piece.base - piece.ascent <= point.y() <= piece.base + piece.ascent / 2:
                return mark
        return None

    def take_figure(self) -> str:
        """Put the tables' figure in the place of the number at the caret; return in words what was done."""
        mark = self.at_caret()
        if mark is None or mark.look != "wrong" or not mark.cells:
            return "光标不在与表格不一致的数字上"
        if not mark.replacement:
            return f"这里写的不是数字，请改写这句话（{mark.brief}）"
        text = self._stored()
        words = text[: mark.start] + mark.replacement + text[mark.end :]
        report = self._document.report
        self._document.apply(edit_entries(report, "采用表中数字", [("texts", self._section, words)]))
        return f"已改成表中的 {mark.replacement}，可以撤销"

    def paint_grounds(self, painter: QPainter) -> None:
        """Paint what lies under the words."""
        self._paint(painter, paint_ground)

    def paint_lines(self, painter: QPainter) -> None:
        """Paint the lines under the words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, paint_line)

    @property
    def _is_current(self) -> bool:
        """Tell whether the editor holds the words that were marked: a composition may hold them back."""
        return self._words() == self._text

    def _paint(self, painter: QPainter, paint: Callable[[QPainter, TextMark, Stretch, Theme], None]) -> None:
        if self._shown and self._is_current:
            theme = theme_of(self._editor.palette())
            for mark, piece in self._pieces():
                paint(painter, mark, piece, theme)

    def _pieces(self) -> Iterator[tuple[TextMark, Stretch]]:
        if self._wide is None:
            self._wide = positions(self._text)
        return stretches(self._editor, blocks_in_view(self._editor), self._shown, self._wide)

    def _follow(self, changed: Changed) -> None:
        is_text = ("texts", self._section) in changed.places
        if is_text:
            after = self._stored()
            self._show(moved(self._shown, self._text, after))
            self._text = after
        if is_text or changed.findings or any(part in _WATCHED for part, _ in changed.places):
            self._is_stale, self._marking = True, None
            if self._editor.isVisible():
                self.wake()

    def _catch_up(self) -> None:
        if self._is_stale and self._editor.isVisible():
            until = time.perf_counter() + EXAMINING_SECONDS
            if not (self._document.examine(EXAMINING_SECONDS) and self._mark(until)):
                self._pause.start()

    def _mark(self, until: float) -> bool:
        """Go on finding marks until a time of the clock; show all once they are found, and tell it."""
        self._marking = self._marking or marking(self._document, self._section)
        for found in self._marking:
            self._found = found
            if time.perf_counter() >= until:
                return False
        self._is_stale, self._marking = False, None
        self._text = self._stored()
        self._show(self._found)
        self._tell_caret()
        self.refreshed.emit()
        return True

    def _show(self, shown: list[TextMark]) -> None:
        if shown != self._shown:
            self._shown = shown
            self._editor.viewport().update()
        self._wide = None

    def _at(self, position: int) -> TextMark | None:
        place = characters_in(self._text, position)
        touching = [mark for mark in self._shown if mark.start <= place <= mark.end]
        return next((mark for mark in touching if place < mark.end), touching[0] if touching else None)

    def _chosen(self) -> TextMark | None:
        """Return the mark under the selection, as F8 makes it, else the one at the caret."""
        cursor = self._editor.textCursor()
        if not cursor.hasSelection():
            return self._at(cursor.position())
        start = characters_in(self._text, cursor.selectionStart())
        end = characters_in(self._text, cursor.selectionEnd())
        under = [mark for mark in self._shown if mark.start < end and start < mark.end]
        exact = (mark for mark in under if (mark.start, mark.end) == (start, end))
        return next(exact, under[0] if under else self._at(cursor.position()))

    def _tell_caret(self) -> None:
        mark = self._chosen() if self._shown else None
        said = mark.brief if mark is not None and mark.look != "agrees" else ""
        if said != self._said:
            self._said = said
            self.caret_told.emit(said)

    def _stored(self) -> str:
        return self._document.report.texts.get(self._section, "")
