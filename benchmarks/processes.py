"""Processes run in turns, with the processor time of each and of all that it started and waited for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.timing import Times

#: What `check` and others may end with: done, and findings that must be mended.
ACCEPTED = frozenset({0, 1})


def apart_in_turns(
    commands: Mapping[str, Sequence[str | Path]],
    environment: Mapping[str, str],
    rounds: int,
    before: Mapping[str, Sequence[str | Path]] | None = None,
) -> dict[str, Times]:
    """Run each command in turn, round after round, after one round that does not count.

    `before` is what is run in that round where the commands themselves take long: enough to compile modules.
    """
    for command in (commands if before is None else before).values():
        run_once(command, environment)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(run_once(command, environment))
    return {name: Times.of(each) for name, each in taken.items()}


def run_once(command: Sequence[str | Path], environment: Mapping[str, str]) -> tuple[float, float]:
    """Return milliseconds on the clock and of the processors; raise RuntimeError where the command failed."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if sys.platform == "win32":
        status, processor = process.wait(), 0.0
    else:
        _, state, used = os.wait4(process.pid, 0)
        status = process.returncode = os.waitstatus_to_exitcode(state)
        processor = used.ru_utime + used.ru_stime
    wall = time.perf_counter() - begun
    if status not in ACCEPTED:
        raise RuntimeError(f"{command} ended with {status}")
    return 1000 * wall, 1000 * processor
