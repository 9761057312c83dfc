"""The findings panel: findings by severity, filtered, gone to, accepted with a word of explanation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reportdesk.gui.findings.walk import Walk
from reportdesk.gui.look.theme import UNWRITTEN, MarkName

if TYPE_CHECKING:
    from reportdesk.checks.finding import Finding
    from reportdesk.document import Document
    from reportdesk.gui.findings.choice import Choice
    from reportdesk.gui.findings.model import FindingModel
    from reportdesk.gui.findings.overview import Overview
    from reportdesk.gui.findings.stops import Stop
    from reportdesk.gui.forms.findings import Ui_Findings

_GAP_PX = 4


class FindingsPanel(QWidget):
    """Lists a document's findings; `refresh` brings it up to date and never takes the focus.

    `overview` is what was looked at last; None without a document.
    """

    chosen = Signal(object)
    accept_asked = Signal(object)
    accept_all_asked = Signal(object)
    cells_asked = Signal(object)
    take_asked = Signal(object)
    sums_asked = Signal(object)
    tidy_asked = Signal()
    item_asked = Signal(object)
    agenda_asked = Signal()
    blank_asked = Signal()
    remarked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing until there is a document; nothing is made before."""
        super().__init__(parent)
        self._ui: Ui_Findings | None = None
        self._document: Document | None = None
        self.overview: Overview | None = None
        self._walk = Walk()

    @property
    def ui(self) -> Ui_Findings:
        """Return what `findings.ui` draws, made when it is first asked for."""
        self.make()
        assert self._ui is not None
        return self._ui

    @property
    def model(self) -> FindingModel:
        """Return the rows of the list."""
        self.make()
        return self._model

    def make(self) -> None:
        """Make what the panel shows, if that is not done yet: the first page is painted before."""
        if self._ui is None:
            # Late, as in `_connect`: the first screen is painted without it.
            from reportdesk.gui.forms.findings import Ui_Findings
            from reportdesk.gui.qt.widgets.made_late import show_what_was_made

            self._ui = Ui_Findings()
            self._ui.setupUi(self)
            self._connect()
            show_what_was_made(self)

    def _connect(self) -> None:
        from reportdesk.gui.findings.card_buttons import CardButtons
        from reportdesk.gui.findings.list_keys import ListKeys
        from reportdesk.gui.findings.model import FindingModel
        from reportdesk.gui.findings.next_step import NextStep
        from reportdesk.gui.findings.wanted import WantedFinding
        from reportdesk.gui.qt.widgets.wheel import guard_from_wheel
        from reportdesk.gui.qt.widgets.wrapping import WrapLayout

        WrapLayout(self.ui.chips, (self.ui.error, self.ui.warning, self.ui.hint, self.ui.unwritten), _GAP_PX)
        self._model = FindingModel(self)
        self.ui.list.setModel(self._model)
        self.ui.list.set_actions(self.ui.actions)
        self._buttons = CardButtons(self.ui, self)
        self._wanted = WantedFinding(self.ui, self)
        self._wanted.changed.connect(self._list_again)
        self.ui.list.clicked.connect(self._choose)
        self.ui.list.activated.connect(self._choose)
        self.ui.table.clicked.connect(lambda: self.cells_asked.emit(self.choice.cells))
        self.ui.take.clicked.connect(self.take_figures)
        self.ui.unfold.clicked.connect(lambda: self._unfold(not self.choice.is_unfolded))
        self.ui.list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.ui.jump.clicked.connect(lambda: self._choose(self.ui.list.currentIndex()))
        self.ui.accept.clicked.connect(self.accept_current)
        self.ui.first_blank.clicked.connect(self.blank_asked)
        self.ui.agenda.clicked.connect(self.agenda_asked)
        self._next = NextStep(self.ui.next_step, self)
        self._next.item_asked.connect(self.item_asked)
        self._next.agenda_asked.connect(self.agenda_asked)
        self.setFocusProxy(self.ui.list)
        guard_from_wheel(self)
        ListKeys(self.ui.list, lambda: self._choose(self.ui.list.currentIndex()), self._unfold)
        self.ui.list.viewport().setAutoFillBackground(False)

    def show_document(self, document: Document | None, pages: Mapping[str, str]) -> None:
        """List another document's findings, none for None; `pages` gives the tabs' labels by key."""
        self._document = document
        self.overview = None
        self._walk = Walk()
        if document is None and self._ui is None:
            return
        self.model.clear()
        self._wanted.show_pages(pages)
        self.refresh()

    def refresh(self) -> None:
        """Look at the document again and list its findings; what was chosen stays chosen."""
        if self._document is not None:
            from reportdesk.gui.findings.overview import Overview

            self.overview = Overview.of(self._document)
            self._list(self.overview)

    def _list(self, overview: Overview) -> None:
        current = self.current
        self._walk.note(self.model.open_findings, current)
        assert self._document is not None
        cards = [card for card in overview.cards if self._wanted.wants(card.severity or UNWRITTEN, card.tabs)]
        entries = [
            entry for entry in overview.entries if self._wanted.wants(entry.finding.severity, {entry.tab})
        ]
        self.model.show_findings(self._document.form, cards, entries)
        self.ui.list.setCurrentIndex(self.model.index_of(current) if current else QModelIndex())
        self._count(overview)
        self._next.show_agenda(overview.agenda)
        self._offer()

    def _list_again(self) -> None:
        if self.overview is not None:
            self._list(self.overview)

    @property
    def current(self) -> Finding | None:
        """Return the finding that is chosen in the list."""
        return self.model.finding(self.ui.list.currentIndex())

    @property
    def choice(self) -> Choice:
        """Return what is chosen."""
        from reportdesk.gui.findings.choice import Choice

        return Choice.of(self.model, self.ui.list.currentIndex())

    def step(self, by: int) -> Stop | None:
        """Choose the next (1) or previous (-1) of the cards listed, around the end; return where it leads.

        Where the one chosen before is settled by now, the walk goes on from its place.
        """
        finding = self._walk.step(self.model.open_findings, self.choice.head, by)
        return self.choose(finding) if finding is not None else None

    def choose(self, finding: Finding) -> Stop | None:
        """Choose the card of a finding; return where it leads, None where it is not listed."""
        self.ui.list.setCurrentIndex(self.model.index_of(finding))
        return self._next_stop(restart=True)

    def accept_current(self) -> None:
        """Ask for a word on the findings chosen, or take back the word given."""
        choice = self.choice
        if self._is_read_only:
            self.remarked.emit("这份报告只能看，不能改")
        elif choice.first is None:
            self.remarked.emit("先在问题栏里选一个问题，或按 F8 跳到一个")
        elif choice.is_missing_field:
            self.remarked.emit("这一项还没有填，填好就不再列出")
        elif len(choice.findings) == 1:
            self.accept_asked.emit(choice.first)
        else:
            self.accept_all_asked.emit(choice.findings)

    def take_figures(self) -> bool:
        """Ask that what is chosen takes the tables' figures, or its sum, or is tidied; tell if it can."""
        numbers, sums, tidies = self.choice.to_take, self._sums(), self.choice.can_be_tidied
        if numbers:
            self.take_asked.emit(numbers)
        elif sums:
            self.sums_asked.emit(sums)
        elif tidies:
            self.tidy_asked.emit()
        return bool(numbers or sums or tidies)

    def _next_stop(self, *, restart: bool = False) -> Stop | None:
        """Return where the choice leads: its first place, then one after the other, around the end."""
        stop = self._walk.next_stop(self.choice.stops, restart=restart)
        if stop is not None:
            self._offer()
        return stop

    def _sums(self) -> tuple[str, ...]:
        return self.choice.sums(self._document.contradicted) if self._document is not None else ()

    def _unfold(self, shown: bool) -> bool:
        """List the parts of the chosen card, or no longer; tell whether a card is chosen."""
        card = self.choice.card
        if card is not None and len(card.group.findings) > 1:
            self.model.unfold(card, shown)
            self.ui.list.setCurrentIndex(self.model.index_of(card.group.first))
            self._offer()
        return card is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of the next step as the new width has room for."""
        super().resizeEvent(event)
        if self._ui is not None:
            self._ui.next_row.activate()
            self._next.fit()

    def _count(self, overview: Overview) -> None:
        from reportdesk.gui.findings.peace import show_peace

        counts: dict[MarkName, int] = {UNWRITTEN: overview.unwritten()}
        counts.update(overview.counts().items())
        self._wanted.count(counts)
        hidden = sum(counts.values()) - len(self.model.open_findings)
        show_peace(self.ui, self.model, blank=overview.progress.blank, hidden=hidden)

    @property
    def _is_read_only(self) -> bool:
        return self._document is not None and self._document.is_read_only

    def _offer(self) -> None:
        """Show on the chosen card what can be done."""
        choice = self.choice
        ahead = self._walk.number_ahead(choice.stops)
        self._buttons.offer(choice, self._sums(), ahead, is_read_only=self._is_read_only)

    def _choose(self, index: QModelIndex) -> None:
        if self.model.finding(index) is not None:
            self.ui.list.setCurrentIndex(index)
            self.chosen.emit(self._next_stop())
        elif self.model.is_fold(index):
            self.model.fold()
