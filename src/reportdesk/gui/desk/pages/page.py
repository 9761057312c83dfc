"""What every tab of the open report is."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.document import Document
    from reportdesk.gui.editor.last_text import LastText
    from reportdesk.gui.editor.section_editor import SectionEditor
    from reportdesk.gui.grid import TableView


class Page(QWidget):
    """What every tab is: a part of the report that can be gone to, with words for where one stands."""

    remarked = Signal(str)
    place_changed = Signal()
    chosen_summed = Signal(str)
    guidance_asked = Signal()
    nil_asked = Signal()
    nil_declined = Signal()
    sentence_asked = Signal()

    def __init__(self, document: Document, key: str, label: str, parent: QWidget | None = None) -> None:
        """Belong to a document; `key` is the section's, `label` what the tab says."""
        super().__init__(parent)
        self.document = document
        self.key = key
        self.label = label
        self.setAccessibleName(label)
        # The focus never rests here, but Qt keeps together for Tab only what takes it and has a proxy inside.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.editor: SectionEditor | None = None
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

    def show_finding(self, finding: Finding) -> None:
        """Go to the place of a finding; rings around cells are the desk's work."""
        if finding.span is not None and self.editor is not None:
            self.go_to_text(*finding.span)
        else:
            self.begin()

    def go_to_cell(self, key: str) -> None:
        """Go to a cell of this page."""
        raise NotImplementedError

    def go_to_unconfirmed(self) -> None:
        """Go to the first cell or paragraph that came from last year and that nobody has confirmed."""
        report = self.document.report
        cells = self.document.form.cells_of(self.table_key) if self.table_key else ()
        key = next((cell.key for cell in cells if cell.key in report.unconfirmed), "")
        if key:
            self.go_to_cell(key)
            return
        start = 0
        section = self.editor.section if self.editor is not None else ""
        for paragraph in report.paragraphs(section):
            if report.is_inherited(section, paragraph):
                self.go_to_text(start, start + len(paragraph))
                return
            start += len(paragraph) + 1
        self.begin()

    def go_to_text(self, start: int, end: int) -> None:
        """Choose a stretch of this page's words."""
        if self.editor is not None:
            self.show_words(True)
            self.editor.setFocus()
            self.editor.select_span(start, end)

    def show_text_menu(self, place: QPoint) -> None:
        """Offer, at a place of the screen, what can be done with the words at the caret."""
        from reportdesk.gui.editor.menu import show_text_menu

        if self.editor is not None:
            show_text_menu(self.editor, place)

    def offer_nil(self, shown: bool) -> None:
        """Offer, or no longer, to say in one step that there was nothing this year."""

    def offer_beginning(self) -> None:
        """Offer, while nobody has written here, what the section may begin with."""

    def tell_chosen(self) -> None:
        """Tell what several chosen cells are in all; a page without a table has none."""
        self.chosen_summed.emit("")

    def light(self, keys: Collection[str]) -> None:
        """Ring those of some cells that stand here, and no others."""

    def set_show_last_year(self, shown: bool) -> None:
        """Show or hide last year's figures."""

    def show_words(self, shown: bool) -> None:
        """Show or hide words that stand beside a table."""

    @property
    def has_words_shown(self) -> bool:
        """Tell whether the page's words are in view."""
        return self.editor is not None and not self.editor.isHidden()

    def finish_editing(self) -> bool:
        """Commit what is being typed; False if it was refused."""
        return self.table.finish_editing() if self.table is not None else True

    def keep_typed(self) -> str:
        """Commit what is being typed where nobody can be asked; return what no place could take."""
        if self.table is not None:
            return self.table.keep_typed()
        self.finish_editing()
        return ""

    def set_zoom(self, percent: int) -> None:
        """Show the page at a zoom (100 is as designed)."""
        for part in (self.table, self.editor, self.last_text):
            if part is not None:
                part.set_zoom(percent)
