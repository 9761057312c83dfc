"""What the parts of 汇总 may use of its window, declared, so that none of them knows the window itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from reportdesk.collect.collection import Collection
from reportdesk.collect.session import Session
from reportdesk.gui.collecting.keeping import SetKeeper
from reportdesk.gui.desk.bars.notices import Notices


class CollectingShell(QMainWindow):
    """The open collection, and what the window does for whoever changes it."""

    #: The government's report that was written is to be gone on with: its path.
    desk_asked = Signal(object)
    #: The session is over and what is unsaved is in a snapshot, which stays, to be offered.
    has_kept = False

    session: Session
    keeper: SetKeeper

    @property
    def collection(self) -> Collection | None:
        """Return the collection as it stands."""
        return self.session.collection

    @property
    def notices(self) -> Notices:
        """Return what stands above the work until it is dealt with."""
        raise NotImplementedError

    def show_session(self, session: Session) -> None:
        """Show another collection and read it."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Bring every part up to date; the unit chosen stays."""
        raise NotImplementedError

    def read(self) -> None:
        """Read what is new or changed, in the background."""
        raise NotImplementedError

    def decided(self) -> None:
        """Put everything in order again after a decision."""
        raise NotImplementedError

    def step(self, which: str) -> None:
        """Undo or redo a decision."""
        raise NotImplementedError

    def search_unit(self) -> None:
        """Let a unit be searched for."""
        raise NotImplementedError

    def open_set(self, path: Path) -> None:
        """Show a collection's own file: here, or where whoever owns the windows wants it."""
        raise NotImplementedError

    def note_used(self, path: Path) -> None:
        """Let a collection's own file stand among those used last."""
        raise NotImplementedError

    def tell(self, words: str) -> None:
        """Say something in the status bar."""
        raise NotImplementedError
