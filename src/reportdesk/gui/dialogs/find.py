"""Find: type a few words, see the places, Enter goes there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QListWidgetItem, QWidget

from reportdesk.document import Document
from reportdesk.gui.forms.find import Ui_Find
from reportdesk.report.search import Hit, search


class FindDialog(QDialog):
    """Searches a document as one types; it stays open until Escape or a place is chosen."""

    chosen = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Search in a document."""
        super().__init__(parent)
        self.ui = Ui_Find()
        self.ui.setupUi(self)
        self._document = document
        self.ui.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = self.ui.results.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.ui.results.setSizePolicy(policy)
        self.ui.words.textChanged.connect(self._search)
        self.ui.words.returnPressed.connect(self._choose)
        self.ui.results.itemActivated.connect(lambda _: self._choose())
        self.ui.results.itemClicked.connect(lambda _: self._choose())
        self.ui.words.installEventFilter(self)
        self._search("")

    @property
    def hits(self) -> list[Hit]:
        """Return the places listed."""
        items = (self.ui.results.item(row) for row in range(self.ui.results.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items]

    def _search(self, words: str) -> None:
        self.ui.results.clear()
        hits = search(self._document.report, self._document.figures, words)
        for hit in hits:
            item = QListWidgetItem(f"{hit.place}　{hit.excerpt}", self.ui.results)
            item.setData(Qt.ItemDataRole.UserRole, hit)
        self.ui.results.setCurrentRow(0)
        self.ui.results.setVisible(bool(hits))
        said = f"找到 {len(hits)} 处，回车前往" if hits else "没有找到"
        self.ui.count.setText(said if words.strip() else "输入几个字开始查找，回车前往")

    def _choose(self) -> None:
        item = self.ui.results.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let up and down walk the results while one types."""
        keys = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            return QApplication.sendEvent(self.ui.results, event)
        return super().eventFilter(watched, event)
