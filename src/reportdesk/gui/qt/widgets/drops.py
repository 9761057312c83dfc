"""Files that are dropped on a window: read where they lie, never moved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def dropped_paths(event: QDropEvent) -> list[Path]:
    """Return the files and folders of this machine that are dropped, or held over the window."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def accept_copy(event: QDropEvent) -> None:
    """Answer as a copy: a file manager that was offered a move would delete the clerk's file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
