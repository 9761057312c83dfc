"""Runs the experiments that take minutes and prints their figures: `python -m tests.faults [NAME...]`.

Exit status 1 if any promise is broken. Names: calls, power, full, kills, instances, damage, mutations,
explosions, texts, robot, steps, memory, ends. Experiments that need root, strace or a loop device say so
where they cannot run.
"""

from __future__ import annotations

import importlib
import sys
import time

NAMES = ("calls", "power", "full", "kills", "instances", "damage", "mutations", "explosions", "texts")
NAMES += ("robot", "steps", "memory", "ends")


def main(argv: list[str]) -> int:
    """Runs the experiments named, all by default; returns the exit status."""
    if unknown := set(argv) - set(NAMES):
        sys.stderr.write(f"{__doc__}\nunknown: {', '.join(sorted(unknown))}\n")
        return 2
    held = True
    for name in argv or NAMES:
        begun = time.monotonic()
        for figures in importlib.import_module(f"tests.faults.{name}").experiments():
            held = held and figures.holds
            print(figures, flush=True)  # noqa: T201
        print(f"         {name}: {time.monotonic() - begun:.0f} s", flush=True)  # noqa: T201
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
