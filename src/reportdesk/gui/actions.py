"""What each menu entry, key and button does, and when it can be used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton

from reportdesk.gui.commands.panes import step_pane
from reportdesk.gui.desk.bars.narrow_bar import NarrowBar
from reportdesk.gui.look.icons import icon, icon_names
from reportdesk.gui.look.theme import theme_of
from reportdesk.gui.qt.keyboard.keys import key_of

if TYPE_CHECKING:
    from reportdesk.gui.commands.commands import Commands
    from reportdesk.gui.grid.cells import CellsView
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
        self._commands = commands
        self._ui = window.ui
        self._actions = {
            action.objectName().removeprefix("action_"): action
            for action in window.findChildren(QAction)
            if action.objectName().startswith("action_")
        }
        for name, handler in self._handlers().items():
            self._actions[name].triggered.connect(handler)
        self._ui.menu_recent.aboutToShow.connect(self._list_recent)
        self._give_keys()
        self._add_export_button()
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
        self._list_tabs()

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

    def _handlers(self) -> dict[str, Callable[..., object]]:
        window, desk = self._window, self._window.desk
        files, edit, words = self._commands.files, self._commands.edit, self._commands.words
        save, export = self._commands.save, self._commands.export
        begin, recovery = self._commands.begin, self._commands.recovery
        search = self._commands.search
        return {
            "new": files.new,
            "new_window": window.open_window,
            "roll": begin.roll,
            "open": files.open,
            "save": save.save,
            "save_as": save.save_as,
            "import": begin.import_file,
            "collect": self._commands.collecting.open,
            "export_docx": partial(export.export, ".docx"),
            "export_whole": partial(export.export, ".docx", "everything"),
            "export_public": partial(export.export, ".docx", "nothing"),
            "export_pdf": partial(export.export, ".pdf"),
            "export_xlsx": partial(export.export, ".xlsx"),
            "export_html": partial(export.export, ".html"),
            "export_json": partial(export.export, ".json"),
            "export_options": export.with_options,
            "charts": self._commands.charts.draw,
            "fingerprint": self._commands.papers.fingerprint,
            "sheet": self._commands.papers.sheet,
            "correct": self._commands.papers.correct,
            "inspect": self._commands.papers.inspect,
            "backups": recovery.look_into_backups,
            "recover": recovery.recover,
            "delete_backups": recovery.delete_backups,
            "close": files.close_report,
            "quit": window.close_all,
            "undo": edit.undo,
            "redo": edit.redo,
            "cut": partial(self._pass_on, "cut"),
            "copy": partial(self._pass_on, "copy"),
            "paste": partial(self._pass_on, "paste"),
            "delete": partial(self._pass_on, "delete"),
            "fill_down": partial(self._in_cells, "fill_down"),
            "fill_right": partial(self._in_cells, "fill_right"),
            "repeat": partial(self._in_cells, "repeat"),
            "fill_table": edit.fill_table,
            "fill_all": edit.fill_all,
            "take_sums": edit.take_sums,
            "confirm": edit.confirm_here,
            "confirm_all": edit.confirm_all,
            "find": search.find,
            "replace": search.replace,
            "find_next": lambda: search.step(1),
            "find_previous": lambda: search.step(-1),
            "rename": search.rename,
            "differences": search.differences,
            "preview": self._commands.preview.preview,
            "next_finding": lambda: desk.step(1),
            "previous_finding": lambda: desk.step(-1),
            "accept": window.findings_panel.accept_current,
            "take_figure": words.take_figure,
            "go_to_figure": words.go_to_figure,
            "explain_figure": words.explain_figure,
            "tidy": words.tidy,
            "sentence": words.insert_sentence,
            "nil_report": words.nil_report,
            "agenda": lambda: desk.show_agenda(not desk.shows_agenda),
            "roll_on": begin.roll_on,
            "show_findings": window.side.show_findings,
            "show_last_year": edit.show_last_year,
            "show_last_text": edit.show_last_text,
            "show_words": edit.show_words,
            "show_addends": window.side.show_addends,
            "next_tab": lambda: desk.step_tab(1),
            "previous_tab": lambda: desk.step_tab(-1),
            "next_pane": lambda: step_pane(window, 1),
            "previous_pane": lambda: step_pane(window, -1),
            "zoom_in": lambda: desk.step_zoom(1),
            "zoom_out": lambda: desk.step_zoom(-1),
            "zoom_reset": lambda: desk.set_zoom(100),
            "guidance": window.side.show_guidance,
            "manual": self._commands.help.open_manual,
            "first_steps": self._commands.help.open_first_steps,
            "keys": self._commands.help.list_keys,
            "doctor": self._commands.doctor.examine,
            "about": self._commands.help.tell_about,
        }

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

    def _pass_on(self, name: str) -> None:
        """Give an edit of the clipboard to the field, editor or table that has the focus."""
        focus = QApplication.focusWidget()
        cells = self._cells_with_focus()
        target = cells if cells is not None and not isinstance(focus, QLineEdit) else focus
        method = getattr(target, "del_" if name == "delete" and isinstance(focus, QLineEdit) else name, None)
        if method is not None:
            method()

    def _in_cells(self, name: str) -> None:
        """Do in the table that has the focus what only cells know."""
        cells = self._cells_with_focus()
        if cells is None:
            self._window.status.tell("先点一下表格里的格子")
        elif self._window.desk.finish_editing():
            getattr(cells, name)()

    def _cells_with_focus(self) -> CellsView | None:
        focus = QApplication.focusWidget()
        page = self._window.desk.page
        table = page.table if page is not None else None
        return table.cells if table is not None and focus is not None and table.isAncestorOf(focus) else None

    def _name_step(self, name: str, verb: str, step: str) -> None:
        action = self._actions[name]
        action.setText(f"{verb}“{step}”" if step else verb)
        action.setEnabled(bool(step))

    def _add_export_button(self) -> None:
        self._export = QToolButton(self._window)
        self._export.setObjectName("export")
        self._export.setText("导出 Word")
        self._export.setToolTip("生成可以送签的 Word 文件；箭头里有其他格式（Ctrl+E）")
        self._export.setToolButtonStyle(self._ui.toolbar.toolButtonStyle())
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._export.setMenu(self._ui.menu_export)
        self._export.clicked.connect(self._ui.action_export_docx.trigger)
        self._ui.action_export_docx.enabledChanged.connect(self._export.setEnabled)
        self._ui.toolbar.addWidget(self._export)
        preview = self._ui.toolbar.widgetForAction(self._ui.action_preview)
        assert isinstance(preview, QToolButton)
        NarrowBar(self._ui.toolbar, (preview, self._export))

    def _list_tabs(self) -> None:
        labels = [page.label for page in self._window.desk.pages]
        if labels == [action.data() for action in self._ui.menu_tabs.actions()]:
            return
        self._ui.menu_tabs.clear()
        for number, label in enumerate(labels):
            action = self._ui.menu_tabs.addAction(label, partial(self._window.desk.turn_to, number))
            action.setShortcut(QKeySequence(f"Ctrl+{number + 1}") if number < 9 else QKeySequence())
            action.setData(label)

    def _list_recent(self) -> None:
        menu = self._ui.menu_recent
        menu.clear()
        self._window.presences.ask(used.path for used in self._window.recent.entries)
        for used in self._window.recent.entries:
            missing = "（文件不在了）" if self._window.presences.of(used.path) == "missing" else ""
            menu.addAction(f"{used.label}{missing}", partial(self._commands.files.open_used, used))
        if menu.isEmpty():
            menu.addAction("还没有").setEnabled(False)
