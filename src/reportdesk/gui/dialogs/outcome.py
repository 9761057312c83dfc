"""What was done, line by line: changes of a roll-over, notes of a file that was read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.gui.forms.outcome import Ui_Outcome


class OutcomeDialog(QDialog):
    """Lists what a clerk should know before going on."""

    def __init__(self, title: str, lead: str, lines: Iterable[str], parent: QWidget | None = None) -> None:
        """List `lines` under a sentence."""
        super().__init__(parent)
        self.ui = Ui_Outcome()
        self.ui.setupUi(self)
        self.setWindowTitle(title)
        self.ui.lead.setText(lead)
        self.ui.list.addItems(list(lines))
        self.ui.list.setVisible(self.ui.list.count() > 0)


def tell_outcome(parent: QWidget, title: str, lead: str, lines: Iterable[str]) -> None:
    """List what was done, and wait until it is read."""
    dialog = OutcomeDialog(title, lead, lines, parent)
    dialog.exec()
    dialog.deleteLater()
