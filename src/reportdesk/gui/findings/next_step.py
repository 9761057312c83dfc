"""The button above the findings that says what to do now, and does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from reportdesk.agenda import Agenda

_MARGIN_PX = 32


class NextStep(QObject):
    """Words a button by an agenda; `item_asked` says what is to be done, `agenda_asked` that all is."""

    item_asked = Signal(object)
    agenda_asked = Signal()

    def __init__(self, button: QPushButton, parent: QObject | None = None) -> None:
        """Use a button."""
        super().__init__(parent)
        self._button = button
        self._agenda: Agenda | None = None
        button.clicked.connect(self._take)

    def show_agenda(self, agenda: Agenda) -> None:
        """Say what to do now."""
        self._agenda = agenda
        item = agenda.next
        part = next((part.name for part in agenda.parts if item and part.key == item.part), "")
        words = f"下一步：{part}，{item.words}" if item else "都写好了，可以预览、导出"
        self._button.setToolTip(words)
        self._button.setAccessibleName(words)
        self.fit()

    def fit(self) -> None:
        """Say as much as there is room for, where to go at least; the tip and the name say all."""
        words, room = self._button.accessibleName(), self._button.width() - _MARGIN_PX
        metrics = self._button.fontMetrics()
        if metrics.horizontalAdvance(words) > room:
            words = words.partition("，")[0]
        self._button.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))

    def _take(self) -> None:
        item = self._agenda.next if self._agenda else None
        if item is not None:
            self.item_asked.emit(item)
        else:
            self.agenda_asked.emit()
