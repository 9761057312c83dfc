"""Ask a collector for a file, beginning where the last of its kind was."""

from __future__ import annotations

from pathlib import Path

from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.qt import file_dialogs
from reportdesk.gui.qt.file_dialogs import file_name, last_folder


def home_of(window: CollectingShell, kind: str) -> str:
    """Return where a dialog begins: beside the collection's file or what is collected, else at the last."""
    session = window.session
    beside = session.path or next(iter(session.settings.paths), None)
    return str(last_folder(kind, beside.parent if beside is not None else None))


def ask_for_output(window: CollectingShell, title: str, name: str, suffix: str) -> Path | None:
    """Return the file that is to be written, with its suffix; None if the collector gives up."""
    offered = Path(home_of(window, suffix)) / f"{file_name(name)}{suffix}"
    return file_dialogs.ask_out(window, title, offered, suffix)
