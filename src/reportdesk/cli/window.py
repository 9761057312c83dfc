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
    """Open a window on each file, or on the first screen, which says which files are not there.

    Raise Missing for such a file where no window can be.
    """
    files: list[Path] = call.files
    absent = list(filter(_is_absent, files))
    # A desktop names a file by its whole path, whoever meant a command by one word.
    if absent[:1] == files[:1] and files and not files[0].suffix and len(files[0].parts) == 1:
        speech.message(f"没有“{files[0]}”这个命令，也没有这个文件。用法见 reportdesk --help")
        return Status.BAD_CALL
    from reportdesk.cli.display import obstacle

    reason = obstacle()
    for file in absent:
        missing = Missing("找不到这个文件", where=str(file), remedy="请检查文件名和位置")
        if reason:
            raise missing
        # The window tells it too; who double-clicked has no terminal.
        speech.message(str(missing))
    if reason:
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
