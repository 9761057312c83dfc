"""Processes that tests start: each ends with its test, none is waited for without a limit."""

import contextlib
import signal
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

#: What a process that was killed has to be gone, and one that is run to its end, in seconds.
MOST_SECONDS = 60

Start = Callable[..., "subprocess.Popen[Any]"]


@contextlib.contextmanager
def ended_processes() -> Iterator[Start]:
    """Start processes as `subprocess.Popen` does; at the end kill and reap each that is still there."""
    started: list[subprocess.Popen[Any]] = []

    def call(*words: Any, **options: Any) -> subprocess.Popen[Any]:
        with _ctrl_c_heard():
            started.append(subprocess.Popen(*words, **options))
        return started[-1]

    yield call
    for process in started:
        process.kill()
    for process in started:
        process.wait(MOST_SECONDS)
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


@contextlib.contextmanager
def _ctrl_c_heard() -> Iterator[None]:
    """Let what is started hear Ctrl-C, also where whoever runs the tests ignores it (`pytest &`, nohup)."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
