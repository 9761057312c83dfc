"""One worker process as its asker sees it: started when needed, asked about one file after the other.

The worker is replaced after a violation, a defect or an end of its own, and after `life` files, so that
whatever a file left behind in it is gone. What ends costs the file that it was reading, no other.
"""

from __future__ import annotations

import contextlib
import signal
import struct
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.readers.apart.errors import REMEDY, ReadingCancelled, TooMuch, WorkerEnded
from reportdesk.readers.apart.exchange import ANSWER, ASK_FRESH, GOES_ON, OF_MANY, QUESTION
from reportdesk.readers.apart.running import Process, end, split_off, start, stop

if TYPE_CHECKING:
    from reportdesk.readers.protocol import Source

#: After so many files a worker is replaced; libraries leave a little memory behind with each.
LIFE_FILES = 600

#: Signals by which a limit ends a process: its processor time, or the system's memory.
_LIMITS = frozenset(getattr(signal, name, None) for name in ("SIGXCPU", "SIGKILL")) - {None}


class Worker:
    """A process that answers questions about files; `cancel` may be called from any thread."""

    def __init__(
        self, command: Callable[[], Sequence[str]], job: str = "", *, life: int = LIFE_FILES
    ) -> None:
        """Prepare to start `command` with the name of the `job`, for `life` files each time."""
        self._command = command
        self._job = job
        self._life = life
        #: Whether it will be asked of so many files that it should be ready for all kinds of them.
        self.is_of_many = False
        self._asked = 0
        self._process: Process | None = None
        self._lock = threading.Lock()
        self._is_cancelled = False

    def start(self, *, forked: bool = False) -> None:
        """Start the process before there is a question; where it does not start the question will tell.

        `forked` splits it off from this one, where that may be. Whoever comes in its place is started.
        """
        with contextlib.suppress(FileError):
            self._running("", forked=forked)

    def ask(self, source: Source, options: str = "", *, patience: float) -> bytes:
        """Return what the worker says of a file within `patience` seconds; raise FileError.

        ReadingCancelled, TooMuch (a limit), WorkerEnded, or another FileError where no worker starts.
        """
        for _ in range(2):
            answer, fate = self._exchange(source, options, patience)
            if fate != GOES_ON:
                self.end()
            if fate != ASK_FRESH:
                return answer
        raise WorkerEnded("读取文件的程序没有应答，已中止", where=source.where, remedy=REMEDY)

    def cancel(self) -> None:
        """End the process with all that it started; whoever asks it hears ReadingCancelled, now and later."""
        self._is_cancelled = True
        self.end()

    def end(self) -> None:
        """End the process if it runs; the next question starts another one."""
        with self._lock:
            process, self._process, self._asked = self._process, None, 0
        if process is not None:
            end(process)

    def _exchange(self, source: Source, options: str, patience: float) -> tuple[bytes, int]:
        process = self._running(source.where)
        self._asked += 1
        is_late = threading.Event()
        clock = threading.Timer(patience, _stop_late, (process, is_late))
        clock.daemon = True
        clock.start()
        try:
            return _talk(process, source, options)
        except (OSError, EOFError, ValueError, struct.error) as error:
            # Whoever cancels has taken the process, and closed its pipes; else it is ended here, kindly.
            self.end()
            raise self._failure(process, source.where, is_late=is_late.is_set()) from error
        finally:
            clock.cancel()
            clock.join()

    def _running(self, where: str, *, forked: bool = False) -> Process:
        if self._asked >= self._life:
            self.end()
        with self._lock:
            if self._is_cancelled:
                raise ReadingCancelled("已取消读取", where=where)
            if self._process is None:
                words = [self._job, OF_MANY] if self.is_of_many else [self._job] if self._job else []
                self._process = split_off(words) if forked else None
                self._process = self._process or start([*self._command(), *words], where)
            return self._process

    def _failure(self, process: Process, where: str, *, is_late: bool) -> FileError:
        code = process.wait()
        if self._is_cancelled:
            return ReadingCancelled("已取消读取", where=where)
        if is_late:
            return TooMuch("读这个文件用的时间太长，已中止", where=where, remedy=REMEDY)
        if -code in _LIMITS:
            return TooMuch("读这个文件要的内存或时间太多，已中止", where=where, remedy=REMEDY)
        what = f"读到一半中断了（{code}），已中止：文件损坏了，或者要的内存太多"
        return WorkerEnded(what, where=where, remedy=REMEDY)


def _talk(process: Process, source: Source, options: str) -> tuple[bytes, int]:
    assert process.stdin is not None
    assert process.stdout is not None
    # Late: a worker starts while the asker loads what it needs itself.
    from reportdesk.project.format.json_text import encode_json

    request = {"path": str(source.path), "rescue": source.rescue, "options": options}
    asked = encode_json(request, compact=True)
    process.stdin.write(QUESTION.pack(len(asked), len(source.data)) + asked)
    process.stdin.write(source.data)
    process.stdin.flush()
    size, fate = ANSWER.unpack(process.stdout.read(ANSWER.size))
    answer = process.stdout.read(size)
    if len(answer) < size:
        raise EOFError
    return answer, fate


def _stop_late(process: Process, is_late: threading.Event) -> None:
    is_late.set()
    stop(process)
