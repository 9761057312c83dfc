"""The clerk's word on a finding."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.checks.finding import Finding
from reportdesk.gui.forms.note import Ui_Note


class NoteDialog(QDialog):
    """Asks why a finding is right as it stands; without a word it cannot be accepted."""

    def __init__(
        self, finding: Finding, parent: QWidget | None = None, *, others: int = 0, lapsed: str = ""
    ) -> None:
        """Ask about a finding and `others` that share its cause; `lapsed` is the word given before."""
        super().__init__(parent)
        self.ui = Ui_Note()
        self.ui.setupUi(self)
        more = f"\n连同牵连的 {others} 处，一并说明。" if others else ""
        before = "\n原来的说明已失效，请看还对不对。" if lapsed else ""
        self.ui.message.setText(f"{finding.message}{more}{before}")
        self.ui.note.textChanged.connect(lambda: self.ui.ok.setEnabled(bool(self.note)))
        self.ui.note.setPlainText(lapsed)
        self.ui.note.selectAll()
        self.ui.ok.setEnabled(bool(self.note))
        self.ui.note.installEventFilter(self)
        self.ui.note.setFocus()

    @property
    def note(self) -> str:
        """Return what was written."""
        return self.ui.note.toPlainText().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Enter give the word; Enter alone begins a line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.ui.ok.click()
                return True
        return super().eventFilter(watched, event)
