"""An editor of plain words as one writes them on paper: nothing but words comes in or goes out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit, QWidget

from reportdesk.gui.qt.window_keys import is_window_key
from reportdesk.project.format.clean import without_controls


class PlainEditor(QTextEdit):
    """Paragraphs without any dress or history of their own.

    `told` says what a paste has lost; `step_ended` tells where a step of undo ends.
    """

    told = Signal(str)
    step_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without words; Tab leaves the editor."""
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """Leave to the window what is its own: the document's history, not the editor's."""
        if event.type() == QEvent.Type.ShortcutOverride and is_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a paragraph with Shift+Enter too: paper knows no line ends within one."""
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take plain words only; a file that is dropped is for the window to open."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words, paragraphs apart by one newline."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words as one step of undo, without characters that no paper can show."""
        pasted = source.text()
        clean = without_controls(pasted)
        self.step_ended.emit()
        self.insertPlainText(clean)
        self.step_ended.emit()
        self.ensureCursorVisible()
        if clean != pasted.replace("\r\n", "\n").replace("\r", "\n"):
            self.told.emit("粘贴的文字里有看不见的控制字符，已去掉")
