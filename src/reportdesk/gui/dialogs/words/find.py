"""Find and replace: type a few words, step from place to place, replace here or all over, beside the work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QListWidgetItem, QWidget

from reportdesk.document import Changed, Document
from reportdesk.gui.forms.find import Ui_Find
from reportdesk.gui.qt.listen import listen
from reportdesk.gui.qt.widgets.empty_lists import hide_while_empty
from reportdesk.report.search import MOST_HITS, Hit, search

#: Milliseconds after a change of the report before it is searched anew.
_REST_MS = 300
#: Characters of what is sought, or written in its stead; whole texts are pasted into the editor.
_LONGEST = 500


class FindDialog(QDialog):
    """Searches a document as one types; it stays open, and follows the document."""

    #: Go to a place that was found.
    chosen = Signal(object)
    #: Replace the words found at a place by others.
    replace_asked = Signal(object, str)
    #: Replace words by others wherever they stand.
    replace_all_asked = Signal(str, str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Search in a document."""
        super().__init__(parent)
        self.ui = Ui_Find()
        self.ui.setupUi(self)
        for field in (self.ui.words, self.ui.by):
            field.setMaxLength(_LONGEST)
        self._document = document
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._search_again)
        self.ui.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hide_while_empty(self.ui.results)
        self.ui.words.textChanged.connect(lambda _: self._search())
        self.ui.words.returnPressed.connect(self._go)
        self.ui.by.returnPressed.connect(self._replace)
        self.ui.results.itemActivated.connect(lambda _: self._go())
        self.ui.results.itemClicked.connect(lambda _: self._go())
        self.ui.results.currentRowChanged.connect(lambda _: self._tell())
        self.ui.next.clicked.connect(lambda: self.step(1))
        self.ui.previous.clicked.connect(lambda: self.step(-1))
        self.ui.replace.clicked.connect(self._replace)
        self.ui.replace_all.clicked.connect(self._replace_all)
        self.ui.words.installEventFilter(self)
        listen(self, document, self._follow)
        self._search()

    @property
    def hits(self) -> list[Hit]:
        """Return the places listed."""
        items = (self.ui.results.item(row) for row in range(self.ui.results.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items]

    def begin(self, *, replacing: bool = False) -> None:
        """Put the focus where one types: the words, or what replaces them."""
        field = self.ui.by if replacing and self.ui.words.text() else self.ui.words
        field.setFocus()
        field.selectAll()

    def step(self, by: int) -> None:
        """Go to the next place, or to the one before; after the last comes the first."""
        number = self.ui.results.count()
        if number:
            row = self.ui.results.currentRow()
            self.ui.results.setCurrentRow((row + by) % number if row >= 0 else 0)
            self._go()

    def _follow(self, _changed: Changed) -> None:
        self._rest.start()

    def _search_again(self) -> None:
        row = self.ui.results.currentRow()
        self._search()
        self.ui.results.setCurrentRow(min(max(row, 0), self.ui.results.count() - 1))

    def _search(self) -> None:
        self._rest.stop()
        self.ui.results.blockSignals(True)
        self.ui.results.clear()
        for hit in search(self._document.report, self._document.figures, self.ui.words.text()):
            item = QListWidgetItem(f"{hit.place}　{hit.excerpt}", self.ui.results)
            item.setData(Qt.ItemDataRole.UserRole, hit)
        self.ui.results.setCurrentRow(0)
        self.ui.results.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        number, row = self.ui.results.count(), self.ui.results.currentRow()
        whole = f"共 {number} 处" if number < MOST_HITS else f"只列出前 {number} 处"
        said = f"第 {row + 1} 处，{whole}" if number else "没有找到"
        self.ui.count.setText(said if self.ui.words.text().strip() else "输入几个字开始查找，回车前往")
        hit = self._current
        self.ui.next.setEnabled(number > 0)
        self.ui.previous.setEnabled(number > 0)
        self.ui.replace.setEnabled(hit is not None and bool(hit.section))
        self.ui.replace_all.setEnabled(any(one.section for one in self.hits))

    @property
    def _current(self) -> Hit | None:
        row = self.ui.results.currentRow()
        return self.hits[row] if row >= 0 else None

    def _go(self) -> None:
        if self._rest.isActive():
            self._search_again()
        hit = self._current
        if hit is not None:
            self.chosen.emit(hit)

    def _replace(self) -> None:
        """Replace at the place in the list; what comes after what was written is then chosen."""
        if self._rest.isActive():
            self._search_again()
        hit = self._current
        if hit is not None and hit.section:
            by = self.ui.by.text()
            self.replace_asked.emit(hit, by)
            self._search_again()
            written = range(hit.span[0], hit.span[0] + len(by))
            again = sum(one.section == hit.section and one.span[0] in written for one in self.hits)
            if again:
                self.ui.results.setCurrentRow((self.ui.results.currentRow() + again) % len(self.hits))

    def _replace_all(self) -> None:
        self.replace_all_asked.emit(self.ui.words.text().strip(), self.ui.by.text())
        self._search_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let up and down walk the results while one types."""
        keys = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            return QApplication.sendEvent(self.ui.results, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the keys that step in the window."""
        if event.key() == Qt.Key.Key_F3:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
