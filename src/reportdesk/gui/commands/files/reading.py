"""Read a file of any kind while the window shows that it is read, and can give up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.gui.commands.files.opening import reading_of
from reportdesk.gui.qt.background import run_or_tell
from reportdesk.gui.qt.file_dialogs import ask_open

if TYPE_CHECKING:
    from reportdesk.gui.shell import Shell
    from reportdesk.readers.result.reading import Reading


def read_or_tell(window: Shell, path: Path, words: str = "正在读取…") -> Reading | None:
    """Return what a file says; None where the clerk gave up, or was told why it cannot be read."""
    asked = reading_of(path)
    return run_or_tell(window, words, asked.result, asked.cancel)


def ask_and_read(window: Shell, title: str) -> tuple[Path, Reading] | None:
    """Ask for a file and read it; None where none was chosen, or it was not read."""
    path = ask_open(window, title)
    reading = read_or_tell(window, path) if path is not None else None
    return (path, reading) if path is not None and reading is not None else None
