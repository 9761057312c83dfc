"""Running other programs, and saying what goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

#: So many lines of a failed program's log are shown.
_SHOWN = 25


class BuildError(Exception):
    """Something can't be built; the message says what and what to do."""


def say(line: str) -> None:
    """Tell the person at the terminal what goes on."""
    print(f"packaging: {line}", file=sys.stderr, flush=True)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Say what is done, and afterwards how long it took."""
    say(f"{what} …")
    start = time.monotonic()
    yield
    say(f"{what}: {time.monotonic() - start:.1f} s")


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> None:
    """Run a program that must succeed; with `log` its output goes there, and its end is shown if it fails."""
    environment = {**os.environ, **(env or {})}
    if log is None:
        status, tail = _call(command, cwd, environment, None), ""
    else:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as stream:
            status = _call(command, cwd, environment, stream.fileno())
        tail = "\n".join(log.read_text("utf-8", "replace").splitlines()[-_SHOWN:]) if status else ""
    if status:
        where = f"; all of it is in {log}" if log else ""
        raise BuildError(f"{tail}\n{_name(command)} ended with status {status}{where}".lstrip())


def output(command: Sequence[str | Path], *, cwd: Path | None = None) -> bytes:
    """Run a program that must succeed and return what it prints."""
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, check=False)
    except OSError as error:
        raise BuildError(f"{command[0]}: {error.strerror}") from error
    if done.returncode:
        said = (done.stderr + done.stdout).decode("utf-8", "replace").strip()[-2000:]
        raise BuildError(f"{_name(command)} ended with status {done.returncode}: {said}")
    return done.stdout


def _call(
    command: Sequence[str | Path], cwd: Path | None, environment: Mapping[str, str], out: int | None
) -> int:
    try:
        errors = None if out is None else subprocess.STDOUT
        done = subprocess.run(
            command,
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
            check=False,
        )
    except OSError as error:
        raise BuildError(f"{command[0]}: {error.strerror}") from error
    return done.returncode


def _name(command: Sequence[str | Path]) -> str:
    return " ".join([Path(command[0]).name, *map(str, command[1:3])])
