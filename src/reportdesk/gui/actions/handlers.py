"""Which menu entry, key and button does which command."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reportdesk.gui.actions.focused import Focused
from reportdesk.gui.commands.panes import step_pane

if TYPE_CHECKING:
    from reportdesk.gui.commands.commands import Commands
    from reportdesk.gui.shell import Shell


def handlers(window: Shell, commands: Commands) -> dict[str, Callable[..., object]]:
    """Return by an entry's name, as `main_window.ui` draws it, what does it."""
    desk, focused = window.desk, Focused(window)
    files, edit, words = commands.files, commands.edit, commands.words
    save, export = commands.save, commands.export
    begin, recovery = commands.begin, commands.recovery
    search = commands.search
    return {
        "new": files.new,
        "new_window": window.open_window,
        "roll": begin.roll,
        "open": files.open,
        "save": save.save,
        "save_as": save.save_as,
        "import": begin.import_file,
        "collect": commands.collecting.open,
        "export_docx": partial(export.export, ".docx"),
        "export_whole": partial(export.export, ".docx", "everything"),
        "export_public": partial(export.export, ".docx", "nothing"),
        "export_pdf": partial(export.export, ".pdf"),
        "export_xlsx": partial(export.export, ".xlsx"),
        "export_html": partial(export.export, ".html"),
        "export_json": partial(export.export, ".json"),
        "export_options": export.with_options,
        "charts": commands.charts.draw,
        "fingerprint": commands.papers.fingerprint,
        "sheet": commands.papers.sheet,
        "correct": commands.papers.correct,
        "inspect": commands.papers.inspect,
        "backups": recovery.look_into_backups,
        "recover": recovery.recover,
        "delete_backups": recovery.delete_backups,
        "close": files.close_report,
        "quit": window.close_all,
        "undo": edit.undo,
        "redo": edit.redo,
        "cut": partial(focused.pass_on, "cut"),
        "copy": partial(focused.pass_on, "copy"),
        "paste": partial(focused.pass_on, "paste"),
        "delete": partial(focused.pass_on, "delete"),
        "fill_down": partial(focused.in_cells, "fill_down"),
        "fill_right": partial(focused.in_cells, "fill_right"),
        "repeat": partial(focused.in_cells, "repeat"),
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
        "preview": commands.preview.preview,
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
        "manual": commands.help.open_manual,
        "first_steps": commands.help.open_first_steps,
        "keys": commands.help.list_keys,
        "doctor": commands.doctor.examine,
        "about": commands.help.tell_about,
    }
