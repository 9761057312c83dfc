"""The open report on the screen: its tabs with badges, the findings beside, and every way to a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QTabWidget

from reportdesk.checks.finding import Finding
from reportdesk.document import EXAMINING_SECONDS, Changed, Document
from reportdesk.form.model import INTRO
from reportdesk.gui.desk.page import Page
from reportdesk.gui.desk.tabs import TabBar
from reportdesk.gui.findings.panel import FindingsPanel
from reportdesk.gui.findings.tab_of import BASICS, tab_of
from reportdesk.gui.qt.listen import listen
from reportdesk.report.edit import Change, Edit
from reportdesk.report.search import Hit

ZOOMS = (75, 90, 100, 110, 125, 150, 175, 200)


class Desk(QObject):
    """Shows one document in a tab widget and a findings panel, and keeps both up to date."""

    told = Signal(str)
    refreshed = Signal()
    place_changed = Signal()
    guidance_asked = Signal()
    zoomed = Signal(int)
    nil_asked = Signal()

    def __init__(self, tabs: QTabWidget, panel: FindingsPanel) -> None:
        """Use a tab widget and a panel for whatever document is shown."""
        super().__init__(tabs)
        self._tabs = tabs
        self._bar = TabBar(tabs)
        tabs.setTabBar(self._bar)
        tabs.installEventFilter(self)
        self._panel = panel
        self.document: Document | None = None
        self.zoom = 100
        self._is_nil_declined = False
        # What an edit changes is told at once to the grids; counts and lists may wait for a free moment.
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._catch_up)
        panel.chosen.connect(self.go_to_finding)
        panel.told.connect(self.told)
        panel.blank_asked.connect(self.go_to_first_blank)
        tabs.currentChanged.connect(self._turn)

    @property
    def pages(self) -> list[Page]:
        """Return the tabs in order."""
        widgets = (self._tabs.widget(number) for number in range(self._tabs.count()))
        return [widget for widget in widgets if isinstance(widget, Page)]

    @property
    def page(self) -> Page | None:
        """Return the tab in view."""
        widget = self._tabs.currentWidget()
        return widget if isinstance(widget, Page) else None

    @property
    def is_current(self) -> bool:
        """Tell whether counts and lists show the document as it is."""
        return not self._refresh.isActive()

    def show_document(self, document: Document | None) -> None:
        """Show another document from its first tab on; None clears the desk."""
        self.document = None
        for page in self.pages:
            page.deleteLater()
        self._tabs.clear()
        if document is None:
            self._panel.show_document(None, {})
            return
        for number, page in enumerate(_pages_of(document)):
            self._add(page)
            if number == 0 and self._tabs.isVisible():
                # What is looked at first is painted before the other tabs are built and anything is checked.
                self._tabs.window().repaint()
        self.document = document
        self._is_nil_declined = False
        listen(self, document, self._follow)
        self._panel.show_document(document, {page.key: page.label for page in self.pages})
        self._refresh.start()

    def refresh(self) -> None:
        """Bring badges and the findings panel up to date."""
        self._refresh.stop()
        if self.document is None:
            return
        self._panel.refresh()
        overview = self._panel.overview
        for number, page in enumerate(self.pages):
            self._bar.show_badges(number, page.label, overview.counts(page.key) if overview else {})
        self._offer_nil()
        self.refreshed.emit()

    def _catch_up(self) -> None:
        """Go on examining, and bring all up to date once that is done; keys come in between."""
        if self.document is not None and not self.document.examine(EXAMINING_SECONDS):
            self._refresh.start()
        else:
            self.refresh()

    def turn_to(self, number: int) -> None:
        """Show a tab by its number from 0 and put the focus where work begins."""
        if number < self._tabs.count():
            self._tabs.setCurrentIndex(number)
            self.pages[number].begin()

    def step_tab(self, by: int) -> None:
        """Show the next (1) or previous (-1) tab; at the ends, and with a refused figure, it stays."""
        number = self._tabs.currentIndex() + by
        if 0 <= number < self._tabs.count() and self.finish_editing():
            self.turn_to(number)

    def go_to_finding(self, finding: Finding) -> None:
        """Go to the place of a finding and light what it concerns; rings elsewhere go out."""
        assert self.document is not None
        self._light(finding.cells)
        page = self._show_page(tab_of(finding, self.document))
        page.show_finding(finding)

    def go_to_cells(self, keys: Sequence[str]) -> None:
        """Go to the first of some cells and light them all."""
        assert self.document is not None
        self._light(keys)
        table = self.document.form.cells[keys[0]].table
        self._show_page(self.document.form.section_of_table(table).key).go_to_cell(keys[0])

    def go_to_first_blank(self) -> None:
        """Go to the first cell that is still blank, if there is one."""
        assert self.document is not None
        form, figures = self.document.form, self.document.report.cells
        first = next(
            (cell for cell in form.cells.values() if not cell.is_derived and cell.key not in figures), None
        )
        if first is not None:
            self._show_page(form.section_of_table(first.table).key).go_to_cell(first.key)

    def go_to_hit(self, hit: Hit) -> None:
        """Go to a place that a search found."""
        assert self.document is not None
        if hit.key:
            table = self.document.form.cells[hit.key].table
            self._show_page(self.document.form.section_of_table(table).key).go_to_cell(hit.key)
        else:
            self._show_page(BASICS if hit.section == INTRO else hit.section).go_to_text(*hit.span)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) finding."""
        self.refresh()
        finding = self._panel.step(by)
        if finding is None:
            self.told.emit("没有待处理的问题")
        else:
            self.go_to_finding(finding)

    def show_step(self, step: Edit | None) -> None:
        """Turn to the tab where a step of undo changed something, unless it is in view already."""
        if self.document is None or step is None or not step.changes:
            return
        keys = {_page_of_change(change, self.document) for change in step.changes} - {""}
        if keys and self.page is not None and self.page.key not in keys:
            self._show_page(next(page.key for page in self.pages if page.key in keys)).begin()

    def finish_editing(self) -> bool:
        """Commit what is being typed; False if it was refused and stays open."""
        return self.page.finish_editing() if self.page is not None else True

    def set_zoom(self, percent: int) -> None:
        """Show all tabs at a zoom."""
        self.zoom = percent
        for page in self.pages:
            page.set_zoom(percent)
        self.zoomed.emit(percent)

    def step_zoom(self, by: int) -> None:
        """Zoom in (1) or out (-1) by one step."""
        place = min(range(len(ZOOMS)), key=lambda number: abs(ZOOMS[number] - self.zoom))
        self.set_zoom(ZOOMS[min(max(place + by, 0), len(ZOOMS) - 1)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the tabs share a new width."""
        if event.type() == QEvent.Type.Resize:
            self._bar.set_room(self._tabs.width())
        return super().eventFilter(watched, event)

    def _add(self, page: Page) -> None:
        page.told.connect(self.told)
        page.place_changed.connect(self.place_changed)
        page.guidance_asked.connect(self.guidance_asked)
        page.nil_asked.connect(self.nil_asked)
        page.nil_declined.connect(self._decline_nil)
        page.set_zoom(self.zoom)
        if page.editor is not None:
            page.editor.cells_asked.connect(self.go_to_cells)
            page.editor.accept_asked.connect(self._panel.accept_asked)
            page.editor.menu_asked.connect(page.show_text_menu)
        self._tabs.addTab(page, page.label)

    def _light(self, keys: Sequence[str]) -> None:
        assert self.document is not None
        cells = self.document.form.cells
        for page in self.pages:
            if page.table is not None:
                page.table.cells.light(key for key in keys if cells[key].table == page.table_key)

    def _show_page(self, key: str) -> Page:
        page = next(page for page in self.pages if page.key == key)
        self._tabs.setCurrentWidget(page)
        return page

    def _offer_nil(self) -> None:
        # Late, as is all that reads words: the window is painted before.
        from reportdesk.prose.sentences.offers import may_be_nil

        assert self.document is not None
        is_offered = not self._is_nil_declined and may_be_nil(self.document.report)
        for page in self.pages:
            page.offer_nil(is_offered)

    def _decline_nil(self) -> None:
        self._is_nil_declined = True
        self._offer_nil()

    def _turn(self) -> None:
        self.place_changed.emit()

    def _follow(self, changed: Changed) -> None:
        if changed.places or changed.findings:
            self._refresh.start()


def _pages_of(document: Document) -> Iterator[Page]:
    # Late: the first screen is painted before editors and grids are loaded, the first tab before grids.
    from reportdesk.gui.desk.basics import BasicsPage

    yield BasicsPage(document)
    from reportdesk.gui.desk.section_page import section_page

    for section in document.form.sections:
        yield section_page(document, section)


def _page_of_change(change: Change, document: Document) -> str:
    """Return the key of the tab that shows what changed; empty where no tab does."""
    match change.place:
        case ("cells" | "stated" | "invalid" | "unconfirmed", key):
            return document.form.section_of_table(document.form.cells[key].table).key
        case ("texts" | "inherited", key):
            return BASICS if key == INTRO else key
        case ("fields", _):
            return BASICS
    return ""
