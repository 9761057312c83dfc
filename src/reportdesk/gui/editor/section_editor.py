"""A plain editor for one section's words: every change through the document, whose undo it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QPoint, QTimer, QVersionNumber, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reportdesk.gui.editor.marks import EditorMarks
from reportdesk.gui.editor.sheet_editor import SheetEditor
from reportdesk.gui.qt.listen import listen
from reportdesk.gui.qt.widgets.text_change import characters_in, smallest_change, utf16_length
from reportdesk.report.edit import Edit, confirm, edit_entries, write_text

if TYPE_CHECKING:
    from reportdesk.document import Changed, Document

#: A rest between thoughts: from then on it is another step of undo.
_PAUSE_MS = 2000
#: Whether halves of characters are told as question marks; from 6.9 on they are left out.
_HALVES_ARE_MARKS = QLibraryInfo.version() < QVersionNumber(6, 9)


class SectionEditor(SheetEditor):
    """The words of one section (or the introduction) on a sheet of paper, paragraphs numbered beside."""

    paragraph_changed = Signal(int)
    cells_asked = Signal(object)
    accept_asked = Signal(object)
    #: A menu is asked for, at a place of the screen.
    menu_asked = Signal(QPoint)

    def __init__(self, document: Document, section: str, parent: QWidget | None = None) -> None:
        """Show a section's text and follow its document until this object is destroyed."""
        super().__init__(parent)
        self._document = document
        self.section = section
        self._is_composing = False
        self._is_following = False
        self._paragraph = 0
        #: What the editor holds, asked of Qt once after each change.
        self._raw: str | None = None
        self.document().contentsChange.connect(self._forget_text)
        self.marks = EditorMarks(self, document, section, self._text)
        # In a turn of its own: of 64,000 characters it takes as long as the marks.
        self._likeness_due = QTimer(self, singleShot=True, interval=0)
        self._likeness_due.timeout.connect(self._show_likeness)
        self.marks.refreshed.connect(self._likeness_due.start)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._seal)
        self.step_ended.connect(self._seal)
        self.textChanged.connect(self._write)
        self.cursorPositionChanged.connect(self._tell_paragraph)
        listen(self, document, self._follow)
        self.set_zoom(100)
        self.setReadOnly(document.is_read_only)
        self._show()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def is_inherited(self, number: int) -> bool:
        """Tell whether a paragraph stands as it came from last year, unconfirmed."""
        paragraph = self.document().findBlockByNumber(number).text()
        return self._document.report.is_inherited(self.section, paragraph)

    @property
    def has_inherited(self) -> bool:
        """Tell whether any paragraph of the section came from last year."""
        return self.section in self._document.report.inherited

    def confirm_paragraph(self) -> bool:
        """Confirm the paragraph where the caret stands; False where there is nothing to confirm."""
        block = self.textCursor().block()
        if not self._document.report.is_inherited(self.section, block.text()):
            return False
        self._apply(confirm(self._document.report, paragraphs=[(self.section, block.text())]))
        return True

    def select_span(self, start: int, end: int) -> None:
        """Choose a stretch of the text and bring it into view."""
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._position(start), last))
        cursor.setPosition(min(self._position(end), last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().center().y() - self.viewport().height() // 2)

    def insert_sentence(self, words: str) -> None:
        """Write a sentence where the caret stands, in the place of what is chosen, as one step of undo."""
        cursor = self.textCursor()
        text = self._text()
        start = characters_in(text, cursor.selectionStart())
        end = characters_in(text, cursor.selectionEnd())
        after = text[:start] + words + text[end:]
        self._apply(edit_entries(self._document.report, "插入句子", [("texts", self.section, after)]))

    def set_zoom(self, percent: int) -> None:
        """Set the size of the letters (100 is as designed)."""
        self._is_following = True
        super().set_zoom(percent)
        self._is_following = False

    def _write(self) -> None:
        if self._is_following:
            return
        text = self._text()
        if self.document().characterCount() - 1 != utf16_length(text) or ("?" in text and _HALVES_ARE_MARKS):
            self._is_following = True
            self.drop_halves()
            self._is_following = False
            text = self._text()
        self._is_following = True
        self.long_paragraphs.fit(text)
        self.long_paragraphs.dress(text)
        self._is_following = False
        if text == self._stored():
            return
        self._apply(write_text(self._document.report, self.section, text))
        self._pause.start()

    def _tell_paragraph(self) -> None:
        number = self.textCursor().blockNumber()
        if number != self._paragraph:
            self._paragraph = number
            self.paragraph_changed.emit(number)

    def _apply(self, edit: Edit) -> None:
        self._document.apply(edit)

    def _follow(self, changed: Changed) -> None:
        if ("texts", self.section) in changed.places:
            self._show()
        if ("inherited", self.section) in changed.places or ("texts", self.section) in changed.places:
            self.viewport().update()
            self.lay_out()

    def _show(self) -> None:
        """Bring the editor up to the document by the smallest change, so that caret and scroll stay."""
        before, after = self._text(), self._stored()
        if self._is_composing or before == after:
            return
        start, end, words = smallest_change(before, after)
        cursor = self.textCursor()
        self._is_following = True
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.long_paragraphs.put(cursor, words, after)
        self._is_following = False
        self.setTextCursor(cursor)

    def _stored(self) -> str:
        return self._document.report.texts.get(self.section, "")

    def _text(self) -> str:
        if self._raw is None:
            # toPlainText() would turn no-break spaces into plain ones.
            self._raw = self.document().toRawText().replace("\u2029", "\n")
        return self._raw

    def _forget_text(self) -> None:
        self._raw = None

    def _position(self, offset: int) -> int:
        return utf16_length(self._text()[:offset])

    def _show_likeness(self) -> None:
        # Late: the first page is painted before what understands words is loaded.
        from reportdesk.checks.copied import copied_in

        copied = copied_in(self._document.report, self.section)
        if self.margin.show_likeness({paragraph.number: paragraph.likeness for paragraph in copied}):
            self.lay_out()

    def _seal(self) -> None:
        self._document.history.seal()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow a composition; the text is not touched from outside while it lasts."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._is_composing:
            self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the step of undo that typing made."""
        super().focusOutEvent(event)
        self._seal()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the words here; the right button goes to them first."""
        is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if is_by_mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say of a mark under the mouse what it says."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.marks.at_point(event.pos())
            QToolTip.showText(event.globalPos(), mark.words if mark else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Mark what changed while the words were out of sight."""
        super().showEvent(event)
        self.marks.wake()

    def paint_grounds(self, painter: QPainter) -> None:
        """Paint what lies under marked words."""
        self.marks.paint_grounds(painter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines of marks over the words."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.marks.paint_lines(painter)
        painter.end()
