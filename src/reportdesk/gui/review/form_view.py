"""The form's own tables and texts, as they will be with what is ticked; doubtful cells are lit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTabWidget, QTextEdit

from reportdesk.document import ShownDocument
from reportdesk.form.model import INTRO
from reportdesk.form.parts import Section
from reportdesk.gui.grid import TableView
from reportdesk.gui.look.theme import SHAPES, theme_of
from reportdesk.report.compare import Difference
from reportdesk.review import Disagreement, Review


class FormView(QObject):
    """Adds to the tabs of a review one for each table and text that the report will have."""

    #: The cell of this key became current.
    cell_chosen = Signal(str)

    def __init__(self, tabs: QTabWidget, review: Review) -> None:
        """Show what the review's report would be."""
        super().__init__(tabs)
        self._tabs, self._review = tabs, review
        self._items = {item.difference.key: item for item in review.items if item.difference.kind in _HERE}
        self._document = ShownDocument(review.report(()))
        self._pages: dict[str, TableView | QTextEdit] = {}
        if self._has_words(INTRO):
            self._add_text(INTRO, review.base.form.heading_of(INTRO))
        for section in review.base.form.sections:
            self._add(section)

    def show_taken(self, taken: Iterable[Disagreement]) -> None:
        """Show the report with what is ticked by now."""
        self._document.show(self._review.report(tuple(taken)))
        for key, page in self._pages.items():
            if isinstance(page, QTextEdit):
                self._write(key, page)

    def go_to(self, difference: Difference) -> None:
        """Make the cell of a difference the current one of its table; the tab in view stays."""
        if difference.kind == "cell":
            table = self._document.form.cells[difference.key].table
            page = self._pages.get(self._document.form.section_of_table(table).key)
            if isinstance(page, TableView) and page.cells.current_key() != difference.key:
                page.cells.go_to(difference.key)

    def _add(self, section: Section) -> None:
        if section.is_narrative:
            if self._has_words(section.key):
                self._add_text(section.key, section.tab)
            return
        table = TableView(self._document, section.table)
        cells = [cell.key for cell in self._document.form.cells_of(section.table)]
        doubtful = [key for key in cells if key in self._items and self._items[key].doubts]
        table.cells.light(doubtful)
        table.current_changed.connect(self._choose)
        self._pages[section.key] = table
        self._tabs.addTab(table, _label(section.tab, len(doubtful)))

    def _add_text(self, key: str, label: str) -> None:
        text = QTextEdit()
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setFrameShape(QFrame.Shape.NoFrame)
        text.setAccessibleName(label)
        text.document().setDocumentMargin(16)
        self._pages[key] = text
        self._write(key, text)
        item = self._items.get(key)
        self._tabs.addTab(text, _label(label, int(item is not None and bool(item.doubts))))

    def _write(self, key: str, page: QTextEdit) -> None:
        """Write a text as it will be; paragraphs that stand otherwise by now are lit."""
        stood = set(self._review.base.paragraphs(key))
        new = QTextCharFormat()
        new.setBackground(theme_of(page.palette()).inherited.ground)
        page.clear()
        cursor = QTextCursor(page.document())
        is_opened = not self._review.base.organ and not stood
        for number, paragraph in enumerate(self._document.report.paragraphs(key)):
            if number:
                cursor.insertBlock()
            is_new = paragraph not in stood and not is_opened
            cursor.insertText(paragraph, new if is_new else QTextCharFormat())

    def _has_words(self, key: str) -> bool:
        return key in self._items or bool(self._review.base.texts.get(key))

    def _choose(self, key: str) -> None:
        if key:
            self.cell_chosen.emit(key)


_HERE = {"cell", "words"}


def _label(tab: str, doubtful: int) -> str:
    return f"{tab} {SHAPES['warning']}{doubtful}" if doubtful else tab
