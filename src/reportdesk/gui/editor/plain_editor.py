"""An editor of plain words as one writes them on paper: nothing but words comes in or goes out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from reportdesk.gui.editor.pasted_words import is_table, put_right
from reportdesk.gui.qt.keyboard.caret import in_widget
from reportdesk.gui.qt.keyboard.window_keys import is_window_key
from reportdesk.patterns import late
from reportdesk.project.format.clean import without_controls

#: Line ends within a paragraph, as word processors copy them: paper knows none.
_SOFT_LINE_ENDS = late(r"[\x0b\x0c\x85\u2028\u2029]")


class PlainEditor(QTextEdit):
    """Paragraphs without any dress or history of their own.

    `remarked` says what a paste has lost; `step_ended` tells where a step of undo ends.
    """

    remarked = Signal(str)
    step_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without words; Tab leaves the editor."""
        super().__init__(parent)
        self._view_by_a_widget_of_ours()
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.cursorPositionChanged.connect(self._leave_halves)

    def _view_by_a_widget_of_ours(self) -> None:
        """Take the place of Qt's own viewport, dressed as that is.

        What kind of widget that one is, PySide finds out by trying all that there are.
        """
        viewport = QWidget(self)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        viewport.setMouseTracking(True)
        viewport.setAcceptDrops(True)
        viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        viewport.setObjectName("qt_scrollarea_viewport")
        # Its font says for which screen: a widget would be asked at each change of script, through Python.
        self.document().documentLayout().setPaintDevice(None)  # type: ignore[arg-type]
        self.setViewport(viewport)

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is its own: the document's history, not the editor's."""
        if event.type() == QEvent.Type.ShortcutOverride and is_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *more: Any) -> Any:
        """Say where the caret is, margins and all."""
        return in_widget(self, query, super().inputMethodQuery(query, *more))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a paragraph with Shift+Enter too: paper knows no line ends within one."""
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take plain words, and a picture to refuse it; a dropped file is for the window to open."""
        is_file = any(url.isLocalFile() for url in source.urls())
        return not is_file and (source.hasText() or source.hasImage())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words, paragraphs apart by one newline."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words as one step of undo; what is put right of them is a step of its own."""
        pasted = source.text()
        refusal = _refusal(source, pasted)
        if refusal:
            self.remarked.emit(refusal)
            return
        # Those behind the last word end nothing.
        end = len(pasted.rstrip())
        clean = without_controls(_SOFT_LINE_ENDS.sub("\n", pasted[:end]) + pasted[end:])
        words = put_right(clean, begins_paragraph=self._begins_paragraph())
        self.step_ended.emit()
        start = self.textCursor().selectionStart()
        self.insertPlainText(clean)
        self.step_ended.emit()
        if words.text != clean:
            cursor = self.textCursor()
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words.text)
            self.setTextCursor(cursor)
            self.step_ended.emit()
        self.ensureCursorVisible()
        if words.remarks:
            self.remarked.emit(f"粘贴时去掉或换掉了{'、'.join(words.remarks)}；撤销一步就是粘贴来的样子")
        elif clean != pasted.replace("\r\n", "\n").replace("\r", "\n"):
            self.remarked.emit("粘贴的文字里有看不见的控制字符，已去掉")

    def drop_halves(self) -> None:
        """Take out halves of characters (😀 has two) that something wrote between: no text can hold them."""
        cursor = self.textCursor()
        for place in range(self.document().characterCount() - 1, -1, -1):
            is_whole = self._is_split(place) or self._is_split(place + 1)
            if not is_whole and "\ud800" <= self.document().characterAt(place) <= "\udfff":
                cursor.setPosition(place)
                cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()

    def _is_split(self, position: int) -> bool:
        """Tell whether a position is between the halves of a character."""
        before, after = self.document().characterAt(position - 1), self.document().characterAt(position)
        return "\ud800" <= before <= "\udbff" and "\udc00" <= after <= "\udfff"

    def _leave_halves(self) -> None:
        """Lead the caret out of a character of two halves, where no key puts it but a screen reader may."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if self._is_split(start) or self._is_split(end):
            is_forward = cursor.position() == end
            end += self._is_split(end)
            start = end if start == cursor.selectionEnd() else start - self._is_split(start)
            cursor.setPosition(start if is_forward else end)
            cursor.setPosition(end if is_forward else start, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _begins_paragraph(self) -> bool:
        """Tell whether what is pasted now will stand at the beginning of a paragraph."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        return cursor.atBlockStart()


def _refusal(source: QMimeData, pasted: str) -> str:
    """Say why a thing cannot be pasted among words, "" if it can."""
    if not pasted.strip():
        return "剪贴板里是图片，年报的文字里放不下图片，没有粘贴" if source.hasImage() else ""
    return (
        "剪贴板里是表格，没有粘贴；表格里的数请粘贴到表格里，文字请一段一段复制" if is_table(pasted) else ""
    )
