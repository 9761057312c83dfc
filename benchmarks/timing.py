"""Times of actions that are run in turns, and a line of the table that they make.

On a machine with other work the clock tells little: processor time is measured beside it, and what is
compared is run in turns within one run, so that whatever slows one slows the other.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

HEAD = "| what | on the clock | processor | rounds | compared |\n| --- | ---: | ---: | ---: | --- |"


@dataclass(frozen=True, slots=True)
class Times:
    """Medians of some rounds in milliseconds: on the clock, and of the processors (0 where nobody tells)."""

    wall: float
    processor: float
    rounds: int

    @classmethod
    def of(cls, taken: list[tuple[float, float]]) -> Times:
        """Return the medians of pairs of milliseconds."""
        walls, processors = zip(*taken, strict=True)
        return cls(statistics.median(walls), statistics.median(processors), len(taken))

    def of_each(self, number: int) -> Times:
        """Return the time of one of so many things that were done in a round."""
        return Times(self.wall / number, self.processor / number, self.rounds)


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured, its median, and what it is compared with."""

    what: str
    median: float
    beside: str = ""
    reference: float = 0.0
    unit: str = "ms"
    processor: float = 0.0
    rounds: int = 1

    @classmethod
    def of(cls, what: str, times: Times, beside: str = "", other: Times | None = None) -> Line:
        """Return the line of some times, compared by processor time where both have it."""
        by_processor = other is not None and bool(other.processor and times.processor)
        reference = 0.0 if other is None else other.processor if by_processor else other.wall
        compared = f"{beside} (processor)" if by_processor else beside
        return cls(what, times.wall, compared, reference, "ms", times.processor, times.rounds)

    def __str__(self) -> str:
        """The row of the table; the ratio stands where there is something to compare with."""
        own = self.processor if self.beside.endswith("(processor)") else self.median
        ratio = f"{own / self.reference:.2f} x {self.beside}" if self.reference else self.beside
        processor = f"{_short(self.processor)} ms" if self.processor else ""
        return f"| {self.what} | {_short(self.median)} {self.unit} | {processor} | {self.rounds} | {ratio} |"


def in_turns(actions: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Times]:
    """Run each action in turn, round after round, after one round that does not count."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in actions}
    for number in range(rounds + 1):
        for name, action in actions.items():
            wall, processor = time.perf_counter(), time.process_time()
            action()
            processor, wall = time.process_time() - processor, time.perf_counter() - wall
            if number:
                taken[name].append((1000 * wall, 1000 * processor))
    return {name: Times.of(each) for name, each in taken.items()}


def times_of(action: Callable[[], object], rounds: int) -> Times:
    """The times of one action that is compared with nothing."""
    return in_turns({"": action}, rounds)[""]


def exponent(sizes: tuple[int, int], times: tuple[float, float]) -> float:
    """Return how time grows from one size to another: 1 is in proportion, 2 with the square."""
    return math.log(times[1] / times[0]) / math.log(sizes[1] / sizes[0])


def _short(value: float) -> str:
    return f"{value:.{3 if value < 10 else 1}f}"
