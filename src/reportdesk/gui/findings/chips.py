"""The chips above the findings: how many there are of each mark, pressed while they are listed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolButton

from reportdesk.gui.look.theme import MARK_SHAPES, MARKS, MarkName


class Chips(QObject):
    """Counts by mark and filters by it; `changed` says that others are wanted now."""

    changed = Signal()

    def __init__(self, buttons: Mapping[MarkName, QToolButton], parent: QObject | None = None) -> None:
        """Use a button for each mark."""
        super().__init__(parent)
        self._buttons = buttons
        for name, button in buttons.items():
            button.setToolTip(f"显示或隐藏“{MARKS[name]}”")
            button.toggled.connect(lambda _: self.changed.emit())

    def wants(self, name: MarkName) -> bool:
        """Tell whether what has a mark is listed."""
        return self._buttons[name].isChecked()

    def count(self, counts: Mapping[MarkName, int]) -> None:
        """Say how many there are; a mark that nothing has is quiet."""
        for name, button in self._buttons.items():
            number = counts.get(name, 0)
            button.setText(f"{MARK_SHAPES[name]}{MARKS[name]} {number}")
            _set(button, "empty", is_so=not number)


def _set(button: QToolButton, name: str, *, is_so: bool) -> None:
    """Set a property that the style sheet looks at."""
    if button.property(name) != is_so:
        button.setProperty(name, is_so)
        button.style().unpolish(button)
        button.style().polish(button)
