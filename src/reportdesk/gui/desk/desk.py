"""The open report on the screen: its tabs with badges, the findings beside, what is still to do."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget

from reportdesk.gui.desk.ways import Ways
from reportdesk.gui.qt.listen import listen

if TYPE_CHECKING:
    from reportdesk.agenda import Task
    from reportdesk.document import Changed, Document
    from reportdesk.gui.desk.begin.agenda_page import AgendaPage
    from reportdesk.gui.desk.pages.page import Page
    from reportdesk.gui.findings.overview import Overview
    from reportdesk.gui.findings.panel import FindingsPanel


class Desk(Ways):
    """Shows one document in a tab widget and a findings panel, and keeps both up to date."""

    remarked = Signal(str)
    refreshed = Signal()
    #: What several chosen cells are in all; nothing where there are not several.
    chosen_summed = Signal(str)
    guidance_asked = Signal()
    nil_asked = Signal()
    sentence_asked = Signal()
    preview_asked = Signal()
    export_asked = Signal()
    roll_on_asked = Signal()

    def __init__(self, work: QStackedWidget, tabs: QTabWidget, panel: FindingsPanel) -> None:
        """Use a stack with a tab widget, and a panel, for whatever document is shown."""
        super().__init__(work, tabs)
        self._panel = panel
        self._is_nil_declined = self._is_nil_offered = self._is_examined = False
        # What an edit changes is told at once to the grids; counts and lists may wait for a free moment.
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._catch_up)
        tabs.currentChanged.connect(lambda _: self._tell_chosen())
        work.currentChanged.connect(lambda _: self._tell_chosen())
        panel.chosen.connect(self.go_to_stop)
        panel.cells_asked.connect(self.go_to_cells)
        panel.remarked.connect(self.remarked)
        panel.blank_asked.connect(self.go_to_first_blank)
        panel.item_asked.connect(self.go_to_item)
        panel.agenda_asked.connect(self.show_agenda)

    def _connect_agenda(self, agenda: AgendaPage) -> None:
        super()._connect_agenda(agenda)
        agenda.item_chosen.connect(self.go_to_item)
        agenda.nil_asked.connect(self.nil_asked)
        agenda.left.connect(lambda: self.show_agenda(False))
        agenda.preview_asked.connect(self.preview_asked)
        agenda.export_asked.connect(self.export_asked)
        agenda.roll_on_asked.connect(self.roll_on_asked)

    @property
    def is_current(self) -> bool:
        """Tell whether counts and lists show the document as it is."""
        return not self._refresh.isActive()

    def show_document(self, document: Document | None, key: str = "") -> None:
        """Show another document from the tab of a key on, or from its first; None clears the desk."""
        self.document = None
        self._work.setCurrentWidget(self._tab_widget)
        for tab in self.tabs:
            tab.deleteLater()
        self._tab_widget.clear()
        self._lit, self._lit_for = (), ""
        self._is_nil_declined = self._is_nil_offered = self._is_examined = False
        if document is None:
            self._panel.show_document(None, {})
            return
        self._add_tabs(document, key)
        if self._tab_widget.isVisible():
            # What is looked at first is painted before anything is checked.
            self._tab_widget.window().repaint()
        self.document = document
        listen(self, document, self._follow)
        self._panel.show_document(document, {tab.key: tab.label for tab in self.tabs})
        self._refresh.start()

    def _add_tabs(self, document: Document, key: str) -> None:
        from reportdesk.gui.desk.pages.all_pages import tabs_of

        tabs = tabs_of(document)
        first = next((tab for tab in tabs if tab.key == key), tabs[0])
        # The one that comes first is in view from then on; no other page is made.
        for tab in sorted(tabs, key=lambda tab: tab is not first):
            tab.made.connect(self._take_in)
            self._tab_widget.insertTab(tabs.index(tab), tab, tab.label)

    def refresh(self) -> None:
        """Bring badges and the findings panel up to date."""
        from reportdesk.gui.desk.pages.all_pages import badges

        self._refresh.stop()
        if self.document is None:
            return
        self._panel.refresh()
        overview = self._panel.overview
        for number, tab in enumerate(self.tabs):
            if overview is not None:
                self._bar.show_badges(
                    number, tab.label, badges(overview, tab.key), is_done=overview.is_done(tab.key)
                )
        self._put_out_rings()
        self._offer_nil()
        self._is_examined = True
        for page in self.made_pages:
            page.offer_beginning()
        if self.shows_agenda and overview is not None:
            self._show_agenda(overview)
        self.refreshed.emit()

    def _catch_up(self) -> None:
        """Go on examining, and bring all up to date once that is done; keys come in between."""
        from reportdesk.document import EXAMINING_SECONDS

        if self.document is not None and not self.document.examine(EXAMINING_SECONDS):
            self._refresh.start()
        else:
            self.refresh()

    def show_agenda(self, shown: bool = True) -> None:
        """Show what is still to do, or the report again."""
        if self.document is None or shown == self.shows_agenda or not self.finish_editing():
            return
        if shown:
            # Otherwise the focus would wander on to the findings, and choose one.
            self._work.window().setFocus()
            self._work.setCurrentWidget(self.agenda)
            self.refresh()
            self.agenda.begin()
        else:
            self.show_tabs()
            self.begin()
        self.place_changed.emit()

    def go_to_item(self, item: Task) -> None:
        """Go where something is still to be done."""
        assert self.document is not None
        finding = item.finding
        if finding is None:
            self.show_page(item.part).go_to_unconfirmed()
        elif stop := self._panel.choose(finding):
            self.go_to_stop(stop)
        else:
            self.go_to_finding(finding)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) finding."""
        self.refresh()
        stop = self._panel.step(by)
        if stop is None:
            self.remarked.emit("没有待处理的问题")
        else:
            self.go_to_stop(stop)

    def _take_in(self, page: Page) -> None:
        super()._take_in(page)
        page.remarked.connect(self.remarked)
        page.place_changed.connect(self.place_changed)
        page.chosen_summed.connect(self.chosen_summed)
        page.guidance_asked.connect(self.guidance_asked)
        page.nil_asked.connect(self.nil_asked)
        page.nil_declined.connect(self._decline_nil)
        page.sentence_asked.connect(self.sentence_asked)
        if page.editor is not None:
            page.editor.cells_asked.connect(self.go_to_cells)
            page.editor.accept_asked.connect(self._panel.accept_asked)
            page.editor.menu_asked.connect(page.show_text_menu)
        page.offer_nil(self._is_nil_offered)
        if self._is_examined:
            page.offer_beginning()

    def _tell_chosen(self) -> None:
        """Tell what is chosen on the page in view; what another page told is over."""
        if self.page is None:
            self.chosen_summed.emit("")
        else:
            self.page.tell_chosen()

    def _show_agenda(self, overview: Overview) -> None:
        from reportdesk.form.editions import proposed_year
        from reportdesk.prose.sentences.nil import was_nil

        assert self.document is not None
        report = self.document.report
        proposed = proposed_year(self.today)
        is_past = 0 < report.year < proposed and bool(report.cells or report.texts)
        next_year = proposed if is_past else None
        title = report.printed_title.replace("\n", "")
        self.agenda.show_agenda(overview.agenda, title, nil=self._is_nil_offered, next_year=next_year)
        self.agenda.say_of_last_year(self._is_nil_offered and was_nil(report))

    @property
    def today(self) -> date:
        """Return the day by which years are proposed and deadlines counted."""
        return datetime.now().astimezone().date()

    def _put_out_rings(self) -> None:
        assert self.document is not None
        open_ones = {finding.subject for finding in self.document.open_findings}
        if self._lit_for and self._lit_for not in open_ones:
            self.light(())

    def _offer_nil(self) -> None:
        # Late, as is all that reads words: the window is painted before.
        from reportdesk.prose.sentences.nil import may_be_nil

        assert self.document is not None
        self._is_nil_offered = not self._is_nil_declined and may_be_nil(self.document.report)
        for page in self.made_pages:
            page.offer_nil(self._is_nil_offered)

    def _decline_nil(self) -> None:
        self._is_nil_declined = True
        self._offer_nil()

    def _follow(self, changed: Changed) -> None:
        if changed.places or changed.findings:
            self._refresh.start()
