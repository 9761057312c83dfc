"""Ask a collector for a file, beginning where the last of its kind was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from reportdesk.gui.collecting.shell import CollectingShell
from reportdesk.gui.qt.file_dialogs import last_folder, note_folder


def home_of(window: CollectingShell, kind: str) -> str:
    """Return where a dialog begins: beside the collection's file, or where the last of its kind was."""
    path = window.session.path
    return str(last_folder(kind, path.parent if path is not None else None))


def ask_out(window: CollectingShell, title: str, name: str, suffix: str) -> Path | None:
    """Return the file that is to be written, with its suffix; None if the collector gives up."""
    offered = str(Path(home_of(window, suffix)) / f"{name}{suffix}")
    chosen, _ = QFileDialog.getSaveFileName(window, title, offered, f"*{suffix}")
    if not chosen:
        return None
    path = Path(chosen)
    note_folder(suffix, path.parent)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
