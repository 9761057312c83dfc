"""The tabs of the open report and the page of what is still to do, one of them in view."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from reportdesk.gui.desk.pages.tab import Tab
from reportdesk.gui.desk.tabs import TabBar
from reportdesk.gui.qt.keyboard.composing import finish_composing

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.gui.desk.begin.agenda_page import AgendaPage
    from reportdesk.gui.desk.pages.page import Page

ZOOMS = (75, 90, 100, 110, 125, 150, 175, 200)


class Tabbed(QObject):
    """Knows which tab is in view, turns to others, rings cells and zooms."""

    place_changed = Signal()
    zoomed = Signal(int)

    def __init__(self, work: QStackedWidget, tabs: QTabWidget) -> None:
        """Use a stack that holds a tab widget."""
        super().__init__(tabs)
        self._work = work
        self._tab_widget = tabs
        self._agenda: AgendaPage | None = None
        self._bar = TabBar(tabs)
        tabs.setTabBar(self._bar)
        tabs.installEventFilter(self)
        self.document: Document | None = None
        self.zoom = 100
        self._lit: Collection[str] = ()
        self._lit_for = ""
        self._shows_last_year = True
        tabs.currentChanged.connect(lambda _: self.place_changed.emit())
        # Qt would put the focus on the first button of the page, or leave it on the tab.
        self._bar.clicked_on.connect(lambda _: self.begin())

    @property
    def agenda(self) -> AgendaPage:
        """Return the page of what is still to do, made when it is first asked for."""
        if self._agenda is None:
            # Late: the first screen shows none.
            from reportdesk.gui.desk.begin.agenda_page import AgendaPage

            self._agenda = AgendaPage()
            self._work.addWidget(self._agenda)
            self._connect_agenda(self._agenda)
        return self._agenda

    def _connect_agenda(self, agenda: AgendaPage) -> None:
        """Pass on what is asked for on the page of what is still to do."""
        agenda.part_chosen.connect(self.go_to_part)

    @property
    def tabs(self) -> list[Tab]:
        """Return the tabs in order; each makes its page when it is asked for it."""
        widgets = (self._tab_widget.widget(number) for number in range(self._tab_widget.count()))
        return [widget for widget in widgets if isinstance(widget, Tab)]

    @property
    def page(self) -> Page | None:
        """Return the page in view; None while what is still to do is."""
        widget = None if self.shows_agenda else self._tab_widget.currentWidget()
        return widget.page if isinstance(widget, Tab) else None

    @property
    def made_pages(self) -> list[Page]:
        """Return the pages made so far, which all show what is told here; `_take_in` tells it the others."""
        return [tab.made_page for tab in self.tabs if tab.made_page is not None]

    def _take_in(self, page: Page) -> None:
        """Have a new page show what those before it were told; Tab leads there from the tabs."""
        QWidget.setTabOrder(self._bar, page)
        page.set_zoom(self.zoom)
        page.set_show_last_year(self._shows_last_year)
        page.light(self._lit)

    @property
    def shows_agenda(self) -> bool:
        """Tell whether what is still to do is in view."""
        return self._agenda is not None and self._work.currentWidget() is self._agenda

    def turn_to(self, number: int) -> None:
        """Show a tab by its number from 0 and put the focus where work begins."""
        if number < len(self.tabs):
            self.show_tabs()
            self._tab_widget.setCurrentIndex(number)
            self.begin()

    def begin(self) -> None:
        """Put the focus where work begins on the page in view."""
        if self.page is not None:
            self.page.begin()

    def step_tab(self, by: int) -> None:
        """Show the next (1) or previous (-1) tab; at the ends, and with a refused figure, it stays."""
        number = self._tab_widget.currentIndex() + by
        if 0 <= number < len(self.tabs) and self.finish_editing():
            self.turn_to(number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the tabs share a new width."""
        if event.type() == QEvent.Type.Resize:
            self._bar.set_room(self._tab_widget.width())
        return super().eventFilter(watched, event)

    def go_to_part(self, key: str) -> None:
        """Turn to a part of the report."""
        self.show_page(key).begin()

    def show_tabs(self) -> None:
        """Show the tabs in the place of what is still to do."""
        if self.shows_agenda:
            self._work.setCurrentWidget(self._tab_widget)
            self.place_changed.emit()

    def show_page(self, key: str) -> Page:
        """Show the tab of a part and return it; raise StopIteration where there is none."""
        tab = next(tab for tab in self.tabs if tab.key == key)
        self.show_tabs()
        self._tab_widget.setCurrentWidget(tab)
        return tab.page

    def light(self, keys: Sequence[str], subject: str = "") -> None:
        """Ring some cells; where they are a finding's, only as long as that is open."""
        self._lit, self._lit_for = tuple(keys), subject
        for page in self.made_pages:
            page.light(self._lit)

    def set_show_last_year(self, shown: bool) -> None:
        """Show or hide last year's figures on all pages."""
        self._shows_last_year = shown
        for page in self.made_pages:
            page.set_show_last_year(shown)

    def finish_editing(self) -> bool:
        """Commit what is being typed; False if it was refused and stays open."""
        finish_composing()
        return self.page.finish_editing() if self.page is not None else True

    def keep_typed(self) -> str:
        """Commit what is being typed where nobody can be asked; return what no place could take."""
        finish_composing()
        return self.page.keep_typed() if self.page is not None else ""

    def set_zoom(self, percent: int) -> None:
        """Show all tabs at a zoom."""
        self.zoom = percent
        for page in self.made_pages:
            page.set_zoom(percent)
        self.zoomed.emit(percent)

    def step_zoom(self, by: int) -> None:
        """Zoom in (1) or out (-1) by one step."""
        place = min(range(len(ZOOMS)), key=lambda number: abs(ZOOMS[number] - self.zoom))
        self.set_zoom(ZOOMS[min(max(place + by, 0), len(ZOOMS) - 1)])
