"""No requests and no disputes this year: what it will do, before it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.gui.forms.nil_report import Ui_NilReport
from reportdesk.prose.sentences.nil import Nil


class NilReportDialog(QDialog):
    """Lists what one step will fill in and write; accepted, it is wanted so."""

    def __init__(self, nil: Nil, parent: QWidget | None = None) -> None:
        """Show what an edit will do."""
        super().__init__(parent)
        self.ui = Ui_NilReport()
        self.ui.setupUi(self)
        self.ui.list.addItems(nil.done)
        self.ui.ok.setFocus()
