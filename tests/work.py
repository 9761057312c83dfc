"""Work that is counted instead of timed: the same on a fast machine and a busy one."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import reportdesk

#: The modules of Python that compile patterns.
_COMPILING = "re._"
_OURS = str(Path(reportdesk.__file__).parent)


def work_of(job: Callable[[], object]) -> int:
    """Count the calls that a job makes, loops of generators included: the same wherever it runs.

    What compiles a pattern does not count: that is done once, by whichever test comes first.
    """
    return _calls_of(job, lambda module, _: not module.startswith(_COMPILING))


def patterns_of(job: Callable[[], object]) -> int:
    """Count the calls by which a job has Python compile patterns: 0 where it compiles none."""
    return _calls_of(job, lambda module, name: (module, name) == (f"{_COMPILING}compiler", "compile"))


def _calls_of(job: Callable[[], object], counts: Callable[[str, str], bool]) -> int:
    """Count the calls in and to functions of which a module's and a function's name tell that they count."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        if event in {"call", "c_call"}:
            calls += counts(frame.f_globals.get("__name__", ""), frame.f_code.co_name)

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        job()
    finally:
        sys.setprofile(before)
    return calls


def turns_of(job: Callable[[], object]) -> int:
    """Count the lines of the program that a job goes through, each turn of a loop in one line too."""
    lines = 0

    def count(frame: FrameType, event: str, argument: object) -> Callable[..., object] | None:
        nonlocal lines
        lines += event == "line"
        return count if _OURS in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(count)
    try:
        job()
    finally:
        sys.settrace(before)
    return lines
