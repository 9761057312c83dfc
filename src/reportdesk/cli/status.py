"""What a call's exit status says."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """The exit statuses; scripts rely on them."""

    DONE = 0
    ERRORS_FOUND = 1
    BAD_CALL = 2
    FILE_TROUBLE = 3
    DEFECT = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141
