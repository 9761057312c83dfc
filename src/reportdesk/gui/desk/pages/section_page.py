"""The tabs of a report that hold a section: a table with words on demand, or a narrative."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reportdesk.checks.finding import Finding
from reportdesk.document import Document
from reportdesk.form.parts import Section
from reportdesk.form.place import place_of
from reportdesk.gui.desk.pages.balance_strip import BalanceStrip
from reportdesk.gui.desk.pages.nil_offer import NilOffer
from reportdesk.gui.desk.pages.page import Page
from reportdesk.gui.desk.pages.place_line import PlaceLine
from reportdesk.gui.desk.pages.section_start import SectionStart
from reportdesk.gui.editor.last_text import LastText
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.gui.grid import PasteOutcome, TableView
from reportdesk.gui.grid.menu import table_menu
from reportdesk.gui.qt.keyboard.keys import with_key
from reportdesk.report.differences import sum_of_chosen
from reportdesk.report.facts import Facts

#: Paragraphs begin two characters in.
_INDENT = "\u3000\u3000"


class NarrativePage(Page):
    """A section of words: its heading, the editor, last year's text beside it on demand."""

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Show a narrative section."""
        super().__init__(document, section.key, section.tab, parent)
        self.place = PlaceLine(document, section)
        self.editor = SectionEditor(document, section.key)
        self.editor.setAccessibleName(section.heading)
        self.last_text = LastText(document, section.key)
        self.last_text.hide()
        self.last_text.passage_asked.connect(self.go_to_text)
        self.start = SectionStart(len(section.subheads))
        self.start.begin_asked.connect(self._begin_section)
        self.start.sentence_asked.connect(self.sentence_asked)
        self.start.hide()
        _fill(self, self.place, self.start, _beside(self.editor, self.last_text))
        self.editor.told.connect(self.told)
        self.editor.paragraph_changed.connect(self.last_text.follow)
        self.editor.paragraph_changed.connect(lambda _: self._say_place())
        self.editor.marks.caret_told.connect(lambda _: self._say_place())
        self.place.guidance_asked.connect(self.guidance_asked)
        self.place.say(section.heading)
        self.setFocusProxy(self.editor)

    @property
    def place_words(self) -> str:
        """Return the section's heading, the paragraph, and what the words at the caret are marked for."""
        return self.place.words

    def _say_place(self) -> None:
        assert self.editor is not None
        number = self.editor.textCursor().blockNumber() + 1
        heading = self.document.form.section(self.key).heading
        said = (heading, f"第 {number} 段", self.editor.marks.said)
        self.place.say(" · ".join(filter(None, said)))

    def show_finding(self, finding: Finding) -> None:
        """Choose the words that a finding is about; where words are missing, stand behind what is there.

        What spans paragraphs is not chosen: the next key would take the place of them all.
        """
        start, end = finding.span or (0, 0)
        if finding.is_unwritten:
            start = end
        elif "\n" in self.document.report.texts.get(self.key, "")[start:end]:
            end = start
        self.go_to_text(start, end)

    def offer_beginning(self) -> None:
        """Offer, while nobody has written here, sub-headings and sentences; show an example in grey."""
        report = self.document.report
        is_blank = not report.texts.get(self.key, "").strip()
        self.start.setVisible(is_blank)
        if not is_blank:
            return
        # Late, as is all that reads words: the window is painted before.
        from reportdesk.prose.sentences.beginning import example_of, sentences_for
        from reportdesk.prose.sentences.offers import offers

        assert self.editor is not None
        self.editor.setPlaceholderText(_INDENT + example_of(report, self.key))
        figures = self.document.figures
        has_sentences = any(offer.section == self.key for offer in offers(report, figures))
        self.start.offer(len(sentences_for(report, figures, self.key)), has_sentences=has_sentences)

    def _begin_section(self) -> None:
        from reportdesk.prose.sentences.beginning import begin_section

        edit = begin_section(self.document.report, self.document.figures, self.key)
        if edit and self.editor is not None:
            self.document.apply(edit)
            self.told.emit("已放入小标题，可以撤销；在每个小标题下面接着写")
            first = self.document.report.texts[self.key].find("\n")
            self.go_to_text(first, first)


