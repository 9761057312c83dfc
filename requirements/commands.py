"""Running other programs, so that Ctrl-C is harmless, and telling the person at the terminal."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


class SetupError(Exception):
    """The machine can't be made ready; the message says what to do."""


def say(line: str) -> None:
    """Tells the person at the terminal what goes on."""
    print(f"dev.py: {line}", file=sys.stderr, flush=True)


def call(
    command: Sequence[str | Path],
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    quiet: bool = False,
) -> int:
    """Runs a command and returns its exit status; at Ctrl-C it may finish, for it got the same signal."""
    try:
        process = subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.DEVNULL if quiet else None)
    except OSError as error:
        say(f"{command[0]}: {error.strerror}")
        return 127
    try:
        status = process.wait()
    except KeyboardInterrupt:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
        process.terminate()
        raise
    return as_a_shell_says(status)


def as_a_shell_says(status: int) -> int:
    """128 and the signal's number for what a signal ended."""
    return status if status >= 0 else 128 - status


@dataclass(frozen=True)
class Ended:
    """A command that ran beside others: its exit status, all that it said, and the seconds it took."""

    name: str
    status: int
    said: str
    seconds: float


def side_by_side(
    commands: Mapping[str, Sequence[str | Path]],
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    at_once: int | None = None,
) -> Iterator[Ended]:
    """Runs named commands, one for each processor at once, and yields them in their order.

    Each has one processor's work to do, and says by itself what it has to say: no two lines mingle.
    """
    with ThreadPoolExecutor(at_once or os.cpu_count()) as places:
        running = [places.submit(_hear, name, command, cwd, env) for name, command in commands.items()]
        try:
            for one in running:
                yield one.result()
        finally:
            # After Ctrl-C no other begins; those that run got the same signal.
            places.shutdown(wait=False, cancel_futures=True)


def _hear(name: str, command: Sequence[str | Path], cwd: Path | None, env: Mapping[str, str] | None) -> Ended:
    start = time.monotonic()
    try:
        ended = subprocess.run(
            command,
            cwd=cwd,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        return Ended(name, 127, f"{command[0]}: {error.strerror}\n", time.monotonic() - start)
    return Ended(name, as_a_shell_says(ended.returncode), ended.stdout, time.monotonic() - start)


def must(command: Sequence[str | Path]) -> None:
    """Runs a command that the rest depends on; raises SetupError where it fails."""
    if call(command) != 0:
        raise SetupError("stopped: see above")
