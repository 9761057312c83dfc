"""Slow work off the window's thread, with progress and a way out; the window never freezes.

Nothing of Qt goes into the thread, so nothing of Qt can end there, and no signal can come too early or
to one who is gone: the window's thread looks, again and again, whether the work is over.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from threading import Thread
from typing import Any, Generic, TypeVar

from PySide6 import QtWidgets
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from reportdesk.errors import ReportDeskError
from reportdesk.gui.qt import questions
from reportdesk.logbook import log_error

T = TypeVar("T")

#: What takes less is over before anybody wonders; a window that opens for it would only flash.
_PATIENCE_S = 0.25
#: The time by which a finished work may be noticed late.
_LOOK_MS = 5

#: One for each work that is being waited for, the inner ones last.
_waits: list[None] = []


class GivenUp(Exception):
    """The clerk did not want to wait; `late` is the result, if it still comes and anybody wants it."""

    def __init__(self, late: Future[Any] | None = None) -> None:
        """Keep the result to come."""
        super().__init__()
        self.late: Future[Any] = late or Future()


class _Job(Generic[T]):
    """A function in a thread of its own, and what came of it."""

    def __init__(self, function: Callable[[], T]) -> None:
        self._function = function
        self.future: Future[T] = Future()

    @property
    def is_over(self) -> bool:
        return self.future.done()

    def start(self) -> None:
        # A daemon, so that a program that quits does not wait for work that nobody waits for.
        Thread(target=self._run, daemon=True).start()

    def result(self) -> T:
        return self.future.result()

    def _run(self) -> None:
        try:
            self.future.set_result(self._function())
        except BaseException as error:
            self.future.set_exception(error)


def in_thread(function: Callable[[], T]) -> Future[T]:
    """Run `function` in a thread of its own, for nobody who waits: its result is promised.

    It must neither touch nor hold widgets or the open document.
    """
    job = _Job(function)
    job.start()
    return job.future


def run_slowly(
    parent: QWidget, words: str, function: Callable[[], T], stop: Callable[[], object] | None = None
) -> T:
    """Run `function` in a thread and return its result, or raise what it raised.

    No key reaches the window meanwhile; after a moment a dialog says `words` and can be cancelled, which
    calls `stop` and raises GivenUp; so does the end of the program. The function must neither touch nor
    hold widgets or the open document.
    """
    job = _Job(function)
    job.start()
    with _being_waited():
        wait_until(lambda: job.is_over, _PATIENCE_S, QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not job.is_over:
            try:
                _wait_visibly(parent, words, job)
            except GivenUp:
                if stop is not None:
                    stop()
                raise
    return job.result()


def run_beside(function: Callable[[], T], slow: Callable[[], Callable[[], bool]]) -> T:
    """Run `function` in a thread while the window lives, and return its result, or raise what it raised.

    Where it takes more than a moment `slow` is called, says so, and returns what tells that the clerk does
    not want to wait: then GivenUp is raised, whose `late` tells what came of it all the same.
    """
    job = _Job(function)
    job.start()
    with _being_waited():
        wait_until(lambda: job.is_over, _PATIENCE_S, QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not job.is_over:
            is_given_up = slow()
            _wait(lambda: job.is_over or is_given_up(), QEventLoop.ProcessEventsFlag.AllEvents)
    if not job.is_over:
        raise GivenUp(job.future)
    return job.result()


def is_waiting() -> bool:
    """Tell whether some slow work is being waited for, so that nothing else should be begun."""
    return bool(_waits)


def wait_until(
    is_enough: Callable[[], bool],
    seconds: float,
    events: QEventLoop.ProcessEventsFlag = QEventLoop.ProcessEventsFlag.AllEvents,
) -> None:
    """Let the window live until it is enough, or for so long."""
    until = time.monotonic() + seconds
    _wait(lambda: is_enough() or time.monotonic() > until, events)


@contextlib.contextmanager
def _being_waited() -> Iterator[None]:
    _waits.append(None)
    try:
        yield
    finally:
        _waits.pop()


def run_or_tell(
    parent: QWidget, words: str, function: Callable[[], T], stop: Callable[[], object] | None = None
) -> T | None:
    """Do slow work as `run_slowly` does; None where it was cancelled, or failed and that was said."""
    try:
        return run_slowly(parent, words, function, stop)
    except GivenUp:
        return None
    except ReportDeskError as error:
        log_error("work.failed", error)
        questions.tell_error(parent, error)
        return None


def _wait_visibly(parent: QWidget, words: str, job: _Job[T]) -> None:
    dialog = QtWidgets.QProgressDialog(words, "取消", 0, 0, parent)
    dialog.setWindowTitle("请稍候")
    dialog.setModal(True)
    dialog.setMinimumDuration(0)
    dialog.show()
    _wait(lambda: job.is_over or dialog.wasCanceled(), QEventLoop.ProcessEventsFlag.AllEvents)
    dialog.close()
    dialog.deleteLater()
    if not job.is_over:
        raise GivenUp


def _wait(is_enough: Callable[[], bool], events: QEventLoop.ProcessEventsFlag) -> None:
    """Let the window live until it is enough, or the program ends: nothing holds up its end."""
    loop = QEventLoop()

    def look() -> None:
        if is_enough():
            loop.quit()

    wake = QTimer(interval=_LOOK_MS)
    wake.timeout.connect(look)
    if not is_enough():
        wake.start()
        loop.exec(events)
