"""Which findings are wanted in the list: those whose chip is pressed, of all pages or of one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reportdesk.gui.findings.chips import Chips
from reportdesk.gui.look.theme import MARKS, MarkName

if TYPE_CHECKING:
    from reportdesk.gui.forms.findings import Ui_Findings


class WantedFinding(QObject):
    """The chips and the choice of a page above the list; `changed` says that others are wanted now."""

    changed = Signal()

    def __init__(self, ui: Ui_Findings, parent: QObject) -> None:
        """Use what `findings.ui` draws."""
        super().__init__(parent)
        self._scope = ui.scope
        self._chips = Chips({name: getattr(ui, name) for name in MARKS}, self)
        self._chips.changed.connect(self.changed)
        self._scope.activated.connect(lambda _: self.changed.emit())

    def show_pages(self, pages: Mapping[str, str]) -> None:
        """Offer the pages of a document, their labels by key; all are wanted at first."""
        self._scope.clear()
        self._scope.addItem("所有页的问题", "")
        for key, label in pages.items():
            self._scope.addItem(label, key)

    def wants(self, name: MarkName, tabs: Collection[str]) -> bool:
        """Tell whether what has a mark and concerns some tabs is listed."""
        scope = self._scope.currentData()
        return self._chips.wants(name) and (not scope or scope in tabs)

    def count(self, counts: Mapping[MarkName, int]) -> None:
        """Say how many there are of each mark."""
        self._chips.count(counts)
