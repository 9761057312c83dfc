"""The findings panel: findings by severity, filtered, gone to, accepted with a word of explanation."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from reportdesk.checks.finding import SEVERITIES, Finding
from reportdesk.document import Document
from reportdesk.form.checklist import SeverityName
from reportdesk.gui.findings.model import FindingModel
from reportdesk.gui.findings.overview import Entry, Overview
from reportdesk.gui.forms.findings import Ui_Findings
from reportdesk.gui.look.theme import severity_label
from reportdesk.gui.qt.wheel import guard_from_wheel


class FindingsPanel(QWidget):
    """Lists a document's findings; `refresh` brings it up to date and never takes the focus.

    `overview` is what was looked at last; None without a document.
    """

    chosen = Signal(object)
    accept_asked = Signal(object)
    blank_asked = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing until there is a document."""
        super().__init__(parent)
        self.ui = Ui_Findings()
        self.ui.setupUi(self)
        self._document: Document | None = None
        self.overview: Overview | None = None
        self.model = FindingModel(self)
        self.ui.list.setModel(self.model)
        self.ui.list.set_actions(self.ui.actions)
        self.setTabOrder(self.ui.list, self.ui.jump)
        self.setTabOrder(self.ui.jump, self.ui.accept)
        self._place = 0
        self._filters = {name: self._filter(name) for name in SEVERITIES}
        self.ui.list.clicked.connect(self._choose)
        self.ui.list.activated.connect(self._choose)
        self.ui.list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.ui.scope.activated.connect(lambda _: self._list_again())
        self.ui.jump.clicked.connect(lambda: self._choose(self.ui.list.currentIndex()))
        self.ui.accept.clicked.connect(self.accept_current)
        self.ui.first_blank.clicked.connect(self.blank_asked)
        self.setFocusProxy(self.ui.list)
        guard_from_wheel(self)
        self.ui.list.installEventFilter(self)
        self.ui.list.viewport().setAutoFillBackground(False)

    def show_document(self, document: Document | None, pages: Mapping[str, str]) -> None:
        """List another document's findings, none for None; `pages` gives the tabs' labels by key."""
        self._document = document
        self.overview = None
        self._place = 0
        self.model.clear()
        self.ui.scope.clear()
        self.ui.scope.addItem("所有页的问题", "")
        for key, label in pages.items():
            self.ui.scope.addItem(label, key)
        self.refresh()

    def refresh(self) -> None:
        """Look at the document again and list its findings; what was chosen stays chosen."""
        if self._document is not None:
            self.overview = Overview.of(self._document)
            self._list(self.overview)

    def _list(self, overview: Overview) -> None:
        current = self.current
        if current in self.model.open_findings:
            self._place = self.model.open_findings.index(current)
        self.model.show_findings([entry for entry in overview.entries if self._is_wanted(entry)])
        self.ui.list.setCurrentIndex(self.model.index_of(current) if current else QModelIndex())
        self._count(overview)
        self._offer()

    def _list_again(self) -> None:
        if self.overview is not None:
            self._list(self.overview)

    @property
    def current(self) -> Finding | None:
        """Return the finding that is chosen in the list."""
        return self.model.finding(self.ui.list.currentIndex())

    def step(self, by: int) -> Finding | None:
        """Choose the next (1) or previous (-1) open finding of those listed, around the end; None if none.

        Where the one chosen before is settled by now, the walk goes on from its place.
        """
        order = self.model.open_findings
        if not order:
            return None
        current = self.current
        place = order.index(current) if current in order else self._place - (by > 0)
        finding = order[(place + by) % len(order)]
        self.ui.list.setCurrentIndex(self.model.index_of(finding))
        return finding

    def accept_current(self) -> None:
        """Ask for a word on the finding chosen, or take back the word given."""
        if self._document is not None and self._document.is_read_only:
            self.told.emit("这份报告只能看，不能改")
        elif self.current is not None:
            self.accept_asked.emit(self.current)
        else:
            self.told.emit("先在问题栏里选一个问题，或按 F8 跳到一个")

    def _filter(self, name: SeverityName) -> QToolButton:
        button: QToolButton = getattr(self.ui, name)
        button.setToolTip(f"显示或隐藏“{SEVERITIES[name]}”")
        button.toggled.connect(lambda _: self._list_again())
        return button

    def _is_wanted(self, entry: Entry) -> bool:
        scope = self.ui.scope.currentData()
        return self._filters[entry.finding.severity].isChecked() and (not scope or scope == entry.tab)

    def _count(self, overview: Overview) -> None:
        counts = overview.counts()
        for name, button in self._filters.items():
            number = counts.get(name, 0)
            button.setText(f"{severity_label(name)} {number}")
            _mark(button, "empty", is_so=not number)
        hidden = sum(counts.values()) - len(self.model.open_findings)
        blank = overview.progress.blank
        peace = "" if self.model.open_findings else _peace(blank, hidden)
        self.ui.peace.setText(peace)
        self.ui.peace_box.setVisible(bool(peace))
        self.ui.peace_sign.setVisible(not hidden)
        self.ui.list.setVisible(not peace or bool(self.model.accepted))
        self.ui.first_blank.setVisible(bool(blank) and not hidden)

    def _offer(self) -> None:
        finding = self.current
        is_accepted = finding is not None and finding in self.model.accepted
        self.ui.accept.setText("取消接受" if is_accepted else "接受并说明…")
        self.ui.accept.setEnabled(self._document is None or not self._document.is_read_only)

    def _choose(self, index: QModelIndex) -> None:
        finding = self.model.finding(index)
        if finding is not None:
            self.chosen.emit(finding)
        elif self.model.is_fold(index):
            self.model.fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Let Enter and Space go to the finding chosen."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
            if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._choose(self.ui.list.currentIndex())
                return True
        return False


def _mark(button: QToolButton, name: str, *, is_so: bool) -> None:
    """Set a property that the style sheet looks at."""
    if button.property(name) != is_so:
        button.setProperty(name, is_so)
        button.style().unpolish(button)
        button.style().polish(button)


def _peace(blank: int, hidden: int) -> str:
    if hidden:
        return f"这里没有问题，另有 {hidden} 个问题没有列出。"
    return f"没有发现问题。还有 {blank} 格空着。" if blank else "没有发现问题，所有格子都填好了。"
