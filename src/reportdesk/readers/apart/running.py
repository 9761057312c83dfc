"""The process of a worker: split off from this one or started anew, asked to end, ended."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Sequence
from typing import IO, Protocol

from reportdesk.errors import FileError
from reportdesk.readers.apart.exchange import MEMORY_BYTES
from reportdesk.readers.apart.job import limit_process

_GRACE_S = 1.0
#: How soon a process that was asked to end is looked at again, at first and at most.
_SOON_S, _LATER_S = 0.0005, 0.05


class Process(Protocol):
    """A worker's process, started by `subprocess` or split off from this one (`readers.apart.forked`)."""

    @property
    def pid(self) -> int:
        """Return its number."""
        ...

    @property
    def stdin(self) -> IO[bytes] | None:
        """Return where its questions go."""
        ...

    @property
    def stdout(self) -> IO[bytes] | None:
        """Return where its answers come from."""
        ...

    def poll(self) -> int | None:
        """Return its exit status if it is over, a signal's number below zero; else None."""
        ...

    def wait(self) -> int:
        """Wait until it is over; return its exit status."""
        ...

    def terminate(self) -> None:
        """Ask it to end."""
        ...

    def kill(self) -> None:
        """End it."""
        ...


def split_off(words: Sequence[str]) -> Process | None:
    """Return a worker split off from this process; None where that may not be, or the system has no room."""
    if sys.platform == "linux":
        from reportdesk.readers.apart.forked import fork_worker, may_fork

        try:
            return fork_worker(words) if may_fork() else None
        except OSError:
            return None
    return None


def start(command: Sequence[str], where: str) -> Process:
    """Start a worker; raise FileError that names `where`."""
    # Late: who splits its workers off starts none.
    import subprocess

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


def stop(process: Process) -> None:
    """Ask a process to end, so that whoever waits for its answer hears of it."""
    if sys.platform == "win32":
        import subprocess

        tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)
    with contextlib.suppress(OSError):
        process.terminate()
    latest, rest = time.monotonic() + _GRACE_S, _SOON_S
    while process.poll() is None:
        if time.monotonic() > latest:
            process.kill()
            break
        time.sleep(rest)
        rest = min(2 * rest, _LATER_S)


def end(process: Process) -> None:
    """End a worker, kindly first, so that it can end what it started itself; let go of its pipes."""
    if process.poll() is None:
        stop(process)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError, ValueError):
                pipe.close()
