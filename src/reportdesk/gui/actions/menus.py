"""The menus that are filled while the program runs: the tabs of the open report, the files used last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from reportdesk.gui.commands.files.files import FileCommands
    from reportdesk.gui.shell import Shell


class FilledMenus:
    """Fills the two menus of a window."""

    def __init__(self, window: Shell, files: FileCommands) -> None:
        """List files whenever their menu opens; `files` opens one."""
        self._window, self._files = window, files
        window.ui.menu_recent.aboutToShow.connect(self._list_recent)

    def list_tabs(self) -> None:
        """List the tabs of the open report with their keys."""
        labels = [tab.label for tab in self._window.desk.tabs]
        if labels == [action.data() for action in self._window.ui.menu_tabs.actions()]:
            return
        self._window.ui.menu_tabs.clear()
        for number, label in enumerate(labels):
            action = self._window.ui.menu_tabs.addAction(label, partial(self._window.desk.turn_to, number))
            action.setShortcut(QKeySequence(f"Ctrl+{number + 1}") if number < 9 else QKeySequence())
            action.setData(label)

    def _list_recent(self) -> None:
        menu = self._window.ui.menu_recent
        menu.clear()
        self._window.presences.ask(used.path for used in self._window.recent.entries)
        for used in self._window.recent.entries:
            missing = "（文件不在了）" if self._window.presences.of(used.path) == "missing" else ""
            menu.addAction(f"{used.label}{missing}", partial(self._files.open_used, used))
        if menu.isEmpty():
            menu.addAction("还没有").setEnabled(False)
