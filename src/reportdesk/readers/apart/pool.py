"""Many files through a few warm workers: answers come in the order of the files, memory stays flat."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeAlias, TypeVar

from reportdesk.errors import FileError
from reportdesk.readers.apart import apart
from reportdesk.readers.apart.process import LIFE_FILES, Worker

if TYPE_CHECKING:
    from reportdesk.readers.protocol import Source

#: More workers than this gain little: the asker has to keep up with them.
MOST_WORKERS = 8
#: What the start of a worker takes is what it takes to read so many reports.
_START_FILES = 8
#: How many files may be under way or answered before the slowest of them is.
_AHEAD_FILES = 64

Load: TypeAlias = "Callable[[], Source]"
T = TypeVar("T")


def usual_workers() -> int:
    """Return how many workers suit this machine: one for each processor that this process may use."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, MOST_WORKERS))


class Pool:
    """Workers that do one job for file after file; `cancel` may be called from any thread.

    `job` is the module whose `serve` runs in the workers, as in `readers.apart.worker`.
    """

    def __init__(self, job: str = "", *, workers: int = 0, life: int = LIFE_FILES) -> None:
        """Prepare `workers` of them, as many as suit the machine by default; each starts when needed."""
        self._workers = [Worker(apart.command, job, life=life) for _ in range(workers or usual_workers())]

    def __enter__(self) -> Self:
        """Return the pool; leaving ends its workers."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all workers."""
        self.cancel()

    def cancel(self) -> None:
        """End all workers for good; files under way and those that follow give ReadingCancelled."""
        for worker in self._workers:
            worker.cancel()

    def begin(self, files: int, *, forked: bool = False) -> None:
        """Start the workers for so many files now; `forked` as in `Worker.start`."""
        for worker in self._at_work(files):
            worker.start(forked=forked)

    def rest(self) -> None:
        """End the processes while nobody asks; the next question starts others."""
        for worker in self._workers:
            worker.end()

    def answers(
        self, asked: Iterable[tuple[T, Load]], options: str = "", *, files: int | None = None
    ) -> Iterator[tuple[T, bytes | FileError]]:
        """Yield for each file, in order, what the job makes of it, or the FileError that it met.

        A file comes as a mark and a way to load it, which a thread of this process calls. `files` tells how
        many will come, where that is known: a few are done by few workers.
        """
        run = _Run(iter(asked), options)
        at_work = self._at_work(files)
        threads = [threading.Thread(target=run.feed, args=(worker,), daemon=True) for worker in at_work]
        for thread in threads:
            thread.start()
        is_whole = False
        try:
            yield from run.in_order(len(threads))
            is_whole = True
        finally:
            run.stop()
            for worker in () if is_whole else at_work:
                worker.end()
            for thread in threads:
                thread.join()

    def _at_work(self, files: int | None) -> list[Worker]:
        """Return the workers for so many files, where that is known."""
        at_work = self._workers if files is None else self._workers[: 1 + files // _START_FILES]
        for worker in at_work:
            worker.is_of_many = files is None or files >= _START_FILES
        return at_work


class _Run(Generic[T]):
    """One pass over some files: threads take the next one and put down its answer."""

    def __init__(self, asked: Iterator[tuple[T, Load]], options: str) -> None:
        self.asked, self.options = asked, options
        self._next = self._idle = 0
        self._is_stopped = False
        self._failure: BaseException | None = None
        self._done: dict[int, tuple[T, bytes | FileError]] = {}
        self._changed = threading.Condition()
        self._room = threading.Semaphore(_AHEAD_FILES)
        self._taking = threading.Lock()

    def stop(self) -> None:
        """Let no thread take another file."""
        with self._changed:
            self._is_stopped = True
        self._room.release(_AHEAD_FILES)

    def feed(self, worker: Worker) -> None:
        """Have a worker answer about one file after the other until there are no more."""
        try:
            while (taken := self._take()) is not None:
                number, mark, load = taken
                self._put(number, mark, self._answer(worker, load))
        except BaseException as error:
            self._failure = error
        finally:
            with self._changed:
                self._idle += 1
                self._changed.notify_all()

    def in_order(self, threads: int) -> Iterator[tuple[T, bytes | FileError]]:
        """Yield the answers in the order of the files as they come; raise what failed in a thread."""
        number = 0
        while True:
            with self._changed:
                while number not in self._done and self._idle < threads:
                    self._changed.wait()
                if number not in self._done:
                    break
                done = self._done.pop(number)
            self._room.release()
            number += 1
            yield done
        if self._failure is not None:
            raise self._failure

    def _take(self) -> tuple[int, T, Load] | None:
        self._room.acquire()
        with self._taking:
            if self._is_stopped:
                return None
            found = next(self.asked, None)
            if found is None:
                self._room.release()
                return None
            self._next += 1
            return self._next - 1, *found

    def _answer(self, worker: Worker, load: Load) -> bytes | FileError:
        try:
            source = load()
            if self._is_stopped:
                raise apart.ReadingCancelled("已取消读取", where=source.where)
            said = worker.ask(source, self.options, patience=apart.patience_for(source))
            return apart.answer_of(said, source.where)
        except FileError as error:
            return error

    def _put(self, number: int, mark: T, answer: bytes | FileError) -> None:
        with self._changed:
            self._done[number] = mark, answer
            self._changed.notify_all()
