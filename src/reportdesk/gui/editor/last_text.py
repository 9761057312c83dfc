"""Last year's words beside this year's, the paragraph that answers to the caret's lit."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QVBoxLayout, QWidget

from reportdesk.document import EXAMINING_SECONDS, Document
from reportdesk.gui.editor.paper import set_as_on_paper
from reportdesk.gui.look.theme import interface_font, theme_of

if TYPE_CHECKING:
    from reportdesk.gui.editor.promises import PromiseList

#: Alike from 0 to 1: below, no paragraph is the one, and that in the same place is shown.
_ALIKE = 0.35
#: What looking for a paragraph says before it is found.
_NOT_YET = -1


class LastText(QWidget):
    """Last year's text of a section, to read and to copy from; where it promised, what became of that."""

    passage_asked = Signal(int, int)

    def __init__(self, document: Document, section: str, parent: QWidget | None = None) -> None:
        """Show the section's text in the document's snapshot of last year."""
        super().__init__(parent)
        self._document = document
        self._section = section
        last = document.report.last
        self._paragraphs = last.texts.get(section, "").split("\n") if last else []
        #: What looks for the paragraph to light, as far as it came.
        self._seeking: Iterator[int] | None = None
        # No key waits for it: of 32,000 paragraphs it may take a second.
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._seek)
        self._percent = 100
        self.promises: PromiseList | None = None
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 20, 4, 0)
        self._column.setSpacing(8)

    @cached_property
    def _alike(self) -> LastParagraphs:
        return LastParagraphs(self._paragraphs)

    @cached_property
    def _text(self) -> QTextEdit:
        """Return the words, put here when they are first looked at: most reports are written without."""
        last = self._document.report.last
        heading = QLabel(f"{last.year}年的文字（上年，可以复制）" if last else "没有上年的文字")
        text = QTextEdit()
        text.setPlainText("\n".join(self._paragraphs))
        text.setReadOnly(True)
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.document().setDocumentMargin(0)
        text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        text.setTabChangesFocus(True)
        text.setAccessibleName(heading.text())
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._set_font(text)
        self.setFocusProxy(text)
        self._column.addWidget(heading)
        self._column.addWidget(text, 2)
        for part in (heading, text):
            part.show()
        return text

    def showEvent(self, event: QShowEvent) -> None:
        """Add the words, and the promises, when they are first looked at."""
        from reportdesk.gui.editor.promises import PromiseList
        from reportdesk.prose.sentences.promises import promise_section

        super().showEvent(event)
        self._text.show()
        if self.promises is None and self._section == promise_section(self._document.form):
            self.promises = PromiseList(self._document, self)
            self.promises.passage_asked.connect(self.passage_asked)
            self._column.addWidget(self.promises, 1)
            self.promises.show()

    def follow(self, number: int) -> None:
        """Light soon the paragraph that answers best to this year's paragraph of that number."""
        if self.isHidden() or not self._paragraphs:
            return
        ours = self._document.report.paragraphs(self._section)
        self._seeking = self._alike.seek(ours[number], number) if number < len(ours) else iter((number,))
        self._rest.start()

    def _seek(self) -> None:
        """Go on looking; keys come in between."""
        until = time.perf_counter() + EXAMINING_SECONDS
        for number in self._seeking or ():
            if number != _NOT_YET:
                self._light(number)
            elif time.perf_counter() >= until:
                self._rest.start()
                return

    def _light(self, number: int) -> None:
        block = self._text.document().findBlockByNumber(number)
        cursor = QTextCursor(block)
        self._text.setTextCursor(cursor)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        lit = QTextEdit.ExtraSelection()
        mark = QTextCharFormat()
        mark.setBackground(theme_of(self.palette()).selected)
        lit.format, lit.cursor = mark, cursor  # type: ignore[attr-defined]
        self._text.setExtraSelections([lit])

    def set_zoom(self, percent: int) -> None:
        """Set the size of the letters (100 is as designed)."""
        self._percent = percent
        if self._column.count():
            self._set_font(self._text)

    def _set_font(self, text: QTextEdit) -> None:
        font = interface_font(self._percent)
        text.setFont(font)
        set_as_on_paper(text.document(), font)


class LastParagraphs:
    """Paragraphs of last year, each counted by its characters once; the same words are compared once."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Count nothing yet."""
        self._last = len(paragraphs) - 1
        self._numbers: dict[str, list[int]] = {}
        for number, paragraph in enumerate(paragraphs):
            self._numbers.setdefault(paragraph, []).append(number)
        self._counts: dict[str, Counter[str]] = {}

    def seek(self, paragraph: str, number: int) -> Iterator[int]:
        """Yield after each that was compared -1, and last the number of the one most like a paragraph.

        The nearest of several as alike; the same number where none is alike.
        """
        ours = Counter(paragraph)
        best = (_ALIKE, -math.inf, -min(number, self._last))
        for other, places in self._numbers.items():
            length = len(paragraph) + len(other)
            # No two have more in common than the shorter has characters.
            if 2 * min(len(paragraph), len(other)) >= best[0] * length:
                likeness = 2 * self._common(ours, other) / length if length else 1.0
                distance, place = min((abs(one - number), one) for one in places)
                best = max(best, (likeness, -distance, -place))
            yield _NOT_YET
        yield -best[2]

    def _common(self, ours: Counter[str], other: str) -> int:
        """Return how many characters two paragraphs have in common, wherever they stand."""
        if other not in self._counts:
            self._counts[other] = Counter(other)
        theirs = self._counts[other]
        return sum(min(number, theirs[one]) for one, number in ours.items() if one in theirs)
