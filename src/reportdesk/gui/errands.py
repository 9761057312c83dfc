"""What others ask of a window and what it hands on: to its commands, and to all windows of the program."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QSessionManager

from reportdesk.gui.shell import Shell
from reportdesk.gui.windows import Windows, bring_forward

if TYPE_CHECKING:
    from reportdesk.document import Document
    from reportdesk.gui.commands.commands import Commands
    from reportdesk.gui.desk.begin.welcome import Welcome


class Errands(Shell):
    """A shell that has commands, and is one of the program's windows."""

    commands: Commands
    windows: Windows

    @cached_property
    def welcome(self) -> Welcome:
        """Return the first screen, made when it is first asked for: who opens a file sees none."""
        from reportdesk.gui.desk.begin.welcome import Welcome

        welcome = Welcome(self.recent, self.presences, self)
        self.ui.stack.addWidget(welcome)
        welcome.ui.roll.clicked.connect(self.commands.begin.roll)
        welcome.ui.new_report.clicked.connect(self.commands.files.new)
        welcome.ui.open_file.clicked.connect(self.commands.files.open)
        welcome.ui.collect.clicked.connect(self.commands.collecting.open)
        welcome.chosen.connect(self.commands.files.open_used)
        return welcome

    def open_path(self, path: Path) -> None:
        """Open a file of any kind; a collection's own file in the window 汇总."""
        if not self.commands.collecting.open_path(path):
            self.commands.files.open_path(path)

    def open_document(self, document: Document) -> Shell | None:
        """Take the document's file and show it, here or in a window of its own; return that window.

        None if somebody else has the file and the clerk would rather not see it.
        """
        return self.commands.files.show(document)

    def replace_document(self, document: Document) -> None:
        """Show another version of the file that is open here."""
        self.commands.files.replace(document)

    def for_another(self) -> Shell:
        """Return the window where another report is shown: this one while it has none, else a new one."""
        return self.windows.for_another(self)

    def open_paths(self) -> list[Path]:
        """Return the files that are open, in whichever window."""
        return self.windows.paths()

    def raise_showing(self, path: Path) -> bool:
        """Bring the window of a file of `open_paths` to the front; False if there is none."""
        shell = self.windows.showing(path)
        if shell is not None:
            bring_forward(shell)
        return shell is not None

    def is_last(self) -> bool:
        """Tell whether the program ends with this window."""
        return self.windows.is_last(self)

    def open_window(self) -> None:
        """Open another window, on the first screen."""
        self.windows.new(self)

    def close_all(self) -> None:
        """Close every window of the program, each with its own question."""
        self.windows.close_all()

    def may_leave(self, next_step: str) -> bool:
        """Tell whether the open report may go; `next_step` words what would follow (退出)."""
        return self.commands.files.may_leave(next_step)

    def agree(self, *, may_go: bool) -> None:
        """Remember that the report may go as it stands, or that this is to be asked again."""
        self.commands.files.agree(may_go=may_go)

    def is_saving(self) -> bool:
        """Tell whether a save is under way, on a disk that takes its time."""
        return self.commands.save.is_saving

    def save(self) -> bool:
        """Save the open report; tell whether it is saved."""
        return self.commands.save.save()

    def save_as(self) -> bool:
        """Ask where to, and save there; tell whether it is saved."""
        return self.commands.save.save_as()

    def end_session(self, manager: QSessionManager) -> None:
        """Ask about unsaved work of all windows when the desktop ends the session; staying holds it up."""
        self.windows.end_session(manager)
