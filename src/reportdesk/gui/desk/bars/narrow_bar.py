"""A tool bar in a narrow window: its buttons give up their words before any of them vanishes behind a »."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QToolBar, QToolButton

_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICONS = Qt.ToolButtonStyle.ToolButtonIconOnly


class NarrowBar(QObject):
    """Watches a bar's width; the `keeping` buttons are the last to lose their words."""

    def __init__(self, bar: QToolBar, keeping: tuple[QToolButton, ...]) -> None:
        """Watch a bar that has all its buttons."""
        super().__init__(bar)
        self._bar = bar
        self._keeping = keeping
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the buttons to a new width."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Give every button its words where all have room, else from the first on to those that are kept."""
        buttons = self._buttons()
        for button in (*buttons, *self._keeping):
            button.setToolButtonStyle(_WORDS)
        for button in (*buttons, *self._keeping):
            if self._bar.sizeHint().width() <= self._bar.width():
                return
            button.setToolButtonStyle(_ICONS)

    def _buttons(self) -> list[QToolButton]:
        # Asked for the line between two buttons, the binding would make every kind of widget known first.
        actions = (action for action in self._bar.actions() if not action.isSeparator())
        widgets = map(self._bar.widgetForAction, actions)
        return [
            widget for widget in widgets if isinstance(widget, QToolButton) and widget not in self._keeping
        ]
