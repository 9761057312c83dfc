"""What commands may use of the window, declared, so that none of them knows the window itself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.gui.desk.bars.notices import Notices
    from reportdesk.gui.desk.bars.status_bar import StatusBar
    from reportdesk.gui.desk.begin.welcome import Welcome
    from reportdesk.gui.desk.desk import Desk
    from reportdesk.gui.desk.side.addends_pane import AddendsPane
    from reportdesk.gui.desk.side.guidance import Guidance
    from reportdesk.gui.desk.side.side import Side
    from reportdesk.gui.findings.panel import FindingsPanel
    from reportdesk.gui.forms.main_window import Ui_MainWindow
    from reportdesk.gui.qt.remembering.presence import Presences
    from reportdesk.gui.qt.remembering.recent import RecentFiles
    from reportdesk.gui.safekeeping.autosaver import Autosaver
    from reportdesk.gui.safekeeping.file_hold import FileHold
    from reportdesk.gui.safekeeping.file_watch import FileWatch


class Shell(QMainWindow):
    """The open document and the parts around it; the window builds them and does what is declared here."""

    ui: Ui_MainWindow
    document: Document | None
    saved_at: datetime | None
    desk: Desk
    status: StatusBar
    side: Side
    findings_panel: FindingsPanel
    guidance: Guidance
    addends: AddendsPane
    autosaver: Autosaver
    recent: RecentFiles
    presences: Presences
    notices: Notices
    file_watch: FileWatch

    @property
    def welcome(self) -> Welcome:
        """Return the first screen, made when it is first asked for."""
        raise NotImplementedError

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

    def open_path(self, path: Path) -> None:
        """Open a file of any kind; a collection's own file in a window 汇总."""
        raise NotImplementedError

    def open_document(self, document: Document) -> Shell | None:
        """Take the document's file and show it, here or in a window of its own; return that window.

        None if somebody else has the file and the clerk would rather not see it.
        """
        raise NotImplementedError

    def replace_document(self, document: Document) -> None:
        """Show another version of the file that is open here."""
        raise NotImplementedError

    def for_another(self) -> Shell:
        """Return the window where another report is shown: this one while it has none, else a new one."""
        raise NotImplementedError

    def open_paths(self) -> list[Path]:
        """Return the files that are open, in whichever window."""
        raise NotImplementedError

    def raise_showing(self, path: Path) -> bool:
        """Bring the window of a file of `open_paths` to the front; False if there is none."""
        raise NotImplementedError

    def is_last(self) -> bool:
        """Tell whether the program ends with this window."""
        raise NotImplementedError

    def open_window(self) -> None:
        """Open another window, on the first screen."""
        raise NotImplementedError

    def close_all(self) -> None:
        """Close every window of the program, each with its own question."""
        raise NotImplementedError

    def keep_and_let_go(self) -> None:
        """Take what is being typed, keep it in a snapshot and release the file, without a question."""
        raise NotImplementedError

    def may_leave(self, next_step: str) -> bool:
        """Tell whether the open report may go; `next_step` words what would follow (退出)."""
        raise NotImplementedError

    def agree(self, *, may_go: bool) -> None:
        """Remember that the report may go as it stands, or that this is to be asked again."""
        raise NotImplementedError

    def is_saving(self) -> bool:
        """Tell whether a save is under way, on a disk that takes its time."""
        raise NotImplementedError

    def save(self) -> bool:
        """Save the open report; tell whether it is saved."""
        raise NotImplementedError

    def save_as(self) -> bool:
        """Ask where to, and save there; tell whether it is saved."""
        raise NotImplementedError
