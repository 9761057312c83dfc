"""`reportdesk` without a command: open the window; where that cannot be, say the truth instead."""

from __future__ import annotations

import gc
from argparse import Namespace
from pathlib import Path
from threading import Thread

from reportdesk.cli import speech
from reportdesk.cli.status import Status
from reportdesk.project.errors import Missing

#: A file that is there is found at once.
_PATIENCE_S = 2.0
_WITHOUT = "没有窗口也能用命令，见 reportdesk --help"


def run(call: Namespace) -> int:
    """Open a window on each file, or on the first screen; raise Missing for a file that is not there."""
    files = [Path(name) for name in call.files]
    if files and not files[0].suffix and _is_absent(files[0]):
        speech.message(f"没有“{files[0]}”这个命令，也没有这个文件。用法见 reportdesk --help")
        return Status.BAD_CALL
    for file in files:
        if _is_absent(file):
            raise Missing("找不到这个文件", where=str(file), remedy="请检查文件名和位置")
    from reportdesk.cli.display import obstacle

    if reason := obstacle():
        speech.message(f"打不开窗口：{reason}。{_WITHOUT}")
        return Status.BAD_CALL
    # What is imported stays: to look through it for garbage takes a fifteenth of the start. The window has
    # a collector of its own.
    gc.disable()
    from reportdesk.gui.app import main

    return main([str(file) for file in files])


def _is_absent(file: Path) -> bool:
    """Tell whether there is no such file; of one out of reach the window says why."""
    absent: list[Path] = []

    def look() -> None:
        try:
            file.stat()
        except (FileNotFoundError, NotADirectoryError):
            absent.append(file)
        except OSError:
            return

    # A share that is gone may answer never; nobody waits for this thread at the end.
    looking = Thread(target=look, daemon=True)
    looking.start()
    looking.join(_PATIENCE_S)
    return bool(absent)
