"""Who may edit a file: its lock taken when it is opened, and what to do where somebody else has it."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from reportdesk.errors import FileError
from reportdesk.gui.qt import questions
from reportdesk.gui.qt.background import GivenUp, run_slowly
from reportdesk.logbook import log, log_error

if TYPE_CHECKING:
    from reportdesk.project.disk.lock import DocumentLock, LockDamaged, Locked

#: A lock is let go within milliseconds; one on a share that is gone is left to the system.
_RELEASE_S = 3.0


class FileHold(NamedTuple):
    """How a file is held: with a lock, or to be read only, or without either where no lock can be written.

    `words` says the last to the clerk.
    """

    path: Path
    lock: DocumentLock | None = None
    is_read_only: bool = False
    words: str = ""

    def is_of(self, path: Path) -> bool:
        """Tell whether it holds that file, however its path is spelled."""
        return os.path.realpath(self.path) == os.path.realpath(path)

    def release(self) -> None:
        """Let the file go; a disk that does not answer is waited for a moment only."""
        if self.lock is not None:
            thread = Thread(target=self.lock.release, daemon=True)
            thread.start()
            thread.join(_RELEASE_S)


def hold(parent: QWidget, path: Path) -> FileHold | None:
    """Take a file for editing, or as the clerk decides; None if it is better left alone."""
    from reportdesk.project.disk.lock import LockDamaged, Locked, lock_document

    try:
        return FileHold(path, run_slowly(parent, "正在打开…", lambda: lock_document(path)))
    except GivenUp:
        return None
    except Locked as error:
        log("lock.held", may_be_over=error.may_be_over)
        if error.may_be_over:
            return _decide_on_doubtful(parent, path, error)
        only = questions.ask(
            parent, error.what, f"{path}\n{error.remedy}。只读打开后可以另存为别的文件。", "只读打开"
        )
        return FileHold(path, is_read_only=True) if only else None
    except LockDamaged as error:
        log("lock.damaged")
        return _decide_on_damaged(parent, path, error)
    except FileError as error:
        # A folder that can only be read, or a full disk: nobody has the file open, so it opens.
        log_error("lock.none", error)
        return FileHold(path, words=f"{error.what}；别人打开它时不会得到提示")


def hold_to_save(path: Path) -> FileHold:
    """Take a file that is about to be written; raise Locked if somebody has it open."""
    from reportdesk.project.disk.lock import Locked, lock_document

    try:
        return FileHold(path, lock_document(path))
    except Locked:
        raise
    except FileError as error:
        log_error("lock.none", error)
        return FileHold(path)


def _decide_on_doubtful(parent: QWidget, path: Path, error: Locked) -> FileHold | None:
    """Let the clerk say whether anybody still works on it: after a lost profile nobody can tell."""
    details = (
        f"{path}\n登记的是这台电脑，或由它复制出来的另一台。如果确定没有别人打开着，可以编辑；"
        "要是有，先保存的改动可能被对方盖掉。"
    )
    answer = questions.choose(parent, error.what, details, ["没有别人，编辑", "只读打开"])
    if answer == 1:
        return FileHold(path, is_read_only=True)
    return _take_from_nobody(parent, path) if answer == 0 else None


def _decide_on_damaged(parent: QWidget, path: Path, error: LockDamaged) -> FileHold | None:
    details = f"{error.where}\n{error.remedy}。"
    answer = questions.choose(parent, error.what, details, ["删掉锁文件并打开", "只读打开"])
    if answer == 1:
        return FileHold(path, is_read_only=True)
    return _take_from_nobody(parent, path) if answer == 0 else None


def _take_from_nobody(parent: QWidget, path: Path) -> FileHold | None:
    from reportdesk.project.disk.lock import remove_lock

    try:
        remove_lock(path)
    except FileError as trouble:
        questions.tell_error(parent, trouble)
        return None
    return hold(parent, path)
