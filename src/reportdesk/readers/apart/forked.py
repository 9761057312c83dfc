"""A worker split off from the process that asks: Python and what both load are then there already.

Only a program of one thread may do so, for what other threads hold stands still in the copy; Windows knows
no such thing. Everything else starts a process of its own, see `readers.apart.process`.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from reportdesk.readers.apart.exchange import OF_MANY

# Who asks looks at the system before this is loaded; elsewhere these calls are not there.
assert sys.platform == "linux"

_STANDARD_ERROR = 2


def may_fork() -> bool:
    """Tell whether this process may be copied: with one thread, those of libraries too."""
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
    except OSError:
        return False


class ForkedProcess:
    """A copy of this process at work as a worker, to be used as one that `subprocess` started."""

    def __init__(self, pid: int, questions: int, answers: int) -> None:
        """Take the process's number, and the ends of its two pipes that are ours."""
        self.pid = pid
        self.stdin = os.fdopen(questions, "wb")
        self.stdout = os.fdopen(answers, "rb")
        self._status: int | None = None
        self._lock = threading.Lock()

    def poll(self) -> int | None:
        """Return the exit status if the process is over, a signal's number below zero; else None."""
        with self._lock:
            return self._poll()

    def wait(self) -> int:
        """Wait until the process is over; return what `poll` does."""
        while (status := self.poll()) is None:
            # The status is left to `poll`, which takes it under the lock; another thread may be faster.
            with contextlib.suppress(ChildProcessError):
                os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
        return status

    def terminate(self) -> None:
        """Ask the process to end."""
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        """End the process."""
        self._send(signal.SIGKILL)

    def _send(self, number: int) -> None:
        # Under the lock, so that the number is still this process's.
        with self._lock:
            if self._poll() is None:
                os.kill(self.pid, number)

    def _poll(self) -> int | None:
        if self._status is None:
            pid, state = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(state)
        return self._status


def fork_worker(words: Sequence[str]) -> ForkedProcess:
    """Split off a worker as `words` ask for one, where `may_fork` allows it; raise OSError."""
    ends: list[int] = []
    try:
        ends += os.pipe()
        ends += os.pipe()
        question, questions, answers, answer = ends
        pid = _split_off(words, question, answer)
    except OSError:
        for end in ends:
            os.close(end)
        raise
    os.close(question)
    os.close(answer)
    return ForkedProcess(pid, questions, answers)


def _split_off(words: Sequence[str], question: int, answer: int) -> int:
    """Return the number of the copy, which itself never returns from here."""
    # Before there are two, or several, who would each load it; who asks knows the job's module as well.
    from reportdesk.readers.apart.worker import job_of, module_of, run

    if OF_MANY in words[1:]:
        job_of(words[0], of_many=True)
    elif words:
        module_of(words[0])

    # A search for garbage writes into all that it looks through, and what is written is no longer shared.
    gc.freeze()
    # Ctrl-C reaches both; the copy hears of it once it knows what to do.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        pid = os.fork()
        if pid:
            return pid
        try:
            _begin_afresh(question, answer)
            run(words)
        finally:
            os._exit(1)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _begin_afresh(question: int, answer: int) -> None:
    """Let go of all that a process started anew does not have: open files, the path of whoever calls."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # In this order: where the caller closed its streams, the question may have come to stand in one's place.
    os.dup2(question, 0)
    os.dup2(answer, 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STANDARD_ERROR)
    for held in list(Path("/proc/self/fd").iterdir()):
        if int(held.name) > _STANDARD_ERROR:
            with contextlib.suppress(OSError):
                os.close(int(held.name))
    # As with `-P`: Python puts the folder of a script, or where one stands, before all others.
    if not (sys.flags.safe_path or getattr(sys, "frozen", False)):
        del sys.path[0]
