"""Collecting many files with all that comes out of it, beside plain unzip and lxml of the same files.

Each number of files is run once, in processes of its own; memory is the proportional share (PSS) of all of
them together, the highest of what was seen every 0.2 s. The files stay in the system's folder for passing
files, so that the next run need not write them again.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.county import lay_out_county
from benchmarks.plain import parse_all
from benchmarks.timing import Line

#: Numbers of files with the characters of prose in each.
RUNS = ((50, 600), (1_000, 600), (1_000, 4_000), (10_000, 600))

_LOOK_S = 0.2
_COUNTY = Path(__file__).parents[1] / "docs" / "examples" / "make_county.py"


@dataclass
class Measured:
    """One run of a command: seconds on the clock and of the processors, and the memory of all (MB)."""

    wall: float
    processor: float
    memory: float


def lines() -> Iterator[Line]:
    """A county's workbook; then files a second, processor time a file, memory, for each number of files."""
    yield from _county()
    for number, characters in RUNS:
        folder = Path(tempfile.gettempdir()) / f"reportdesk-county-{characters}-{number}"
        lay_out_county(folder, number, characters)
        plain = _plain(folder)
        measured = _measured(folder)
        what = f"collect {number} files, {characters} characters"
        yield Line(f"{what}: processor", 1000 * measured.processor / number, "plain", 1000 * plain / number)
        yield Line(f"{what}: on the clock", number / measured.wall, unit="files/s")
        yield Line(f"{what}: memory of all processes", measured.memory, unit="MB")


def _county() -> Iterator[Line]:
    """From the 49 units' files of docs/examples, of many kinds, to the workbook."""
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.executable, str(_COUNTY), made], check=True)
        received = Path(made) / "收到"
        measured = _measured(received, "--roster", str(Path(made) / "单位名单.csv"))
        plain = _plain(received)
    what = "a county of 49 units to its workbook"
    yield Line(f"{what}: processor", 1000 * measured.processor, "plain", 1000 * plain)
    yield Line(f"{what}: on the clock", 1000 * measured.wall)


def _plain(folder: Path) -> float:
    """The processor time (s) of unzipping and parsing the same files in one process."""
    begun = time.process_time()
    parse_all(folder)
    return time.process_time() - begun


def _measured(folder: Path, *words: str) -> Measured:
    """Collect the folder into a workbook, a CSV and JSON."""
    with tempfile.TemporaryDirectory() as out, open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        outputs = ["--to", f"{out}/o.xlsx", "--cells", f"{out}/o.csv", "--json"]
        command = [sys.executable, "-m", "reportdesk", "collect", str(folder), *words, *outputs]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        memory = _Memory(process.pid)
        memory.start()
        process.wait()
        wall = time.perf_counter() - begun
        memory.done.set()
        memory.join()
    if process.returncode not in {0, 1}:
        raise RuntimeError(f"collect ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(wall, processor, memory.most / 1024)


class _Memory(threading.Thread):
    """Looks at the memory of a process and all its children again and again; `most` is in KB."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.most, self.done = process, 0, threading.Event()

    def run(self) -> None:
        while not self.done.wait(_LOOK_S):
            self.most = max(self.most, sum(map(_share, _family(self.process))))


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        threads = list(Path(f"/proc/{process}/task").iterdir())
    except OSError:
        return
    for thread in threads:
        try:
            children = (thread / "children").read_text()
        except OSError:
            continue
        for child in children.split():
            yield from _family(int(child))


def _share(process: int) -> int:
    """The proportional share of memory (KB) of a process; 0 where nobody tells, or it has ended."""
    try:
        memory = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in memory.splitlines() if line.startswith("Pss:")), 0)
