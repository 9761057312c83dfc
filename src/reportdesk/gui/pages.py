"""The tabs of a report that hold a section: a table with words on demand, or a narrative."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reportdesk.checks.finding import Finding
from reportdesk.document import Document
from reportdesk.form.model import Section
from reportdesk.form.place import place_of
from reportdesk.gui.grid import PasteReport, TableView
from reportdesk.gui.last_text import LastText
from reportdesk.gui.placeline import PlaceLine
from reportdesk.gui.text_editor import TextEditor


class Page(QWidget):
    """What every tab is: a part of the report that can be gone to, with words for where one stands."""

    told = Signal(str)
    place_changed = Signal()
    guidance_asked = Signal()

    def __init__(self, document: Document, key: str, label: str, parent: QWidget | None = None) -> None:
        """Belong to a document; `key` is the section's, `label` what the tab says."""
        super().__init__(parent)
        self.document = document
        self.key = key
        self.label = label
        self.editor: TextEditor | None = None
        self.table: TableView | None = None
        self.last_text: LastText | None = None

    def begin(self) -> None:
        """Put the focus where work begins."""
        self.setFocus()

    def guidance_keys(self) -> tuple[str, ...]:
        """Return the keys of the guidance for where one stands, the nearest first."""
        return (self.key,)

    @property
    def table_key(self) -> str:
        """Return the key of the page's table; empty where it has none."""
        return next((s.table for s in self.document.form.sections if s.key == self.key), "")

    @property
    def place_words(self) -> str:
        """Return in words where one stands."""
        return self.label

    def show_finding(self, finding: Finding) -> None:  # noqa: ARG002
        """Go to the place of a finding; rings around cells are the desk's work."""
        self.begin()

    def go_to_cell(self, key: str) -> None:
        """Go to a cell of this page."""
        raise NotImplementedError

    def go_to_text(self, start: int, end: int) -> None:
        """Choose a stretch of this page's words."""
        if self.editor is not None:
            self.show_words(True)
            self.editor.setFocus()
            self.editor.select_span(start, end)

    def show_words(self, shown: bool) -> None:
        """Show or hide words that stand beside a table."""

    @property
    def has_words_shown(self) -> bool:
        """Tell whether the page's words are in view."""
        return self.editor is not None and not self.editor.isHidden()

    def finish_editing(self) -> bool:
        """Commit what is being typed; False if it was refused."""
        return self.table.finish_editing() if self.table is not None else True

    def set_zoom(self, percent: int) -> None:
        """Show the page at a zoom (100 is as designed)."""
        for part in (self.table, self.editor, self.last_text):
            if part is not None:
                part.set_zoom(percent)


class NarrativePage(Page):
    """A section of words: its heading, the editor, last year's text beside it on demand."""

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Show a narrative section."""
        super().__init__(document, section.key, section.tab, parent)
        self.place = PlaceLine(document, section)
        self.editor = TextEditor(document, section.key)
        self.editor.setAccessibleName(section.heading)
        self.last_text = LastText(document, section.key)
        self.last_text.hide()
        _fill(self, self.place, _beside(self.editor, self.last_text))
        self.editor.noted.connect(self.told)
        self.editor.paragraph_changed.connect(self.last_text.follow)
        self.place.guidance_asked.connect(self.guidance_asked)
        self.place.say(section.heading)
        self.setFocusProxy(self.editor)

    @property
    def place_words(self) -> str:
        """Return the section's heading."""
        return self.place.words

    def show_finding(self, finding: Finding) -> None:
        """Choose the words that a finding is about."""
        start, end = finding.span or (0, 0)
        self.go_to_text(start, end)


class TablePage(Page):
    """A section with a table: the line that says where one stands, the grid, words below on demand."""

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Show a table section."""
        super().__init__(document, section.key, section.tab, parent)
        self.place = PlaceLine(document, section)
        self.table = TableView(document, section.table)
        self.editor = TextEditor(document, section.key)
        self.editor.setAccessibleName(f"{section.heading}：文字说明")
        self.editor.setPlaceholderText("表格以外的文字说明，印在表格下面；没有就不写")
        self.last_text = LastText(document, section.key)
        self.last_text.hide()
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(_beside(self.editor, self.last_text))
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 1)
        _fill(self, self.place, self._splitter)
        self.show_words(section.key in document.report.texts)
        self.place.guidance_asked.connect(self.guidance_asked)
        self.table.current_changed.connect(self._follow_cell)
        self.table.refused.connect(self.told)
        self.table.pasted.connect(self._tell_paste)
        self.editor.noted.connect(self.told)
        self.editor.paragraph_changed.connect(self.last_text.follow)
        self.setFocusProxy(self.table)
        self._follow_cell(self.table.current_key())

    def guidance_keys(self) -> tuple[str, ...]:
        """Return the keys of the current row's, column's and section's guidance."""
        cell = self.document.form.cells.get(self.current_key())
        here = (f"{cell.table}.{cell.row}", f"{cell.table}.{cell.column}") if cell else ()
        return (*here, self.key)

    def begin(self) -> None:
        """Put the focus into the table, on its first cell to fill where none was current."""
        assert self.table is not None
        self.table.setFocus()
        if not self.current_key():
            cells = self.document.form.cells_of(self.table_key)
            first = next((cell.key for cell in cells if not cell.is_derived), "")
            self.table.go_to(first)

    @property
    def place_words(self) -> str:
        """Return in words where the current cell stands."""
        return self.place.words

    def current_key(self) -> str:
        """Return the key of the current cell; empty while there is none."""
        assert self.table is not None
        return self.table.current_key()

    def go_to_cell(self, key: str) -> None:
        """Make a cell the current one."""
        assert self.table is not None
        self.table.setFocus()
        self.table.go_to(key)

    def show_finding(self, finding: Finding) -> None:
        """Go to a finding's first cell here, or choose its words."""
        here = [key for key in finding.cells if self.document.form.cells[key].table == self.table_key]
        if here:
            self.go_to_cell(here[0])
        elif finding.span:
            self.go_to_text(*finding.span)
        else:
            self.begin()

    def show_words(self, shown: bool) -> None:
        """Show or hide the words below the table."""
        self._splitter.widget(1).setVisible(shown)

    @property
    def has_words_shown(self) -> bool:
        """Tell whether the words below the table are in view."""
        return not self._splitter.widget(1).isHidden()

    def _follow_cell(self, key: str) -> None:
        place = place_of(self.document.form, key) if key else self.document.form.section(self.key).heading
        self.place.say(place, key)
        self.place_changed.emit()

    def _tell_paste(self, report: PasteReport) -> None:
        self.told.emit(report.summary)


def section_page(document: Document, section: Section) -> Page:
    """Return the page for a section of the document's form."""
    return NarrativePage(document, section) if section.is_narrative else TablePage(document, section)


def _fill(page: QWidget, *parts: QWidget) -> None:
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part, 1 if isinstance(part, QSplitter) else 0)


def _beside(editor: QWidget, last: QWidget) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(editor)
    splitter.addWidget(last)
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 1)
    return splitter
