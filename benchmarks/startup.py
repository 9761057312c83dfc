"""From the start of a process to what a person waits for, beside the least that could be started.

Windows: to the first paint, and for a report to its first findings, beside an empty QMainWindow. The command
line: beside Python that does nothing, and beside python-docx that opens the same file. All in turns.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.processes import apart_in_turns
from benchmarks.sample import sample_report
from benchmarks.timing import Line, Times
from reportdesk.export import export_report

ROUNDS = 15
SCRIPT = Path(__file__).with_name("first_paint.py")
KINDS = ("empty", "first", "report")
WALK = (
    "import sys, docx; d = docx.Document(sys.argv[1]);"
    "[p.text for p in d.paragraphs]; [c.text for t in d.tables for r in t.rows for c in r.cells]"
)


def lines() -> Iterator[Line]:
    """Start-up times; every process has compiled modules, as after a first start."""
    with tempfile.TemporaryDirectory() as folder:
        environment = warm_environment(Path(folder))
        yield from window_lines(Path(folder), environment)
        yield from command_lines(Path(folder), environment)


def window_lines(folder: Path, environment: dict[str, str]) -> Iterator[Line]:
    """Times to the first paint and to the first findings, and the memory of a window."""
    file = folder / "sample.rdesk"
    export_report(sample_report(), file)
    painted, found, memory = first_paints(file, environment)
    plain = "empty QMainWindow"
    yield Line.of("start to paint: empty QMainWindow", painted["empty"])
    yield Line.of("start to paint: first screen", painted["first"], plain, painted["empty"])
    yield Line.of("start to paint: window on a report", painted["report"], plain, painted["empty"])
    yield Line.of("start to findings: window on a report", found["report"], plain, painted["empty"])
    if memory["empty"]:
        most, least = memory["report"], memory["empty"]
        yield Line("peak memory: window on a report", most, plain, least, "MB", rounds=ROUNDS)


def command_lines(folder: Path, environment: dict[str, str]) -> Iterator[Line]:
    """Times of whole calls."""
    file = folder / "sample.docx"
    export_report(sample_report(), file)
    program: list[str | Path] = [sys.executable, "-m", "reportdesk"]
    commands: dict[str, list[str | Path]] = {
        "pass": [sys.executable, "-c", "pass"],
        "version": [*program, "--version"],
        "walk": [sys.executable, "-c", WALK, file],
        "check": [*program, "check", file],
    }
    times = apart_in_turns(commands, environment, ROUNDS)
    yield Line.of("call: python -c pass", times["pass"])
    yield Line.of("call: --version", times["version"], "python -c pass", times["pass"])
    yield Line.of("call: python-docx opens a file and walks cells", times["walk"])
    yield Line.of("call: check FILE.docx", times["check"], "python-docx", times["walk"])


def first_paints(
    file: Path, environment: dict[str, str]
) -> tuple[dict[str, Times], dict[str, Times], dict[str, float]]:
    """The times to the first paint and to the first findings of each kind, and the peak memory (MB)."""
    painted: dict[str, list[tuple[float, float]]] = {kind: [] for kind in KINDS}
    found: dict[str, list[tuple[float, float]]] = {kind: [] for kind in KINDS}
    memory: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for number in range(ROUNDS + 1):
        for kind in KINDS:
            command = [sys.executable, SCRIPT, kind, file]
            start = time.monotonic_ns()
            said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
            *times, most = map(int, said.split()[-5:])
            if number:
                painted[kind].append(((times[0] - start) / 1e6, times[1] / 1e6))
                found[kind].append(((times[2] - start) / 1e6, times[3] / 1e6))
                memory[kind].append(most)
    return (
        {kind: Times.of(each) for kind, each in painted.items()},
        {kind: Times.of(each) for kind, each in found.items()},
        {kind: statistics.median(each) / 1024 for kind, each in memory.items()},
    )


def warm_environment(folder: Path) -> dict[str, str]:
    """The display at hand or none, settings of nobody, and a place for compiled modules."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        environment[name] = str(folder / name)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(environment):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment
