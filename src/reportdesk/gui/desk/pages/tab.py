"""A tab of a report that is shown: what it is called, and its page, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from reportdesk.gui.desk.pages.page import Page


class Tab(QWidget):
    """The room of one page, known by key and label; whoever asks for the page has it made.

    Most of a report's pages are not looked at while it is open once: a window is there sooner without them.
    """

    #: The page is there now: what the pages before it were told, it is to be told too, before it is seen.
    made = Signal(object)

    def __init__(self, key: str, label: str, make: Callable[[], Page]) -> None:
        """Stand for a part of a report; `key` is the section's, `label` what the tab says."""
        super().__init__()
        self.key, self.label = key, label
        self._make = make
        self._page: Page | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> Page:
        """Return the page."""
        self.make()
        assert self._page is not None
        return self._page

    @property
    def made_page(self) -> Page | None:
        """Return the page if anybody asked for it so far: one that is made later shows what is so then."""
        return self._page

    def make(self) -> None:
        """Make the page, if that is not done yet."""
        if self._page is None:
            self._page = self._make()
            self._column.addWidget(self._page)
            self.made.emit(self._page)
            # The layout, which comes a turn of the event loop later, finds it at its size.
            self._page.setGeometry(self.rect())
            self._page.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the page there before Qt looks for where the focus goes."""
        super().showEvent(event)
        self.make()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the focus for the next page: it would wander on to the findings, and choose one."""
        super().hideEvent(event)
        focus = self.window().focusWidget()
        if self.isAncestorOf(focus) and not event.spontaneous():
            focus.clearFocus()
