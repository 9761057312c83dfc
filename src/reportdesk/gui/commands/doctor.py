"""帮助 › 本机体检."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.qt.background import run_or_tell

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell


class DoctorCommands:
    """What tells how this machine is."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def examine(self) -> None:
        """Look at this machine, and show the page."""
        from reportdesk.doctor.examination import examine_machine
        from reportdesk.gui.dialogs.program.doctor import DoctorDialog
        from reportdesk.gui.qt.screen import look_at_screen

        if not self._window.desk.finish_editing():
            return
        screen = look_at_screen()
        items = run_or_tell(self._window, "正在体检…", examine_machine)
        if items is not None:
            dialog = DoctorDialog([*items, screen], self._window)
            dialog.exec()
            dialog.deleteLater()
