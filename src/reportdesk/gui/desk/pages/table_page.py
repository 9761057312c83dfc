"""The tab of a section that has a table: the grid, its balance, words below on demand."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from reportdesk.checks.finding import Finding
from reportdesk.document import Document
from reportdesk.form.parts import Section
from reportdesk.form.place import place_of
from reportdesk.gui.desk.pages.arrangement import beside, stack
from reportdesk.gui.desk.pages.balance_strip import BalanceStrip
from reportdesk.gui.desk.pages.nil_offer import NilOffer
from reportdesk.gui.desk.pages.page import Page
from reportdesk.gui.desk.pages.place_line import PlaceLine
from reportdesk.gui.editor.last_text import LastText
from reportdesk.gui.editor.section_editor import SectionEditor
from reportdesk.gui.grid import PasteOutcome, TableView
from reportdesk.gui.grid.menu import table_menu
from reportdesk.gui.qt.keyboard.keys import with_key
from reportdesk.report.differences import sum_of_chosen
from reportdesk.report.facts import Facts


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
        self._splitter.addWidget(beside(self.editor, self.last_text))
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 1)
        self.nil_offer = NilOffer()
        self.nil_offer.asked.connect(self.nil_asked)
        self.nil_offer.declined.connect(self.nil_declined)
        self.balance = BalanceStrip(document, section.table, self)
        self.balance.chosen.connect(self.go_to_cell)
        stack(self, self.place, self.nil_offer, self._splitter, self.balance)
        self.show_words(section.key in document.report.texts)
        self.place.guidance_asked.connect(self.guidance_asked)
        self.table.current_changed.connect(self._follow_cell)
        self.table.cells.selected.connect(self.tell_chosen)
        self.table.refused.connect(self.remarked)
        self.table.pasted.connect(self._tell_paste)
        self.table.menu_asked.connect(self._show_menu)
        self.editor.remarked.connect(self.remarked)
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
        self.chosen_summed.emit(said)

    def light(self, keys: Collection[str]) -> None:
        """Ring those of some cells that stand in this table, and no others."""
        assert self.table is not None
        cells = self.document.form.cells
        self.table.cells.light(key for key in keys if cells[key].table == self.table_key)

    def set_show_last_year(self, shown: bool) -> None:
        """Show or hide last year's figures beside this year's."""
        assert self.table is not None
        self.table.set_show_last_year(shown)

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

        self.remarked.emit(outcome.summary)
        for earlier in self.window().findChildren(PastedDialog):
            earlier.close()
        if not outcome.is_whole:
            dialog = PastedDialog(self.document.form, outcome, self.window())
            dialog.chosen.connect(self.go_to_cell)
            dialog.show()
