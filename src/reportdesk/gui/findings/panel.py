"""The findings panel: findings by severity, filtered, gone to, accepted with a word of explanation."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reportdesk.gui.look.theme import MARKS, UNWRITTEN, MarkName

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
    item_asked = Signal(object)
    agenda_asked = Signal()
    blank_asked = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing until there is a document; nothing is made before."""
        super().__init__(parent)
        self._ui: Ui_Findings | None = None
        self._document: Document | None = None
        self.overview: Overview | None = None
        self._place = 0
        self._gone: tuple[str, int] = ("", -1)

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
        """Make what the panel shows, if that is not done yet: best before it is in view."""
        if self._ui is None:
            # Late, as in `_connect`: the first screen is painted without it.
            from reportdesk.gui.forms.findings import Ui_Findings

            self._ui = Ui_Findings()
            self._ui.setupUi(self)
            self._connect()

    def _connect(self) -> None:
        from reportdesk.gui.findings.chips import Chips
        from reportdesk.gui.findings.model import FindingModel
        from reportdesk.gui.findings.next_step import NextStep
        from reportdesk.gui.qt.widgets.wheel import guard_from_wheel
        from reportdesk.gui.qt.widgets.wrapping import WrapLayout

        WrapLayout(self.ui.chips, (self.ui.error, self.ui.warning, self.ui.hint, self.ui.unwritten), _GAP_PX)
        self._model = FindingModel(self)
        self.ui.list.setModel(self._model)
        self.ui.list.set_actions(self.ui.actions)
        self.setTabOrder(self.ui.list, self.ui.jump)
        for before, after in pairwise(self._buttons):
            self.setTabOrder(before, after)
        self._chips = Chips({name: getattr(self.ui, name) for name in MARKS}, self)
        self._chips.changed.connect(self._list_again)
        self.ui.list.clicked.connect(self._choose)
        self.ui.list.activated.connect(self._choose)
        self.ui.table.clicked.connect(self._go_to_table)
        self.ui.take.clicked.connect(self.take_figures)
        self.ui.unfold.clicked.connect(lambda: self._unfold(not self.choice.is_unfolded))
        self.ui.list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.ui.scope.activated.connect(lambda _: self._list_again())
        self.ui.jump.clicked.connect(lambda: self._choose(self.ui.list.currentIndex()))
        self.ui.accept.clicked.connect(self.accept_current)
        self.ui.first_blank.clicked.connect(self.blank_asked)
        self.ui.agenda.clicked.connect(self.agenda_asked)
        self._next = NextStep(self.ui.next_step, self)
        self._next.item_asked.connect(self.item_asked)
        self._next.agenda_asked.connect(self.agenda_asked)
        self.setFocusProxy(self.ui.list)
        guard_from_wheel(self)
        self.ui.list.installEventFilter(self)
        self.ui.list.viewport().setAutoFillBackground(False)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.ui.jump, self.ui.accept, self.ui.table, self.ui.take, self.ui.unfold

    def show_document(self, document: Document | None, pages: Mapping[str, str]) -> None:
        """List another document's findings, none for None; `pages` gives the tabs' labels by key."""
        self._document = document
        self.overview = None
        self._place, self._gone = 0, ("", -1)
        if document is None and self._ui is None:
            return
        self.model.clear()
        self.ui.scope.clear()
        self.ui.scope.addItem("所有页的问题", "")
        for key, label in pages.items():
            self.ui.scope.addItem(label, key)
        self.refresh()

    def refresh(self) -> None:
        """Look at the document again and list its findings; what was chosen stays chosen."""
        if self._document is not None:
            from reportdesk.gui.findings.overview import Overview

            self.overview = Overview.of(self._document)
            self._list(self.overview)

    def _list(self, overview: Overview) -> None:
        current = self.current
        if current in self.model.open_findings:
            self._place = self.model.open_findings.index(current)
        assert self._document is not None
        cards = [card for card in overview.cards if self._is_wanted(card.severity or UNWRITTEN, card.tabs)]
        entries = [
            entry for entry in overview.entries if self._is_wanted(entry.finding.severity, {entry.tab})
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
        order = self.model.open_findings
        if not order:
            return None
        current = self.choice.head
        place = order.index(current) if current in order else self._place - (by > 0)
        finding = order[(place + by) % len(order)]
        self.ui.list.setCurrentIndex(self.model.index_of(finding))
        return self._next_stop(restart=True)

    def choose(self, finding: Finding) -> Stop | None:
        """Choose the card of a finding; return where it leads, None where it is not listed."""
        self.ui.list.setCurrentIndex(self.model.index_of(finding))
        return self._next_stop(restart=True)

    def accept_current(self) -> None:
        """Ask for a word on the findings chosen, or take back the word given."""
        choice = self.choice
        if self._is_read_only:
            self.told.emit("这份报告只能看，不能改")
        elif choice.first is None:
            self.told.emit("先在问题栏里选一个问题，或按 F8 跳到一个")
        elif choice.is_missing_field:
            self.told.emit("这一项还没有填，填好就不再列出")
        elif len(choice.findings) == 1:
            self.accept_asked.emit(choice.first)
        else:
            self.accept_all_asked.emit(choice.findings)

    def take_figures(self) -> bool:
        """Ask that what is chosen takes the tables' figures, or a total its sum; tell whether it can."""
        numbers, sums = self.choice.to_take, self._sums()
        if numbers:
            self.take_asked.emit(numbers)
        elif sums:
            self.sums_asked.emit(sums)
        return bool(numbers or sums)

    def _next_stop(self, *, restart: bool = False) -> Stop | None:
        """Return where the choice leads: its first place, then one after the other, around the end."""
        stops = self.choice.stops
        if not stops:
            return None
        subject = stops[0].finding.subject
        before, number = self._gone
        number = 0 if restart or before != subject else (number + 1) % len(stops)
        self._gone = subject, number
        self._offer()
        return stops[number]

    def _go_to_table(self) -> None:
        if cells := self.choice.cells:
            self.cells_asked.emit(cells)

    def _sums(self) -> tuple[str, ...]:
        return self.choice.sums(self._document.contradicted) if self._document is not None else ()

    def _unfold(self, shown: bool) -> None:
        card = self.choice.card
        if card is not None and len(card.group.findings) > 1:
            self.model.unfold(card, shown)
            self.ui.list.setCurrentIndex(self.model.index_of(card.group.first))
            self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of the next step as the new width has room for."""
        super().resizeEvent(event)
        if self._ui is not None:
            self._ui.next_row.activate()
            self._next.fit()

    def _is_wanted(self, name: MarkName, tabs: Collection[str]) -> bool:
        scope = self.ui.scope.currentData()
        return self._chips.wants(name) and (not scope or scope in tabs)

    def _count(self, overview: Overview) -> None:
        counts: dict[MarkName, int] = {UNWRITTEN: overview.unwritten()}
        counts.update(overview.counts().items())
        self._chips.count(counts)
        hidden = sum(counts.values()) - len(self.model.open_findings)
        blank = overview.progress.blank
        peace = "" if self.model.open_findings else _peace(blank, hidden)
        self.ui.peace.setText(peace)
        self.ui.peace_box.setVisible(bool(peace))
        self.ui.peace_sign.setVisible(not hidden)
        self.ui.list.setVisible(not peace or bool(self.model.accepted))
        self.ui.first_blank.setVisible(bool(blank) and not hidden)

    @property
    def _is_read_only(self) -> bool:
        return self._document is not None and self._document.is_read_only

    def _offer(self) -> None:
        """Show on the chosen card what can be done; a button that goes leaves the focus to the list."""
        had_focus = self._button_in_use
        choice, (subject, number) = self.choice, self._gone
        stops, numbers, sums = choice.stops, choice.to_take, self._sums()
        is_there = len(stops) > 1 and stops[0].finding.subject == subject
        self.ui.jump.setText(f"下一处 {(number + 1) % len(stops) + 1}/{len(stops)}" if is_there else "跳转")
        self.ui.accept.setText("取消接受" if choice.is_accepted else "接受并说明…")
        self.ui.accept.setHidden(choice.is_missing_field)
        self.ui.table.setVisible(bool(choice.cells) and not choice.is_accepted)
        self.ui.take.setVisible(bool(numbers or sums) and not choice.is_accepted)
        self.ui.take.setText("采用表中数字" if numbers else "采用合计")
        for button in (self.ui.accept, self.ui.take):
            button.setEnabled(not self._is_read_only)
        self.ui.unfold.setVisible(bool(choice.others))
        self.ui.unfold.setText("收起" if choice.is_unfolded else f"逐处列出（{choice.others + 1}）")
        if had_focus and not self._button_in_use:
            self.ui.list.setFocus()
        self.ui.list.scheduleDelayedItemsLayout()

    @property
    def _button_in_use(self) -> bool:
        return self.window().focusWidget() in self._buttons

    def _choose(self, index: QModelIndex) -> None:
        if self.model.finding(index) is not None:
            self.ui.list.setCurrentIndex(index)
            self.chosen.emit(self._next_stop())
        elif self.model.is_fold(index):
            self.model.fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Let Enter and Space go to the finding chosen, the arrows list the parts of a card."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
            if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._choose(self.ui.list.currentIndex())
                return True
            if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self.choice.card is not None:
                self._unfold(event.key() == Qt.Key.Key_Right)
                return True
        return False


def _peace(blank: int, hidden: int) -> str:
    if hidden:
        return f"这里没有问题，另有 {hidden} 个问题没有列出。"
    return f"没有发现问题。还有 {blank} 格空着。" if blank else "没有发现问题，所有格子都填好了。"
