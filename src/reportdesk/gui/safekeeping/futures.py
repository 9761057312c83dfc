"""What other threads have promised, told of in the window's thread; nothing of Qt goes into theirs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer

#: The time by which what another thread has done may be noticed late.
_LOOK_MS = 20
#: What a disk has not written by then waits for one that does not answer.
_LATE_MS = 10_000

_Wait: TypeAlias = tuple[Future[Any], Callable[[Future[Any]], None]]


class Futures(QObject):
    """The futures somebody waits for; with its parent it is gone, and then nobody is told any more."""

    def __init__(self, parent: QObject) -> None:
        """Begin with nothing to wait for."""
        super().__init__(parent)
        self._waiting: list[_Wait] = []
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def follow(
        self,
        future: Future[Any],
        tell: Callable[[Future[Any]], None],
        tell_late: Callable[[], object] | None = None,
    ) -> None:
        """Call `tell` with a future once it is over, and `tell_late` if that takes long beyond measure."""
        if tell_late is not None:
            QTimer.singleShot(_LATE_MS, self, lambda: future.done() or tell_late())
        self._waiting.append((future, tell))
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        over: list[_Wait] = []
        waiting: list[_Wait] = []
        for future, tell in self._waiting:
            (over if future.done() else waiting).append((future, tell))
        self._waiting = waiting
        if not waiting:
            self._timer.stop()
        for future, tell in over:
            tell(future)


def catch_up(queue: ThreadPoolExecutor, seconds: float) -> None:
    """Wait, in any thread, until a queue of one thread has done what it was given; for so long at most."""
    with suppress(TimeoutError):
        queue.submit(int).result(seconds)
