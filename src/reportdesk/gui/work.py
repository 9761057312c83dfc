"""Slow work off the window's thread, with progress and a way out; the window never freezes."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

T = TypeVar("T")

_PATIENCE_MS = 250


class Cancelled(Exception):
    """The clerk did not want to wait; the result, if it still comes, is dropped."""


class _Job(QObject, Generic[T]):
    """A function in a thread of its own; `finished` reaches the thread that made the job."""

    finished = Signal()

    def __init__(self, function: Callable[[], T]) -> None:
        super().__init__()
        self._function = function
        self._result: list[T] = []
        self._error: BaseException | None = None
        self.is_over = False

    def start(self) -> None:
        # A daemon, so that a program that quits does not wait for work that nobody waits for.
        Thread(target=self._run, daemon=True).start()

    def result(self) -> T:
        if self._error is not None:
            raise self._error
        return self._result[0]

    def _run(self) -> None:
        try:
            self._result.append(self._function())
        except BaseException as error:
            self._error = error
        self.is_over = True
        self.finished.emit()


def run_slowly(
    parent: QWidget, words: str, function: Callable[[], T], stop: Callable[[], object] | None = None
) -> T:
    """Run `function` in a thread and return its result, or raise what it raised.

    No key reaches the window meanwhile; after a moment a dialog says `words` and can be cancelled, which
    calls `stop` and raises Cancelled. The function must not touch widgets or the open document.
    """
    job = _Job(function)
    loop = QEventLoop()
    job.finished.connect(loop.quit)
    QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
    job.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not job.is_over:
        try:
            _wait_visibly(parent, words, job, loop)
        except Cancelled:
            if stop is not None:
                stop()
            raise
    return job.result()


def _wait_visibly(parent: QWidget, words: str, job: _Job[T], loop: QEventLoop) -> None:
    dialog = QProgressDialog(words, "取消", 0, 0, parent)
    dialog.setWindowTitle("请稍候")
    dialog.setModal(True)
    dialog.canceled.connect(loop.quit)
    dialog.setMinimumDuration(0)
    dialog.show()
    if not job.is_over:
        loop.exec()
    cancelled = dialog.wasCanceled()
    dialog.canceled.disconnect(loop.quit)
    dialog.close()
    dialog.deleteLater()
    if cancelled and not job.is_over:
        raise Cancelled
