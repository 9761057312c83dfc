"""Work that is counted instead of timed: the same on a fast machine and a busy one."""

import sys
from collections.abc import Callable
from types import FrameType


def work_of(job: Callable[[], object]) -> int:
    """Count the calls that a job makes, loops of generators included: the same wherever it runs."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        job()
    finally:
        sys.setprofile(before)
    return calls
