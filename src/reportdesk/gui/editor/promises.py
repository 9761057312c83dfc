"""What last year's report said would be done, each with what this year's words say of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reportdesk.document import Changed, Document
from reportdesk.gui.qt.listen import listen
from reportdesk.prose.sentences.promises import Promise, promise_section, promises

#: After the last key; likeness to every sentence is no work for each of them.
_PAUSE_MS = 300
# From here on it is the same sentence once more, not word of what became of it.
_COPIED = 0.9
_LONGEST_CHARACTERS = 60


class PromiseList(QWidget):
    """Lists last year's promises while it is in view; choosing one that is answered goes to the answer."""

    passage_asked = Signal(int, int)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Follow a document until this object is destroyed."""
        super().__init__(parent)
        self._document = document
        self.heading = QLabel()
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(4)
        self.list.setAccessibleName("上年说要做的")
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.list)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        listen(self, document, self._follow)

    def refresh(self) -> None:
        """Compare last year's promises with this year's words again."""
        found = promises(self._document.report)
        self.heading.setText(_heading(found))
        row = self.list.currentRow()
        self.list.clear()
        for promise in found:
            item = QListWidgetItem(_words(promise), self.list)
            item.setData(Qt.ItemDataRole.UserRole, promise)
        self.list.setCurrentRow(row)

    def _go(self, item: QListWidgetItem) -> None:
        promise: Promise = item.data(Qt.ItemDataRole.UserRole)
        text = self._document.report.texts.get(promise_section(self._document.form), "")
        start = text.find(promise.now) if promise.now else -1
        if start >= 0:
            self.passage_asked.emit(start, start + len(promise.now))

    def _follow(self, changed: Changed) -> None:
        if self.isVisible() and ("texts", promise_section(self._document.form)) in changed.places:
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Compare what is there now."""
        super().showEvent(event)
        self.refresh()


def _heading(found: tuple[Promise, ...]) -> str:
    if not found:
        return "上年没有说要做什么"
    missing = sum(not promise.now for promise in found)
    copied = sum(_is_copied(promise) for promise in found)
    said = [f"今年还没有提到 {missing} 条" if missing else "", f"原样又写一遍 {copied} 条" if copied else ""]
    return f"上年说要做的 {len(found)} 条，{'，'.join(filter(None, said)) or '今年都写到了'}"


def _is_copied(promise: Promise) -> bool:
    return bool(promise.now) and promise.likeness >= _COPIED


def _words(promise: Promise) -> str:
    if not promise.now:
        return f"○ {promise.last}\n　 今年的文字里还没有提到"
    if _is_copied(promise):
        return f"◆ {promise.last}\n　 今年原样又写了一遍，做得怎样也要说"
    now = promise.now if len(promise.now) <= _LONGEST_CHARACTERS else f"{promise.now[:_LONGEST_CHARACTERS]}…"
    return f"✓ {promise.last}\n　 今年写到：{now}"
