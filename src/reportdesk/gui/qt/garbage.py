"""Collect garbage in the window's thread only.

Python collects cycles in whichever thread happens to allocate. A closed window is such a cycle, and Qt
objects that are taken apart in another thread than their own crash or wait for each other for ever.

What is let go lies between what is held, and the C library of Linux keeps it: after hours some 5 MB. So
its free pages are given back to the system, which takes less than a millisecond.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, QTimer

#: Cycles grow by windows closed, not by keys: a search twice a second keeps up.
_LOOK_MS = 500
#: The generation that is due with nearly every look; the next one is after some five seconds of work.
_YOUNGEST = 0


class GarbageCollector(QObject):
    """Stands in for Python's own collection, by the same thresholds, until the program ends."""

    def __init__(self, parent: QObject) -> None:
        """Take the collection over, in the thread of `parent`."""
        super().__init__(parent)
        gc.disable()
        # What is loaded by now stays as long as the program runs: it is never looked through.
        gc.freeze()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, and with it the younger ones."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold
        ]
        if due:
            let_go(due[-1])


def let_go(generation: int) -> None:
    """Collect a generation of garbage and the younger; with all but the youngest give free pages back."""
    gc.collect(generation)
    if generation > _YOUNGEST:
        _giver_back()()


@cache
def _giver_back() -> Callable[[], object]:
    """Return what gives free pages of the C library back, where there is such a thing (glibc)."""
    if sys.platform == "linux":
        # Late: no window needs it to be shown.
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            return lambda: trim(0)
    return lambda: None
