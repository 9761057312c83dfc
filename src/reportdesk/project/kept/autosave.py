"""When a snapshot of unsaved work is due, and the thread that writes it; the clock is passed in."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from reportdesk.project.disk.owner import this_process
from reportdesk.project.kept.snapshot import Origin
from reportdesk.project.stamp import Stamp

Work_contra = TypeVar("Work_contra", contravariant=True)

#: After the last key: by then a thought is written down.
_PAUSE_S = 2.0
#: At most 15 s of typing may be lost; the last one of them is for writing.
_LONGEST_S = 14.0
#: After a snapshot that failed: a disk that is full or gone is asked again at this distance, at most.
_LONGEST_RETRY_S = 60.0


class Schedule:
    """Tells when to take a snapshot: after a pause in typing, and in any case before too much is at stake."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing to do; `clock` counts seconds."""
        self._clock = clock
        self._first: float | None = None
        self._last = 0.0
        self._failures = 0
        self._failed_at = 0.0

    def changed(self) -> None:
        """Count a change as not yet in any snapshot."""
        self._last = self._clock()
        if self._first is None:
            self._first = self._last

    def settled(self) -> None:
        """Note that everything so far is in a snapshot, on its way into one, or saved."""
        self._first = None

    def failed(self) -> None:
        """Note that a snapshot could not be written: it is due again soon, and less soon each time."""
        self._failures += 1
        self._failed_at = self._clock()
        if self._first is None:
            self._first = self._last = self._failed_at

    def succeeded(self) -> None:
        """Note that a snapshot was written, or that none is wanted any more."""
        self._failures = 0

    def seconds_left(self) -> float | None:
        """Return how long the next snapshot may wait, 0 if it is due, None if there is nothing to keep."""
        if self._first is None:
            return None
        due = min(self._last + _PAUSE_S, self._first + _LONGEST_S)
        if self._failures:
            due = self._failed_at + min(_PAUSE_S * 2 ** (self._failures - 1), _LONGEST_RETRY_S)
        return max(0.0, due - self._clock())


class Store(Protocol[Work_contra]):
    """Where snapshots of a kind of work are kept."""

    def new_name(self) -> str:
        """Return a name that tells in which run of the program a snapshot began."""

    def write(self, name: str, work: Work_contra, origin: Origin, /) -> Path:
        """Write or replace one snapshot; return its file."""

    def remove(self, name: str, /) -> None:
        """Remove one snapshot if it is there."""


class Autosave(Generic[Work_contra]):
    """Keeps one snapshot of one open document up to date, in a thread of its own.

    Every method returns at once; futures tell how it went and raise FileError or OSError.
    """

    def __init__(self, snapshots: Store[Work_contra]) -> None:
        """Keep snapshots in a store, under a new name."""
        self._snapshots = snapshots
        self._name = ""
        # One thread, so that what is asked last is done last; it ends with the program.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="autosave")

    def keep(self, work: Work_contra, path: Path | None, base: Stamp | None) -> Future[Path]:
        """Write a snapshot of work that grew from `base` at `path` (None: never saved)."""
        taken = datetime.now().astimezone()
        origin = Origin(path.absolute() if path else None, base, this_process(), taken)
        return self._thread.submit(self._write, work, origin)

    def drop(self) -> Future[None]:
        """Take the snapshot away: its work is saved or given up."""
        return self._thread.submit(self._remove)

    def _write(self, work: Work_contra, origin: Origin) -> Path:
        # Named here, for the disk may take its time.
        self._name = self._name or self._snapshots.new_name()
        return self._snapshots.write(self._name, work, origin)

    def _remove(self) -> None:
        if self._name:
            self._snapshots.remove(self._name)

    def finish(self) -> None:
        """Take no more work; what was asked for is still done."""
        self._thread.shutdown(wait=False)
