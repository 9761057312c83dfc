"""帮助: the manual at the page for where one stands, the first steps, the keys, and what the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog

from reportdesk.gui.help.asking import close_manual, open_manual

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell

_FIRST_STEPS = "first-steps"


class HelpCommands:
    """What explains the program to whoever sits at a window."""

    def __init__(self, window: Shell) -> None:
        """Act for a window."""
        self._window = window

    def open_manual(self) -> None:
        """Open the manual at the page for where one stands."""
        open_manual(self._window, self.page_here())

    def open_first_steps(self) -> None:
        """Open the manual at the first steps."""
        open_manual(self._window, _FIRST_STEPS)

    def close_manual(self) -> None:
        """Close the manual with the window."""
        close_manual(self._window)

    def page_here(self) -> str:
        """Return the name of the page for where one stands."""
        from reportdesk.gui.desk.pages.basics import BasicsPage

        window, page = self._window, self._window.desk.page
        if window.document is None:
            return _FIRST_STEPS
        if page is None or window.desk.shows_agenda:
            return "to-do"
        focus = QApplication.focusWidget()
        if focus is not None and window.findings_panel.isAncestorOf(focus):
            return "problems"
        if isinstance(page, BasicsPage):
            return "basics"
        is_in_words = focus is not None and page.editor is not None and page.editor.isAncestorOf(focus)
        return "tables" if page.table is not None and not is_in_words else "words"

    def list_keys(self) -> None:
        """Show all keys."""
        from reportdesk.gui.dialogs.program.keys import KeysDialog

        _show(KeysDialog(self._window))

    def tell_about(self) -> None:
        """Say what the program is, its version and licences, and where it keeps what it keeps."""
        from reportdesk.gui.dialogs.program.about import AboutDialog

        _show(AboutDialog(self._window))


def _show(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
