"""All windows of the program: a report each, one for a file, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from reportdesk.gui.commands.collecting import CollectingCommands
from reportdesk.gui.qt.remembering.presence import Presences
from reportdesk.gui.qt.remembering.recent import RecentFiles
from reportdesk.gui.qt.remembering.remembered import Remembered, take_place
from reportdesk.logbook import log_error
from reportdesk.profile import clear_the_way

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.gui.collecting.window import CollectingWindow
    from reportdesk.gui.shell import Shell

#: A window opened beside another lies this far below and to the right of it.
_STEP_PX = 32
#: Whoever does one of these goes on working: what was said at the end of a session is no longer true.
_DOINGS = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod, QEvent.Type.Drop}


class Windows(QObject):
    """The windows that are open; the list of recent reports and what is known of them is one for all.

    `aside` is where things of the profile lie now in whose place nothing could have been kept.
    """

    def __init__(self, make: Callable[[Windows], Shell], recent: RecentFiles | None = None) -> None:
        """Begin without a window; `make` makes one of a report."""
        super().__init__()
        self._make = make
        self._shells: list[Shell] = []
        self._has_kept = self._has_agreed = False
        # Before anything of the profile is read.
        self.aside = clear_the_way()
        self.recent = recent or RecentFiles()
        self.remembered = Remembered()
        self.presences = Presences(self)
        self.collecting = CollectingCommands(self.open_copy, self.open_file, self.recent.add)

    @property
    def shells(self) -> list[Shell]:
        """Return the windows of reports, in the order in which they were made."""
        self._shells = [shell for shell in self._shells if isValid(shell)]
        return self._shells[:]

    @property
    def front(self) -> Shell | None:
        """Return the window that the clerk works in, the newest where she works in none of them."""
        open_ = [shell for shell in self.shells if shell.isVisible()]
        active = QApplication.activeWindow()
        return next((shell for shell in open_ if shell is active), open_[-1] if open_ else None)

    def add(self, shell: Shell) -> None:
        """Count a window among those of the program."""
        self._shells.append(shell)

    def new(self, beside: Shell | None = None) -> Shell:
        """Open a window on the first screen, a step away from the one `beside`."""
        shell = self._make(self)
        # Whoever made the first one keeps it; those made here go when they are closed.
        shell.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if beside is not None:
            shell.resize(beside.size())
            shell.move(beside.pos().x() + _STEP_PX, beside.pos().y() + _STEP_PX)
            shell.setWindowState(beside.windowState())
            shell.desk.set_zoom(beside.desk.zoom)
            shell.ui.splitter.setSizes(beside.ui.splitter.sizes())
        bring_forward(shell)
        return shell

    def show_first(self, shell: Shell) -> None:
        """Show the first window where the last one was; all of a small screen where there was none."""
        take_place(shell, self.remembered.window)
        shell.show()

    def for_another(self, shell: Shell) -> Shell:
        """Return the window where another report is shown: this one while it has none, else a new one."""
        return self.new(shell) if shell.document is not None else shell

    def paths(self) -> list[Path]:
        """Return the files that are open."""
        return [document.path for document in self._documents() if document.path is not None]

    def showing(self, path: Path) -> Shell | None:
        """Return the window of a file of `paths`."""
        found = (shell for shell in self.shells if shell.document is not None and shell.document.path == path)
        return next(found, None)

    def open_copy(self, document: Document) -> None:
        """Show a document that is no file's, in a window of its own."""
        shell = self.front
        target = self.new() if shell is None else self.for_another(shell)
        target.show_document(document)
        bring_forward(target)

    def open_file(self, path: Path) -> None:
        """Show a report's file in the window where the clerk works, or in another beside it."""
        shell = self.front or self.new()
        bring_forward(shell)
        shell.open_path(path)

    def begin(self) -> Shell:
        """Return a window on the first screen, one that is open where there is one, brought to the front."""
        empty = next((shell for shell in self.shells if shell.isVisible() and shell.document is None), None)
        shell = empty or self.new(self.front)
        bring_forward(shell)
        return shell

    def is_last(self, shell: Shell) -> bool:
        """Tell whether the program ends with a window."""
        others: Sequence[QWidget] = [*self.shells, *self.collecting.windows]
        return not any(other.isVisible() for other in others if other is not shell)

    def close_all(self) -> bool:
        """Close every window, each with its own question; False if the clerk would rather stay in one."""
        for window in (*self.collecting.windows, *reversed(self.shells)):
            if window.isVisible():
                bring_forward(window)
                if not window.close():
                    return False
        return True

    def end_session(self, manager: QSessionManager) -> None:
        """Ask about unsaved work of every window when the desktop ends the session; staying holds it up.

        Where nobody may be asked, what is unsaved is kept to be offered at the next start. The end that
        follows asks nothing again.
        """
        if not manager.allowsInteraction():
            self.keep_and_let_go()
            return
        may_end = all(shell.may_leave("退出") for shell in self.shells) and self.collecting.may_leave()
        manager.release()
        if may_end:
            self._note_end(agreed=True)
        else:
            manager.cancel()

    def keep_and_let_go(self) -> None:
        """Keep what is unsaved in every window in a snapshot and release the files, without a question."""
        for window in self._all():
            try:
                window.keep_and_let_go()
            except Exception as error:
                # Whatever is wrong with one window, the others are kept too.
                log_error("end.keep", error)
        self._note_end(kept=True)

    def finish(self) -> None:
        """Let go of what is still open when the program ends, as was agreed or to be offered again.

        The end of a session on Windows closes no window before the program is ended; and a window that was
        asked to close already, and has its question open, is not asked twice.
        """
        if self._has_agreed:
            for shell in self.shells:
                shell.autosaver.follow(None)
        elif not self._has_kept and any(window.isVisible() for window in self._all()):
            self.keep_and_let_go()

    @property
    def has_kept(self) -> bool:
        """Tell whether all is kept and let go, so that nobody is to be asked any more."""
        return self._has_kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Ask again once the clerk goes on working: the session did not end after all."""
        if event.type() in _DOINGS:
            self._note_end()
        return False

    def _note_end(self, *, kept: bool = False, agreed: bool = False) -> None:
        self._has_kept, self._has_agreed = kept, agreed
        for shell in self.shells:
            shell.agree(may_go=agreed)
        for window in self.collecting.windows:
            window.has_kept = kept
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if kept or agreed:
            app.installEventFilter(self)

    def _all(self) -> list[Shell | CollectingWindow]:
        return [*self.shells, *self.collecting.windows]

    def _documents(self) -> list[Document]:
        return [shell.document for shell in self.shells if shell.document is not None]


def bring_forward(window: QMainWindow) -> None:
    """Bring a window before all others, whatever it was."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
    # A desktop that lets no window push itself forward marks it at least.
    QTimer.singleShot(0, window, lambda: QApplication.alert(window))
