"""One worker process as its asker sees it: started when needed, asked about one file after the other.

The worker is replaced after a violation, a defect or an end of its own, and after `life` files, so that
whatever a file left behind in it is gone. What ends costs the file that it was reading, no other.
"""

from __future__ import annotations

import contextlib
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reportdesk.errors import FileError
from reportdesk.readers.apart.errors import REMEDY, ReadingCancelled, TooMuch, WorkerEnded
from reportdesk.readers.apart.exchange import ANSWER, ASK_FRESH, GOES_ON, MEMORY_BYTES, QUESTION
from reportdesk.readers.apart.job import limit_process

if TYPE_CHECKING:
    from reportdesk.readers.protocol import Source

#: After so many files a worker is replaced; libraries leave a little memory behind with each.
LIFE_FILES = 600

_GRACE_S = 1.0
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
        self._asked = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._is_cancelled = False

    def start(self) -> None:
        """Start the process before there is a question; where it does not start the question will tell."""
        with contextlib.suppress(FileError):
            self._running("")

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
            end_process(process)

    def _exchange(self, source: Source, options: str, patience: float) -> tuple[bytes, int]:
        process = self._running(source.where)
        self._asked += 1
        is_late = threading.Event()
        clock = threading.Timer(patience, _stop_late, (process, is_late))
        clock.daemon = True
        clock.start()
        try:
            return _talk(process, source, options)
        except (OSError, EOFError, struct.error) as error:
            # Whoever cancels has taken the process; else it is ended here, kindly.
            self.end()
            raise self._failure(process, source.where, is_late=is_late.is_set()) from error
        finally:
            clock.cancel()

    def _running(self, where: str) -> subprocess.Popen[bytes]:
        if self._asked >= self._life:
            self.end()
        with self._lock:
            if self._is_cancelled:
                raise ReadingCancelled("已取消读取", where=where)
            if self._process is None:
                self._process = _start([*self._command(), *([self._job] if self._job else [])], where)
            return self._process

    def _failure(self, process: subprocess.Popen[bytes], where: str, *, is_late: bool) -> FileError:
        code = process.wait()
        if self._is_cancelled:
            return ReadingCancelled("已取消读取", where=where)
        if is_late:
            return TooMuch("读这个文件用的时间太长，已中止", where=where, remedy=REMEDY)
        if -code in _LIMITS:
            return TooMuch("读这个文件要的内存或时间太多，已中止", where=where, remedy=REMEDY)
        what = f"读取文件的程序意外退出（{code}），已中止"
        return WorkerEnded(what, where=where, remedy=REMEDY)


def _start(command: Sequence[str], where: str) -> subprocess.Popen[bytes]:
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        what = f"启动不了读取文件的程序（{error.strerror or type(error).__name__}）"
        raise FileError(what, where=where, remedy="请腾出磁盘空间，关掉一些程序后再试") from error
    limit_process(process, MEMORY_BYTES)
    return process


def _talk(process: subprocess.Popen[bytes], source: Source, options: str) -> tuple[bytes, int]:
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


def _stop_late(process: subprocess.Popen[bytes], is_late: threading.Event) -> None:
    is_late.set()
    _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to end, so that whoever waits for its answer hears of it."""
    if sys.platform == "win32":
        tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)
    with contextlib.suppress(OSError):
        process.terminate()
    try:
        process.wait(_GRACE_S)
    except subprocess.TimeoutExpired:
        process.kill()


def end_process(process: subprocess.Popen[bytes]) -> None:
    """End a worker, kindly first, so that it can end what it started itself; let go of its pipes."""
    if process.poll() is None:
        _stop(process)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError, ValueError):
                pipe.close()
