"""What belongs here: the form's help for the row, column and section where one stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from reportdesk.form.model import Form
    from reportdesk.gui.forms.guidance import Ui_Guidance

_NOTHING = "这里没有单独的说明。"


class Guidance(QWidget):
    """Shows help beside the work; it never takes the focus."""

    closed = Signal()
    manual_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet; nothing is made before it is opened."""
        super().__init__(parent)
        self._text = ""
        self._ui: Ui_Guidance | None = None

    @property
    def ui(self) -> Ui_Guidance:
        """Return what `guidance.ui` draws, made when it is first asked for."""
        self.make()
        assert self._ui is not None
        return self._ui

    def make(self) -> None:
        """Make what it shows, if that is not done yet: best before it is in view."""
        if self._ui is None:
            # Late: the first screen is painted without it.
            from reportdesk.gui.forms.guidance import Ui_Guidance

            self._ui = Ui_Guidance()
            self._ui.setupUi(self)
            self._connect(self._ui)

    def _connect(self, ui: Ui_Guidance) -> None:
        ui.text.viewport().setAutoFillBackground(False)
        self.setFocusProxy(ui.text)
        ui.close.clicked.connect(self.closed)
        ui.manual.clicked.connect(self.manual_asked)

    def explain(self, form: Form, keys: Sequence[str], place: str) -> None:
        """Show the help texts of some keys, the nearest first, under the place's name."""
        texts = [form.guidance[key] for key in keys if key in form.guidance]
        self.ui.heading.setText(place)
        text = "\n\n---\n\n".join(map(_keep_lines, texts)) or _NOTHING
        if text != self._text:
            self._text = text
            self.ui.text.setMarkdown(text)
            self._go_to_top()

    def showEvent(self, event: QShowEvent) -> None:
        """Open at the top, however far it was read before."""
        super().showEvent(event)
        self._go_to_top()

    def _go_to_top(self) -> None:
        self.ui.text.moveCursor(QtGui.QTextCursor.MoveOperation.Start)
        self.ui.text.verticalScrollBar().setValue(0)


def _keep_lines(text: str) -> str:
    """Return a help text whose single line ends are kept by Markdown."""
    return "  \n".join(text.split("\n"))
