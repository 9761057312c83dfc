"""Bombs set off one after another: how long until each is refused, and how much memory it took."""

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
_WINDOW = 0.1


def explode() -> Figures:
    """Reads every bomb as the window does."""
    figures = Figures("bombs are refused in under 2 s", broken=("late", "uncaught"))
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for name, make in BOMBS.items():
            suffix, data = make()
            path = Path(folder) / f"bomb{suffix}"
            path.write_bytes(data)
            begun = time.monotonic()
            try:
                read_apart(path)
                figures.counts["read"] += 1
            except FileError as error:
                figures.counts["refused"] += 1
                figures.counts["uncaught"] += "意外" in error.what
            took = time.monotonic() - begun
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


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield explode()
