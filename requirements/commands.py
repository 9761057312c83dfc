"""Running other programs, so that Ctrl-C is harmless, and telling the person at the terminal."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
    return status if status >= 0 else 128 - status


def must(command: Sequence[str | Path]) -> None:
    """Runs a command that the rest depends on; raises SetupError where it fails."""
    if call(command) != 0:
        raise SetupError("stopped: see above")
