"""From the start of a process to its first paint: the program beside an empty QMainWindow."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.sample import sample_report
from benchmarks.timing import Line
from reportdesk.export import export_report

RUNS = 9
SCRIPT = Path(__file__).with_name("first_paint.py")


def lines() -> Iterator[Line]:
    """Start-up times; every process has compiled modules, as after a first start."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "sample.rdesk")
        export_report(sample_report(), file)
        environment = warm_environment(Path(folder))
        empty, least = first_paint("empty", file, environment)
        first, _ = first_paint("first", file, environment)
        report, most = first_paint("report", file, environment)
    yield Line("start to paint: empty QMainWindow", empty)
    yield Line("start to paint: first screen", first, "empty QMainWindow", empty)
    yield Line("start to paint: window on a report", report, "empty QMainWindow", empty)
    if least:
        yield Line("peak memory: window on a report", most, "empty QMainWindow", least, "MB")


def first_paint(kind: str, file: Path, environment: dict[str, str]) -> tuple[float, float]:
    """The median time to the first paint in milliseconds, and the median peak memory in megabytes."""
    command = [sys.executable, SCRIPT, kind, file]
    times, memories = [], []
    for run in range(RUNS + 1):
        start = time.monotonic_ns()
        said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
        painted, memory = map(int, said.split()[-2:])
        if run:
            times.append((painted - start) / 1e6)
            memories.append(memory)
    return statistics.median(times), statistics.median(memories) / 1024


def warm_environment(folder: Path) -> dict[str, str]:
    """The display at hand or none, settings of nobody, and a place for compiled modules."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        environment[name] = str(folder / name)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(environment):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment
