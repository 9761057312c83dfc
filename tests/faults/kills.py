"""A robot types and is killed at random: what it typed must be offered again, all but the last 15 seconds.

Most robots live in a world where a clock runs 20 times as fast; some type into a real window in real time.
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from reportdesk.project.file import save_project
from reportdesk.project.kept.recovery import Snapshots
from tests.faults.figures import Figures
from tests.project.test_project_file import REPORT

_KILLS, _WINDOWS = 500, 40
_PACE = 20.0
_MOST_LOST = 15.0
_KEY = "requests.received.natural_person"


def kill_while_typing(kills: int = _KILLS) -> Figures:
    """Kills robots in the fast world."""
    return _kill(kills, "robot", _PACE, 8, f"at most {_MOST_LOST:g} s of typing lost (clock x {_PACE:g})")


def kill_windows(kills: int = _WINDOWS) -> Figures:
    """Kills windows in real time."""
    return _kill(kills, "window", 1.0, 20, f"at most {_MOST_LOST:g} s of typing lost (window, real time)")


def _kill(kills: int, who: str, pace: float, at_once: int, promise: str) -> Figures:
    figures = Figures(promise, broken=("not offered", "lost too much", "file changed"))
    with ThreadPoolExecutor(at_once) as pool:
        runs = list(pool.map(lambda number: _kill_one(who, pace, number), range(kills)))
    lost = []
    for offered, seconds, is_changed in runs:
        figures.counts["kills"] += 1
        figures.counts["offered"] += offered
        figures.counts["not offered"] += not offered
        figures.counts["file changed"] += is_changed
        if offered:
            lost.append(seconds)
            figures.counts["lost too much"] += seconds > _MOST_LOST
    figures.details.append(
        f"seconds of typing lost: median {sorted(lost)[len(lost) // 2]:.1f}, most {max(lost):.1f}"
    )
    return figures


def _kill_one(who: str, pace: float, number: int) -> tuple[bool, float, bool]:
    """Kills one; returns whether its work was offered, the seconds of it lost, whether the file changed."""
    draw = random.Random(number)
    with tempfile.TemporaryDirectory() as name:
        path, profile = Path(name) / "x.rdesk", Path(name) / "profile"
        save_project(path, REPORT, None)
        before = path.read_bytes()
        typed = _type_until_killed(who, path, profile, pace, draw)
        found = Snapshots(profile / "recovery").offered().snapshots
        is_changed = path.read_bytes() != before
        if len(found) != 1:
            return False, 0.0, is_changed
        kept = int(found[0].report.cells[_KEY])
        end = typed[max(typed)]
        first_lost = min((when for figure, when in typed.items() if figure > kept), default=end)
        return True, (end - first_lost) * pace, is_changed


def _type_until_killed(
    who: str, path: Path, profile: Path, pace: float, draw: random.Random
) -> dict[int, float]:
    """Lets a robot type, kills it after its first snapshot was due; returns when each figure was typed."""
    command = [sys.executable, "-m", "tests.faults.typing_robot", who, path, str(draw.random()), str(pace)]
    environment = {**os.environ, "REPORTDESK_PROFILE": str(profile), "QT_QPA_PLATFORM": "offscreen"}
    robot = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    assert robot.stdout is not None
    said = robot.stdout.fileno()
    data = os.read(said, 4096)
    deadline = time.monotonic() + draw.uniform(16.0, 40.0) / pace
    while time.monotonic() < deadline:
        if select.select([said], [], [], 0.01)[0]:
            data += os.read(said, 65536)
    robot.send_signal(signal.SIGKILL)
    robot.wait()
    while more := os.read(said, 65536):
        data += more
    robot.stdout.close()
    lines = [line.split() for line in data.decode().splitlines()]
    return {int(figure): float(when) for figure, when in lines}


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield kill_while_typing()
    yield kill_windows()
