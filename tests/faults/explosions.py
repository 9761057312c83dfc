"""Bombs set off one after another: how much work until each is refused, and how much memory it took."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from reportdesk.errors import FileError
from reportdesk.readers.apart.apart import read_apart
from tests.faults.bombs import BOMBS
from tests.faults.figures import Figures

_SOON = 2.0


def explode() -> Figures:
    """Reads every bomb as the window does."""
    figures = Figures("bombs are refused after less than 2 s of work", broken=("late", "uncaught"))
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for name, make in BOMBS.items():
            suffix, data = make()
            path = Path(folder) / f"bomb{suffix}"
            path.write_bytes(data)
            begun = _work_s()
            try:
                read_apart(path)
                figures.counts["read"] += 1
            except FileError as error:
                figures.counts["refused"] += 1
                figures.counts["uncaught"] += "意外" in error.what
            took = _work_s() - begun
            times.append(took)
            # What is just within the limits is read, however long that takes.
            if took > _SOON and "just below" not in name:
                figures.counts["late"] += 1
                figures.details.append(f"{name}: {took:.1f} s")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    median = sorted(times)[len(times) // 2]
    figures.details.append(
        f"median {median:.2f} s, longest {max(times):.2f} s; most memory of a worker {memory} MB"
    )
    return figures


def _work_s() -> float:
    """Return the processor time of this process and of its workers that ended; a busy machine adds none."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield explode()
