"""A robot works very long in one window: the memory that the window takes does not grow without an end."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults.figures import Figures
from tests.faults.robot import close, left_over, operations_of, own_profile, window_in

_LONG, _LOOK_EVERY = 20_000, 1_000
#: From so many operations before the end on the memory is flat: it grows by no more than this.
_FLAT_OPERATIONS, _MOST_GROWTH = 12_000, 0.03


def grow_over_a_long_session(operations: int = _LONG, look_every: int = _LOOK_EVERY) -> Figures:
    """Lets one robot work long in one window; says memory (MB) and objects as it goes on."""
    figures = Figures(f"a window grows by no end over {operations} operations", broken=("faults",))
    from reportdesk.gui.qt.garbage import let_go
    from tests.faults.window_robot import WindowRobot

    sizes, objects = [], []
    with tempfile.TemporaryDirectory() as name, own_profile(Path(name)):
        window = window_in(Path(name))
        robot = WindowRobot(window, Path(name), 0, in_haste=True)
        for _ in range(operations // look_every):
            robot.work(look_every)
            # As the window does by itself every few seconds.
            let_go(2)
            sizes.append(resident_mb())
            objects.append(len(gc.get_objects()))
        robot.faults += left_over()
        robot.finish()
        close(window)
    growth = sizes[-1] / sizes[-1 - _FLAT_OPERATIONS // look_every] - 1 if sizes[-1] else 0.0
    figures.counts["operations"] = operations_of(robot)
    figures.counts["faults"] = len(robot.faults) + (growth > _MOST_GROWTH)
    figures.details = [
        f"MB after each {look_every}: {', '.join(f'{size:.0f}' for size in sizes)}",
        f"objects, thousands: {', '.join(f'{number / 1000:.0f}' for number in objects)}",
        f"over the last {_FLAT_OPERATIONS}: {growth:+.1%}",
        *robot.faults,
    ]
    return figures


def resident_mb() -> float:
    """Returns the memory that this process holds now, in MB; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def experiments() -> Iterator[Figures]:
    """Runs the whole."""
    yield grow_over_a_long_session()
