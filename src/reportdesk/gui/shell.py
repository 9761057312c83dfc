"""What commands may use of the window, declared, so that none of them knows the window itself."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QMainWindow

from reportdesk.document import Document
from reportdesk.gui.desk.desk import Desk
from reportdesk.gui.desk.guidance import Guidance
from reportdesk.gui.desk.status_bar import StatusBar
from reportdesk.gui.desk.welcome import Welcome
from reportdesk.gui.findings.panel import FindingsPanel
from reportdesk.gui.forms.main_window import Ui_MainWindow
from reportdesk.gui.qt.presence import Presences
from reportdesk.gui.qt.recent import RecentFiles
from reportdesk.gui.safekeeping.autosaver import Autosaver
from reportdesk.gui.safekeeping.file_hold import FileHold


class Shell(QMainWindow):
    """The open document and the parts around it; the window builds them and does what is declared here."""

    ui: Ui_MainWindow
    document: Document | None
    saved_at: datetime | None
    desk: Desk
    status: StatusBar
    findings_panel: FindingsPanel
    guidance: Guidance
    welcome: Welcome
    autosaver: Autosaver
    recent: RecentFiles
    presences: Presences

    def show_document(
        self, document: Document | None, saved_at: datetime | None = None, hold: FileHold | None = None
    ) -> None:
        """Show another document, or the first screen for None.

        `saved_at` is when its file was written, `hold` how that is held.
        """
        raise NotImplementedError

    def show_state(self) -> None:
        """Bring title, status bar and actions up to date."""
        raise NotImplementedError

    def show_findings(self, shown: bool) -> None:
        """Open or close the findings panel."""
        raise NotImplementedError

    def show_guidance(self, shown: bool) -> None:
        """Open or close the guidance beside the work; the focus stays where it is."""
        raise NotImplementedError

    def open_document(self, document: Document) -> bool:
        """Take the document's file and show it; False if the clerk would rather not."""
        raise NotImplementedError

    def open_beside(self, document: Document) -> None:
        """Show a document that was never saved in a window of its own."""
        raise NotImplementedError

    def may_leave(self, next_step: str) -> bool:
        """Tell whether the open report may go; `next_step` words what would follow (退出)."""
        raise NotImplementedError

    def save(self) -> bool:
        """Save the open report; tell whether it is saved."""
        raise NotImplementedError

    def save_as(self) -> bool:
        """Ask where to, and save there; tell whether it is saved."""
        raise NotImplementedError
