"""The actions of a window: connected with what does them, enabled where they do something, keys, icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from reportdesk.gui.actions.export_button import ExportButton
from reportdesk.gui.actions.handlers import handlers
from reportdesk.gui.actions.menus import FilledMenus
from reportdesk.gui.look.icons import icon, icon_names
from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.qt.keyboard.keys import key_of

if TYPE_CHECKING:
    from reportdesk.gui.commands.commands import Commands
    from reportdesk.gui.shell import Shell

#: Actions that need no open report.
_ALWAYS = frozenset(
    (
        *("new", "new_window", "roll", "open", "collect", "quit", "recover", "delete_backups", "inspect"),
        *("zoom_in", "zoom_out", "zoom_reset", "manual", "first_steps", "keys", "doctor", "about"),
    )
)


class Actions:
    """Connects the actions of a window, keeps them enabled only where they do something."""

    def __init__(self, window: Shell, commands: Commands) -> None:
        """Connect every action that `main_window.ui` draws with what does it."""
        self._window = window
        self._ui = window.ui
        self._actions = {
            name.removeprefix("action_"): action
            for name, action in vars(window.ui).items()
            if name.startswith("action_") and isinstance(action, QAction)
        }
        for name, handler in handlers(window, commands).items():
            self._actions[name].triggered.connect(handler)
        self._menus = FilledMenus(window, commands.files)
        self._give_keys()
        self._export = ExportButton(window)
        self._ui.action_show_findings.setChecked(True)
        self._ui.action_show_last_year.setChecked(True)
        window.desk.preview_asked.connect(self._ui.action_preview.trigger)
        window.desk.export_asked.connect(self._ui.action_export_docx.trigger)
        window.desk.roll_on_asked.connect(self._ui.action_roll_on.trigger)
        self._has_icons = False
        for menu in self._ui.menubar.findChildren(QMenu):
            menu.aboutToShow.connect(self._draw_icons_once)

    def update(self) -> None:
        """Enable what can be used now, name what undo and redo would do, tick what is shown."""
        document = self._window.document
        if document is not None:
            self._draw_icons_once()
        page = self._window.desk.page if document else None
        for name, action in self._actions.items():
            action.setEnabled(document is not None or name in _ALWAYS)
        self.name_steps()
        has_table = page is not None and page.table is not None
        for name in ("fill_table", "take_sums", "fill_down", "fill_right", "repeat"):
            self._actions[name].setEnabled(has_table)
        has_last = document is not None and document.report.last is not None
        self._actions["show_last_year"].setEnabled(has_last)
        last_text = page.last_text if page else None
        self._actions["show_last_text"].setEnabled(has_last and last_text is not None)
        self._actions["show_last_text"].setChecked(last_text is not None and not last_text.isHidden())
        self._actions["show_words"].setEnabled(has_table)
        self._actions["show_words"].setChecked(has_table and page is not None and page.has_words_shown)
        self._actions["show_addends"].setEnabled(self._window.addends.has_addends)
        self._share_help_key()
        self._menus.list_tabs()

    def name_steps(self) -> None:
        """Name what undo and redo would do; enable them where there is something."""
        history = self._window.document.history if self._window.document else None
        self._name_step("undo", "撤销", history.done[-1].name if history and history.done else "")
        self._name_step("redo", "重做", history.undone[-1].name if history and history.undone else "")

    def follow_palette(self) -> None:
        """Draw the icons that are there already in the window's new inks."""
        if self._has_icons:
            self._draw_icons()

    def _draw_icons_once(self) -> None:
        """Draw the icons once they come into view, in the bar of a report or in a menu."""
        if not self._has_icons:
            self._draw_icons()

    def _draw_icons(self) -> None:
        """Draw the icons in the window's inks."""
        self._has_icons = True
        palette = self._window.palette()
        for name in icon_names():
            self._actions[name].setIcon(icon(name, palette))
        self._export.setIcon(icon("export_docx", palette, theme_of(palette).accent_ink))

    def _give_keys(self) -> None:
        """Give each entry its keys from the list of keys, and let its tip say the first."""
        for name, action in self._actions.items():
            key = key_of(name)
            if key is not None:
                action.setShortcuts([QKeySequence(one) for one in key.keys])
                action.setToolTip(f"{action.toolTip()}（{key.shown}）")

    def _share_help_key(self) -> None:
        """Let the help key open the guidance where there is some, else the manual."""
        desk = self._window.desk
        page = desk.page if self._window.document is not None and not desk.shows_agenda else None
        has_guidance = page is not None and bool(page.guidance_keys())
        self._actions["guidance"].setEnabled(has_guidance)
        names = ("manual",) if has_guidance else ("guidance", "manual")
        keys = [key for name in names if (found := key_of(name)) is not None for key in found.keys]
        self._actions["manual"].setShortcuts([QKeySequence(key) for key in keys])

    def _name_step(self, name: str, verb: str, step: str) -> None:
        action = self._actions[name]
        action.setText(f"{verb}“{step}”" if step else verb)
        action.setEnabled(bool(step))
