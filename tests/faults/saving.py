"""A process that saves once, to be hurt at any moment; run as `python -m tests.faults.saving PATH MARK`.

It reads the project file, writes MARK into it and saves, between two calls that a tracer can recognise.
What it prints last is what it claims: `saved`, `unconfirmed`, or the class of the error that it met.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

BEGIN, END = "/fault-begin", "/fault-end"


def main(path: Path, mark: str) -> str:
    """Saves and returns the claim."""
    from reportdesk.errors import FileError
    from reportdesk.project.errors import Unconfirmed
    from reportdesk.project.file import read_project, save_project
    from reportdesk.report.edit import write_text

    read = read_project(path)
    report = write_text(read.report, "other", mark).apply(read.report)
    _tell(BEGIN)
    try:
        save_project(path, report, read.stamp)
        claim = "saved"
    except Unconfirmed:
        claim = "unconfirmed"
    except FileError as error:
        claim = type(error).__name__
    _tell(END)
    return claim


def _tell(place: str) -> None:
    with contextlib.suppress(OSError):
        os.stat(place)  # noqa: PTH116 - the call that a tracer sees


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), sys.argv[2]), flush=True)  # noqa: T201