class TablePage(Page):
    """A section with a table: the line that says where one stands, the grid, words below on demand."""

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        """Show a table section."""
        super().__init__(document, section.key, section.tab, parent)
        self.place = PlaceLine(document, section)
        self.table = TableView(document, section.table)
        self.editor = SectionEditor(document, section.key)
        self.editor.setAccessibleName(f"{section.heading}：文字说明")
        self.editor.setPlaceholderText("表格以外的文字说明，印在表格下面；没有就不写")
        self.last_text = LastText(document, section.key)
        self.last_text.hide()
        self.last_text.passage_asked.connect(self.go_to_text)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(_beside(self.editor, self.last_text))
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 1)
        self.nil_offer = NilOffer()
        self.nil_offer.asked.connect(self.nil_asked)
        self.nil_offer.declined.connect(self.nil_declined)
        self.balance = BalanceStrip(document, section.table, self)
        self.balance.chosen.connect(self.go_to_cell)
        _fill(self, self.place, self.nil_offer, self._splitter, self.balance)
        self.show_words(section.key in document.report.texts)
        self.place.guidance_asked.connect(self.guidance_asked)
        self.table.current_changed.connect(self._follow_cell)
        self.table.cells.selected.connect(self.tell_chosen)
        self.table.refused.connect(self.told)
        self.table.pasted.connect(self._tell_paste)
        self.table.menu_asked.connect(self._show_menu)
        self.editor.told.connect(self.told)
        self.editor.paragraph_changed.connect(self.last_text.follow)
        self.setFocusProxy(self.table)
        self._follow_cell(self.table.cells.current_key())

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
        return self.table.cells.current_key()

    def go_to_cell(self, key: str) -> None:
        """Make a cell the current one."""
        assert self.table is not None
        self.table.setFocus()
        self.table.go_to(key)

    def show_finding(self, finding: Finding) -> None:
        """Go to a finding's first cell here, or choose its words."""
        here = [key for key in finding.cells if self.document.form.cells[key].table == self.table_key]
        if finding.span:
            self.go_to_text(*finding.span)
        elif here:
            self.go_to_cell(here[0])
        else:
            self.begin()

    def offer_nil(self, shown: bool) -> None:
        """Show the offer above a table that it would fill."""
        from reportdesk.prose.sentences.nil import nil_tables

        self.nil_offer.setVisible(shown and self.table_key in nil_tables(self.document.form))

    def tell_chosen(self) -> None:
        """Tell of several chosen cells how many have a figure, and what these add up to."""
        assert self.table is not None
        keys = self.table.cells.chosen_keys()
        said = ""
        if len(keys) > 1:
            facts = Facts(self.document.report, self.document.figures)
            total, filled = sum_of_chosen(facts, keys)
            said = f"选中 {len(keys)} 格 · 有数 {filled}"
            said += "" if total is None else f" · 合计 {total}"
        self.chosen_told.emit(said)

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

    def _show_menu(self, place: QPoint) -> None:
        assert self.table is not None
        menu = table_menu(self.table)
        menu.addAction(with_key("本格说明", "guidance"), self.guidance_asked.emit)
        menu.exec(place)
        menu.deleteLater()

    def _tell_paste(self, outcome: PasteOutcome) -> None:
        from reportdesk.gui.dialogs.pasted import PastedDialog

        self.told.emit(outcome.summary)
        for earlier in self.window().findChildren(PastedDialog):
            earlier.close()
        if not outcome.is_whole:
            dialog = PastedDialog(self.document.form, outcome, self.window())
            dialog.chosen.connect(self.go_to_cell)
            dialog.show()


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
