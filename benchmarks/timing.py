"""Medians of repeated runs, and a line of the table that they make."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured, its median, and what it is compared with."""

    what: str
    median: float
    beside: str = ""
    reference: float = 0.0
    unit: str = "ms"

    def __str__(self) -> str:
        """The line of the table; the ratio stands where there is something to compare with."""
        ratio = f"{self.median / self.reference:6.2f} x {self.beside}" if self.reference else ""
        decimals = 3 if self.median < 10 else 1
        return f"{self.what:<48}{self.median:10.{decimals}f} {self.unit}  {ratio}".rstrip()


def median_of(action: Callable[[], object], runs: int) -> float:
    """The median of some runs in milliseconds, after one that does not count."""
    action()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)
